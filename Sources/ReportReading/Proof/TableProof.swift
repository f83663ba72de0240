internal import Diagnostics
internal import ReportModel

/// Checks what a table states about itself, exactly: totals and subtotals of columns, totals of rows,
/// shares and ranks. This is the one place for it; every layout and the press gate see its flags.
struct TableProof {
  let table: ReportTable
  /// The table's block in the report.
  let block: Int
  let kinds: [TableRowKind]

  init(_ table: ReportTable, block: Int) {
    self.table = table
    self.block = block
    kinds = table.rows.indices.map(table.kind(ofRow:))
  }

  /// The flags, by columns.
  static func flags(_ report: Report) -> [ProofFlag] {
    report.tables.enumerated().flatMap { index, table in
      let block = report.blocks.firstIndex { $0.table == index } ?? 0
      let proof = TableProof(table, block: block)
      return proof.columnTotals() + proof.rowTotals() + proof.changes() + proof.shares()
        + proof.ranks()
    }
  }

  // MARK: Cells

  /// Rows of data; those that say what is in the row above (其中) are counted there.
  var plainRows: [Int] {
    table.rows.indices.filter { kinds[$0] == .plain && !isPart($0) }
  }

  private func isPart(_ row: Int) -> Bool {
    let label = table.rows[row].first { cell in
      !cell.isEmpty && !cell.allSatisfy(\.isNumber)
    }
    let words = (label ?? "").filter { !$0.isWhitespace }
    return words.hasPrefix("其中") || words.hasPrefix("#")
  }

  /// The figure of a cell, a percentage without its sign; an empty one is nought, words are none.
  func figure(_ row: Int, _ column: Int) -> TableFigure? {
    guard column < table.rows[row].count else { return nil }
    var cell = table.rows[row][column].filter { !$0.isWhitespace }
    if cell.allSatisfy({ "—-–－―/／".contains($0) }) { return TableFigure(value: 0, decimals: 0) }
    if let last = cell.last, last == "%" || last == "％" { cell.removeLast() }
    return TableFigure(cell)
  }

  func isBlank(_ row: Int, _ column: Int) -> Bool {
    column >= table.rows[row].count
      || table.rows[row][column].allSatisfy { $0.isWhitespace || "—-–－―/／".contains($0) }
  }

  /// The exact sum of cells; nil where one is no number.
  func sum(_ cells: [(row: Int, column: Int)]) -> TableFigure? {
    var sum = TableFigure(value: 0, decimals: 0)
    for cell in cells {
      guard let figure = figure(cell.row, cell.column), let more = TableFigure.sum(sum, figure)
      else { return nil }
      sum = more
    }
    return sum
  }

  /// What a row is called: its words before the first figure.
  func label(_ row: Int) -> String {
    table.rows[row].first { !$0.isEmpty && !$0.allSatisfy(\.isNumber) } ?? ""
  }

  func flag(_ kind: ProofFlag.Kind = .sumMismatch, row: Int, text: String, _ message: Wording)
    -> ProofFlag
  {
    var range = table.range
    if table.rowLines.count == table.rows.count, table.rowLines[row] > 0 {
      range = SourceRange(file: range.file, line: table.rowLines[row])
    }
    return ProofFlag(kind: kind, text: text, message: message, block: block, range: range)
  }
}

// MARK: - Totals of columns

extension TableProof {
  private func columnTotals() -> [ProofFlag] {
    table.summableColumns.flatMap { column in subtotals(column) + totals(column) }
  }

  /// The rows that a subtotal sums up, over it or under it.
  private func part(of row: Int, isOver: Bool) -> [Int] {
    let plain = plainRows
    if isOver {
      let start = kinds[..<row].lastIndex { $0 != .plain } ?? -1
      return plain.filter { $0 > start && $0 < row }
    }
    let end = kinds[(row + 1)...].firstIndex { $0 != .plain } ?? kinds.count
    return plain.filter { $0 > row && $0 < end }
  }

  private func matches(_ rows: [Int], _ row: Int, _ column: Int) -> Bool? {
    guard !rows.isEmpty, !isBlank(row, column), let stated = figure(row, column),
      let sum = sum(rows.map { ($0, column) })
    else { return nil }
    return TableFigure.isEqual(stated, sum)
  }

  private func subtotals(_ column: Int) -> [ProofFlag] {
    let rows = kinds.indices.filter { kinds[$0] == .subtotal }
    guard let first = rows.first else { return [] }
    // Subtotals stand under their rows or over them: as more of them are right.
    let agreeing = { (isOver: Bool) in
      rows.count { matches(part(of: $0, isOver: isOver), $0, column) == true }
    }
    let (over, under) = (agreeing(true), agreeing(false))
    let isOver = over == under ? !part(of: first, isOver: true).isEmpty : over > under
    return rows.compactMap { row in
      let part = part(of: row, isOver: isOver)
      guard matches(part, row, column) == false else { return nil }
      return wrongSum(row, column, of: part)
    }
  }

