import DisplayList
import Geometry

/// Paths and paints from chart units.
enum Shapes {
  static func point(_ x: Double, _ y: Double) -> Point { Point(x: .points(x), y: .points(y)) }

  static func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rect {
    Rect(
      left: .points(x), top: .points(y), right: .points(x + width), bottom: .points(y + height))
  }

  static func fill(_ path: Path, _ colour: RGB) -> PlacedItem {
    PlacedItem(at: .zero, .path(path, Paint(fill: InkMatch.ink(colour))))
  }

  static func stroke(_ path: Path, _ line: SceneLine) -> PlacedItem {
    let stroke = Stroke(
      ink: InkMatch.ink(line.colour.flattened(line.opacity)), width: .points(max(0.25, line.width)),
      dash: dash(line.dash))
    return PlacedItem(at: .zero, .path(path, Paint(stroke: stroke)))
  }

  /// A dash pattern; one without gaps is a plain line.
  static func dash(_ dash: [Double]) -> [Length] {
    let gaps = dash.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    guard !dash.isEmpty, dash.count == 1 || gaps.contains(where: { $0 > 0 }) else { return [] }
    return dash.map { .points(max(0, $0)) }
  }

  /// A turn by degrees clockwise.
  static func turn(_ degrees: Double) -> Transform {
    let radians = degrees * Elementary.pi / 180
    let (c, s) = (Elementary.cos(radians), Elementary.sin(radians))
    return Transform(a: c, b: s, c: -s, d: c)
  }

  /// A circle of four curves.
  static func circle(_ x: Double, _ y: Double, _ radius: Double) -> Path {
    let k = radius * 0.5522847498
    return Path([
      .move(point(x + radius, y)),
      .curve(point(x + radius, y + k), point(x + k, y + radius), point(x, y + radius)),
      .curve(point(x - k, y + radius), point(x - radius, y + k), point(x - radius, y)),
      .curve(point(x - radius, y - k), point(x - k, y - radius), point(x, y - radius)),
      .curve(point(x + k, y - radius), point(x + radius, y - k), point(x + radius, y)), .close,
    ])
  }

  static func polygon(_ corners: [(Double, Double)]) -> Path {
    guard let first = corners.first else { return Path() }
    return Path(
      [.move(point(first.0, first.1))] + corners.dropFirst().map { .line(point($0.0, $0.1)) }
        + [.close])
  }

  /// The areas, lines and points of a shape on a map.
  static func outline(_ outline: MapOutline, _ x: Double, _ y: Double) -> Path {
    var path = Path()
    func add(_ points: [GeoPoint]) {
      for (number, own) in points.enumerated() {
        let place = point(x + own.x, y + own.y)
        path.elements.append(number == 0 ? .move(place) : .line(place))
      }
    }
    for ring in outline.rings {
      add(ring)
      path.elements.append(.close)
    }
    outline.lines.forEach(add)
    for own in outline.points {
      path.elements += circle(x + own.x, y + own.y, outline.pointRadius).elements
    }
    return path
  }

  /// A rectangle with corners rounded one by one, from the top left clockwise.
  static func rounded(_ x: Double, _ y: Double, _ w: Double, _ h: Double, _ radii: [Double]) -> Path
  {
    let most = min(w, h) / 2
    let r = radii.map { max(0, min(most, $0)) }
    let k = 1 - 0.5522847498
    return Path([
      .move(point(x + r[0], y)), .line(point(x + w - r[1], y)),
      .curve(point(x + w - r[1] * k, y), point(x + w, y + r[1] * k), point(x + w, y + r[1])),
      .line(point(x + w, y + h - r[2])),
      .curve(
        point(x + w, y + h - r[2] * k), point(x + w - r[2] * k, y + h), point(x + w - r[2], y + h)),
      .line(point(x + r[3], y + h)),
      .curve(point(x + r[3] * k, y + h), point(x, y + h - r[3] * k), point(x, y + h - r[3])),
      .line(point(x, y + r[0])),
      .curve(point(x, y + r[0] * k), point(x + r[0] * k, y), point(x + r[0], y)), .close,
    ])
  }

