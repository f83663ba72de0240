public import Diagnostics

/// What the cells of a column are.
public enum ColumnType: String, Hashable, Sendable, CaseIterable {
  case text, int, decimal, percent, date
}

/// A column of a table: name as written, type from its cells, unit from its name.
public struct TableColumn: Hashable, Sendable {
  /// The head cell as written, for example `摸底数(处)`; under heads over several columns the words of
  /// all of them, top to bottom, parted by `／`: `上半年／计划`.
  public var name: String
  /// The narrowest type that all its cells have.
  public var type: ColumnType
  /// The unit in the head cell's brackets, `处`; empty when none is given.
  public var unit: String
  /// The heads over this column and its neighbours, top to bottom: `上半年`. Neighbours with the same
  /// words share one cell.
  public var over: [String]
  /// The width that the author asks for, in ems of a cell; nil where its cells say it.
  public var width: Double?

  /// Makes a column.
  public init(
    name: String, type: ColumnType, unit: String = "", over: [String] = [], width: Double? = nil
  ) {
    self.name = name
    self.type = type
    self.unit = unit
    self.over = over
    self.width = width
  }

  /// The words that stand over this column alone: `计划`.
  public var label: String {
    let upper = over.joined(separator: "／") + "／"
    return !over.isEmpty && name.hasPrefix(upper) ? String(name.dropFirst(upper.count)) : name
  }
}

/// A cell over several rows or columns of a table's body.
public struct CellSpan: Hashable, Sendable {
  /// The rows of `ReportTable.rows` that it takes; the first has its words.
  public var rows: Range<Int>
  /// The columns that it takes; the first has its words.
  public var columns: Range<Int>

  /// Makes a span.
  public init(rows: Range<Int>, columns: Range<Int>) {
    self.rows = rows
    self.columns = columns
  }
}

/// A table with its title and typed columns. Cells stay as written; a line break in a cell is `\n`.
public struct ReportTable: Hashable, Sendable {
  /// The title without its label `表1`; empty when there is none.
  public var title: String
  /// The columns, left to right.
  public var columns: [TableColumn]
  /// The rows; each has as many cells as there are columns. What a span covers is empty.
  public var rows: [[String]]
  /// Cells over several rows or columns, in reading order; none meets another.
  public var spans: [CellSpan]
  /// Whether the last row is a sum of the others (`合计`).
  public var hasTotalRow: Bool
  /// Source lines: the head, the Markdown rule or nil, one a row.
  public var headerLine: Int
  /// The line of the Markdown rule `| --- |`.
  public var ruleLine: Int?
  /// The line of each row.
  public var rowLines: [Int]
  /// Where it stands in the source.
  public var range: SourceRange

  /// Makes a table.
  public init(
    title: String, columns: [TableColumn], rows: [[String]], hasTotalRow: Bool,
    headerLine: Int, ruleLine: Int?, rowLines: [Int], range: SourceRange, spans: [CellSpan] = []
  ) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.spans = spans
    self.hasTotalRow = hasTotalRow
    self.headerLine = headerLine
    self.ruleLine = ruleLine
    self.rowLines = rowLines
    self.range = range
  }
}

extension ReportTable {
  /// The words at a place: those of the span that covers it, or its own.
  public func words(row: Int, column: Int) -> String {
    guard rows.indices.contains(row) else { return "" }
    let span = spans.first { $0.rows.contains(row) && $0.columns.contains(column) }
    let (row, column) = span.map { ($0.rows.lowerBound, $0.columns.lowerBound) } ?? (row, column)
    guard rows.indices.contains(row), rows[row].indices.contains(column) else { return "" }
    return rows[row][column]
  }

  /// What a row is: the last one of a table with a total row sums up the others whatever it says.
  public func kind(ofRow row: Int) -> TableRowKind {
    if row == rows.count - 1, hasTotalRow { return .total }
    return TableRowKind(rows[row])
  }
}
