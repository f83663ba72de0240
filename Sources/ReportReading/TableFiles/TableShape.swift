internal import Diagnostics
internal import ReportModel

/// A table as people lay it out: a title and lines of who reports in which unit, a head of one row or
/// more, rows, their sums, and lines under them that say who filled it in.
struct TableShape {
  /// Lines over the head, top to bottom.
  private(set) var titles: [String] = []
  /// Names of the columns, and the heads that each shares with neighbours.
  private(set) var header: [String] = []
  private(set) var over: [[String]] = []
  private(set) var headRow = 1
  /// The rows; what a merged cell covers is empty.
  private(set) var rows: [CellGrid.Row] = []
  /// Merged cells among the rows.
  private(set) var spans: [CellSpan] = []
  /// Lines under the rows.
  private(set) var notes: [CellGrid.Row] = []
  /// Rows that have more or fewer cells than the head, which a written text does not allow.
  private(set) var misfits: [(row: CellGrid.Row, count: Int)] = []

  /// Lines of rows that only say the head again, as tables do that were put together of pages.
  private(set) var repeatedHeads: [Int] = []

  /// Takes a grid apart; nil where it has no words.
  init?(_ grid: CellGrid) {
    guard let head = TableHeadFinder(grid) else { return nil }
    titles = head.titles
    headRow = grid.rows[head.rows.lowerBound].number
    var body = Array(grid.rows[head.rows.upperBound...])
    notes = Self.takeNotes(from: &body, width: head.columns.count)
    let heads = TableHeads(head.cells)
    header = heads.names
    over = heads.over
    if grid.hasWrittenWidths { takeMisfits(from: &body, head) }
    rows = body.map { Self.row($0, head.columns) }
    takeRepeatedHeads(head)
    setSpans(grid.merges, head.columns)
  }

  /// A row with its cells in the columns that have words anywhere.
  private static func row(_ row: CellGrid.Row, _ columns: [Int]) -> CellGrid.Row {
    var result = CellGrid.Row(
      number: row.number,
      cells: columns.map { $0 < row.cells.count ? CellText.trimmed(row.cells[$0]) : "" })
    for (place, column) in columns.enumerated() {
      if let day = row.days[column] { result.days[place] = day }
      if let number = row.numbers[column] { result.numbers[place] = number }
    }
    return result
  }

  private mutating func takeMisfits(from body: inout [CellGrid.Row], _ head: TableHeadFinder) {
    let wanted = head.written
    body.removeAll { row in
      let words = (row.cells.lastIndex { !$0.isEmpty } ?? -1) + 1
      let isShort = row.cells.count < wanted && row.cells.count <= (head.columns.last ?? 0)
      // A sum may say itself in one cell.
      guard words > wanted || (isShort && TableRowKind(row.cells) == .plain) else { return false }
      misfits.append((row, row.cells.count))
      return true
    }
  }

  private mutating func takeRepeatedHeads(_ head: TableHeadFinder) {
    // Two columns may have a row of the same words by chance.
    guard head.columns.count > 2 || !head.cells.joined().contains("") else { return }
    rows.removeAll { row in
      let names = row.cells.map(TableHeadFinder.name)
      guard head.cells.contains(names), names.contains(where: { !$0.isEmpty }) else { return false }
      repeatedHeads.append(row.number)
      return true
    }
  }

  /// Tells what of the rows as they are written is no row of the table.
  func report(file: String, into problems: inout Problems) {
    for (row, count) in misfits {
      problems.report(
        RecordProblems.width(
          count, wanted: header.count, at: SourceRange(file: file, line: row.number)))
    }
    if !repeatedHeads.isEmpty {
      problems.report(RecordProblems.repeatedHeads(file, lines: repeatedHeads))
    }
  }

  // MARK: Merged cells

  private mutating func setSpans(_ merges: [CellGrid.Merge], _ columns: [Int]) {
    let numbers = rows.map(\.number)
    var taken: Set<Int> = []
    for merge in merges {
      let low = numbers.firstPlace { $0 >= merge.rows.lowerBound }
      let high = numbers.firstPlace { $0 > merge.rows.upperBound }
      let left = columns.firstPlace { $0 >= merge.columns.lowerBound }
      let right = columns.firstPlace { $0 > merge.columns.upperBound }
      guard low < high, left < right, (high - low) * (right - left) > 1 else { continue }
      let places = (low..<high).flatMap { row in
        (left..<right).map { row * columns.count + $0 }
      }
      // Of areas that meet, the first holds.
      guard taken.isDisjoint(with: places) else { continue }
      taken.formUnion(places)
      spans.append(CellSpan(rows: low..<high, columns: left..<right))
    }
    spans.sort {
      ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
    }
  }

  /// The rows with what merged cells say in each of them, so that every row stands for itself.
  var spreadRows: [CellGrid.Row] {
    var spread = rows
    for span in spans {
      let (top, left) = (span.rows.lowerBound, span.columns.lowerBound)
      let words = rows[top].cells[left]
      for row in span.rows {
        for column in span.columns where spread[row].cells[column].isEmpty {
          spread[row].cells[column] = words
          if let day = rows[top].days[left] { spread[row].days[column] = day }
        }
      }
    }
    return spread
  }

  // MARK: Lines under a table

  /// Words that open a line under a table.
  private static let openings = ["注", "备注", "说明", "附注", "填表说明"]
  /// What people sign a table with.
  private static let labels = [
    "填表", "制表", "审核", "复核", "填报", "负责人", "联系", "电话", "统计人", "报送", "数据来源", "资料来源", "来源",
    "经办", "盖章", "签字", "签名", "主管", "领导", "日期", "时间",
  ]

  private static func takeNotes(
    from body: inout [CellGrid.Row], width: Int
  ) -> [CellGrid.Row] {
    var notes: [CellGrid.Row] = []
    while width > 2, body.count > 1, let last = body.last, isNote(last, width: width) {
      notes.insert(last, at: 0)
      body.removeLast()
    }
    return notes
  }

  private static func isNote(_ row: CellGrid.Row, width: Int) -> Bool {
    let cells = row.cells.map(\.trimmingSpaces).filter { !$0.isEmpty }
    guard let first = cells.first, cells.count * 2 <= max(width, 4) else { return false }
    let (label, hasColon) = label(of: first)
    if openings.contains(label), hasColon || cells.count == 1 { return true }
    return hasColon && labels.contains { label.contains($0) }
  }

  private static func label(of cell: String) -> (label: String, hasColon: Bool) {
    guard let colon = cell.firstIndex(where: { $0 == "：" || $0 == ":" }) else {
      let start = cell.prefix { $0 != "1" && !$0.isWhitespace && $0 != "." && $0 != "、" }
      return (String(start), false)
    }
    return (cell[..<colon].filter { !$0.isWhitespace }, true)
  }
}

extension Array<Int> {
  /// The first place from which on a condition holds; the elements rise.
  func firstPlace(where isBehind: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
