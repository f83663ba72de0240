import Charting
import Diagnostics
import ReportModel
import ReportReading

/// A table as a chart sees it: columns with names, units and kinds; rows without sums and unit rows.
struct ChartTable {
  let file: String
  /// The words over the table; empty where there are none.
  var title: String
  var columns: [ChartColumn]
  /// The lines of the rows in their file, for messages.
  var lines: [Int]

  /// The table of a file.
  init(_ table: RecordTable, file: String) {
    var rows = table.rows
    var given = [String](repeating: "", count: table.fields.count)
    if let first = rows.first, let units = Self.unitRow(first.values) {
      given = units
      rows.removeFirst()
    }
    // What a person sees comes first; a number under words stands in for them.
    let cells = rows.map { row in
      row.values.indices.map { place in
        CellAmount(row.values[place]) == nil
          ? row.numbers[place] ?? row.values[place] : row.values[place]
      }
    }
    self.init(
      file: file, title: Self.title(table.titles), fields: table.fields, units: given, cells: cells,
      lines: rows.map(\.range.start.line),
      lead: table.titles + table.notes.flatMap(\.values))
  }

  /// A table of a report.
  init(_ table: ReportTable) {
    let rows = table.rows.indices.filter { table.kind(ofRow: $0) == .plain }
    let cells = rows.map { row in table.columns.indices.map { table.words(row: row, column: $0) } }
    self.init(
      file: table.range.file, title: table.title, fields: table.columns.map(\.name),
      units: table.columns.map { UnitWords.isUnit($0.unit) ? $0.unit : "" }, cells: cells,
      lines: rows.map { $0 < table.rowLines.count ? table.rowLines[$0] : table.headerLine },
      lead: [table.title])
  }

  private init(
    file: String, title: String, fields: [String], units: [String], cells: [[String]], lines: [Int],
    lead: [String]
  ) {
    self.file = file
    self.title = title
    self.lines = lines
    columns = fields.indices.map { place in
      var column = ChartColumn(
        head: fields[place], cells: cells.map { place < $0.count ? $0[place] : "" })
      if column.unit.isEmpty { column.unit = units[place] }
      return column
    }
    spreadUnits(lead.lazy.map { ColumnHead.units(in: $0) }.first { !$0.isEmpty } ?? [])
    partNames()
  }

  /// What a line over the table says of all its amounts, and of its rates.
  private mutating func spreadUnits(_ units: [String]) {
    let (rate, amount) = (units.first { $0 == "%" }, units.first { $0 != "%" })
    for place in columns.indices
    where columns[place].kind == .measure && columns[place].unit.isEmpty {
      let own = columns[place].isRate ? rate : columns[place].isRank ? nil : amount ?? rate
      columns[place].unit = own ?? ""
    }
  }

  /// Columns of one name keep their heads, and what a field's name cannot hold is exchanged.
  private mutating func partNames() {
    let names = columns.map(\.name)
    for place in columns.indices {
      if names[place].isEmpty || names.count(where: { $0 == names[place] }) > 1 {
        columns[place].name = columns[place].head
      }
      if columns[place].name.isEmpty || names[..<place].contains(columns[place].name) {
        columns[place].name += "第\(place + 1)列"
      }
      columns[place].name = String(
        columns[place].name.map {
          ["'": "’", "\"": "”", ".": "．", "[": "［", "]": "］", "\\": "＼"][$0] ?? $0
        })
    }
  }

  /// The units of a row that holds nothing else: 单位, 万元, %.
  private static func unitRow(_ cells: [String]) -> [String]? {
    let filled = cells.filter { !CellAmount.isBlank($0) }
    let words = filled.filter { !["单位", "计量单位"].contains($0.withoutBlanks) }
    guard !words.isEmpty, filled.count > 1 || words.count < filled.count,
      words.allSatisfy({ UnitWords.isUnit(bare($0)) })
    else { return nil }
    return cells.map { UnitWords.isUnit(bare($0)) ? bare($0) : "" }
  }

  private static func bare(_ cell: String) -> String {
    cell.withoutBlanks.filter { !"（）()".contains($0) }
  }

  /// The first line over a table that is a title and no line of who reports in which unit.
  private static func title(_ lines: [String]) -> String {
    let found = lines.first { line in
      !line.contains("：") && !line.contains(":") && (4...40).contains(line.count)
    }
    return found?.withoutBlanks ?? ""
  }

  /// The table in the order of a column of times: rows are often listed the latest first.
  func inOrder(of column: Int) -> ChartTable {
    let cells = columns[column].cells.map(\.withoutBlanks)
    let days = PeriodCells.days(cells)
    guard let order = TimeOrder.sorted(days ?? cells) else { return self }
    var table = self
    table.lines = order.map { lines[$0] }
    for place in columns.indices {
      let own = columns[place]
      let shown = place == column ? days ?? own.cells : own.cells
      table.columns[place] = own.reordered(order, cells: shown)
    }
    return table
  }

  // MARK: Looking up

  var rows: Range<Int> { lines.indices }

  /// The columns that can be drawn.
  var measures: [Int] { columns.indices.filter { columns[$0].kind == .measure } }

  /// The column that a user names: by its head, by its name without the unit, or by its number.
  func column(named name: String) -> Int? {
    let name = name.withoutBlanks
    return columns.firstIndex { $0.head == name } ?? columns.firstIndex { $0.name == name }
      ?? columns.firstIndex { ColumnHead.parts(of: $0.head).name == name }
  }

  /// All columns in words: 镇街（名称）、投资（数，万元）.
  var inventory: Wording {
    Wording(
      columns.map { "\($0.head) (\($0.kindWords.english))" }.joined(separator: ", "),
      columns.map { "\($0.head)（\($0.kindWords.chinese)）" }.joined(separator: "、"))
  }
}
