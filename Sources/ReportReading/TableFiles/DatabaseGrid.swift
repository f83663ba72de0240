internal import Diagnostics

/// A table of a database as a grid; its places are counted from the head, as in a text.
enum DatabaseGrid {
  /// Names by which a table of cases goes where a database has several.
  private static let usual = ["cases", "case", "records", "案件", "诉求", "工单", "台账", "cases_all"]

  static func grid(_ bytes: [UInt8], name: String, part: String?) throws(Rejection) -> CellGrid {
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
    var grid = CellGrid()
    grid.name = table
    grid.rows = ([fields] + rows).enumerated().map {
      CellGrid.Row(number: $0.offset + 1, cells: $0.element)
    }
    return grid
  }
}
