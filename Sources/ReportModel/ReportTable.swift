public import Diagnostics

/// What the cells of a column are.
public enum ColumnType: String, Hashable, Sendable, CaseIterable {
  case text, int, decimal, percent, date
}

/// A column of a table: name as written, type from its cells, unit from its name.
public struct TableColumn: Hashable, Sendable {
  /// The head cell as written, for example `摸底数(处)`.
  public var name: String
  /// The narrowest type that all its cells have.
  public var type: ColumnType
  /// The unit in the head cell's brackets, `处`; empty when none is given.
  public var unit: String

  /// Makes a column.
  public init(name: String, type: ColumnType, unit: String = "") {
    self.name = name
    self.type = type
    self.unit = unit
  }
}

/// A table with its title and typed columns. Cells stay as written.
public struct ReportTable: Hashable, Sendable {
  /// The title without its label `表1`; empty when there is none.
  public var title: String
  /// The columns, left to right.
  public var columns: [TableColumn]
  /// The rows; each has as many cells as there are columns.
  public var rows: [[String]]
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
    headerLine: Int, ruleLine: Int?, rowLines: [Int], range: SourceRange
  ) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.hasTotalRow = hasTotalRow
    self.headerLine = headerLine
    self.ruleLine = ruleLine
    self.rowLines = rowLines
    self.range = range
  }
}
