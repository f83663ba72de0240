/// The composite map of the United States: Alaska and Hawaii stand in boxes below the others.
struct UnitedStates {
  private struct Part {
    let projection: MapProjection
    /// The box of its places in the plot.
    let box: Box

    func holds(_ point: GeoPoint) -> Bool {
      box.left <= point.x && point.x <= box.right && box.top <= point.y && point.y <= box.bottom
    }
  }

  private let parts: [Part]
  private let pointRadius: Double

  init(_ whole: MapProjection) {
    let (k, x, y) = (whole.scale, whole.x, whole.y)
    func part(
      _ kind: ProjectionKind, _ spec: SpecValue, scale: Double, at: (Double, Double),
      _ box: (Double, Double, Double, Double)
    ) -> Part {
      var own = MapProjection(kind, spec)
      (own.scale, own.x, own.y) = (k * scale, x + at.0 * k, y + at.1 * k)
      return Part(
        projection: own,
        box: Box(
          left: x + box.0 * k, top: y + box.1 * k, right: x + box.2 * k, bottom: y + box.3 * k))
    }
    parts = [
      part(.albers, [:], scale: 1, at: (0, 0), (-0.455, -0.238, 0.455, 0.238)),
      part(
        .conicEqualArea, ["rotate": [154, 0], "center": [-2, 58.5], "parallels": [55, 65]],
        scale: 0.35, at: (-0.307, 0.201), (-0.425, 0.120, -0.214, 0.234)),
      part(
        .conicEqualArea, ["rotate": [157, 0], "center": [-3, 19.9], "parallels": [8, 18]], scale: 1,
        at: (-0.205, 0.212), (-0.214, 0.166, -0.115, 0.234)),
    ]
    pointRadius = whole.pointRadius
  }

  /// Where a place stands; nil where it is on none of the three maps.
  func place(_ point: GeoPoint) -> GeoPoint? {
    for part in parts {
      if let place = part.projection.place(point), part.holds(place) { return place }
    }
    return nil
  }

  /// Each area and line goes to the map that the first of its places within any lies on.
  func outline(of shape: GeoShape) -> MapOutline {
    var outline = MapOutline(pointRadius: pointRadius)
    for area in shape.areas {
      guard let tracer = area.first.flatMap(tracer) else { continue }
      outline.rings += tracer.outline(of: GeoShape(areas: [area])).rings
    }
    for line in shape.lines {
      guard let tracer = tracer(of: line) else { continue }
      outline.lines += tracer.outline(of: GeoShape(lines: [line])).lines
    }
    outline.points = shape.points.compactMap(place)
    return outline
  }

  private func tracer(of line: [GeoPoint]) -> MapTracer? {
    for point in line {
      for part in parts {
        if let place = part.projection.place(point), part.holds(place) {
          return MapTracer(projection: part.projection)
        }
      }
    }
    return nil
  }
}
