internal import Diagnostics
internal import ReportModel

/// The steps all line-based formats share: joins, roles, run-in leads, tables, indicators, flags.
struct ReportAssembly {
  private var draft: Draft

  /// Takes a reader's draft.
  init(_ draft: Draft) {
    self.draft = draft
    TitleLabels.take(&self.draft)
    guard !draft.notes.notes.isEmpty else { return }
    for index in self.draft.lines.indices { self.draft.lines[index].takeNotes() }
    for index in draft.figures.indices {
      self.draft.figures[index].caption =
        NoteMarks.taken(from: Scalars(draft.figures[index].caption)).text.string
    }
  }

  /// The report.
  func report(into problems: inout Problems) -> Report {
    let shapes = draft.lines.map { LineShape($0.text) }
    let joins = LineJoiner(draft.lines, shapes).joins()
    let elements = Elements.elements(of: draft.lines, joins)
    let choices = SecondReader(elements).choices()
    let leads = RunInLeads.lengths(elements, choices.map(\.role))
    var report = Report(
      source: draft.source.file, metadata: draft.metadata, figures: draft.figures)
    var passages: [Passage] = []
    for (place, element) in elements.enumerated() {
      passages.append(
        Passage(
          paragraph: element.paragraph, role: choices[place].role, runIn: leads[place],
          block: report.blocks.count))
      append(element, choices[place], runIn: leads[place], to: &report)
    }
    let source = draft.source
    report.indicators = IndicatorExtractor(source, passages).indicators(into: &problems)
    report.flags = ProofReader(source, passages, report).flags()
    return report
  }

  /// The features of the report's elements, for the trainer of the second reader.
  func featureRows() -> [String] {
    let joins = LineJoiner(draft.lines, draft.lines.map { LineShape($0.text) }).joins()
    let elements = Elements.elements(of: draft.lines, joins)
    return SecondReader(elements).rows { elements[$0].paragraph.first.number }
  }

  private func append(
    _ element: Element, _ choice: RolePath.Choice, runIn: Int, to report: inout Report
  ) {
    let range = element.paragraph.range(in: draft.source)
    switch element.kind {
    case .text:
      report.blocks.append(
        ReportBlock(
          role: choice.role, text: element.text.string,
          runInLead: element.text[..<runIn].string.count,
          lines: element.paragraph.pieces.map(\.line.number), confidence: choice.confidence,
          alternative: choice.alternative,
          joins: element.paragraph.joins, marks: element.paragraph.marks(behind: runIn),
          notes: draft.notes.notes(of: element.paragraph),
          range: range))
    case .figure(let figure):
      report.blocks.append(
        ReportBlock(
          role: .caption, text: element.text.string,
          lines: element.paragraph.pieces.map(\.line.number), figure: figure,
          notes: draft.notes.notes(of: element.paragraph), range: range))
    case .table(let index):
      append(draft.tables[index], to: &report)
    }
  }

  private func append(_ found: RawTable, to report: inout Report) {
    var raw = found
    let notes = draft.notes.settle(&raw)
    let lines = [raw.headerLine] + (raw.ruleLine.map { [$0] } ?? []) + raw.rowLines
    raw = raw.settled
    let last = raw.rowLines.last ?? raw.ruleLine ?? raw.headerLine
    let range = draft.source.range(ofLine: raw.headerLine)
      .union(draft.source.range(ofLine: last))
    let above = report.blocks.last { $0.role != .note }
    let title = above.flatMap { $0.role == .tableTitle ? $0.text : nil } ?? ""
    report.tables.append(
      ReportTable(
        title: TableTitles.title(Scalars(title)), columns: ColumnTyping.columns(of: raw),
        rows: raw.rows, hasTotalRow: TableRowKind.endsWithTotal(raw.rows),
        headerLine: raw.headerLine, ruleLine: raw.ruleLine, rowLines: raw.rowLines, range: range,
        spans: raw.spans))
    report.blocks.append(
      ReportBlock(
        role: .tableHeader, text: "", lines: lines, table: report.tables.count - 1, range: range))
    // Notes of a table stand under it, not at the foot of the page.
    report.blocks += notes.map { ReportBlock(role: .note, text: $0, range: range) }
  }
}
