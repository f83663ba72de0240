/// A shape on the plot, in points.
struct MapOutline: Hashable, Sendable {
  /// Outlines and holes of areas.
  var rings: [[GeoPoint]] = []
  /// Open lines.
  var lines: [[GeoPoint]] = []
  /// Points without a mark of their own.
  var points: [GeoPoint] = []
  /// Their radius.
  var pointRadius = 0.0

  var isEmpty: Bool { rings.isEmpty && lines.isEmpty && points.isEmpty }

  /// How far it reaches; nil of an empty one.
  var box: Box? {
    var box: Box?
    for point in (rings + lines + [points]).joined() {
      let own = Box(left: point.x, top: point.y, right: point.x, bottom: point.y)
      box = box?.union(own) ?? own
    }
    return box
  }

  /// Whether a place of the plot lies within its areas.
  func holds(_ x: Double, _ y: Double) -> Bool {
    var isInside = false
    for ring in rings {
      var before = ring[ring.count - 1]
      for point in ring {
        if (point.y > y) != (before.y > y),
          x < (before.x - point.x) * (y - point.y) / (before.y - point.y) + point.x
        {
          isInside.toggle()
        }
        before = point
      }
    }
    return isInside
  }
}

/// Draws shapes through a projection: turned, cut where the map ends, and bent where straight lines
/// would be wrong.
struct MapTracer {
  let projection: MapProjection

  func outline(of shape: GeoShape) -> MapOutline {
    if projection.kind == .albersUsa { return UnitedStates(projection).outline(of: shape) }
    var outline = MapOutline(pointRadius: projection.pointRadius)
    if shape.isSphere { outline.rings += rings([edge], isTurned: true) }
    for area in shape.areas { outline.rings += rings(area) }
    for line in shape.lines { outline.lines += lines(line) }
    outline.points = shape.points.compactMap(projection.place)
    return outline
  }

  // MARK: Areas

  private func rings(_ area: [[GeoPoint]], isTurned: Bool = false) -> [[GeoPoint]] {
    area.enumerated().flatMap { number, ring -> [[GeoPoint]] in
      let ring = isTurned ? ring : closed(ring).map(projection.turned)
      guard ring.count > 2 else { return [] }
      if projection.kind.isFlat {
        return [Self.wound(ring.map(projection.plot), asHole: number > 0)]
      }
      let cut = isTurned ? [ring] : MapEdge(horizon: projection.horizon).rings(ring)
      return cut.compactMap { piece in
        let bent = Self.finite(bend(piece + [piece[0]]).dropLast())
        return bent.count > 2 ? Self.wound(bent, asHole: number > 0) : nil
      }
    }
  }

  /// The ring the way round that areas have, or the other way, so that a hole leaves a hole. Files
  /// wind their rings either way.
  private static func wound(_ ring: [GeoPoint], asHole: Bool) -> [GeoPoint] {
    let area = zip(ring, ring.dropFirst() + ring.prefix(1))
      .reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
    return (area < 0) == asHole ? ring : ring.reversed()
  }

  /// Without the last point that only repeats the first, and without points that are none.
  private func closed(_ ring: [GeoPoint]) -> [GeoPoint] {
    var ring = ring.filter { $0.x.isFinite && $0.y.isFinite }
    while ring.count > 1, ring.first == ring.last { ring.removeLast() }
    return ring
  }

  /// The edge of the map, in radians.
  private var edge: [GeoPoint] {
    guard let horizon = projection.horizon else {
      let (east, north) = (Double.pi, Double.pi / 2)
      return [
        (-east, -north), (-east, 0), (-east, north), (0, north), (east, north), (east, 0),
        (east, -north), (0, -north),
      ].map { GeoPoint(x: $0.0, y: $0.1) }
    }
    return MapEdge(horizon: horizon).circle
  }

  // MARK: Lines

  private func lines(_ line: [GeoPoint]) -> [[GeoPoint]] {
    let line = line.filter { $0.x.isFinite && $0.y.isFinite }.map(projection.turned)
    if projection.kind.isFlat { return line.count > 1 ? [line.map(projection.plot)] : [] }
    return MapEdge(horizon: projection.horizon).lines(line).compactMap { piece in
      let bent = Self.finite(bend(piece))
      return bent.count > 1 ? bent : nil
    }
  }

  private static func finite(_ points: some Sequence<GeoPoint>) -> [GeoPoint] {
    points.filter { $0.x.isFinite && $0.y.isFinite }
  }

  // MARK: Bends

  /// The points on the plot, with more between those whose straight line is not the arc of the globe.
  private func bend(_ points: [GeoPoint]) -> [GeoPoint] {
    guard let first = points.first else { return [] }
    var bent = [projection.plot(first)]
    bent.reserveCapacity(points.count)
    var before = Bead(first, bent[0])
    for point in points.dropFirst() {
      let next = Bead(point, projection.plot(point))
      bend(before, next, depth: 16, &bent)
      bent.append(next.plot)
      before = next
    }
    return bent
  }

  /// A point on the globe and on the plot.
  private struct Bead {
    let globe: GeoPoint
    let plot: GeoPoint
    let vector: (Double, Double, Double)

    init(_ globe: GeoPoint, _ plot: GeoPoint) {
      (self.globe, self.plot) = (globe, plot)
      vector = MapEdge.vector(globe)
    }
  }

  /// Halves an arc as long as its middle lies off the straight line, not midway, or far away: the
  /// adaptive sampling of d3-geo.
  private func bend(_ a: Bead, _ b: Bead, depth: Int, _ bent: inout [GeoPoint]) {
    let limit = projection.precision * projection.precision
    let (dx, dy) = (b.plot.x - a.plot.x, b.plot.y - a.plot.y)
    let length = dx * dx + dy * dy
    guard length > 4 * limit, depth > 0, length.isFinite else { return }
    var middle = (
      a.vector.0 + b.vector.0, a.vector.1 + b.vector.1, a.vector.2 + b.vector.2
    )
    let size =
      (middle.0 * middle.0 + middle.1 * middle.1 + middle.2 * middle.2).squareRoot()
    guard size > 0 else { return }
    middle = (middle.0 / size, middle.1 / size, middle.2 / size)
    let isSteep = abs(abs(middle.2) - 1) < 1e-6 || abs(a.globe.x - b.globe.x) < 1e-6
    let globe = GeoPoint(
      x: isSteep ? (a.globe.x + b.globe.x) / 2 : MapEdge.near(middle, to: a.globe),
      y: FlatMap.arcsine(middle.2))
    let half = Bead(globe, projection.plot(globe))
    let (hx, hy) = (half.plot.x - a.plot.x, half.plot.y - a.plot.y)
    let off = dy * hx - dx * hy
    let cosine =
      a.vector.0 * b.vector.0 + a.vector.1 * b.vector.1 + a.vector.2 * b.vector.2
    guard
      off * off / length > limit || abs((dx * hx + dy * hy) / length - 0.5) > 0.3
        || cosine < 0.8660254037844387
    else { return }
    bend(a, half, depth: depth - 1, &bent)
    bent.append(half.plot)
    bend(half, b, depth: depth - 1, &bent)
  }
}
