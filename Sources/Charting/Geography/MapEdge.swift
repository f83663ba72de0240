import Geometry

/// Cuts lines and areas of the turned globe where a map ends: at the meridian opposite its middle, or
/// at a horizon. All angles in radians.
struct MapEdge {
  /// How far from the middle the globe is seen; nil where the map ends at ±180°.
  let horizon: Double?

  /// A point on the unit globe.
  static func vector(_ point: GeoPoint) -> (Double, Double, Double) {
    let flat = Elementary.cos(point.y)
    return (
      Elementary.cos(point.x) * flat, Elementary.sin(point.x) * flat, Elementary.sin(point.y)
    )
  }

  /// The longitude of a vector on the same side of ±180° as a point of the edge.
  static func near(_ vector: (Double, Double, Double), to point: GeoPoint) -> Double {
    let angle = Elementary.atan2(vector.1, vector.0)
    let gap = angle - point.x
    return abs(gap) > .pi ? angle - (gap / (2 * .pi)).rounded() * 2 * .pi : angle
  }

  // MARK: Lines

  func lines(_ line: [GeoPoint]) -> [[GeoPoint]] {
    horizon == nil ? meridianLines(line) : horizonLines(line)
  }

  private func meridianLines(_ line: [GeoPoint]) -> [[GeoPoint]] {
    guard let first = line.first else { return [] }
    var pieces = [[first]]
    for (a, b) in zip(line, line.dropFirst()) {
      let gap = b.x - a.x
      if abs(gap) > .pi, abs(abs(gap) - 2 * .pi) > 1e-9 {
        let side: Double = a.x < 0 ? -.pi : .pi
        let height = Self.crossing(a, b)
        pieces[pieces.count - 1].append(GeoPoint(x: side, y: height))
        pieces.append([GeoPoint(x: -side, y: height)])
      } else if abs(gap) > .pi {
        // From one side of the edge to the other: the same place.
        pieces.append([])
      }
      pieces[pieces.count - 1].append(b)
    }
    return pieces
  }

  /// The latitude where the shorter arc between two points crosses ±180°.
  private static func crossing(_ a: GeoPoint, _ b: GeoPoint) -> Double {
    let (u, v) = (vector(a), vector(b))
    let span = abs(u.1) + abs(v.1)
    guard span > 1e-12 else { return (a.y + b.y) / 2 }
    let share = abs(u.1) / span
    let (x, z) = (u.0 + (v.0 - u.0) * share, u.2 + (v.2 - u.2) * share)
    return Elementary.atan2(z, abs(x))
  }

  private func horizonLines(_ line: [GeoPoint]) -> [[GeoPoint]] {
    guard let first = line.first else { return [] }
    var pieces: [[GeoPoint]] = []
    if height(first) > 0 { pieces.append([first]) }
    for (a, b) in zip(line, line.dropFirst()) {
      let (from, to) = (height(a), height(b))
      if from > 0, to <= 0 { pieces[pieces.count - 1].append(meeting(a, b)) }
      if from <= 0, to > 0 { pieces.append([meeting(a, b)]) }
      if to > 0 { pieces[pieces.count - 1].append(b) }
    }
    return pieces
  }

  /// How far a point lies on this side of the plane of the horizon.
  private func height(_ point: GeoPoint) -> Double {
    Self.vector(point).0 - Elementary.cos(horizon ?? .pi)
  }

  /// Where the arc between a point on this side and one beyond meets the horizon.
  private func meeting(_ a: GeoPoint, _ b: GeoPoint) -> GeoPoint {
    let (u, v) = (Self.vector(a), Self.vector(b))
    var (low, high) = (0.0, 1.0)
    let startsHere = height(a) > 0
    var point = a
    for _ in 0..<40 {
      let share = (low + high) / 2
      let w = (
        u.0 + (v.0 - u.0) * share, u.1 + (v.1 - u.1) * share, u.2 + (v.2 - u.2) * share
      )
      point = GeoPoint(
        x: Elementary.atan2(w.1, w.0),
        y: Elementary.atan2(w.2, (w.0 * w.0 + w.1 * w.1).squareRoot()))
      if (height(point) > 0) == startsHere { low = share } else { high = share }
    }
    return point
  }

  // MARK: Areas

  func rings(_ ring: [GeoPoint]) -> [[GeoPoint]] {
    horizon == nil ? meridianRings(ring) : horizonRing(ring)
  }

