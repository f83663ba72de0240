internal import ReportModel

/// One source line that is not blank, as both readers hand it on: without the marks of the input
/// format, but with a way back to its characters.
struct TextLine {
  /// What the input format itself says about the line.
  enum Mark: Hashable {
    /// Nothing: plain text.
    case none
    /// Markdown `#`, with its depth.
    case heading(Int)
    /// A paragraph of Markdown; lines of one number are one paragraph.
    case paragraph(Int)
    /// A Markdown list item; lines of one number are one item.
    case item(Int)
    /// A Markdown block quotation; lines of one number are one paragraph.
    case quotation(Int)
    /// A row of a table, its place in the reader's tables.
    case tableHeader(Int), tableRule(Int), tableRow(Int)
    /// A line that is a picture or chart, its place in the reader's figures.
    case figure(Int)
    /// A line that says nothing: a thematic break.
    case ornament
    /// A line whose role is written before it, or in the front matter.
    case role(ReportRole)
  }

  /// Line number, counted from 1.
  var number: Int
  /// The characters between the spaces at the ends.
  var text: Scalars
  /// The source column (counted in scalars from 0) of each character of `text`; empty where they
  /// follow each other from `start`.
  var columns: [Int]
  /// The column of the first character, counted in scalars from 0.
  var start: Int
  /// The number of scalars of the whole line.
  var width: Int
  /// Ideographic spaces (or pairs of blanks) before the text.
  var indent: Int
  /// Blank lines before it.
  var blanksBefore: Int
  /// What the format says.
  var mark: Mark
  /// The characters in bold at the start, where the format knows bold.
  var boldPrefix: Int
  /// What the format marks in the text, in scalars of `text`.
  var marks: [TextMark] = []
  /// Marks of notes that stood in the text.
  var notes: [LineNote] = []
  /// Whether the format says that a paragraph begins here, so that nothing before goes on with it.
  var opensParagraph = false

  /// The column of a character of `text`, in scalars from 0.
  func column(of place: Int) -> Int {
    if columns.isEmpty { return start + place }
    if place < columns.count { return columns[place] }
    return (columns.last ?? start) + 1
  }
}
