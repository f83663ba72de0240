/// Lines and trails: one path a series.
struct LineDrawer: ChartMark {
  func draw(_ frame: UnitFrame) -> SceneMark {
    let x = frame.point(.x, .middle)
    let y = frame.point(.y, .middle)
    let paints = frame.paints()
    let width = frame.number(.size, or: "size")
    let naming = frame.unit[.color] ?? frame.unit[.stroke] ?? frame.unit[.strokeDash]
    let names = naming.flatMap { $0.isField ? frame.reader($0.column) : nil }
    let isTrail = frame.mark.kind == .trail
    let interpolate = frame.mark.property("interpolate")?.text
    let tension = frame.mark.property("tension")?.number ?? 0
    let cap = frame.mark.property("strokeCap")?.text
    let series = Paths.series(of: frame, x, y) { row, x, y in
      var item = SceneItem()
      (item.x, item.y) = (x, y)
      frame.paint(&item, paints, row)
      item.interpolate = interpolate
      item.series = names.map { frame.context.words($0(row)) }
      item.tension = tension
      item.cap = cap
      if let width = width(row) {
        if isTrail { item.size = width } else { item.strokeWidth = width }
      }
      return item
    }
    return SceneMark(
      kind: isTrail ? .trail : .line, series: series,
      clips: frame.mark.property("clip")?.flag == true)
  }
}

/// How rows become paths.
enum Paths {
  /// The rows of each series in path order. Rows without a place break the path.
  static func series(
    of frame: UnitFrame, _ x: @escaping UnitFrame.Place, _ y: @escaping UnitFrame.Place,
    _ make: (UnitFrame.Row, Double, Double) -> SceneItem
  ) -> [[SceneItem]] {
    let isDrawable = frame.isDrawable()
    let groups = frame.data.groups(by: grouping(frame.unit))
    return groups.compactMap { group in
      let rows = frame.sortedPath(group)
      var points = rows.map { row -> SceneItem in
        guard isDrawable(row), let px = x(row), let py = y(row) else {
          // An absent value leaves its coordinate at the corner, as in Vega.
          var gap = make(row, x(row) ?? 0, y(row) ?? 0)
          gap.isDefined = false
          return gap
        }
        return make(row, px, py)
      }
      sort(&points, frame, frame.mark.orient != .horizontal ? rows.map(x) : rows.map(y))
      return points.isEmpty ? nil : points
    }
  }

  /// The columns that tell series apart.
  static func grouping(_ unit: UnitPlan) -> [String] {
    var columns: [String] = []
    for channel in Channel.nonPosition {
      switch channel {
      case .text, .url: continue
      case .order where unit.mark.kind != .area: continue
      case .size where unit.mark.kind == .trail: continue
      default: break
      }
      for def in unit.channels[channel] ?? [] {
        for bound in [def] + def.conditions.map(\.def) where bound.isField && bound.aggregate == nil
        {
          if !columns.contains(bound.column) { columns.append(bound.column) }
        }
      }
    }
    return columns
  }

  /// Paths run along their dimension unless an order is given or refused.
  ///
  /// - Parameter along: the places of the points on their dimension; one without a place comes first.
  private static func sort(
    _ points: inout [SceneItem], _ frame: UnitFrame, _ along: [Double?]
  ) {
    let orders = frame.unit.channels[.order] ?? []
    let refuses =
      orders.contains { $0.value?.isOff == true } || frame.mark.property("order")?.isOff == true
    let isOrdered = orders.contains(where: \.isField) && frame.unit.stack == nil
    let isUpright = frame.mark.orient != .horizontal
    guard !refuses, !isOrdered, frame.unit[isUpright ? .x : .y]?.isField == true else { return }
    let places = along.map { $0 ?? -.infinity }
    // Most series come in order, and points are large to move.
    guard zip(places, places.dropFirst()).contains(where: { $0 > $1 }) else { return }
    let order = places.indices.sorted { a, b in
      places[a] == places[b] ? a < b : places[a] < places[b]
    }
    points = order.map { points[$0] }
  }
}

extension UnitFrame {
  /// The rows of a series, by the order channel where there is one.
  func sortedPath(_ group: [Int]) -> [Row] {
    let orders = (unit.channels[.order] ?? []).filter(\.isField)
    guard !orders.isEmpty, unit.stack == nil else { return group.map { data.rows[$0] } }
    return RowOrder(orders.map { ($0.column, $0.sortsDescending) }).sorted(group, in: data)
      .map { data.rows[$0] }
  }
}
