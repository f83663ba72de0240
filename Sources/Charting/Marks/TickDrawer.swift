/// Short strokes across a band.
struct TickDrawer: ChartMark {
  func draw(_ frame: UnitFrame) -> SceneMark {
    let isLying = frame.mark.orient == .horizontal
    let across = frame.span(isLying ? .x : .y)
    let along = frame.point(isLying ? .y : .x, .middle)
    let thickness = frame.number("thickness")
    let thin = UnitFrame.Span(
      low: { row in along(row).map { $0 - (thickness(row) ?? 1) / 2 } },
      high: { row in along(row).map { $0 + (thickness(row) ?? 1) / 2 } })
    let paints = frame.paints()
    let items = items(of: frame) { row in
      guard var item = isLying ? SceneItem(row, across, thin) : SceneItem(row, thin, across) else {
        return nil
      }
      frame.paint(&item, paints, row)
      return item
    }
    return SceneMark(kind: .rect, items: items, clips: frame.mark.property("clip")?.flag == true)
  }
}
