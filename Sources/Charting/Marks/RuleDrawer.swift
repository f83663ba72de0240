/// Straight lines across the plot or between two points.
struct RuleDrawer: ChartMark {
  func draw(_ frame: UnitFrame) -> SceneMark {
    guard
      frame.unit[.x] != nil || frame.unit[.y] != nil || frame.unit[.x2] != nil
        || frame.unit[.y2] != nil || frame.unit.isPlacedOnMap
    else { return SceneMark(kind: .rule) }
    let orient = frame.mark.orient
    let x = frame.point(.x, orient == .horizontal ? .zeroOrMax : .middle)
    let y = frame.point(.y, orient == .vertical ? .zeroOrMax : .middle)
    let x2: UnitFrame.Place = orient == .vertical ? x : frame.secondEnd(.x2, .zeroOrMin, x)
    let y2: UnitFrame.Place = orient == .horizontal ? y : frame.secondEnd(.y2, .zeroOrMin, y)
    let paints = frame.paints()
    let width = frame.number(.size, or: "size")
    let items = items(of: frame) { row in
      guard let px = x(row), let py = y(row), let qx = x2(row), let qy = y2(row) else { return nil }
      var item = SceneItem()
      (item.x, item.y, item.x2, item.y2) = (px, py, qx, qy)
      frame.paint(&item, paints, row)
      if let width = width(row) { item.strokeWidth = width }
      item.cap = frame.mark.property("strokeCap")?.text
      return item
    }
    return SceneMark(kind: .rule, items: items, clips: frame.mark.property("clip")?.flag == true)
  }
}