  /// A sector of a ring, angles in radians clockwise from the top.
  static func sector(_ item: SceneItem, _ x: Double, _ y: Double) -> Path {
    let (cx, cy) = (x + item.x, y + item.y)
    let pad = item.outerRadius > 0 ? item.padAngle / 2 : 0
    let (start, end) = (item.startAngle + pad, max(item.startAngle + pad, item.endAngle - pad))
    var elements: [Path.Element] = []
    arc(&elements, cx, cy, item.outerRadius, start, end, moves: true)
    if item.innerRadius > 0.01 {
      arc(&elements, cx, cy, item.innerRadius, end, start, moves: false)
    } else {
      elements.append(.line(point(cx, cy)))
    }
    elements.append(.close)
    return Path(elements)
  }

  private static func arc(
    _ elements: inout [Path.Element], _ x: Double, _ y: Double, _ radius: Double, _ start: Double,
    _ end: Double, moves: Bool
  ) {
    func at(_ angle: Double) -> (Double, Double) {
      (x + radius * Elementary.sin(angle), y - radius * Elementary.cos(angle))
    }
    let first = at(start)
    elements.append(moves ? .move(point(first.0, first.1)) : .line(point(first.0, first.1)))
    // Sixteen turns lie on one another; more only cost time.
    let pieces = max(
      1, Int(bounded: ((end - start).magnitude / (Elementary.pi / 2)).rounded(.up), 64))
    let step = (end - start) / Double(pieces)
    let k = 4.0 / 3 * Elementary.tan(step / 4) * radius
    for piece in 0..<pieces {
      let a = start + step * Double(piece)
      let (p, q) = (at(a), at(a + step))
      elements.append(
        .curve(
          point(p.0 + k * Elementary.cos(a), p.1 + k * Elementary.sin(a)),
          point(q.0 - k * Elementary.cos(a + step), q.1 - k * Elementary.sin(a + step)),
          point(q.0, q.1)))
    }
  }

  /// A symbol of an area about a point.
  static func symbol(_ shape: String, area: Double, _ x: Double, _ y: Double) -> Path {
    let side = max(0, area).squareRoot()
    let r = side / 2
    switch shape {
    case "square": return .rect(rect(x - r, y - r, side, side))
    case "diamond": return polygon([(x - r, y), (x, y - r), (x + r, y), (x, y + r)])
    case "cross":
      let (s, t) = (r, r / 2.5)
      return polygon([
        (x - s, y - t), (x - s, y + t), (x - t, y + t), (x - t, y + s), (x + t, y + s),
        (x + t, y + t), (x + s, y + t), (x + s, y - t), (x + t, y - t), (x + t, y - s),
        (x - t, y - s), (x - t, y - t),
      ])
    case "triangle-up", "triangle", "arrow", "wedge":
      let h = r * 3.0.squareRoot()
      let drop = shape == "triangle" ? h / 3 - h / 2 : 0
      return polygon([(x, y - h / 2 - drop), (x - r, y + h / 2 - drop), (x + r, y + h / 2 - drop)])
    case "triangle-down":
      let h = r * 3.0.squareRoot() / 2
      return polygon([(x, y + h), (x - r, y - h), (x + r, y - h)])
    case "triangle-right":
      let h = r * 3.0.squareRoot() / 2
      return polygon([(x + h, y), (x - h, y - r), (x - h, y + r)])
    case "triangle-left":
      let h = r * 3.0.squareRoot() / 2
      return polygon([(x - h, y), (x + h, y - r), (x + h, y + r)])
    case "stroke": return .line(from: point(x - r, y), to: point(x + r, y))
    default: return circle(x, y, r)
    }
  }
}
