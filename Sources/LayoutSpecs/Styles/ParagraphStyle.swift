/// How lines stand between the edges of their measure.
public enum Alignment: String, Hashable, Sendable, CaseIterable {
  /// Both edges, the last line at the left.
  case justified
  case left
  case centred
  case right
  /// Both edges, the last line too: 均排 (LA-6).
  case even
}

/// How a paragraph is set.
public struct ParagraphStyle: Hashable, Sendable {
  /// The look of its characters.
  public var character: CharacterStyle
  /// The look of a run-in lead, where the paragraph has one (PG-14).
  public var runIn: CharacterStyle?
  /// Position between the edges.
  public var alignment: Alignment
  /// Indent of the first line in ems of the paragraph (PG-2).
  public var firstLineIndent: Double
  /// Indent of all lines at the left in ems.
  public var leftIndent: Double
  /// Indent of all lines at the right in ems.
  public var rightIndent: Double
  /// Whole lines of the grid that one text line takes; 1 for body text (PG-6).
  public var gridLines: Int
  /// Blank grid lines before.
  public var linesBefore: Int
  /// Blank grid lines after.
  public var linesAfter: Int
  /// Lines break only between words, balanced (PG-13).
  public var isHeading: Bool
  /// Western words may be hyphenated, whatever the profile says of the document (LB-9).
  public var hyphenates = false

  /// Makes a style.
  public init(
    character: CharacterStyle, runIn: CharacterStyle? = nil, alignment: Alignment = .justified,
    firstLineIndent: Double = 2, leftIndent: Double = 0, rightIndent: Double = 0,
    gridLines: Int = 1, linesBefore: Int = 0, linesAfter: Int = 0, isHeading: Bool = false
  ) {
    self.character = character
    self.runIn = runIn
    self.alignment = alignment
    self.firstLineIndent = firstLineIndent
    self.leftIndent = leftIndent
    self.rightIndent = rightIndent
    self.gridLines = gridLines
    self.linesBefore = linesBefore
    self.linesAfter = linesAfter
    self.isHeading = isHeading
  }
}
