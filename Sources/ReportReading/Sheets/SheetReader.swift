public import Diagnostics
public import ReportModel

/// Reads tables as reports: workbooks, each visible sheet with words a table under its title, databases,
/// `.csv` and `.tsv`.
public struct SheetReader: ReportReader {
  /// Tables.
  public static let format = InputFormat(
    name: "Excel",
    endings: ["xlsx", "xlsm", "xltx", "xltm", "csv", "tsv", "db", "sqlite", "sqlite3"])

  /// Makes a reader.
  public init() {}

  /// Understands a file. A title row over a table is its title, else the sheet's name where there are
  /// several sheets.
  public func read(_ source: Source, into problems: inout Problems) throws(Rejection) -> Report {
    if source.bytes.isEmpty { throw Rejection(ReadingProblems.empty(source.name)) }
    let grids = try TableFiles.grids(
      source.bytes, name: source.name, emoji: source.emoji, into: &problems)
    var draft = SheetDraft()
    for grid in grids {
      let sheet = grids.count > 1 ? grid.name : ""
      grid.findings.report(file: source.name, sheet: sheet, into: &problems)
      guard let table = TableShape(grid) else { continue }
      table.report(file: source.name, into: &problems)
      draft.add(table, name: sheet)
    }
    return ReportAssembly(try draft.draft(file: source.name)).report(into: &problems)
  }
}

/// Tables as the lines that the shared steps know.
private struct SheetDraft {
  private var texts: [String] = []
  private var lines: [TextLine] = []
  private var tables: [RawTable] = []

  mutating func add(_ shape: TableShape, name: String) {
    for (number, title) in (shape.titles.isEmpty ? [name] : shape.titles).enumerated()
    where !title.isEmpty {
      // The first title of a file is its headline, so that the page has one.
      let isHeadline = tables.isEmpty && number == 0
      add(title, isHeadline ? .heading(1) : .none, blanks: 1)
    }
    let index = tables.count
    var table = RawTable(
      header: shape.header, rows: [], headerLine: 0, ruleLine: nil, rowLines: [])
    table.over = shape.over
    table.spans = shape.spans
    table.headerLine = add(Self.line(shape.header), .tableHeader(index), blanks: 1)
    for row in shape.rows {
      table.rows.append(row.cells)
      table.rowLines.append(add(Self.line(row.cells), .tableRow(index), blanks: 0))
    }
    tables.append(table)
    for note in shape.notes {
      add(Self.line(note.cells.filter { !$0.isEmpty }), .none, blanks: 1)
    }
  }

  /// Cells as the one line of text that stands for them.
  private static func line(_ cells: [String]) -> String {
    cells.map { String($0.map { $0.isNewline ? " " : $0 }) }.joined(separator: "\u{3000}")
  }

  @discardableResult
  private mutating func add(_ text: String, _ mark: TextLine.Mark, blanks: Int) -> Int {
    texts.append(text)
    let scalars = Scalars(text)
    lines.append(
      TextLine(
        number: texts.count, text: scalars, columns: [], start: 0, width: scalars.count, indent: 0,
        blanksBefore: blanks, mark: mark, boldPrefix: 0))
    return texts.count
  }

  func draft(file: String) throws(Rejection) -> Draft {
    if lines.isEmpty { throw Rejection(ReadingProblems.empty(file)) }
    let source = try SourceText(file: file, scalars: Scalars(texts.joined(separator: "\n")))
    return Draft(source: source, metadata: [], lines: lines, tables: tables, figures: [])
  }
}
