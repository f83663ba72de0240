/// How marks use the stretch of a bin or unit of time.
enum BandUse {
  /// The share of the stretch at which points stand; nil where the field has no stretch.
  static func position(_ def: ChannelDef, _ second: ChannelDef?, _ mark: MarkDef) -> Double? {
    if let own = def["bandPosition"]?.number { return own }
    guard def.isField else { return nil }
    if def.timeUnit != nil, second == nil {
      return mark.property("timeUnitBandPosition")?.number
    }
    return def.isBinning ? 0.5 : nil
  }

  private static func isRectangle(_ mark: MarkDef) -> Bool {
    [.bar, .rect, .image, .arc, .tick].contains(mark.kind)
  }

  /// The share for rectangles in a unit of time that do not stand in its middle; nil for all others.
  static func shifted(_ def: ChannelDef, _ unit: UnitPlan) -> Double? {
    guard def.timeUnit != nil, def.type == .temporal, def.channel.isPosition,
      isRectangle(unit.mark)
    else { return nil }
    let share = position(def, def.channel.second.flatMap { unit[$0] }, unit.mark)
    return share == 0.5 ? nil : share
  }

  /// Whether the domain takes in the ends of the stretches.
  static func hasEnd(_ def: ChannelDef, _ second: ChannelDef?, _ mark: MarkDef) -> Bool {
    guard let unit = def.timeUnit, def.type == .temporal,
      let share = position(def, second, mark)
    else { return false }
    // Points at the start of a unit that the data came in have no use for its end.
    return share != 0 || !unit.isBinned || isRectangle(mark)
  }
}
