import Geometry

/// How the globe is made flat. Names, standard sizes and centres are those of Vega.
enum ProjectionKind: String, Hashable, Sendable, CaseIterable {
  case albers, albersUsa, azimuthalEqualArea, azimuthalEquidistant, conicConformal, conicEqualArea
  case conicEquidistant, equalEarth, equirectangular, gnomonic, identity, mercator, mollweide
  case naturalEarth1, orthographic, stereographic, transverseMercator

  /// Points of a radian, where no size is asked for.
  var standardScale: Double {
    switch self {
    case .albers, .albersUsa: 1070
    case .azimuthalEqualArea: 124.75
    case .azimuthalEquidistant: 79.4188
    case .conicConformal: 109.5
    case .conicEqualArea: 155.424
    case .conicEquidistant: 131.154
    case .equalEarth: 177.158
    case .equirectangular: 152.63
    case .gnomonic: 144.049
    case .identity: 1
    case .mercator: 961 / (2 * Elementary.pi)
    case .mollweide: 169.529
    case .naturalEarth1: 175.295
    case .orthographic: 249.5
    case .stereographic: 250
    case .transverseMercator: 159.155
    }
  }

  /// The place that comes to the middle, in degrees, after the turn.
  var standardCentre: GeoPoint {
    switch self {
    case .albers: GeoPoint(x: -0.6, y: 38.7)
    case .conicEqualArea: GeoPoint(x: 0, y: 33.6442)
    case .conicEquidistant: GeoPoint(x: 0, y: 13.9389)
    default: GeoPoint(x: 0, y: 0)
    }
  }

  /// The turn of the globe, in degrees.
  var standardTurn: [Double] { self == .albers ? [96, 0, 0] : [0, 0, 0] }

  /// The parallels where a cone touches, in degrees.
  var standardParallels: (Double, Double) {
    switch self {
    case .albers: (29.5, 45.5)
    case .conicConformal: (30, 30)
    default: (0, 60)
    }
  }

  /// How far from the middle the globe is seen, in degrees; nil where all of it is.
  var standardHorizon: Double? {
    switch self {
    case .azimuthalEqualArea, .azimuthalEquidistant: 180 - 1e-3
    case .gnomonic: 60
    case .orthographic: 90
    case .stereographic: 142
    default: nil
    }
  }

  /// Whether coordinates are flat already.
  var isFlat: Bool { self == .identity }
}

/// The plane of a projection at the size of one, from radians; y goes up.
///
/// Formulas: Snyder, Map Projections: A Working Manual (USGS 1395, 1987); Equal Earth: Šavrič,
/// Patterson and Jenny 2018; Natural Earth: Patterson, polynomial by Šavrič 2011.
struct FlatMap {
  private let formula: (Double, Double) -> (Double, Double)

  init(_ kind: ProjectionKind, parallels: (Double, Double)) {
    let first = parallels.0 * .pi / 180
    let second = parallels.1 * .pi / 180
    switch kind {
    case .albers, .albersUsa, .conicEqualArea: formula = Self.conicEqualArea(first, second)
    case .conicConformal: formula = Self.conicConformal(first, second)
    case .conicEquidistant: formula = Self.conicEquidistant(first, second)
    case .azimuthalEqualArea: formula = Self.azimuthal { (2 / (1 + $0)).squareRoot() }
    case .azimuthalEquidistant:
      formula = Self.azimuthal { cosine in
        let angle = Self.arccosine(cosine)
        return angle == 0 ? 1 : angle / Elementary.sin(angle)
      }
    case .gnomonic: formula = Self.azimuthal { 1 / $0 }
    case .orthographic: formula = Self.azimuthal { _ in 1 }
    case .stereographic: formula = Self.azimuthal { 1 / (1 + $0) }
    case .equalEarth: formula = Self.equalEarth
    case .equirectangular, .identity: formula = { ($0, $1) }
    case .mercator: formula = { ($0, Self.isometric($1)) }
    case .mollweide: formula = Self.mollweide
    case .naturalEarth1: formula = Self.naturalEarth
    case .transverseMercator: formula = { (Self.isometric($1), -$0) }
    }
  }

  /// A place on the plane.
  func callAsFunction(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
    formula(longitude, latitude)
  }

  // MARK: Formulas

  static func arcsine(_ value: Double) -> Double {
    Elementary.atan2(value, max(0, 1 - value * value).squareRoot())
  }

  static func arccosine(_ value: Double) -> Double {
    Elementary.atan2(max(0, 1 - value * value).squareRoot(), value)
  }

