internal import Diagnostics
internal import ReportModel

/// The pipe tables of a Markdown text as grids.
enum MarkdownGrids {
  /// `part` is a table's title, or its number from 1.
  static func grids(_ bytes: [UInt8], name: String, part: String?) throws(Rejection) -> [CellGrid] {
    // What the text itself is worth saying of is said where it is printed.
    var unheard = Problems()
    let report = try MarkdownReader().read(Source(name: name, bytes: bytes), into: &unheard)
    let names = report.tables.enumerated().map { $1.title.isEmpty ? "\($0 + 1)" : $1.title }
    guard !names.isEmpty else { throw Rejection(RecordProblems.noTable(name)) }
    let chosen = report.tables.indices.filter {
      part == nil || part == names[$0] || part == "\($0 + 1)"
    }
    if let part, chosen.isEmpty {
      throw Rejection(RecordProblems.noPart(part, of: name, parts: names))
    }
    return chosen.map { grid(report.tables[$0], name: names[$0]) }
  }

  private static func grid(_ table: ReportTable, name: String) -> CellGrid {
    var grid = CellGrid()
    grid.name = name
    grid.rows = [CellGrid.Row(number: table.headerLine, cells: table.columns.map(\.name))]
    for (row, line) in zip(table.rows.indices, table.rowLines) {
      let cells = table.columns.indices.map { table.words(row: row, column: $0) }
      grid.rows.append(CellGrid.Row(number: line, cells: cells))
    }
    return grid
  }
}
