/// Symbols at points.
struct PointDrawer: ChartMark {
  /// The only shape, for circles and squares.
  let shape: String?

  func draw(_ frame: UnitFrame) -> SceneMark {
    let x = frame.point(.x, .middle)
    let y = frame.point(.y, .middle)
    let size = frame.number(.size, or: "size")
    let angle = frame.number(.angle, or: "angle")
    let paints = frame.paints()
    let ownShape = frame.output(.shape, { $0.word($1) }, { $0.text })
    let fallback = frame.property("shape")
    let items = items(of: frame) { row in
      guard let px = x(row), let py = y(row) else { return nil }
      let area = size(row) ?? 64
      var item = SceneItem()
      (item.x, item.y, item.size) = (px, py, area)
      item.shape = shape ?? ownShape?(row).flatMap { $0 } ?? fallback(row)?.text ?? "circle"
      item.angle = angle(row) ?? 0
      frame.paint(&item, paints, row)
      return item
    }
    return SceneMark(kind: .symbol, items: items, clips: frame.mark.property("clip")?.flag == true)
  }
}
