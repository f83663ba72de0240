internal import Diagnostics
internal import ReportModel

extension ReportYAMLReader {
  /// The notes of a block: `[^1]` in its text is the place of the first of `notes`, `[^2]` that of the
  /// second. The marks are taken out of the text.
  mutating func notes(_ record: YAMLRecord, _ text: inout String) -> [ReportNote] {
    guard let field = record.field("notes") else { return [] }
    let words = list(record, "notes") { $0.note($1) }
    var notes: [ReportNote] = []
    var seen: Set<Int> = []
    var rest = ""
    var place = text.startIndex
    while place < text.endIndex {
      if let (number, end) = Self.mark(in: text, at: place), words.indices.contains(number - 1),
        seen.insert(number).inserted
      {
        var note = words[number - 1]
        note.offset = rest.count
        notes.append(note)
        place = end
      } else {
        rest.append(text[place])
        place = text.index(after: place)
      }
    }
    for number in words.indices.map({ $0 + 1 }) where !seen.contains(number) {
      problems.report(NoteProblems.unused(String(number), at: field.range))
    }
    text = rest
    return notes
  }

  /// The number of a mark `[^12]` at a place, and where it ends.
  private static func mark(in text: String, at place: String.Index) -> (Int, String.Index)? {
    guard text[place...].hasPrefix("[^"), let close = text[place...].firstIndex(of: "]"),
      let number = Int(text[text.index(place, offsetBy: 2)..<close])
    else { return nil }
    return (number, text.index(after: close))
  }

  private mutating func note(_ field: YAMLField) -> ReportNote? {
    guard let record = YAMLRecord(field, keys: ReportFileKeys.note, into: &problems) else {
      return nil
    }
    return ReportNote(
      offset: 0, text: record.string("text", into: &problems),
      isEndnote: record.value("endnote", "true or false", "true 或 false", into: &problems) {
        $0.bool
      } ?? false)
  }
}
