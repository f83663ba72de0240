import Diagnostics
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// The spans of a block with the marks of its notes, raised and small, and the place of each mark.
struct MarkedText {
  private(set) var spans: [TextSpan] = []
  /// The scalar of the spans' text that each mark starts at.
  private(set) var places: [Int] = []
  private var count = 0

  init(_ block: ReportBlock, style: ParagraphStyle, notes: [NoteMark]) {
    let text = Array(block.text)
    let lead = style.runIn == nil ? 0 : min(block.runInLead, text.count)
    var start = 0
    let add = { (marked: inout MarkedText, end: Int) in
      for (range, look) in [
        (start..<min(max(start, lead), end), style.runIn ?? style.character),
        (max(start, min(lead, end))..<end, style.character),
      ] where !range.isEmpty {
        marked.append(TextSpan(String(text[range]), look))
      }
      start = end
    }
    for note in notes {
      let end = min(max(start, note.offset), text.count)
      add(&self, end)
      places.append(count)
      append(
        TextSpan(
          note.mark, Self.look(of: end <= lead ? style.runIn ?? style.character : style.character)))
    }
    add(&self, text.count)
  }

  private mutating func append(_ span: TextSpan) {
    spans.append(span)
    count += span.text.unicodeScalars.count
  }

  /// Three fifths of the text's size, its top at the top of the characters.
  private static func look(of text: CharacterStyle) -> CharacterStyle {
    var look = text
    look.size = text.size.scaled(by: 0.6)
    look.rise = text.size.scaled(by: 0.36)
    return look
  }
}

extension Realizer {
  /// A paragraph with marks: every note hangs on the row of its own.
  func noted(
    _ block: ReportBlock, style: ParagraphStyle, name: String, _ notes: [NoteMark]
  ) throws(Rejection) -> FlowItem {
    let marked = MarkedText(block, style: style, notes: notes)
    let set = try setter.compose(marked.spans, style: style, measure: measure, range: block.range)
    let rows = set.lines.map { $0.placed(onBaseline: ascent) }
    var item = FlowItem(
      choices: [FlowChoice(rows: rows, cost: 0, name: "normal")], name: name, range: block.range)
    for (note, place) in zip(notes, marked.places) where !note.lines.isEmpty {
      let row = set.lines.firstIndex { $0.range.contains(place) } ?? max(0, rows.count - 1)
      item.notes.append(FlowNote(row: row, lines: note.lines, isNumbered: true))
    }
    return item
  }
}
