public import Geometry

/// The integer page: columns by lines, the measure a whole number of body characters (PG-1, NP-1).
///
/// Line `n` (from 1) has its em box from `top(ofLine: n)`, one em high; what is left of the leading
/// lies below it. So the first line's em box touches the head of the type area and the last line's
/// em box its foot.
public struct PageGrid: Hashable, Sendable {
  /// Number of columns.
  public var columns: Int
  /// Characters in a column.
  public var measure: Int
  /// Characters in a gutter.
  public var gutter: Int
  /// What a gutter takes beyond its characters, where columns of whole characters leave something of
  /// the width (NP-1).
  public var spare: Length
  /// Lines in a column.
  public var lines: Int
  /// Size of the body.
  public var em: Length
  /// Distance of the baselines.
  public var leading: Length
  /// The type area's top left corner on the page.
  public var origin: Point

  /// Makes a grid.
  public init(
    columns: Int, measure: Int, gutter: Int, lines: Int, em: Length, leading: Length,
    origin: Point, spare: Length = .zero
  ) {
    self.spare = spare
    self.columns = columns
    self.measure = measure
    self.gutter = gutter
    self.lines = lines
    self.em = em
    self.leading = leading
    self.origin = origin
  }

  /// Characters in `count` merged columns: (w + 1)k − 1 with a gutter of one (typography part 7).
  public func characters(inColumns count: Int) -> Int { (measure + gutter) * count - gutter }

  /// Width of a gutter.
  public var gutterWidth: Length { em * gutter + spare }

  /// Width of `count` merged columns, their gutters included, for text and pictures alike (PG-10).
  public func width(ofColumns count: Int) -> Length {
    em * characters(inColumns: count) + spare * (count - 1)
  }

  /// Left edge of a column, counted from 1.
  public func left(ofColumn column: Int) -> Length {
    origin.x + (em * measure + gutterWidth) * (column - 1)
  }

  /// Top of a line's em box, counted from 1.
  public func top(ofLine line: Int) -> Length { origin.y + leading * (line - 1) }

  /// Height of `count` lines from the first em box's top to the last one's bottom.
  public func height(ofLines count: Int) -> Length { leading * (count - 1) + em }

  /// The type area.
  public var typeArea: Rect {
    Rect(
      origin: origin, size: Size(width: width(ofColumns: columns), height: height(ofLines: lines)))
  }

  /// The rectangle of columns and lines, both counted from 1.
  public func rect(columns: ClosedRange<Int>, lines: ClosedRange<Int>) -> Rect {
    Rect(
      origin: Point(x: left(ofColumn: columns.lowerBound), y: top(ofLine: lines.lowerBound)),
      size: Size(width: width(ofColumns: columns.count), height: height(ofLines: lines.count)))
  }
}
