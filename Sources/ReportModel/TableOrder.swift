/// The order of cells: figures by their value, dates by their numbers, words by their characters.
enum TableOrder {
  /// Less than, equal to or greater than nought, as `a` stands before, with or behind `b`.
  static func compare(_ a: String, _ b: String) -> Int {
    if a == b { return 0 }
    if let left = figure(a), let right = figure(b),
      let difference = TableFigure.difference(left, right)
    {
      return difference.value.signum()
    }
    let (left, right) = (parts(a), parts(b))
    for (one, other) in zip(left, right) where one != other {
      if let first = Int(one), let second = Int(other) { return first < second ? -1 : 1 }
      return one.unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars) ? -1 : 1
    }
    return left.count == right.count ? 0 : left.count < right.count ? -1 : 1
  }

  private static func figure(_ cell: String) -> TableFigure? {
    var cell = cell.filter { !$0.isWhitespace }
    if let last = cell.last, last == "%" || last == "％" { cell.removeLast() }
    return TableFigure(cell)
  }

  /// Numbers and what stands between them: `5月12日` is 5, 月, 12, 日.
  private static func parts(_ cell: String) -> [String] {
    var parts: [String] = []
    var isNumber = false
    for character in cell {
      let isDigit = character.isASCII && character.isNumber
      if let last = parts.last, isDigit == isNumber, last.count < 15 {
        parts[parts.count - 1].append(character)
      } else {
        parts.append(String(character))
      }
      isNumber = isDigit
    }
    return parts
  }
}

extension ReportTable {
  /// The place of a column by its name, or by the words over it alone where only one has them.
  public func column(named name: String) -> Int? {
    if let place = columns.firstIndex(where: { $0.name == name }) { return place }
    let bare = columns.indices.filter { columns[$0].label == name }
    return bare.count == 1 ? bare[0] : nil
  }

  /// Writes what merged cells say into each of them.
  mutating func unfold() {
    for span in spans {
      let words = self.words(row: span.rows.lowerBound, column: span.columns.lowerBound)
      for row in span.rows where rows.indices.contains(row) {
        for column in span.columns where rows[row].indices.contains(column) {
          rows[row][column] = words
        }
      }
    }
    spans = []
  }

  mutating func keepRows(_ kept: [Int]) {
    let hasLines = rowLines.count == rows.count
    if hasLines { rowLines = kept.map { rowLines[$0] } }
    hasTotalRow = hasTotalRow && kept.last == rows.count - 1
    rows = kept.map { rows[$0] }
  }

  mutating func append(_ row: [String]) {
    if rowLines.count == rows.count { rowLines.append(rowLines.last ?? headerLine) }
    rows.append(row)
  }

  mutating func keepColumns(_ kept: [Int]) {
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    guard places.count == kept.count else { return }
    spans = spans.compactMap { span in
      let found = span.columns.compactMap { places[$0] }.sorted()
      guard let first = found.first, let last = found.last, last - first + 1 == found.count,
        found.count * span.rows.count > 1
      else { return nil }
      // The words go with the first column that is left.
      let words = self.words(row: span.rows.lowerBound, column: span.columns.lowerBound)
      if let source = kept.indices.first(where: { $0 == first }).map({ kept[$0] }) {
        rows[span.rows.lowerBound][source] = words
      }
      return CellSpan(rows: span.rows, columns: first..<(last + 1))
    }
    columns = kept.map { columns[$0] }
    rows = rows.map { row in
      var cells = kept.map { $0 < row.count ? row[$0] : "" }
      // A sum keeps its name though the column that has it is left out.
      if TableRowKind(row) != .plain, TableRowKind(cells) == .plain,
        let name = row.first(where: { !$0.isEmpty }), let place = nameless(cells)
      {
        cells[place] = name
      }
      return cells
    }
  }

  /// Where the name of a sum fits in a row: an empty cell, of a column of words before others.
  private func nameless(_ cells: [String]) -> Int? {
    let free = cells.indices.filter { cells[$0].isEmpty }
    return free.first { columns[$0].type == .text } ?? free.first
  }

  mutating func sort(by keys: [TableArrangement.Key]) {
    let places = keys.compactMap { key in column(named: key.column).map { ($0, key.isDescending) } }
    guard !places.isEmpty else { return }
    let order = rows.indices.sorted { a, b in
      for (column, isDescending) in places {
        let found = TableOrder.compare(rows[a][column], rows[b][column])
        if found != 0 { return isDescending ? found > 0 : found < 0 }
      }
      return a < b
    }
    keepRows(order)
  }

  /// Serial numbers that counted all rows count those that are left.
  mutating func countAnew() {
    for column in columns.indices where columns[column].label == "序号" {
      let plain = rows.indices.filter { kind(ofRow: $0) == .plain }
      let numbers = plain.compactMap { Int(rows[$0][column]) }
      guard numbers.count == plain.count, Set(numbers).count == numbers.count else { continue }
      for (number, row) in plain.enumerated() { rows[row][column] = String(number + 1) }
    }
  }

  /// A row with the sums of others; its label stands in the first column that has none.
  func sums(of part: [Int], label: String) -> [String] {
    let summable = Set(summableColumns)
    var cells = [String](repeating: "", count: columns.count)
    for column in summable {
      let figures = part.map { TableFigure(rows[$0][column]) ?? TableFigure(value: 0, decimals: 0) }
      let none: TableFigure? = TableFigure(value: 0, decimals: 0)
      let sum = figures.reduce(none) { sum, figure in
        sum.flatMap { TableFigure.sum($0, figure) }
      }
      let isGrouped = part.contains { rows[$0][column].contains(",") }
      cells[column] = sum.map { isGrouped ? $0.groupedText : $0.text } ?? ""
    }
    let free = columns.indices.filter { !summable.contains($0) }
    if let place = free.first(where: { columns[$0].type == .text }) ?? free.first {
      cells[place] = label
    }
    return cells
  }

  /// Puts rows with the same cell together, in the order of the first of each, merges that cell and
  /// closes each group with its sums.
  mutating func makeGroups(by column: Int, withSubtotals: Bool) {
    var groups: [(name: String, rows: [Int])] = []
    var known: [String: Int] = [:]
    for row in rows.indices {
      let name = rows[row][column]
      if let place = known[name] {
        groups[place].rows.append(row)
      } else {
        known[name] = groups.count
        groups.append((name, [row]))
      }
    }
    var grouped = self
    grouped.rows = []
    grouped.rowLines = []
    grouped.spans = []
    for group in groups {
      let start = grouped.rows.count
      for (number, row) in group.rows.enumerated() {
        var cells = rows[row]
        if number > 0 { cells[column] = "" }
        grouped.rows.append(cells)
        grouped.rowLines.append(rowLines.count == rows.count ? rowLines[row] : headerLine)
      }
      if group.rows.count > 1 {
        grouped.spans.append(
          CellSpan(rows: start..<grouped.rows.count, columns: column..<(column + 1)))
      }
      if withSubtotals {
        var sums = sums(of: group.rows, label: "")
        sums[column] = group.name.isEmpty ? "小计" : group.name + "小计"
        grouped.append(sums)
      }
    }
    self = grouped
    countAnew()
  }
}
