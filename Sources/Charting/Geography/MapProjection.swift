import Geometry

/// From degrees to points of the plot.
struct MapProjection {
  let kind: ProjectionKind
  /// Points of a radian; of a flat map, points of one of its units.
  var scale: Double
  /// Where the centre comes to, in points.
  var x: Double
  var y: Double
  private let centre: GeoPoint
  private let turn: GlobeTurn
  private let plane: FlatMap
  private let mirror: (x: Double, y: Double)
  /// How far from the middle the globe is seen, in radians; nil where all of it is.
  let horizon: Double?
  /// How far a straight line may lie from the true one, in points.
  let precision: Double
  /// The radius of points without a mark of their own, in points.
  let pointRadius: Double

  /// Reads a `projection` block that holds no expressions any more.
  init(_ kind: ProjectionKind, _ spec: SpecValue) {
    self.kind = kind
    func numbers(_ key: String) -> [Double] { spec[key]?.list?.compactMap(\.number) ?? [] }
    let middle = numbers("center")
    let centre =
      middle.count == 2 ? GeoPoint(x: middle[0], y: middle[1]) : kind.standardCentre
    let given = numbers("rotate")
    let angles = given.isEmpty ? kind.standardTurn : given + Array(repeating: 0, count: 3)
    let ends = numbers("parallels")
    let parallels = ends.count == 2 ? (ends[0], ends[1]) : kind.standardParallels
    plane = FlatMap(kind, parallels: parallels)
    // A lying cylinder turns the globe onto its side and the picture back.
    let isLying = kind == .transverseMercator
    turn = GlobeTurn(
      longitude: angles[0], latitude: angles[1], roll: angles[2] + (isLying ? 90 : 0))
    let place = isLying ? GeoPoint(x: -centre.y, y: centre.x) : centre
    self.centre = kind.isFlat ? GeoPoint(x: 0, y: 0) : place
    mirror = (
      spec["reflectX"]?.flag == true ? -1 : 1, spec["reflectY"]?.flag == true ? -1 : 1
    )
    let seen = spec["clipAngle"]?.number ?? kind.standardHorizon
    horizon = seen.flatMap { $0 > 0 && $0 < 180 ? $0 * .pi / 180 : nil }
    precision = max(0.05, spec["precision"]?.number ?? 0.5.squareRoot())
    pointRadius = spec["pointRadius"]?.number ?? 4.5
    scale = spec["scale"]?.number ?? kind.standardScale
    let shift = numbers("translate")
    (x, y) = shift.count == 2 ? (shift[0], shift[1]) : (0, 0)
    middleOnPlane =
      kind.isFlat ? (0, 0) : plane(self.centre.x * .pi / 180, self.centre.y * .pi / 180)
  }

  private let middleOnPlane: (x: Double, y: Double)

  // MARK: Points

  /// A place on the turned globe, in radians; the place itself on a flat map. Degrees beyond a whole
  /// turn begin anew, and nothing lies beyond the poles.
  func turned(_ point: GeoPoint) -> GeoPoint {
    if kind.isFlat { return point }
    let east = point.x.truncatingRemainder(dividingBy: 360)
    let north = max(-90, min(90, point.y))
    return turn(GeoPoint(x: east * .pi / 180, y: north * .pi / 180))
  }

  /// Where a turned place stands in the plot.
  func plot(_ turned: GeoPoint) -> GeoPoint {
    if kind.isFlat {
      return GeoPoint(x: x + scale * mirror.x * turned.x, y: y + scale * mirror.y * turned.y)
    }
    let flat = plane(turned.x, turned.y)
    return GeoPoint(
      x: x + scale * mirror.x * (flat.x - middleOnPlane.x),
      y: y - scale * mirror.y * (flat.y - middleOnPlane.y))
  }

  /// Whether a turned place is on this side of the globe.
  func shows(_ turned: GeoPoint) -> Bool {
    guard let horizon, !kind.isFlat else { return true }
    return Elementary.cos(turned.x) * Elementary.cos(turned.y) > Elementary.cos(horizon)
  }

  /// Where a place stands in the plot; nil where it is not seen.
  func place(_ point: GeoPoint) -> GeoPoint? {
    kind == .albersUsa || shows(turned(point)) ? through(point) : nil
  }

  /// Where a place stands in the plot, also beyond the horizon; nil where it has no place.
  func through(_ point: GeoPoint) -> GeoPoint? {
    guard point.x.isFinite, point.y.isFinite else { return nil }
    if kind == .albersUsa { return UnitedStates(self).place(point) }
    let place = plot(turned(point))
    return place.x.isFinite && place.y.isFinite ? place : nil
  }
}

/// A turn of the globe about its three axes.
struct GlobeTurn {
  private let longitude: Double
  private let cosine: (latitude: Double, roll: Double)
  private let sine: (latitude: Double, roll: Double)
  private let isUpright: Bool

  /// - Parameters: degrees.
  init(longitude: Double, latitude: Double, roll: Double) {
    self.longitude = (longitude * .pi / 180).truncatingRemainder(dividingBy: 2 * .pi)
    let (p, r) = (latitude * .pi / 180, roll * .pi / 180)
    cosine = (Elementary.cos(p), Elementary.cos(r))
    sine = (Elementary.sin(p), Elementary.sin(r))
    isUpright = latitude == 0 && roll == 0
  }

  /// A place after the turn, in radians, −π to π east.
  func callAsFunction(_ point: GeoPoint) -> GeoPoint {
    let east = Self.wrapped(point.x + longitude)
    guard !isUpright else { return GeoPoint(x: east, y: point.y) }
    let flat = Elementary.cos(point.y)
    let (x, y) = (Elementary.cos(east) * flat, Elementary.sin(east) * flat)
    let z = Elementary.sin(point.y)
    let k = z * cosine.latitude + x * sine.latitude
    return GeoPoint(
      x: Elementary.atan2(
        y * cosine.roll - k * sine.roll, x * cosine.latitude - z * sine.latitude),
      y: FlatMap.arcsine(max(-1, min(1, k * cosine.roll + y * sine.roll))))
  }

  static func wrapped(_ angle: Double) -> Double {
    abs(angle) > .pi ? angle - (angle / (2 * .pi)).rounded() * 2 * .pi : angle
  }
}
