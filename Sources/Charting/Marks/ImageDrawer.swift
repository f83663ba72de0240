/// Pictures: in the middle of their place where they have a size, else as large as their bands.
struct ImageDrawer: ChartMark {
  func draw(_ frame: UnitFrame) -> SceneMark {
    frame.context.report(ChartProblems.notDrawn(), at: frame.mark.spec)
    let (x, y) = (span(frame, .x, "width"), span(frame, .y, "height"))
    let own = frame.output(.url, { _, value in value.words }, { $0.text })
    let fixed = frame.property("url")
    let paints = frame.paints()
    let items = items(of: frame) { row in
      guard var item = SceneItem(row, x, y) else { return nil }
      item.url = own?(row).flatMap { $0 } ?? fixed(row)?.text
      item.opacity = paints.opacity(row)
      return item
    }
    return SceneMark(kind: "image", items: items)
  }

  private func span(_ frame: UnitFrame, _ channel: Channel, _ name: String) -> UnitFrame.Span {
    guard frame.mark.property(name) != nil || frame.unit[.size] != nil else {
      return frame.span(channel)
    }
    let (middle, length) = (frame.point(channel, .middle), frame.number(name))
    return UnitFrame.Span(
      low: { row in middle(row).map { $0 - (length(row) ?? 0) / 2 } },
      high: { row in middle(row).map { $0 + (length(row) ?? 0) / 2 } })
  }
}
