internal import ReportModel

/// The place of a note's mark in a line.
struct LineNote: Hashable {
  /// Scalars of the line's text before the mark.
  var offset: Int
  /// Which of the text's notes.
  var number: Int
}

/// The notes of a text, numbered as their marks follow each other.
///
/// While a text is taken apart, a mark is one scalar of the private plane 16, so that it travels with
/// the characters beside it; lines are freed of it before they are joined.
struct NoteMarks {
  /// What a mark stands for.
  struct Note: Hashable {
    var text: String
    var isEndnote = false
  }

  private static let first: UInt32 = 0x100000
  /// Most notes of a text.
  static let limit = 0xFFF0

  /// The notes, by number.
  var notes: [Note] = []

  /// The mark of the note with a number.
  static func scalar(_ number: Int) -> Unicode.Scalar {
    Unicode.Scalar(first + UInt32(min(number, limit))) ?? "\u{FFFD}"
  }

  /// The number that a mark stands for; nil for any other character.
  static func number(of scalar: Unicode.Scalar) -> Int? {
    guard scalar.value >= first else { return nil }
    let number = Int(scalar.value - first)
    return number <= limit ? number : nil
  }

  /// A text without marks, and where they stood.
  static func taken(from text: Scalars) -> (text: Scalars, notes: [LineNote]) {
    guard text.contains(where: { number(of: $0) != nil }) else { return (text, []) }
    var rest = Scalars()
    var notes: [LineNote] = []
    for scalar in text {
      if let number = number(of: scalar) {
        notes.append(LineNote(offset: rest.count, number: number))
      } else {
        rest.append(scalar)
      }
    }
    return (rest, notes)
  }

  /// Marks of words in a text that notes were taken from.
  static func shifted(_ marks: [TextMark], by notes: [LineNote]) -> [TextMark] {
    if notes.isEmpty { return marks }
    // A note at offset n of the freed text stood behind as many notes as come before it.
    let stood = notes.enumerated().map { $0.element.offset + $0.offset }
    func freed(_ place: Int) -> Int { place - stood.count { $0 < place } }
    return marks.compactMap { mark in
      let range = freed(mark.range.lowerBound)..<freed(mark.range.upperBound)
      return range.isEmpty ? nil : TextMark(range, mark.kind, reading: mark.reading)
    }
  }

  /// The notes of a joined paragraph, at their characters.
  func notes(of paragraph: Paragraph) -> [ReportNote] {
    guard !notes.isEmpty else { return [] }
    return paragraph.pieces.flatMap { piece in
      piece.line.notes.compactMap { place in
        guard notes.indices.contains(place.number) else { return nil }
        let end = min(piece.offset + place.offset, paragraph.text.count)
        return ReportNote(
          offset: paragraph.text[..<end].string.count, text: notes[place.number].text,
          isEndnote: notes[place.number].isEndnote)
      }
    }
  }

  /// Writes the marks of a table's cells as ①, counted from the first of the table, and gives the notes
  /// that belong under it 表注.
  func settle(_ table: inout RawTable) -> [String] {
    guard !notes.isEmpty else { return [] }
    var found: [String] = []
    let settled = { (cell: String) -> String in
      let (text, places) = Self.taken(from: Scalars(cell))
      guard !places.isEmpty else { return cell }
      var result = ""
      var start = 0
      for place in places where notes.indices.contains(place.number) {
        found.append(ReportNote.mark(found.count + 1) + notes[place.number].text)
        result += text[start..<place.offset].string + ReportNote.mark(found.count)
        start = place.offset
      }
      return result + text[start...].string
    }
    table.header = table.header.map(settled)
    table.rows = table.rows.map { $0.map(settled) }
    return found
  }
}

extension TextLine {
  /// Takes the marks out of the text; every character keeps its column.
  mutating func takeNotes() {
    let (rest, found) = NoteMarks.taken(from: text)
    guard !found.isEmpty else { return }
    var kept: [Int] = []
    for (place, scalar) in text.enumerated() where NoteMarks.number(of: scalar) == nil {
      kept.append(column(of: place))
    }
    boldPrefix -= text.prefix(boldPrefix).count { NoteMarks.number(of: $0) != nil }
    columns = kept
    text = rest
    marks = NoteMarks.shifted(marks, by: found)
    notes = found
  }
}
