internal import ReportModel

/// Finds the head of a table: rows over it are a title or say who reports, when, and in which unit.
struct TableHeadFinder {
  /// Lines over the head.
  private(set) var titles: [String] = []
  /// The rows of the head, as places in the grid.
  private(set) var rows = 0..<0
  /// The columns of the table, those without any word left out.
  private(set) var columns: [Int] = []
  /// The cells of the head, in these columns, row by row; a merged cell's words stand in all of it.
  private(set) var cells: [[String]] = []
  /// How many cells the last row of the head was written with.
  private(set) var written = 0

  /// Rows that may stand over a head.
  private static let mostTitles = 12
  /// Rows of a head.
  private static let mostHeads = 4

  init?(_ grid: CellGrid) {
    guard !grid.rows.isEmpty else { return nil }
    let widest = grid.rows.reduce(0) { max($0, $1.filled) }
    var first = 0
    while first + 1 < grid.rows.count, first < Self.mostTitles,
      Self.isAbove(first, grid, widest: widest)
    {
      titles.append(Self.line(grid.rows[first]))
      first += 1
    }
    let last = Self.lastHead(from: first, grid)
    rows = first..<(last + 1)
    var hasWords: Set<Int> = []
    // Where rows are written cell by cell, what a row has more than its head is a mistake of the row.
    let widths = grid.rows[first...last].map(\.cells.count)
    let limit = grid.hasWrittenWidths ? widths.max() ?? 0 : Int.max
    for row in grid.rows[first...] {
      for (column, cell) in row.cells.enumerated() where !cell.isEmpty && column < limit {
        hasWords.insert(column)
      }
    }
    columns = hasWords.sorted()
    if columns.isEmpty { return nil }
    let head = rows.map { Self.spread(row: $0, grid, from: first) }
    cells = head.map { row in columns.map { $0 < row.count ? Self.name(row[$0]) : "" } }
    if rows.count > 1 { fillGroups(grid) }
    written = widths.max() ?? 0
  }

