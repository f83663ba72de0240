public import Diagnostics
public import ReportModel

/// Reads tables as reports: `.xlsx`, each visible sheet with words a table under its title, and `.csv`
/// and `.tsv`.
public struct SheetReader: ReportReader {
  /// Tables.
  public static let format = InputFormat(name: "Excel", endings: ["xlsx", "xlsm", "csv", "tsv"])

  /// Makes a reader.
  public init() {}

  /// Understands a file. A title row over a table is its title, else the sheet's name where there are
  /// several sheets.
  public func read(_ source: Source, into problems: inout Problems) throws(Rejection) -> Report {
    if source.bytes.isEmpty { throw Rejection(ReadingProblems.empty(source.name)) }
    var draft = SheetDraft()
    if RecordTable.isWorkbook(source.bytes) {
      let book = try Workbook(source.bytes, file: source.name)
      let sheets = book.sheets.filter { !$0.grid.rows.isEmpty }
      for sheet in sheets {
        RecordProblems.report(sheet.grid.errors, file: source.name, into: &problems)
        guard let table = SheetTable(sheet.grid) else { continue }
        var titles = table.titles
        if titles.isEmpty, sheets.count > 1 { titles = [sheet.name] }
        draft.add(
          titles: titles, header: table.header, over: table.over, rows: table.rows.map(\.cells))
      }
    } else {
      let table = try RecordTable.read(bytes: source.bytes, name: source.name, into: &problems)
      draft.add(titles: [], header: table.fields, rows: table.rows.map(\.values))
    }
    return ReportAssembly(try draft.draft(file: source.name)).report(into: &problems)
  }
}

/// Tables as the lines that the shared steps know.
private struct SheetDraft {
  private var texts: [String] = []
  private var lines: [TextLine] = []
  private var tables: [RawTable] = []

  mutating func add(
    titles: [String], header: [String], over: [[String]] = [], rows: [[String]]
  ) {
    for (number, title) in titles.enumerated() {
      // The first title of a file is its headline, so that the page has one.
      let isHeadline = tables.isEmpty && number == 0
      add(title, isHeadline ? .heading(1) : .none, blanks: 1)
    }
    let index = tables.count
    var table = RawTable(header: header, rows: [], headerLine: 0, ruleLine: nil, rowLines: [])
    table.over = over
    table.headerLine = add(header.joined(separator: "\u{3000}"), .tableHeader(index), blanks: 1)
    for row in rows {
      table.rows.append(row)
      table.rowLines.append(add(row.joined(separator: "\u{3000}"), .tableRow(index), blanks: 0))
    }
    tables.append(table)
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
