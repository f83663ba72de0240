public import DisplayList
public import Geometry

/// A paragraph in lines.
public struct ComposedParagraph: Hashable, Sendable {
  /// The lines from the top.
  public var lines: [ComposedLine]
  /// Characters that no face of their role has.
  public var missing: [MissingCharacter]
  /// The sum of the lines' badness and of what their ends cost (LA-5).
  public var badness: Double
  /// What was normalised in the text.
  public var notes: CompositionNotes
  /// In a heading, the worst place at which a line ends.
  public var parting = HeadParting.whole

  /// Makes a paragraph.
  public init(
    lines: [ComposedLine], missing: [MissingCharacter] = [], badness: Double = 0,
    notes: CompositionNotes = CompositionNotes()
  ) {
    self.lines = lines
    self.missing = missing
    self.badness = badness
    self.notes = notes
  }
}

/// One line, ready to be placed.
public struct ComposedLine: Hashable, Sendable {
  /// What is drawn: x from where the text starts, y from the baseline; in reading order.
  public var items: [PlacedItem]
  /// From the left edge of the measure to where the text starts.
  public var indent: Length
  /// From where the text starts to the end of the last advance; a hung mark is not in it.
  public var width: Length
  /// How the line came to that width.
  public var fit: LineFit
  /// The text as set.
  public var text: String
  /// The scalars of the paragraph's spans that the line holds, spaces at its end included.
  public var range: Range<Int>

  /// Makes a line.
  public init(
    items: [PlacedItem], indent: Length, width: Length, fit: LineFit, text: String,
    range: Range<Int>
  ) {
    self.items = items
    self.indent = indent
    self.width = width
    self.fit = fit
    self.text = text
    self.range = range
  }
}
