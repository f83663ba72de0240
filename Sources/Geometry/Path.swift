/// Lines and curves to be filled or stroked.
public struct Path: Hashable, Sendable {
  /// One stroke of the pen.
  public enum Element: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  /// The strokes, in order.
  public var elements: [Element]

  /// Makes a path from strokes.
  public init(_ elements: [Element] = []) { self.elements = elements }

  /// A rectangle.
  public static func rect(_ rect: Rect) -> Path {
    Path([
      .move(rect.origin), .line(Point(x: rect.right, y: rect.top)),
      .line(Point(x: rect.right, y: rect.bottom)), .line(Point(x: rect.left, y: rect.bottom)),
      .close,
    ])
  }

  /// A straight line.
  public static func line(from start: Point, to end: Point) -> Path {
    Path([.move(start), .line(end)])
  }

  /// A rectangle with round corners; the radius is cut to half the shorter side.
  public static func roundedRect(_ r: Rect, radius: Length) -> Path {
    let half = min(r.size.width, r.size.height) / 2
    let radius = min(radius, half)
    // Distance of the control points for a quarter circle.
    let k = radius - radius.scaled(by: 0.5522847498)
    func point(_ x: Length, _ y: Length) -> Point { Point(x: x, y: y) }
    return Path([
      .move(point(r.left + radius, r.top)), .line(point(r.right - radius, r.top)),
      .curve(
        point(r.right - k, r.top), point(r.right, r.top + k), point(r.right, r.top + radius)),
      .line(point(r.right, r.bottom - radius)),
      .curve(
        point(r.right, r.bottom - k), point(r.right - k, r.bottom),
        point(r.right - radius, r.bottom)),
      .line(point(r.left + radius, r.bottom)),
      .curve(
        point(r.left + k, r.bottom), point(r.left, r.bottom - k), point(r.left, r.bottom - radius)),
      .line(point(r.left, r.top + radius)),
      .curve(
        point(r.left, r.top + k), point(r.left + k, r.top), point(r.left + radius, r.top)),
      .close,
    ])
  }
}
