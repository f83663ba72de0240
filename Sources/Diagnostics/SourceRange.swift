/// A place in a source text, as an editor shows it.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// Line, counted from 1.
  public var line: Int
  /// Column in characters (grapheme clusters), counted from 1.
  public var column: Int

  /// Makes a place from a line and a column, both counted from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether `a` stands before `b`.
  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A stretch of a source file. `end` stands behind the last character.
public struct SourceRange: Hashable, Sendable {
  /// The file as the user named it; never made absolute.
  public var file: String
  /// The first character.
  public var start: SourcePosition
  /// The place behind the last character.
  public var end: SourcePosition

  /// Makes a range between two places of one file; `end` is not before `start`. A finding whose places
  /// stand in the wrong order still points at its start.
  public init(file: String, start: SourcePosition, end: SourcePosition) {
    assert(start <= end, "\(file): a range from \(start) ends before it, at \(end)")
    self.file = file
    self.start = start
    self.end = max(start, end)
  }

  /// A range that points at one place.
  public init(file: String, line: Int, column: Int = 1) {
    let place = SourcePosition(line: line, column: column)
    self.init(file: file, start: place, end: place)
  }

  /// The smallest range that holds both; `other` must be in the same file.
  public func union(_ other: SourceRange) -> SourceRange {
    precondition(file == other.file, "ranges of two files have no union")
    return SourceRange(file: file, start: min(start, other.start), end: max(end, other.end))
  }
}

extension SourceRange: CustomStringConvertible {
  /// `file:line:column`, the form editors jump to.
  public var description: String { "\(file):\(start.line):\(start.column)" }
}
