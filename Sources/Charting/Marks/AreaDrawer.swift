/// Areas: between a line and zero, another line, or the layer below.
struct AreaDrawer: ChartMark {
  func draw(_ frame: UnitFrame) -> SceneMark {
    let isLying = frame.mark.orient == .horizontal
    let x = frame.point(.x, .zeroOrMin)
    let y = frame.point(.y, .zeroOrMin)
    // Between two lists of names nothing says which way an area reaches: it has no thickness.
    let second =
      frame.mark.orient == nil
      ? y
      : isLying
        ? frame.secondEnd(.x2, .zeroOrMin, x) : frame.secondEnd(.y2, .zeroOrMin, y)
    let paints = frame.paints()
    let interpolate = frame.mark.property("interpolate")?.text
    let series = Paths.series(of: frame, x, y) { row, x, y in
      var item = SceneItem()
      (item.x, item.y) = (x, y)
      item.x2 = isLying ? second(row) : x
      item.y2 = isLying ? y : second(row)
      frame.paint(&item, paints, row)
      item.interpolate = interpolate
      item.tension = frame.mark.property("tension")?.number ?? 0
      return item
    }
    return SceneMark(
      kind: .area, series: series, clips: frame.mark.property("clip")?.flag == true)
  }
}
