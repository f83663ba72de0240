internal import ReportModel

/// A paragraph of a Word file with the facts that its role is read from.
struct WordParagraph {
  /// Its lines: soft breaks part them.
  var lines: [String] = [""]
  /// How many characters of the first line are bold, or in a head's font, from its start.
  var leadLength = 0
  /// The font, size and weight that most of its characters have.
  var font: String?
  var size: Int?
  var isBold = false
  var alignment: String?
  var indent = 0
  var outline: Int?
  var styleName = ""
  var isBullet = false
  /// What is marked in each line, in scalars.
  var marks: [[TextMark]] = []
  /// What of it cannot be taken over.
  var losses: [WordLoss] = []
  /// Whether it leads to another place of the file, as a line of contents does.
  var hasAnchor = false

  /// Its words, without the marks of notes.
  var text: String { NoteMarks.taken(from: Scalars(lines.joined())).text.string }

  /// Whether a character of it cannot be set as it came.
  var needsCare: Bool { lines.contains { CharacterCare.concerns(Scalars($0)) } }

  /// A label was put before the first line.
  mutating func shiftMarks(by length: Int) {
    guard !marks.isEmpty else { return }
    marks[0] = marks[0].map { $0.moved(by: length) }
  }
}

/// One thing of a Word file's body, in reading order.
enum WordBlock {
  case paragraph(WordParagraph)
  case table(WordTable)
  case picture(WordPicture)
  /// Something between paragraphs that cannot be taken over.
  case loss(WordLoss)
}