  /// A head's words on one line: a break between Han is none, another one is a blank.
  static func name(_ cell: String) -> String {
    let parts = cell.split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces }
    return parts.reduce("") { name, part in
      let isLatin = { (character: Character?) in character?.isASCII ?? false }
      return name + (isLatin(name.last) && isLatin(part.first) ? " " : "") + part
    }
  }

  private static func line(_ row: CellGrid.Row) -> String {
    var words: [String] = []
    for cell in row.cells.map(name) where !cell.isEmpty && words.last != cell { words.append(cell) }
    return words.joined(separator: "\u{3000}")
  }

  // MARK: Over the head

  /// Whether a row stands over the head: it says one thing over a table of several columns, or fills
  /// only few cells, with colons or far fewer than the rows under it.
  private static func isAbove(_ index: Int, _ grid: CellGrid, widest: Int) -> Bool {
    let row = grid.rows[index]
    let cells = row.cells.filter { !$0.isEmpty }
    guard widest > 1, !cells.isEmpty else { return false }
    let below = grid.rows[index + 1]
    // Figures are no head, so what stands over them is one, though it lacks a name.
    if below.cells.allSatisfy({ $0.isEmpty || isFigure($0) }) { return false }
    if cells.count == 1 || (cells.count < widest && Set(cells).count == 1) {
      return !isOneColumn(grid, behind: index)
    }
    let colons = Self.colons(cells)
    // 填报单位：… and 单位：万元 may fill a narrow table; no head is made of such.
    if colons == cells.count, cells.count < widest || Self.colons(below.cells) == 0 { return true }
    if cells.count * 2 > widest { return false }
    let isGroup = hasMerge(in: row, grid) || isUnderGroups(row, below)
    return colons * 2 >= cells.count || (!isGroup && below.filled > cells.count)
  }

  private static func colons(_ cells: [String]) -> Int {
    cells.count { $0.contains("：") || $0.contains(":") }
  }

  /// Whether what follows has no second column either for a while, so that a lone word is its head.
  private static func isOneColumn(_ grid: CellGrid, behind index: Int) -> Bool {
    grid.rows[(index + 1)...].prefix(3).allSatisfy { $0.filled <= 1 }
  }

  private static func hasMerge(in row: CellGrid.Row, _ grid: CellGrid) -> Bool {
    grid.merges.contains { $0.rows.contains(row.number) && $0.columns.count > 1 }
  }

  // MARK: Heads of several rows

  private static func lastHead(from first: Int, _ grid: CellGrid) -> Int {
    var last = first
    while last + 1 < grid.rows.count, last - first + 1 < mostHeads {
      let (row, next) = (grid.rows[last], grid.rows[last + 1])
      let isTall = grid.merges.contains { merge in
        merge.rows.contains(row.number) && merge.rows.contains(next.number)
          && merge.rows.lowerBound >= grid.rows[first].number
      }
      if isTall,
        merges(grid, in: grid.rows[first]).contains(where: { $0.rows.contains(next.number) })
      {
        last += 1
        continue
      }
      let wide = merges(grid, in: row).filter { $0.columns.count > 1 }
      let isWide = wide.contains { isNamed($0, by: next) && !merges(grid, in: next).contains($0) }
      guard isWide || (grid.merges.isEmpty && last == first && isUnderGroups(row, next)) else {
        break
      }
      last += 1
    }
    return last + 1 < grid.rows.count || last == first ? last : first
  }

  private static func merges(_ grid: CellGrid, in row: CellGrid.Row) -> [CellGrid.Merge] {
    grid.merges.filter { $0.rows.contains(row.number) }
  }

  /// Whether a row has a name of its own under each column of a group.
  private static func isNamed(_ merge: CellGrid.Merge, by row: CellGrid.Row) -> Bool {
    let names = merge.columns.map { $0 < row.cells.count ? row.cells[$0] : "" }.filter {
      !$0.isEmpty
    }
    return Set(names).count > 1 && !names.contains(where: isFigure)
  }

  /// Whether a row names the columns that a head without merged cells leaves open: each gap has a name
  /// under it, and so has the head before it.
  private static func isUnderGroups(_ upper: CellGrid.Row, _ lower: CellGrid.Row) -> Bool {
    let count = max(upper.cells.count, lower.cells.count)
    func word(_ row: CellGrid.Row, _ column: Int) -> String {
      column < row.cells.count ? row.cells[column] : ""
    }
    guard !word(upper, 0).isEmpty, !lower.cells.contains(where: isFigure) else { return false }
    var (gaps, alone) = (0, 0)
    for column in 1..<max(2, count) {
      let (above, under) = (word(upper, column), word(lower, column))
      if above.isEmpty {
        if under.isEmpty { continue }
        gaps += 1
        let anchor = (0..<column).last { !word(upper, $0).isEmpty } ?? 0
        if word(lower, anchor).isEmpty { return false }
      }
    }
    for column in 0..<count where !word(upper, column).isEmpty && word(lower, column).isEmpty {
      alone += 1
    }
    return gaps > 0 && alone > 0
  }

  private static func isFigure(_ cell: String) -> Bool {
    !cell.isEmpty && cell.allSatisfy { $0.isNumber || ".,-%/:".contains($0) }
  }

  /// In a head without merged cells a group's name reaches to the next one.
  private mutating func fillGroups(_ grid: CellGrid) {
    guard grid.merges.isEmpty, cells.count == 2 else { return }
    for column in cells[0].indices.dropFirst()
    where cells[0][column].isEmpty && !cells[1][column].isEmpty {
      cells[0][column] = cells[0][column - 1]
    }
  }

  private static func spread(row index: Int, _ grid: CellGrid, from first: Int) -> [String] {
    var cells = grid.rows[index].cells
    let number = grid.rows[index].number
    for merge in grid.merges where merge.rows.contains(number) {
      guard let top = grid.rows[first...].first(where: { $0.number == merge.rows.lowerBound }),
        merge.columns.lowerBound < top.cells.count
      else { continue }
      let words = top.cells[merge.columns.lowerBound]
      for column in merge.columns {
        while cells.count <= column { cells.append("") }
        if cells[column].isEmpty { cells[column] = words }
      }
    }
    return cells
  }
}
