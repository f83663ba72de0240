internal import Diagnostics

/// Records out of workbooks and databases.
enum RecordSources {
  /// A sheet's rows; their places are the rows of the sheet.
  static func workbook(
    _ bytes: [UInt8], name: String, part: String?, into problems: inout Problems
  ) throws(Rejection) -> RecordTable {
    if bytes.starts(with: [0xD0, 0xCF]) { throw Rejection(WordProblems.encrypted(name)) }
    let sheets = try Workbook(bytes, file: name).sheets.filter { !$0.grid.rows.isEmpty }
    let names = sheets.map(\.name)
    let chosen = part.map { part in sheets.first { $0.name == part } } ?? sheets.first
    guard let sheet = chosen, let table = SheetTable(sheet.grid) else {
      throw Rejection(RecordProblems.noPart(part ?? "", of: name, parts: names))
    }
    if part == nil, sheets.count > 1 {
      let others = names.filter { $0 != sheet.name }
      problems.report(RecordProblems.otherSheets(name, read: sheet.name, others: others))
    }
    RecordProblems.report(sheet.grid.errors, file: name, into: &problems)
    try RecordTable.check(table.header, at: SourceRange(file: name, line: table.headerRow))
    return RecordTable(
      fields: table.header,
      rows: table.rows.map {
        RecordTable.Row(values: $0.cells, range: SourceRange(file: name, line: $0.number))
      })
  }

  /// Names by which a table of cases goes where a database has several.
  private static let usual = ["cases", "case", "records", "案件", "诉求", "工单", "台账", "cases_all"]

  /// A table's rows; their places are counted from the head, as in a text.
  static func database(
    _ bytes: [UInt8], name: String, part: String?
  ) throws(Rejection) -> RecordTable {
    let database = try Database(bytes, file: name)
    let tables = try database.tables()
    let known = tables.filter { usual.contains($0.lowercased()) }
    guard let table = part ?? (tables.count == 1 ? tables.first : known.first) else {
      throw Rejection(RecordProblems.manyParts(name, parts: tables))
    }
    guard tables.contains(table) else {
      throw Rejection(RecordProblems.noPart(table, of: name, parts: tables))
    }
    let (fields, rows) = try database.rows(ofTable: table, limit: RecordTable.rowLimit)
    try RecordTable.check(fields, at: SourceRange(file: name, line: 1))
    return RecordTable(
      fields: fields,
      rows: rows.enumerated().map {
        RecordTable.Row(
          values: $0.element, range: SourceRange(file: name, line: $0.offset + 2))
      })
  }
}
