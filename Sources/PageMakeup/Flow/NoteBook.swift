import Diagnostics
import Geometry
import LayoutSpecs
import ReportModel

/// The notes of a document while its blocks are set: which mark each has, and which wait for the end.
struct NoteBook {
  private let notes: NoteSetter
  private let spec: NoteSpec
  /// Numbers of the notes at page feet, in their order, as the pages of the pass before gave them.
  private let numbers: [Int]
  private(set) var footCount = 0
  /// Notes for the end of the document.
  private(set) var ends: [(mark: String, text: String)] = []

  init(setter: TextSetter, spec: DocumentSpec, measure: Length, numbers: [Int]) {
    notes = NoteSetter(setter: setter, measure: measure)
    var found = spec.notes
    // Screens are one long image without page feet.
    if spec.isScreens { found.place = .end }
    self.spec = found
    self.numbers = numbers
  }

  /// Marks for the notes of a block, each note at the foot set in lines.
  mutating func take(_ block: ReportBlock) throws(Rejection) -> [NoteMark] {
    var marks: [NoteMark] = []
    for note in block.notes {
      if note.isEndnote || spec.place == .end {
        // Only where a paper has both are the two told apart.
        let isBracketed = note.isEndnote && spec.place == .foot
        let number = ends.count + 1
        let mark = isBracketed ? ReportNote.endMark(number) : ReportNote.mark(number)
        ends.append((mark, note.text))
        marks.append(NoteMark(offset: note.offset, mark: mark, lines: []))
      } else {
        let number =
          spec.numbering == .document
          ? footCount + 1 : footCount < numbers.count ? numbers[footCount] : 1
        footCount += 1
        let mark = ReportNote.mark(number)
        marks.append(
          NoteMark(
            offset: note.offset, mark: mark, lines: try notes.lines(of: note.text, mark: mark)))
      }
    }
    return marks
  }

  /// The notes of a title or caption, which stars mark.
  func starred(_ found: [ReportNote]) throws(Rejection) -> [FlowNote] {
    var set: [FlowNote] = []
    for (place, note) in found.enumerated() {
      let lines = try notes.lines(of: note.text, mark: StarNotes.mark(place))
      set.append(FlowNote(row: 0, lines: lines, isNumbered: false))
    }
    return set
  }

  /// The notes that stand at the end, as items of the flow.
  func endItems(ascent: Length) throws(Rejection) -> [FlowItem] {
    var items: [FlowItem] = []
    for (place, note) in ends.enumerated() {
      let item = try notes.item(
        note.text, mark: note.mark, ascent: ascent, name: "endnote \(place + 1)")
      items.append(place == 0 ? item.withBlankRows(before: 1) : item)
    }
    return items
  }
}

/// Notes on titles, captions and the other parts that stand in fixed places: `*` marks them, and they hang
/// on the whole part.
struct StarNotes {
  /// The report with stars in such parts.
  private(set) var report: Report
  /// The notes by block.
  private(set) var notes: [Int: [ReportNote]] = [:]

  static func mark(_ place: Int) -> String { String(repeating: "*", count: place + 1) }

  init(_ report: Report, spec: DocumentSpec) {
    self.report = report
    guard report.hasNotes else { return }
    var roles = TitleBlock.roles.union([.caption, .tableTitle])
    if spec.form != .plain, spec.form != .script {
      roles.formUnion([
        .masthead, .issuer, .docnum, .issue, .issuerDate, .attachmentRef, .attachmentTitle,
        .signature, .date,
      ])
    }
    if spec.foot != .flow { roles.formUnion([.distribution, .imprint, .printCount]) }
    for (index, block) in report.blocks.enumerated()
    where !block.notes.isEmpty && roles.contains(block.role) {
      notes[index] = block.notes
      self.report.blocks[index].writeNotes(marking: Self.mark)
      // A table is printed with its own title.
      if block.role == .tableTitle,
        let table = report.blocks[index...].compactMap(\.table).first
      {
        self.report.tables[table].title += block.notes.indices.map(Self.mark).joined()
      }
    }
  }
}
