/// How the marks of a unit are piled up, if they are.
struct StackPlan: Hashable, Sendable {
  /// The channel along which the pile grows.
  var channel: Channel
  /// The channels whose values tell piles apart.
  var groupby: [Channel]
  /// The columns that tell the layers of a pile apart.
  var stackBy: [String]
  var offset: Stacking.Offset
  /// Whether holes are filled, so that areas meet.
  var imputes: Bool

  private static let stackable: Set<MarkKind> = [
    .arc, .bar, .area, .rule, .point, .circle, .square, .line, .text, .tick,
  ]

  /// The plan that the rules of Vega-Lite make; nil where nothing is piled.
  static func make(
    _ mark: MarkKind, _ orient: MarkOrient?, _ channels: [Channel: [ChannelDef]], _ spec: SpecValue
  ) -> StackPlan? {
    guard stackable.contains(mark) else { return nil }
    func def(_ channel: Channel) -> ChannelDef? { channels[channel]?.first }
    guard
      let channel = potential(.x, .y, mark, orient, def)
        ?? potential(.theta, .radius, mark, orient, def),
      let measure = def(channel)
    else { return nil }
    let offset = offset(measure, mark)
    guard let offset else { return nil }
    let dimension: Channel =
      switch channel {
      case .x: .y
      case .y: .x
      case .theta: .radius
      default: .theta
      }
    var groupby: [Channel] = []
    for candidate in [dimension, dimension.offset].compactMap({ $0 }) {
      if let other = def(candidate), other.isField, other.column != measure.column {
        groupby.append(candidate)
      }
    }
    let keys = Set(groupby.compactMap { def($0)?.column })
    var stackBy: [String] = []
    var count = 0
    for candidate in Channel.nonPosition {
      for other in channels[candidate] ?? [] where other.isField && other.aggregate == nil {
        guard !keys.contains(other.column) else { continue }
        count += 1
        if !stackBy.contains(other.column) { stackBy.append(other.column) }
      }
    }
    let isAggregated = channels.values.contains { $0.contains { $0.aggregate != nil } }
    if isAggregated, count == 0 { return nil }
    if let second = channel.second, def(second)?.isFieldOrDatum == true { return nil }
    let imputes =
      (mark == .line || mark == .area || mark == .trail) && measure["impute"]?.isNull != true
    return StackPlan(
      channel: channel, groupby: groupby, stackBy: stackBy, offset: offset, imputes: imputes)
  }

  private static func offset(_ measure: ChannelDef, _ mark: MarkKind) -> Stacking.Offset? {
    guard let written = measure["stack"] else {
      return [.bar, .area, .arc].contains(mark) ? .zero : nil
    }
    if let flag = written.flag { return flag ? .zero : nil }
    return written.text.flatMap(Stacking.Offset.init)
  }

  private static func potential(
    _ a: Channel, _ b: Channel, _ mark: MarkKind, _ orient: MarkOrient?,
    _ def: (Channel) -> ChannelDef?
  ) -> Channel? {
    let isBar = a == .x && (mark == .bar || mark == .area)
    let (x, y) = (def(a), def(b))
    let (xIsField, yIsField) = (x?.isField == true, y?.isField == true)
    let xIsMeasure = x?.isUnbinnedQuantity == true
    let yIsMeasure = y?.isUnbinnedQuantity == true
    if xIsField, yIsField {
      if xIsMeasure, yIsMeasure {
        if let stack = x?["stack"], !stack.isOff { return a }
        if let stack = y?["stack"], !stack.isOff { return b }
        let (xSum, ySum) = (x?.aggregate != nil, y?.aggregate != nil)
        if xSum != ySum { return xSum ? a : b }
        if isBar { return orient == .vertical ? b : orient == .horizontal ? a : nil }
        return nil
      }
      return xIsMeasure ? a : yIsMeasure ? b : nil
    }
    if xIsMeasure { return isBar && orient == .vertical ? nil : a }
    if yIsMeasure { return isBar && orient == .horizontal ? nil : b }
    return nil
  }
}
