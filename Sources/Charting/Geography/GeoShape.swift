/// A place on a map: degrees east and north, or plain coordinates where the map is flat already.
struct GeoPoint: Hashable, Sendable {
  var x: Double
  var y: Double
}

/// What is drawn of a feature of GeoJSON (RFC 7946): points, lines and areas.
struct GeoShape: Hashable, Sendable {
  var points: [GeoPoint] = []
  var lines: [[GeoPoint]] = []
  /// Areas, each an outline followed by its holes.
  var areas: [[[GeoPoint]]] = []
  /// Whether it is the whole globe.
  var isSphere = false

  /// How deep collections may lie in one another.
  private static let deepest = 16

  init(areas: [[[GeoPoint]]] = [], lines: [[GeoPoint]] = []) {
    (self.areas, self.lines) = (areas, lines)
  }

  /// The shape of a feature, a geometry, or a collection of either; empty for anything else.
  init(_ value: DataValue) { add(value, depth: 0) }

  var isEmpty: Bool { points.isEmpty && lines.isEmpty && areas.isEmpty && !isSphere }

  /// Takes in another shape.
  mutating func add(_ other: GeoShape) {
    points += other.points
    lines += other.lines
    areas += other.areas
    isSphere = isSphere || other.isSphere
  }

  private mutating func add(_ value: DataValue, depth: Int) {
    guard depth < Self.deepest, case .map(let map) = value, case .text(let type)? = map["type"]
    else { return }
    let places = map["coordinates"] ?? .null
    switch type {
    case "Feature": add(map["geometry"] ?? .null, depth: depth + 1)
    case "FeatureCollection":
      for item in Self.items(map["features"]) { add(item, depth: depth + 1) }
    case "GeometryCollection":
      for item in Self.items(map["geometries"]) { add(item, depth: depth + 1) }
    case "Sphere": isSphere = true
    case "Point": if let point = Self.point(places) { points.append(point) }
    case "MultiPoint": points += Self.line(places)
    case "LineString": lines.append(Self.line(places))
    case "MultiLineString": lines += Self.items(places).map(Self.line)
    case "Polygon": areas.append(Self.items(places).map(Self.line))
    case "MultiPolygon": areas += Self.items(places).map { Self.items($0).map(Self.line) }
    default: break
    }
  }

  private static func items(_ value: DataValue?) -> [DataValue] {
    if case .list(let items)? = value { items } else { [] }
  }

  private static func line(_ value: DataValue) -> [GeoPoint] { items(value).compactMap(point) }

  private static func point(_ value: DataValue) -> GeoPoint? {
    guard case .list(let parts) = value, parts.count >= 2, let x = parts[0].measure,
      let y = parts[1].measure
    else { return nil }
    return GeoPoint(x: x, y: y)
  }
}
