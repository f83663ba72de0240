/// Bars: rectangles from zero or from one value to another.
struct BarDrawer: ChartMark {
  func draw(_ frame: UnitFrame) -> SceneMark {
    let (x, y) = (frame.span(.x), frame.span(.y))
    let paints = frame.paints()
    let corners = CornerRadii(frame)
    let measure = frame.unit[frame.mark.orient == .horizontal ? .x : .y]
    let amount = measure.flatMap { $0.isMeasure && $0.isField ? frame.reader($0.column) : nil }
    var items = items(of: frame) { row in
      guard var item = SceneItem(row, x, y) ?? placeless(row, x, y, frame) else { return nil }
      item.value = amount?(row).measure
      frame.paint(&item, paints, row)
      corners.set(&item, row, x, y)
      return item
    }
    if frame.mark.kind == .bar, frame.unit.stack != nil, frame.unit[.size] == nil {
      roundPiles(&items, frame)
    }
    return SceneMark(kind: .rect, items: items, clips: frame.mark.property("clip")?.flag == true)
  }
}

extension BarDrawer {
  /// A bar that is asked for although no bin holds its row: it is there, and has no width.
  private func placeless(
    _ row: UnitFrame.Row, _ x: UnitFrame.Span, _ y: UnitFrame.Span, _ frame: UnitFrame
  ) -> SceneItem? {
    guard frame.showsInvalid else { return nil }
    let isLying = frame.mark.orient == .horizontal
    let along = isLying ? x : y
    guard let low = along.low(row), let high = along.high(row) else { return nil }
    var item = SceneItem()
    item.isDefined = false
    if isLying {
      (item.x, item.width) = (min(low, high), (high - low).magnitude)
    } else {
      (item.y, item.height) = (min(low, high), (high - low).magnitude)
    }
    return item
  }

  /// Moves round corners from the bars of a pile to the pile's two ends.
  private func roundPiles(_ items: inout [SceneItem], _ frame: UnitFrame) {
    let isLying = frame.mark.orient == .horizontal
    func across(_ item: SceneItem) -> Double { isLying ? item.y : item.x }
    func low(_ item: SceneItem) -> Double { isLying ? item.x : item.y }
    func high(_ item: SceneItem) -> Double { isLying ? item.x + item.width : item.y + item.height }
    var ends: [Double: (low: Double, high: Double)] = [:]
    for item in items {
      let own = ends[across(item)] ?? (low(item), high(item))
      ends[across(item)] = (min(own.low, low(item)), max(own.high, high(item)))
    }
    for place in items.indices {
      let item = items[place]
      guard let end = ends[across(item)] else { continue }
      var corners = item.corners
      if low(item) > end.low { for corner in isLying ? [0, 3] : [0, 1] { corners[corner] = 0 } }
      if high(item) < end.high { for corner in isLying ? [1, 2] : [2, 3] { corners[corner] = 0 } }
      items[place].pileCorners = corners
      items[place].corners = [0, 0, 0, 0]
      items[place].radius = nil
    }
  }
}

/// Rectangles in both directions: heat maps.
struct RectDrawer: ChartMark {
  func draw(_ frame: UnitFrame) -> SceneMark { BarDrawer().draw(frame) }
}

extension SceneItem {
  /// A rectangle between the ends of two spans.
  init?(_ row: UnitFrame.Row, _ x: UnitFrame.Span, _ y: UnitFrame.Span) {
    guard let left = x.low(row), let right = x.high(row), let top = y.low(row),
      let bottom = y.high(row)
    else { return nil }
    self.init()
    self.x = min(left, right)
    self.y = min(top, bottom)
    width = (right - left).magnitude
    height = (bottom - top).magnitude
  }
}

/// The round corners of bars.
struct CornerRadii {
  private let all: (UnitFrame.Row) -> Double?
  private let end: (UnitFrame.Row) -> Double?
  private let single: [(UnitFrame.Row) -> Double?]
  private let orient: MarkOrient?
  private let isRanged: Bool

  init(_ frame: UnitFrame) {
    all = frame.number("cornerRadius")
    end = frame.mark.kind == .bar ? frame.number("cornerRadiusEnd") : { _ in nil }
    single = ["TopLeft", "TopRight", "BottomRight", "BottomLeft"]
      .map { frame.number("cornerRadius\($0)") }
    orient = frame.mark.orient
    let second: Channel = frame.mark.orient == .horizontal ? .x2 : .y2
    isRanged = frame.unit[second] != nil
  }

  func set(_ item: inout SceneItem, _ row: UnitFrame.Row, _ x: UnitFrame.Span, _ y: UnitFrame.Span)
  {
    if let radius = all(row) {
      item.radius = radius
      item.corners = [radius, radius, radius, radius]
    }
    for (place, radius) in single.enumerated() {
      if let radius = radius(row) { item.corners[place] = radius }
    }
    guard let radius = end(row), let orient else { return }
    if isRanged {
      item.radius = radius
      item.corners = [radius, radius, radius, radius]
    } else if orient == .horizontal, let a = x.low(row), let b = x.high(row) {
      for place in a > b ? [1, 2] : a < b ? [0, 3] : [] { item.corners[place] = radius }
    } else if orient == .vertical, let a = y.low(row), let b = y.high(row) {
      for place in a < b ? [0, 1] : a > b ? [2, 3] : [] { item.corners[place] = radius }
    }
  }
}
