import DisplayList

/// A note at the foot of the page, hanging on a row of a flow item.
struct FlowNote {
  /// The row of the item that its mark stands on.
  var row: Int
  /// What its lines draw, each placed from the left edge and the top of its em box; never empty.
  var lines: [RowItems]
  /// Whether it has a number of the page's; a title's note has a star.
  var isNumbered: Bool
}

/// A mark in a text that is about to be set, and the note that it stands for.
struct NoteMark {
  /// Characters of the text before it.
  var offset: Int
  var mark: String
  /// The set note; empty where it stands at the end of the document.
  var lines: [RowItems]
}

/// How much of a page the notes on it take.
///
/// A line of a note is a whole part of a line of the grid, so that notes end on it: two or three of
/// them stand on one. The first part is the rule's.
struct NoteArea: Hashable {
  /// Lines of notes on a line of the grid.
  var perRow = 2

  /// Rows of the grid that so many lines of notes take from the text.
  func rows(for lines: Int) -> Int {
    lines == 0 ? 0 : (lines + 1 + perRow - 1) / perRow
  }

  /// Lines of notes that so many rows hold.
  func lines(in rows: Int) -> Int { max(0, rows * perRow - 1) }
}
