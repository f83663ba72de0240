/// The net of meridians and parallels: every ten degrees, meridians to the poles every ninety.
struct Graticule {
  private var major = GeoPoint(x: 90, y: 360)
  private var minor = GeoPoint(x: 10, y: 10)
  private var majorEnds = (GeoPoint(x: -180, y: -90 + 1e-6), GeoPoint(x: 180, y: 90 - 1e-6))
  private var minorEnds = (GeoPoint(x: -180, y: -80 - 1e-6), GeoPoint(x: 180, y: 80 + 1e-6))
  /// The distance of the points of a line, in degrees.
  private var precision = 2.5

  /// Most points of a net: a finer one is a grey page.
  static let mostPoints = 200_000

  /// Reads `true` or a map with `step`, `stepMajor`, `stepMinor`, `extent`, `extentMajor`,
  /// `extentMinor` and `precision`.
  init(_ spec: SpecValue) {
    if let step = Self.pair(spec["step"]) { (major, minor) = (step, step) }
    major = Self.pair(spec["stepMajor"]) ?? major
    minor = Self.pair(spec["stepMinor"]) ?? minor
    if let ends = Self.ends(spec["extent"]) { (majorEnds, minorEnds) = (ends, ends) }
    majorEnds = Self.ends(spec["extentMajor"]) ?? majorEnds
    minorEnds = Self.ends(spec["extentMinor"]) ?? minorEnds
    precision = spec["precision"]?.number ?? precision
  }

  /// Whether it has more points than a net may have, or steps that lead nowhere.
  var isTooFine: Bool {
    func count(_ ends: (GeoPoint, GeoPoint), _ step: GeoPoint) -> Double {
      guard step.x > 0, step.y > 0 else { return .infinity }
      let (wide, high) = (ends.1.x - ends.0.x, ends.1.y - ends.0.y)
      return wide / step.x * (high / 90 + 2) + high / step.y * (wide / precision + 2)
    }
    let points = count(majorEnds, major) + count(minorEnds, minor)
    return !(precision > 0 && points <= Double(Self.mostPoints))
  }

  /// The lines as one geometry, of a net that is not too fine.
  var geometry: SpecValue {
    let lines = self.lines.map { line in
      SpecValue(line.map { [SpecValue($0.x), SpecValue($0.y)] as SpecValue })
    }
    return ["type": "MultiLineString", "coordinates": SpecValue(lines)]
  }

  private var lines: [[GeoPoint]] {
    var lines: [[GeoPoint]] = []
    for x in Self.steps(majorEnds.0.x, majorEnds.1.x, major.x) {
      lines.append(meridian(x, majorEnds))
    }
    for y in Self.steps(majorEnds.0.y, majorEnds.1.y, major.y) {
      lines.append(parallel(y, majorEnds))
    }
    for x in Self.steps(minorEnds.0.x, minorEnds.1.x, minor.x) where !Self.lies(x, on: major.x) {
      lines.append(meridian(x, minorEnds))
    }
    for y in Self.steps(minorEnds.0.y, minorEnds.1.y, minor.y) where !Self.lies(y, on: major.y) {
      lines.append(parallel(y, minorEnds))
    }
    return lines
  }

  private func meridian(_ x: Double, _ ends: (GeoPoint, GeoPoint)) -> [GeoPoint] {
    Self.places(ends.0.y, ends.1.y, 90).map { GeoPoint(x: x, y: $0) }
  }

  private func parallel(_ y: Double, _ ends: (GeoPoint, GeoPoint)) -> [GeoPoint] {
    Self.places(ends.0.x, ends.1.x, precision).map { GeoPoint(x: $0, y: y) }
  }

  private static func places(_ low: Double, _ high: Double, _ step: Double) -> [Double] {
    Array(stride(from: low, to: high - 1e-6, by: step)) + [high]
  }

  /// The multiples of a step from the first one within to before the end.
  private static func steps(_ low: Double, _ high: Double, _ step: Double) -> [Double] {
    guard low < high else { return [] }
    return Array(stride(from: (low / step).rounded(.up) * step, to: high, by: step))
  }

  private static func lies(_ value: Double, on step: Double) -> Bool {
    abs(value.truncatingRemainder(dividingBy: step)) <= 1e-6
  }

  private static func pair(_ spec: SpecValue?) -> GeoPoint? {
    guard let parts = spec?.list, parts.count == 2, let x = parts[0].number, let y = parts[1].number
    else { return nil }
    return GeoPoint(x: x, y: y)
  }

  private static func ends(_ spec: SpecValue?) -> (GeoPoint, GeoPoint)? {
    let rows = (spec?.list ?? []).map { ($0.list ?? []).compactMap(\.number) }
    guard rows.count == 2, rows.allSatisfy({ $0.count == 2 }) else { return nil }
    func held(_ row: [Double]) -> GeoPoint {
      GeoPoint(x: max(-360, min(360, row[0])), y: max(-90, min(90, row[1])))
    }
    return (held(rows[0]), held(rows[1]))
  }
}
