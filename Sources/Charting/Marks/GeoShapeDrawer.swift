/// Areas, lines and points of a map.
struct GeoShapeDrawer: ChartMark {
  func draw(_ frame: UnitFrame) -> SceneMark {
    guard let projection = frame.projection else { return SceneMark(kind: .shape) }
    let tracer = MapTracer(projection: projection)
    let paints = frame.paints()
    let shape = MapRows(unit: frame.unit, data: frame.data).shape
    let items = items(of: frame) { row in
      let outline = tracer.outline(of: shape(row))
      // In print a place that is not seen is counted and said.
      if outline.isEmpty, frame.context.isPrint { return nil }
      var item = SceneItem()
      item.outline = outline
      frame.paint(&item, paints, row)
      return item
    }
    return SceneMark(kind: .shape, items: items, clips: frame.mark.property("clip")?.flag == true)
  }
}
