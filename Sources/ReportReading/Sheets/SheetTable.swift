internal import Diagnostics

/// A sheet as a table: its title rows, its head of one row or two, and its rows.
struct SheetTable {
  /// Words over the table, such as its title and unit.
  private(set) var titles: [String] = []
  /// Names of the columns; heads over several columns are written `摸底数／户`.
  private(set) var header: [String] = []
  /// The heads over each column that it shares with neighbours.
  private(set) var over: [[String]] = []
  private(set) var headerRow = 1
  private(set) var rows: [SheetGrid.Row] = []

  /// Takes a sheet apart; nil where it has no two rows.
  init?(_ grid: SheetGrid) {
    var rows = grid.rows[...]
    let width = Self.width(of: grid)
    guard width > 0 else { return nil }
    // A row with one thing to say over a table of several columns is a title.
    while width > 1, rows.count > 1, let first = rows.first,
      Set(first.cells.map(\.trimmingSpaces).filter { !$0.isEmpty }).count == 1
    {
      titles.append(first.cells.map(\.trimmingSpaces).first { !$0.isEmpty } ?? "")
      rows = rows.dropFirst()
    }
    guard let head = rows.first else { return nil }
    headerRow = head.number
    header = Self.padded(head.cells, to: width)
    rows = rows.dropFirst()
    if let second = rows.first, second.number == head.number + 1,
      header.indices.contains(where: { grid.spansColumns(row: head.number, column: $0) })
    {
      let lower = Self.padded(second.cells, to: width)
      let heads = TableHeads([header, lower])
      header = heads.names
      over = heads.over
      rows = rows.dropFirst()
    }
    self.rows = rows.map {
      SheetGrid.Row(number: $0.number, cells: Self.padded($0.cells, to: width))
    }
  }

  /// Columns up to the last one with words.
  private static func width(of grid: SheetGrid) -> Int {
    grid.rows.reduce(0) { widest, row in
      let last = row.cells.lastIndex { !$0.trimmingSpaces.isEmpty } ?? -1
      return max(widest, last + 1)
    }
  }

  private static func padded(_ cells: [String], to width: Int) -> [String] {
    let words = cells.prefix(width).map { cell in
      String(cell.map { $0.isNewline ? " " : $0 }).trimmingSpaces
    }
    return words + Array(repeating: "", count: max(0, width - words.count))
  }
}
