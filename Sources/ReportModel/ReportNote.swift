/// A note on a place of a block's text. Its mark is no part of the text: whoever sets the block numbers
/// it, by page or through the document.
public struct ReportNote: Hashable, Sendable {
  /// Characters of the block's text before the mark.
  public var offset: Int
  /// What the note says.
  public var text: String
  /// Whether it stands at the end of the document wherever its mark stands.
  public var isEndnote: Bool

  /// Makes a note.
  public init(offset: Int, text: String, isEndnote: Bool = false) {
    self.offset = offset
    self.text = text
    self.isEndnote = isEndnote
  }

  /// The mark of a number: ① to ⑳, ㉑ to ㊿, then numbers in brackets.
  public static func mark(_ number: Int) -> String {
    let scalar =
      switch number {
      case 1...20: 0x245F + number
      case 21...35: 0x3251 + number - 21
      case 36...50: 0x32B1 + number - 36
      default: 0
      }
    guard scalar > 0, let circled = Unicode.Scalar(UInt32(scalar)) else { return "〔\(number)〕" }
    return String(Character(circled))
  }

  /// The mark of an endnote, which is told from a footnote's at a glance.
  public static func endMark(_ number: Int) -> String { "[\(number)]" }
}

extension ReportBlock {
  /// The text with a mark at each note's place; `mark` is asked for the place of the note in `notes`.
  public func text(marking mark: (Int) -> String) -> String {
    var written = self
    written.writeNotes(marking: mark)
    return written.text
  }
}

extension ReportBlock {
  /// Writes the marks of the notes into the text, which then has no notes.
  public mutating func writeNotes(marking mark: (Int) -> String) {
    insert(notes.indices.map { (notes[$0].offset, mark($0)) })
    notes = []
  }

  /// Writes readings in brackets behind their characters, for lines that have no room over them.
  public mutating func writeReadings() {
    let readings = marks.filter { $0.kind == .reading }
    marks.removeAll { $0.kind == .reading }
    insert(readings.map { ($0.range.upperBound, "（\($0.reading)）") })
  }

  /// Inserts pieces before characters, by rising offsets; the lead, what is marked and the notes keep
  /// their words.
  private mutating func insert(_ pieces: [(offset: Int, text: String)]) {
    if pieces.isEmpty { return }
    // What is inserted right behind a lead or a word belongs to the lead, and to no word.
    func moved(_ place: Int, countingPiecesAt counts: Bool) -> Int {
      pieces.reduce(place) { sum, piece in
        piece.offset < place || counts && piece.offset == place ? sum + piece.text.count : sum
      }
    }
    var result = ""
    var start = 0
    let characters = Array(text)
    for piece in pieces {
      let end = min(max(start, piece.offset), characters.count)
      result += String(characters[start..<end]) + piece.text
      start = end
    }
    if runInLead > 0 { runInLead = moved(runInLead, countingPiecesAt: true) }
    marks = marks.map { found in
      let start = moved(found.range.lowerBound, countingPiecesAt: true)
      let end = moved(found.range.upperBound, countingPiecesAt: false)
      return TextMark(start..<max(start, end), found.kind, reading: found.reading)
    }
    for index in notes.indices {
      notes[index].offset = moved(notes[index].offset, countingPiecesAt: true)
    }
    text = result + String(characters[start...])
  }
}

extension Report {
  /// Whether any block has a note.
  public var hasNotes: Bool { blocks.contains { !$0.notes.isEmpty } }

  /// The report for a page without room for notes at its foot or readings between its lines: marks ①
  /// in the text, numbered through, and the notes under them after the last block; readings in
  /// brackets.
  public func withNotesInText() -> Report {
    var report = self
    for index in blocks.indices { report.blocks[index].writeReadings() }
    guard hasNotes else { return report }
    var found: [ReportBlock] = []
    for index in blocks.indices where !blocks[index].notes.isEmpty {
      let block = report.blocks[index]
      let first = found.count + 1
      report.blocks[index].writeNotes { ReportNote.mark(first + $0) }
      for (place, note) in block.notes.enumerated() {
        found.append(
          ReportBlock(
            role: .note, text: ReportNote.mark(first + place) + note.text, range: block.range))
      }
    }
    report.blocks += found
    return report
  }
}