  private func totals(_ column: Int) -> [ProofFlag] {
    var found: [ProofFlag] = []
    let rows = kinds.indices.filter { kinds[$0] == .total }
    for (place, row) in rows.enumerated() where !isBlank(row, column) {
      // A total at the head sums up what follows, others what stands over them.
      let start = place == 0 ? -1 : rows[place - 1]
      let isHead = rows.count == 1 && !plainRows.contains { $0 < row }
      let part = plainRows.filter { isHead ? $0 > row : $0 > start && $0 < row }
      let below = kinds.indices.filter {
        kinds[$0] == .subtotal && (isHead ? $0 > row : $0 > start && $0 < row)
      }
      if matches(part, row, column) != false { continue }
      if matches(plainRows, row, column) == true || matches(below, row, column) == true { continue }
      if place > 0, matches(Array(rows[..<place]), row, column) == true { continue }
      if isMean(part, row, column) { continue }
      if let flag = wrongSum(row, column, of: part) { found.append(flag) }
    }
    return found
  }

  /// Whether a stated total is the mean of its rows, which a column of marks may have.
  private func isMean(_ rows: [Int], _ row: Int, _ column: Int) -> Bool {
    guard rows.count > 1, let stated = figure(row, column),
      let sum = sum(rows.map { ($0, column) }),
      stated.decimals <= 6, sum.decimals <= 6
    else { return false }
    let scale = (0..<6).reduce(into: [1]) { powers, _ in
      powers.append(powers[powers.count - 1] * 10)
    }
    let a = Double(stated.value) / Double(scale[stated.decimals])
    let b = Double(sum.value) / Double(scale[sum.decimals]) / Double(rows.count)
    return abs(a - b) <= 0.51 / Double(scale[stated.decimals])
  }

  private func wrongSum(_ row: Int, _ column: Int, of part: [Int]) -> ProofFlag? {
    guard let sum = sum(part.map { ($0, column) }) else { return nil }
    return wrong(row, column, should: sum)
  }

  /// A stated sum that should be another one.
  private func wrong(_ row: Int, _ column: Int, should sum: TableFigure) -> ProofFlag {
    let stated = table.rows[row][column]
    let name = table.columns[column].name
    let label = label(row)
    return flag(
      row: row, text: label.isEmpty ? "\(name) \(stated)" : "\(label) \(name) \(stated)",
      Wording(
        "the rows add up to \(sum.text), the table says \(stated)",
        "应为\(sum.text)，表中为\(stated)"))
  }
}

// MARK: - Totals of rows

extension TableProof {
  private static let totals: Set<String> = ["合计", "小计", "总计", "共计", "总数", "合计数"]

  private func rowTotals() -> [ProofFlag] {
    let summable = table.summableColumns
    let columns = summable.filter { column in
      let label = table.columns[column].label.prefix { $0 != "（" && $0 != "(" }
      return Self.totals.contains(label.filter { !$0.isWhitespace })
    }
    return columns.flatMap { column in rowTotals(column, among: columns, summable) }
  }

  /// The columns that a total may sum up: those under the same head, those between it and the total
  /// before it, all others before it or behind it, or the totals themselves.
  private func parts(of column: Int, among totals: [Int], _ summable: [Int]) -> [[Int]] {
    let over = table.columns[column].over
    let others = summable.filter { !totals.contains($0) }
    let before = totals.last { $0 < column } ?? -1
    let after = totals.first { $0 > column } ?? table.columns.count
    return [
      over.isEmpty ? [] : others.filter { table.columns[$0].over == over },
      others.filter { $0 > before && $0 < column }, others.filter { $0 > column && $0 < after },
      others.filter { $0 < column }, others.filter { $0 > column },
      totals.filter { $0 != column },
    ].filter { columns in
      columns.count > 1
        && columns.allSatisfy { table.columns[$0].unit == table.columns[columns[0]].unit }
    }
  }

  private func rowTotals(_ column: Int, among totals: [Int], _ summable: [Int]) -> [ProofFlag] {
    let rows = table.rows.indices.filter { !isBlank($0, column) && figure($0, column) != nil }
    var best: (columns: [Int], right: Int)?
    for columns in parts(of: column, among: totals, summable) {
      let right = rows.count { row in
        guard let sum = sum(columns.map { (row, $0) }), let stated = figure(row, column) else {
          return false
        }
        return TableFigure.isEqual(sum, stated)
      }
      if right > best?.right ?? 0 { best = (columns, right) }
    }
    // Only where most rows say that the column is that sum.
    guard let best, best.right * 2 >= rows.count else { return [] }
    return rows.compactMap { row in
      guard let sum = sum(best.columns.map { (row, $0) }), let stated = figure(row, column),
        !TableFigure.isEqual(sum, stated)
      else { return nil }
      return wrong(row, column, should: sum)
    }
  }
}
