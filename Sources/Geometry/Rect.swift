/// An upright rectangle.
public struct Rect: Hashable, Sendable {
  /// The top left corner.
  public var origin: Point
  /// Width and height, never negative.
  public var size: Size

  /// Makes a rectangle from its corner and size.
  public init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Makes a rectangle from its edges.
  public init(left: Length, top: Length, right: Length, bottom: Length) {
    origin = Point(x: left, y: top)
    size = Size(width: right - left, height: bottom - top)
  }

  /// Left edge.
  public var left: Length { origin.x }
  /// Top edge.
  public var top: Length { origin.y }
  /// Right edge.
  public var right: Length { origin.x + size.width }
  /// Bottom edge.
  public var bottom: Length { origin.y + size.height }

  /// Whether the two share an area (touching edges do not count).
  public func overlaps(_ other: Rect) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// Whether `other` lies wholly inside.
  public func contains(_ other: Rect) -> Bool {
    left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom
  }

  /// The rectangle without a margin on each side.
  public func inset(by insets: Insets) -> Rect {
    Rect(
      left: left + insets.left, top: top + insets.top, right: right - insets.right,
      bottom: bottom - insets.bottom)
  }
}

/// Distances from the four edges.
public struct Insets: Hashable, Sendable {
  /// From the top edge.
  public var top: Length
  /// From the right edge.
  public var right: Length
  /// From the bottom edge.
  public var bottom: Length
  /// From the left edge.
  public var left: Length

  /// Makes insets from four distances.
  public init(
    top: Length = .zero, right: Length = .zero, bottom: Length = .zero, left: Length = .zero
  ) {
    self.top = top
    self.right = right
    self.bottom = bottom
    self.left = left
  }

  /// The same distance from all edges.
  public init(all distance: Length) {
    self.init(top: distance, right: distance, bottom: distance, left: distance)
  }

  /// No distance.
  public static let zero = Insets()
}