  /// The height of a parallel where angles are kept. A square map ends at 85.05°.
  private static func isometric(_ latitude: Double) -> Double {
    let end = 1.4844222297453322
    let held = max(-end, min(end, latitude))
    return Elementary.log(Elementary.tan((.pi / 2 + held) / 2))
  }

  private static func azimuthal(
    _ stretch: @escaping (Double) -> Double
  ) -> (Double, Double) -> (Double, Double) {
    { longitude, latitude in
      let flat = Elementary.cos(latitude)
      let k = stretch(flat * Elementary.cos(longitude))
      return (k * flat * Elementary.sin(longitude), k * Elementary.sin(latitude))
    }
  }

  private static func conicEqualArea(
    _ first: Double, _ second: Double
  ) -> (Double, Double) -> (Double, Double) {
    let sine = Elementary.sin(first)
    let n = (sine + Elementary.sin(second)) / 2
    guard abs(n) >= 1e-6 else {
      let stretch = Elementary.cos(first)
      return { ($0 * stretch, Elementary.sin($1) / stretch) }
    }
    let c = 1 + sine * (2 * n - sine)
    let middle = c.squareRoot() / n
    return { longitude, latitude in
      let radius = max(0, c - 2 * n * Elementary.sin(latitude)).squareRoot() / n
      return (
        radius * Elementary.sin(longitude * n), middle - radius * Elementary.cos(longitude * n)
      )
    }
  }

  private static func conicConformal(
    _ first: Double, _ second: Double
  ) -> (Double, Double) -> (Double, Double) {
    func tangent(_ y: Double) -> Double { Elementary.tan((.pi / 2 + y) / 2) }
    let n =
      first == second
      ? Elementary.sin(first)
      : Elementary.log(Elementary.cos(first) / Elementary.cos(second))
        / Elementary.log(tangent(second) / tangent(first))
    guard n != 0, n.isFinite else { return { ($0, isometric($1)) } }
    let f = Elementary.cos(first) * Elementary.pow(tangent(first), n) / n
    return { longitude, latitude in
      let end = Double.pi / 2 - 1e-6
      let held = f > 0 ? max(-end, latitude) : min(end, latitude)
      let radius = f / Elementary.pow(tangent(held), n)
      return (radius * Elementary.sin(n * longitude), f - radius * Elementary.cos(n * longitude))
    }
  }

  private static func conicEquidistant(
    _ first: Double, _ second: Double
  ) -> (Double, Double) -> (Double, Double) {
    let cosine = Elementary.cos(first)
    let n =
      first == second
      ? Elementary.sin(first) : (cosine - Elementary.cos(second)) / (second - first)
    guard abs(n) >= 1e-6 else { return { ($0, $1) } }
    let g = cosine / n + first
    return { longitude, latitude in
      (
        (g - latitude) * Elementary.sin(n * longitude),
        g - (g - latitude) * Elementary.cos(n * longitude)
      )
    }
  }

  private static func equalEarth(_ longitude: Double, _ latitude: Double) -> (Double, Double) {
    let (a1, a2, a3, a4) = (1.340264, -0.081106, 0.000893, 0.003796)
    let m = 3.0.squareRoot() / 2
    let l = arcsine(m * Elementary.sin(latitude))
    let l2 = l * l
    let l6 = l2 * l2 * l2
    let width = m * (a1 + 3 * a2 * l2 + l6 * (7 * a3 + 9 * a4 * l2))
    return (longitude * Elementary.cos(l) / width, l * (a1 + a2 * l2 + l6 * (a3 + a4 * l2)))
  }

  private static func naturalEarth(_ longitude: Double, _ latitude: Double) -> (Double, Double) {
    let p2 = latitude * latitude
    let p4 = p2 * p2
    let width = 0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))
    let height = 1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))
    return (longitude * width, latitude * height)
  }

  private static func mollweide(_ longitude: Double, _ latitude: Double) -> (Double, Double) {
    let aim = Double.pi * Elementary.sin(latitude)
    var twice = latitude
    for _ in 0..<30 {
      let step = (twice + Elementary.sin(twice) - aim) / (1 + Elementary.cos(twice))
      guard step.isFinite, abs(step) > 1e-9 else { break }
      twice -= step
    }
    let half = twice / 2
    let root = 2.0.squareRoot()
    return (2 * root / .pi * longitude * Elementary.cos(half), root * Elementary.sin(half))
  }
}
