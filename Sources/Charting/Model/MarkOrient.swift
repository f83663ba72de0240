/// The direction of marks, as the rules of Vega-Lite find it.
enum MarkOrient: String, Hashable, Sendable {
  case vertical, horizontal

  private typealias Channels = [Channel: ChannelDef?]

  /// The direction of a mark; nil where it has none.
  static func of(
    _ mark: MarkKind, _ channels: [Channel: ChannelDef?], specified: String?
  ) -> MarkOrient? {
    func def(_ channel: Channel) -> ChannelDef? { channels[channel] ?? nil }
    let wish = specified.flatMap(MarkOrient.init)
    let (x, y, x2, y2) = (def(.x), def(.y), def(.x2), def(.y2))
    switch mark {
    case .point, .circle, .square, .rect, .image, .geoshape: return nil
    case .text, .bar:
      if y == nil, def(.yOffset)?.isMeasure == true { return wish ?? .vertical }
      if x == nil, def(.xOffset)?.isMeasure == true { return wish ?? .horizontal }
      if let x, x.isField, x.isBinned || isAggregate(y) && !isAggregate(x) { return .vertical }
      if let y, y.isField, y.isBinned || isAggregate(x) && !isAggregate(y) { return .horizontal }
      if x2 != nil || y2 != nil, let found = ranged(x, y, x2, y2, wish) { return found }
      return segment(mark, x, y, x2, y2, wish)
    case .rule: return segment(mark, x, y, x2, y2, wish)
    case .area: return stretched(mark, x, y, x2, y2, wish)
    case .line, .tick, .trail: return measured(mark, x, y, wish)
    case .arc: return .vertical
    }
  }

  private static func isAggregate(_ def: ChannelDef?) -> Bool { def?.aggregate != nil }

  private static func ranged(
    _ x: ChannelDef?, _ y: ChannelDef?, _ x2: ChannelDef?, _ y2: ChannelDef?, _ wish: MarkOrient?
  ) -> MarkOrient? {
    if let wish { return wish }
    if x2 == nil {
      if x?.isMeasure == true, y?.isBinned == true { return .horizontal }
      return .vertical
    }
    if y2 == nil {
      if y?.isMeasure == true, x?.isBinned == true { return .vertical }
      return .horizontal
    }
    return nil
  }

  private static func segment(
    _ mark: MarkKind, _ x: ChannelDef?, _ y: ChannelDef?, _ x2: ChannelDef?, _ y2: ChannelDef?,
    _ wish: MarkOrient?
  ) -> MarkOrient? {
    if x2 != nil, y2 != nil, x?.isBinned != true, y?.isBinned != true { return nil }
    return stretched(mark, x, y, x2, y2, wish)
  }

  private static func stretched(
    _ mark: MarkKind, _ x: ChannelDef?, _ y: ChannelDef?, _ x2: ChannelDef?, _ y2: ChannelDef?,
    _ wish: MarkOrient?
  ) -> MarkOrient? {
    if y2 != nil { return y?.isBinned == true ? .horizontal : .vertical }
    if x2 != nil { return x?.isBinned == true ? .vertical : .horizontal }
    if mark == .rule {
      if x != nil, y == nil { return .vertical }
      if y != nil, x == nil { return .horizontal }
    }
    return measured(mark, x, y, wish)
  }

  private static func measured(
    _ mark: MarkKind, _ x: ChannelDef?, _ y: ChannelDef?, _ wish: MarkOrient?
  ) -> MarkOrient? {
    if let wish { return wish }
    let isTick = mark == .tick
    switch (x?.isMeasure == true, y?.isMeasure == true) {
    case (true, false): return isTick ? .vertical : .horizontal
    case (false, true): return isTick ? .horizontal : .vertical
    case (true, true): return .vertical
    case (false, false):
      let (xIsTime, yIsTime) = (x?.type == .temporal, y?.type == .temporal)
      if xIsTime, !yIsTime { return .vertical }
      if !xIsTime, yIsTime { return .horizontal }
      return nil
    }
  }
}
