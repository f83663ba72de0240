import ReportModel

/// A table cell by cell, with what each takes of rows and columns.
struct SpannedTable {
  struct Cell {
    var text: String
    var rows = 1
    var columns = 1
    /// Whether a cell at its left or over it takes its place.
    var isCovered = false
    /// Whether the one that covers it stands over it.
    var isCoveredFromAbove = false
  }

  /// Rows of the head, from the top.
  let heads: [[Cell]]
  /// Rows of the body.
  let rows: [[Cell]]

  init(_ table: ReportTable) {
    let depth = (table.columns.map(\.over.count).max() ?? 0) + 1
    var heads = (0..<depth).map { level in
      table.columns.map { column in
        Cell(text: level < column.over.count ? column.over[level] : column.label)
      }
    }
    for level in 0..<depth {
      for column in table.columns.indices {
        let over = table.columns[column].over
        if level > over.count {
          heads[level][column].isCovered = true
          heads[level][column].isCoveredFromAbove = true
        } else if level == over.count {
          heads[level][column].rows = depth - level
        } else if column > 0,
          Array(table.columns[column - 1].over.prefix(level + 1))
            == Array(over.prefix(level + 1))
        {
          heads[level][column].isCovered = true
        } else {
          heads[level][column].columns =
            table.columns[column...].prefix {
              Array($0.over.prefix(level + 1)) == Array(over.prefix(level + 1))
            }.count
        }
      }
    }
    self.heads = heads
    var rows = table.rows.map { $0.map { Cell(text: $0) } }
    for span in table.spans {
      for row in span.rows where rows.indices.contains(row) {
        for column in span.columns where rows[row].indices.contains(column) {
          rows[row][column].isCovered = true
          rows[row][column].isCoveredFromAbove =
            row > span.rows.lowerBound && column == span.columns.lowerBound
          if column == span.columns.lowerBound { rows[row][column].columns = span.columns.count }
        }
      }
      let (row, column) = (span.rows.lowerBound, span.columns.lowerBound)
      guard rows.indices.contains(row), rows[row].indices.contains(column) else { continue }
      rows[row][column].isCovered = false
      rows[row][column].rows = span.rows.count
      rows[row][column].columns = span.columns.count
    }
    self.rows = rows
  }
}
