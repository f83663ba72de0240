import Geometry

/// Sectors of rings and pies.
struct ArcDrawer: ChartMark {
  func draw(_ frame: UnitFrame) -> SceneMark {
    let x = frame.point(.x, .middle)
    let y = frame.point(.y, .middle)
    let radius = frame.span(.radius)
    let theta = frame.span(.theta)
    let padAngle = frame.number("padAngle")
    let paints = frame.paints()
    let corner = frame.number("cornerRadius")
    let items = items(of: frame) { row in
      guard let px = x(row), let py = y(row), let outer = radius.low(row),
        let inner = radius.high(row),
        let start = theta.low(row), let end = theta.high(row)
      else { return nil }
      var item = SceneItem()
      (item.x, item.y) = (px, py)
      (item.innerRadius, item.outerRadius) = (inner, outer)
      (item.startAngle, item.endAngle) = (min(start, end), max(start, end))
      item.padAngle = padAngle(row) ?? 0
      if let corner = corner(row) { item.radius = corner }
      frame.paint(&item, paints, row)
      return item
    }
    return SceneMark(kind: .arc, items: items)
  }
}
