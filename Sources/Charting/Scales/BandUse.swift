/// How marks use the stretch of a bin or unit of time.
enum BandUse {
  /// The share of the stretch at which points stand; nil where the field has no stretch.
  static func position(_ def: ChannelDef, _ second: ChannelDef?, _ mark: MarkDef) -> Double? {
    if let own = def["bandPosition"]?.number { return own }
    guard def.isField else { return nil }
    if def.timeUnit != nil, second == nil {
      let isStretched = [.bar, .rect, .image].contains(mark.kind)
      return mark.property("timeUnitBandPosition")?.number ?? (isStretched ? 0.5 : 0)
    }
    return def.isBinning ? 0.5 : nil
  }

  /// Whether the domain takes in the ends of the stretches.
  static func hasEnd(_ def: ChannelDef, _ second: ChannelDef?, _ mark: MarkDef) -> Bool {
    guard def.timeUnit != nil, second == nil else { return false }
    let isStretched = [.bar, .rect, .image, .tick].contains(mark.kind)
    return isStretched || (position(def, second, mark) ?? 0) != 0
  }
}
