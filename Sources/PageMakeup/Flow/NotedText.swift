import Diagnostics
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// The spans of a block with the marks of its notes, raised and small, and the place of each mark.
struct NotedText {
  private(set) var spans: [TextSpan] = []
  /// The scalar of the spans' text that each mark starts at.
  private(set) var places: [Int] = []
  private var count = 0

  init(_ block: ReportBlock, style: ParagraphStyle, notes: [NoteMark]) {
    var waiting = notes[...]
    var offset = 0
    var look = style.character
    for span in MarkedText.spans(of: block, style: style) {
      var rest = Array(span.text)[...]
      look = span.style
      // Characters under a reading are not parted: a mark inside them stands behind.
      while let note = waiting.first, note.offset <= offset + rest.count, span.ruby == nil,
        !rest.isEmpty
      {
        let head = rest.prefix(max(0, note.offset - offset))
        append(TextSpan(String(head), span.style))
        rest = rest.dropFirst(head.count)
        offset += head.count
        add(note, look: look)
        waiting = waiting.dropFirst()
      }
      append(TextSpan(String(rest), span.style, ruby: span.ruby))
      offset += rest.count
    }
    for note in waiting { add(note, look: look) }
  }

  private mutating func add(_ note: NoteMark, look: CharacterStyle) {
    places.append(count)
    append(TextSpan(note.mark, Self.raised(look)))
  }

  private mutating func append(_ span: TextSpan) {
    if span.text.isEmpty { return }
    spans.append(span)
    count += span.text.unicodeScalars.count
  }

  /// Three fifths of the text's size, its top at the top of the characters.
  private static func raised(_ text: CharacterStyle) -> CharacterStyle {
    var look = text
    look.emphasis = .none
    look.isDotted = false
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
    let marked = NotedText(block, style: style, notes: notes)
    let set = try setter.compose(marked.spans, style: style, measure: measure, range: block.range)
    let rows = set.lines.map { $0.placed(onBaseline: ascent) }
    var item = FlowItem(
      choices: [FlowChoice(rows: rows, cost: 0, name: "normal")], name: name, range: block.range)
    item.words = [
      FlowParagraph(
        style: block.role.rawValue, spans: marked.spans, lineEnds: Self.lineEnds(of: set))
    ]
    for (note, place) in zip(notes, marked.places) where !note.lines.isEmpty {
      let row = set.lines.firstIndex { $0.range.contains(place) } ?? max(0, rows.count - 1)
      item.notes.append(FlowNote(row: row, lines: note.lines, isNumbered: true))
    }
    return item
  }
}
