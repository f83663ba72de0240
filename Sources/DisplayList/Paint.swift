public import Geometry

/// The ends of a stroke.
public enum LineCap: String, Hashable, Sendable { case butt, round, square }

/// How a line is drawn along a path.
public struct Stroke: Hashable, Sendable {
  /// The ink.
  public var ink: Ink
  /// Thickness.
  public var width: Length
  /// Lengths of dash and gap in turn; empty for an unbroken line.
  public var dash: [Length]
  /// The ends.
  public var cap: LineCap

  /// Makes a stroke.
  public init(ink: Ink, width: Length, dash: [Length] = [], cap: LineCap = .butt) {
    self.ink = ink
    self.width = width
    self.dash = dash
    self.cap = cap
  }
}

/// What a path is painted with: an area, a line, or both (area first).
public struct Paint: Hashable, Sendable {
  /// Ink of the area inside.
  public var fill: Ink?
  /// The line along it.
  public var stroke: Stroke?

  /// Makes a paint.
  public init(fill: Ink? = nil, stroke: Stroke? = nil) {
    self.fill = fill
    self.stroke = stroke
  }
}
