import Geometry

/// Lines through points: straight, in steps, or smooth as d3-shape draws them.
enum Curves {
  typealias Points = [(Double, Double)]

  /// The elements of a line through points.
  static func line(_ points: Points, _ kind: String?, _ tension: Double) -> [Path.Element] {
    guard let first = points.first else { return [] }
    let start = Path.Element.move(Shapes.point(first.0, first.1))
    guard points.count > 1 else { return [start, .line(Shapes.point(first.0, first.1))] }
    return [start] + rest(points, kind, tension)
  }

  /// A straight line of thousands of points without those that cannot be seen: of the points that
  /// follow each other within a sixteenth of a point of width, the first, the highest, the lowest
  /// and the last (Jugel and others, M4, VLDB 2014).
  static func thinned(_ points: Points, _ kind: String?) -> Points {
    guard points.count >= 4000, kind == nil || kind == "linear" else { return points }
    var kept: Points = []
    var start = 0
    while start < points.count {
      let column = (points[start].0 * 16).rounded(.down)
      var (end, low, high) = (start, start, start)
      while end + 1 < points.count, (points[end + 1].0 * 16).rounded(.down) == column {
        end += 1
        if points[end].1 < points[low].1 { low = end }
        if points[end].1 > points[high].1 { high = end }
      }
      var last = -1
      for place in [start, min(low, high), max(low, high), end] where place > last {
        kept.append(points[place])
        last = place
      }
      start = end + 1
    }
    return kept
  }

  /// An area between two lines.
  static func area(_ upper: Points, _ lower: Points, _ kind: String?, _ tension: Double) -> Path {
    guard let corner = lower.last else { return Path() }
    let back = kind == "step-before" ? "step-after" : kind == "step-after" ? "step-before" : kind
    return Path(
      line(upper, kind, tension) + [.line(Shapes.point(corner.0, corner.1))]
        + rest(lower.reversed(), back, tension) + [.close])
  }

  private static func rest(_ points: Points, _ kind: String?, _ tension: Double) -> [Path.Element] {
    guard points.count > 1 else { return [] }
    switch kind {
    case "step", "step-before", "step-after": return steps(points, kind ?? "step")
    case "monotone": return points.count > 2 ? monotone(points) : straight(points)
    case "basis", "bundle": return points.count > 2 ? basis(points) : straight(points)
    case "cardinal", "catmull-rom", "natural":
      let k = kind == "cardinal" ? (1 - tension) / 6 : 1.0 / 6
      return points.count > 2 ? cardinal(points, k) : straight(points)
    case "linear-closed": return straight(points) + [.close]
    default: return straight(points)
    }
  }

  private static func straight(_ points: Points) -> [Path.Element] {
    points.dropFirst().map { .line(Shapes.point($0.0, $0.1)) }
  }

  private static func steps(_ points: Points, _ kind: String) -> [Path.Element] {
    let share = kind == "step-before" ? 0.0 : kind == "step-after" ? 1 : 0.5
    return zip(points, points.dropFirst()).flatMap { a, b -> [Path.Element] in
      let x = a.0 + (b.0 - a.0) * share
      return [
        .line(Shapes.point(x, a.1)), .line(Shapes.point(x, b.1)), .line(Shapes.point(b.0, b.1)),
      ]
    }
  }

  /// Smooth without overshooting (Steffen 1990).
  private static func monotone(_ points: Points) -> [Path.Element] {
    var slopes = [Double](repeating: 0, count: points.count)
    for place in points.indices.dropFirst().dropLast() {
      let (p, q, r) = (points[place - 1], points[place], points[place + 1])
      let (h0, h1) = (q.0 - p.0, r.0 - q.0)
      guard h0 != 0, h1 != 0, h0 + h1 != 0 else { continue }
      let (s0, s1) = ((q.1 - p.1) / h0, (r.1 - q.1) / h1)
      let mean = (s0 * h1 + s1 * h0) / (h0 + h1)
      let signs = (s0 < 0 ? -1.0 : 1) + (s1 < 0 ? -1.0 : 1)
      slopes[place] = signs * min(s0.magnitude, s1.magnitude, 0.5 * mean.magnitude)
    }
    func end(_ near: Int, _ far: Int) -> Double {
      let h = points[far].0 - points[near].0
      return h == 0 ? slopes[far] : (3 * (points[far].1 - points[near].1) / h - slopes[far]) / 2
    }
    slopes[0] = end(0, 1)
    slopes[points.count - 1] = end(points.count - 1, points.count - 2)
    return points.indices.dropFirst().map { place in
      let (p, q) = (points[place - 1], points[place])
      let dx = (q.0 - p.0) / 3
      return .curve(
        Shapes.point(p.0 + dx, p.1 + dx * slopes[place - 1]),
        Shapes.point(q.0 - dx, q.1 - dx * slopes[place]), Shapes.point(q.0, q.1))
    }
  }

  private static func cardinal(_ points: Points, _ k: Double) -> [Path.Element] {
    points.indices.dropFirst().map { place in
      let before = points[max(0, place - 2)]
      let (p, q) = (points[place - 1], points[place])
      let after = points[min(points.count - 1, place + 1)]
      return .curve(
        Shapes.point(p.0 + k * (q.0 - before.0), p.1 + k * (q.1 - before.1)),
        Shapes.point(q.0 - k * (after.0 - p.0), q.1 - k * (after.1 - p.1)), Shapes.point(q.0, q.1))
    }
  }

  private static func basis(_ points: Points) -> [Path.Element] {
    let padded = [points[0]] + points + [points[points.count - 1]]
    var elements: [Path.Element] = []
    for place in 1..<padded.count - 1 {
      let (a, b, c) = (padded[place - 1], padded[place], padded[min(place + 1, padded.count - 1)])
      elements.append(
        .curve(
          Shapes.point((2 * a.0 + b.0) / 3, (2 * a.1 + b.1) / 3),
          Shapes.point((a.0 + 2 * b.0) / 3, (a.1 + 2 * b.1) / 3),
          Shapes.point((a.0 + 4 * b.0 + c.0) / 6, (a.1 + 4 * b.1 + c.1) / 6)))
    }
    let last = points[points.count - 1]
    return elements + [.line(Shapes.point(last.0, last.1))]
  }

  /// A line whose width changes along the way.
  static func trail(_ points: [SceneItem], _ x: Double, _ y: Double) -> Path {
    var elements: [Path.Element] = []
    for (a, b) in zip(points, points.dropFirst()) {
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0 else { continue }
      let (nx, ny) = (-dy / length / 2, dx / length / 2)
      elements +=
        Shapes.polygon([
          (x + a.x + nx * a.size, y + a.y + ny * a.size),
          (x + b.x + nx * b.size, y + b.y + ny * b.size),
          (x + b.x - nx * b.size, y + b.y - ny * b.size),
          (x + a.x - nx * a.size, y + a.y - ny * a.size),
        ]).elements
    }
    for point in points where point.size > 0 {
      elements += Shapes.circle(x + point.x, y + point.y, point.size / 2).elements
    }
    return Path(elements)
  }
}
