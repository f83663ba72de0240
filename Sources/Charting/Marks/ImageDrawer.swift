/// Pictures at points.
struct ImageDrawer: ChartMark {
  func draw(_ frame: UnitFrame) -> SceneMark {
    let x = frame.point(.x, .middle)
    let y = frame.point(.y, .middle)
    frame.context.report(ChartProblems.notDrawn(), at: frame.mark.spec)
    let (width, height) = (frame.number("width"), frame.number("height"))
    let own = frame.output(.url, { _, value in value.words }, { $0.text })
    let fixed = frame.property("url")
    let paints = frame.paints()
    let items = items(of: frame) { row in
      guard let px = x(row), let py = y(row) else { return nil }
      var item = SceneItem()
      item.width = width(row) ?? 0
      item.height = height(row) ?? 0
      (item.x, item.y) = (px - item.width / 2, py - item.height / 2)
      item.url = own?(row).flatMap { $0 } ?? fixed(row)?.text
      item.opacity = paints.opacity(row)
      return item
    }
    return SceneMark(kind: "image", items: items)
  }
}