  /// The ring laid out flat, then cut by the two sides of the map.
  private func meridianRings(_ ring: [GeoPoint]) -> [[GeoPoint]] {
    guard zip(ring, ring.dropFirst() + ring.prefix(1)).contains(where: { abs($1.x - $0.x) > .pi })
    else { return [ring] }
    var flat = [ring[0]]
    for point in ring.dropFirst() {
      let gap = point.x - flat[flat.count - 1].x
      flat.append(GeoPoint(x: point.x - (gap / (2 * .pi)).rounded() * 2 * .pi, y: point.y))
    }
    // A ring that does not come back goes about a pole, which is on its other end.
    let gap = ring[0].x - flat[flat.count - 1].x
    let end = ring[0].x - (gap / (2 * .pi)).rounded() * 2 * .pi
    if abs(end - flat[0].x) > .pi {
      let pole = flat.map(\.y).reduce(0, +) < 0 ? -Double.pi / 2 : Double.pi / 2
      let start = flat[0]
      flat.append(GeoPoint(x: end, y: start.y))
      flat.append(GeoPoint(x: end, y: pole))
      flat.append(GeoPoint(x: start.x, y: pole))
    }
    let (least, most) = (flat.map(\.x).min() ?? 0, flat.map(\.x).max() ?? 0)
    // A ring along the edge alone lies on the map once.
    let first = ((least + .pi) / (2 * .pi)).rounded(.down)
    let last = max(first, ((most - .pi) / (2 * .pi)).rounded(.up))
    return stride(from: first, through: last, by: 1).compactMap { turn in
      let moved = flat.map { GeoPoint(x: $0.x - turn * 2 * .pi, y: $0.y) }
      let piece = Self.clipped(
        Self.clipped(moved, from: -.pi, keepsEast: true), from: .pi,
        keepsEast: false)
      return piece.count > 2 ? piece : nil
    }
  }

  /// The part of a flat ring on one side of a meridian (Sutherland and Hodgman).
  private static func clipped(
    _ ring: [GeoPoint], from x: Double, keepsEast: Bool
  ) -> [GeoPoint] {
    guard var before = ring.last else { return [] }
    func isInside(_ point: GeoPoint) -> Bool { keepsEast ? point.x >= x : point.x <= x }
    var kept: [GeoPoint] = []
    for point in ring {
      if isInside(point) != isInside(before), point.x != before.x {
        let share = (x - before.x) / (point.x - before.x)
        kept.append(GeoPoint(x: x, y: before.y + (point.y - before.y) * share))
      }
      if isInside(point) { kept.append(point) }
      before = point
    }
    return kept
  }

  /// The part of a ring that is seen; where it goes beyond the horizon its edge is the horizon.
  private func horizonRing(_ ring: [GeoPoint]) -> [[GeoPoint]] {
    // Starting on this side, so that every way out has its way back in.
    guard let start = ring.firstIndex(where: { height($0) > 0 }) else { return [] }
    guard ring.contains(where: { height($0) <= 0 }) else { return [ring] }
    var kept: [GeoPoint] = []
    var exit: GeoPoint?
    var before = ring[start]
    for point in Array(ring[(start + 1)...] + ring[...start]) {
      let (from, to) = (height(before) > 0, height(point) > 0)
      if from, !to {
        let edge = meeting(before, point)
        kept.append(edge)
        exit = edge
      }
      if !from, to {
        let edge = meeting(before, point)
        if let exit { kept += between(exit, edge) }
        kept.append(edge)
      }
      if to { kept.append(point) }
      before = point
    }
    return kept.count > 2 ? [kept] : []
  }

  /// Points of the horizon on the shorter way between two of them.
  private func between(_ a: GeoPoint, _ b: GeoPoint) -> [GeoPoint] {
    let (from, to) = (bearing(a), bearing(b))
    var way = to - from
    if abs(way) > .pi { way -= (way / (2 * .pi)).rounded() * 2 * .pi }
    let count = Int(abs(way) / Self.step)
    return (0..<count).map { onHorizon(from + way * Double($0 + 1) / Double(count + 1)) }
  }

  private static let step = 6 * Double.pi / 180

  /// The whole horizon.
  var circle: [GeoPoint] {
    stride(from: 0, to: 2 * Double.pi, by: Self.step / 3).map(onHorizon)
  }

  private func bearing(_ point: GeoPoint) -> Double {
    let vector = Self.vector(point)
    return Elementary.atan2(vector.2, vector.1)
  }

  private func onHorizon(_ bearing: Double) -> GeoPoint {
    let radius = Elementary.sin(horizon ?? .pi)
    let x = Elementary.cos(horizon ?? .pi)
    let (y, z) = (radius * Elementary.cos(bearing), radius * Elementary.sin(bearing))
    return GeoPoint(x: Elementary.atan2(y, x), y: FlatMap.arcsine(max(-1, min(1, z))))
  }
}
