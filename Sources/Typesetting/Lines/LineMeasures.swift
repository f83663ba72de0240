public import Geometry

/// The width of each line of a paragraph, and where it starts: text beside a picture has short lines.
public struct LineMeasures: Hashable, Sendable {
  /// One line's place.
  public struct Slot: Hashable, Sendable {
    /// From the column's left edge to the line's.
    public var indent: Length
    /// The line's width.
    public var width: Length

    /// Makes a slot.
    public init(indent: Length = .zero, width: Length) {
      self.indent = indent
      self.width = width
    }
  }

  /// The first lines that differ.
  public let lines: [Slot]
  /// All lines after them.
  public let rest: Slot

  /// The same measure for all lines.
  public init(_ measure: Length) {
    lines = []
    rest = Slot(width: measure)
  }

  /// Measures of the first lines; `rest`, or the last of them, holds for all others.
  ///
  /// An empty list without `rest` is a measure of nothing.
  public init(
    lines: [(indent: Length, width: Length)], rest: (indent: Length, width: Length)? = nil
  ) {
    self.lines = lines.map { Slot(indent: $0.indent, width: $0.width) }
    self.rest =
      rest.map { Slot(indent: $0.indent, width: $0.width) } ?? self.lines.last ?? Slot(width: .zero)
  }

  /// The place of a line, counted from 0.
  public subscript(_ line: Int) -> Slot { line < lines.count ? lines[line] : rest }
}
