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
    guard !notes.isEmpty else { return text }
    var result = ""
    var start = 0
    let characters = Array(text)
    for (place, note) in notes.enumerated() {
      let end = min(max(start, note.offset), characters.count)
      result += String(characters[start..<end]) + mark(place)
      start = end
    }
    return result + String(characters[start...])
  }
}

extension ReportBlock {
  /// Writes the marks of the notes into the text, which then has no notes: its lead and what is marked
  /// in it keep their words.
  public mutating func writeNotes(marking mark: (Int) -> String) {
    let lengths = notes.indices.map { mark($0).count }
    func moved(_ place: Int, countingNotesAt counts: Bool) -> Int {
      zip(notes, lengths).reduce(place) { sum, note in
        note.0.offset < place || counts && note.0.offset == place ? sum + note.1 : sum
      }
    }
    text = text(marking: mark)
    // A note right behind a lead or a word belongs to it, one right before a word does not.
    if runInLead > 0 { runInLead = moved(runInLead, countingNotesAt: true) }
    marks = marks.map { found in
      let start = moved(found.range.lowerBound, countingNotesAt: true)
      let end = moved(found.range.upperBound, countingNotesAt: false)
      return TextMark(start..<max(start, end), found.kind, reading: found.reading)
    }
    notes = []
  }
}

extension Report {
  /// Whether any block has a note.
  public var hasNotes: Bool { blocks.contains { !$0.notes.isEmpty } }

  /// The report for a page without room for notes at its foot: marks ① in the text, numbered through,
  /// and the notes under them after the last block.
  public func withNotesInText() -> Report {
    guard hasNotes else { return self }
    var report = self
    var found: [ReportBlock] = []
    for index in blocks.indices where !blocks[index].notes.isEmpty {
      let block = blocks[index]
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

  /// The report without its notes.
  public func withoutNotes() -> Report {
    var report = self
    for index in report.blocks.indices { report.blocks[index].notes = [] }
    return report
  }
}
