import ReportModel

/// Sums over the rows of a table so far, for the foot of a page and the head of the next.
struct CarriedSums {
  let table: ReportTable
  /// Columns that are added up.
  let columns: [Int]
  /// Sums after each row; subtotals and totals do not count.
  private let running: [[TableFigure?]]
  /// Columns whose figures have separators of thousands; their sums have them too.
  private let grouped: Set<Int>

  init(_ table: ReportTable) {
    self.table = table
    columns = table.summableColumns
    grouped = Set(
      columns.filter { column in
        table.rows.contains { column < $0.count && $0[column].contains(",") }
      })
    var sums: [TableFigure?] = columns.map { _ in TableFigure(value: 0, decimals: 0) }
    var running = [sums]
    for (number, row) in table.rows.enumerated() {
      if table.kind(ofRow: number) == .plain {
        for (place, column) in columns.enumerated() where column < row.count {
          guard let sum = sums[place], let figure = TableFigure(row[column]) else { continue }
          sums[place] = TableFigure.sum(sum, figure)
        }
      }
      running.append(sums)
    }
    self.running = running
  }

  /// A row of sums after so many rows: a label in the first column that holds none.
  func row(after count: Int, label: String) -> [String] {
    let sums = running[min(max(0, count), running.count - 1)]
    var cells = [String](repeating: "", count: table.columns.count)
    for (place, column) in columns.enumerated() {
      cells[column] = text(of: sums[place], in: column)
    }
    if let free = cells.indices.first(where: {
      !columns.contains($0) && table.columns[$0].type == .text
    })
      ?? cells.indices.first(where: { !columns.contains($0) })
    {
      cells[free] = label
    }
    return cells
  }

  private func text(of sum: TableFigure?, in column: Int) -> String {
    guard let sum else { return "" }
    return grouped.contains(column) ? sum.groupedText : sum.text
  }
}
