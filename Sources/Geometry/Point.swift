/// A place on a page; y grows downwards, the origin is the trim's top left corner.
public struct Point: Hashable, Sendable {
  /// Distance from the left.
  public var x: Length
  /// Distance from the top.
  public var y: Length

  /// Makes a point.
  public init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }

  /// The top left corner.
  public static let zero = Point(x: .zero, y: .zero)

  /// The sum of two vectors.
  public static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  /// The vector from `b` to `a`.
  public static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
}

/// Width and height.
public struct Size: Hashable, Sendable {
  /// Extent from left to right.
  public var width: Length
  /// Extent from top to bottom.
  public var height: Length

  /// Makes a size.
  public init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }

  /// Nothing.
  public static let zero = Size(width: .zero, height: .zero)
}
