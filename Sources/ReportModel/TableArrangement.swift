public import Diagnostics

/// What an author asks of a table before it is set: which columns, under which names and in which
/// order, which rows, in which order and groups, and with which sums.
public struct TableArrangement: Hashable, Sendable {
  /// A column that is shown.
  public struct Column: Hashable, Sendable {
    /// Its name in the table.
    public var name: String
    /// The name that is printed; nil for its own.
    public var title: String?
    /// Its width in ems of a cell; nil where its cells say it.
    public var width: Double?

    /// Makes a column.
    public init(name: String, title: String? = nil, width: Double? = nil) {
      self.name = name
      self.title = title
      self.width = width
    }
  }

  /// A condition on a column; rows that meet all conditions are shown.
  public struct Filter: Hashable, Sendable {
    /// How a cell is compared.
    public enum Relation: String, Hashable, Sendable, CaseIterable {
      case equal = "="
      case unequal = "!="
      case less = "<"
      case greater = ">"
      case atMost = "<="
      case atLeast = ">="
      case contains = "~"
    }

    /// The column's name.
    public var column: String
    /// How.
    public var relation: Relation
    /// With what; one of several for `equal` and `contains`, none of them for `unequal`.
    public var values: [String]

    /// Makes a condition.
    public init(column: String, relation: Relation, values: [String]) {
      self.column = column
      self.relation = relation
      self.values = values
    }
  }

  /// A column that rows are sorted by.
  public struct Key: Hashable, Sendable {
    /// The column's name.
    public var column: String
    /// Whether the largest comes first.
    public var isDescending: Bool

    /// Makes a key.
    public init(column: String, isDescending: Bool = false) {
      self.column = column
      self.isDescending = isDescending
    }
  }

  /// Columns in their order; empty for all.
  public var columns: [Column] = []
  /// Widths of columns that are shown in any case.
  public var widths: [Column] = []
  /// Names of columns that are not shown.
  public var hidden: [String] = []
  /// Conditions on rows.
  public var filters: [Filter] = []
  /// Keys, the first decides; rows that are equal keep their order.
  public var sort: [Key] = []
  /// The column whose equal cells make a group; nil for no groups.
  public var group: String?
  /// Whether a row of sums (小计) closes each group.
  public var hasSubtotals = false
  /// Whether a row of sums (合计) ends the table; nil where the table says it.
  public var hasTotal: Bool?
  /// Columns that tell rows from each other, for `changes(in:since:)`; empty for all cells.
  public var identity: [String] = []
  /// Where it is asked for.
  public var range: SourceRange

  /// An arrangement that changes nothing.
  public init(range: SourceRange) { self.range = range }

  /// Whether rows move, so that serial numbers are counted anew and totals are made anew.
  var changesRows: Bool { !filters.isEmpty || !sort.isEmpty || group != nil }

  /// The table as it is asked for. A name that is no column's is a problem and passed over.
  public func applied(to table: ReportTable, into problems: inout Problems) -> ReportTable {
    var table = table
    for name in names where table.column(named: name) == nil {
      problems.report(Self.unknownColumn(name, in: table, at: range))
    }
    if changesRows || hasTotal != nil {
      let hadTotal = table.hasTotalRow
      table.unfold()
      if changesRows {
        table.keepRows(table.rows.indices.filter { table.kind(ofRow: $0) == .plain })
      }
      table.keepRows(
        table.rows.indices.filter { row in
          filters.allSatisfy { $0.accepts(row, in: table) }
        })
      table.sort(by: sort)
      if changesRows { table.countAnew() }
      addSums(to: &table, hadTotal: hadTotal)
    }
    show(in: &table)
    return table
  }

  /// Whether a table has the columns that tell its rows from each other.
  public func tells(_ table: ReportTable) -> Bool {
    identity.allSatisfy { table.column(named: $0) != nil }
  }

  /// The column that says of an edition what is new is shown in any case.
  public mutating func showChanges() {
    if !columns.isEmpty, !columns.contains(where: { $0.name == Self.changeName }) {
      columns.append(Column(name: Self.changeName))
    }
  }

  static let changeName = "变化"

  /// Whether a table has all columns that are named.
  public func fits(_ table: ReportTable) -> Bool {
    names.allSatisfy { table.column(named: $0) != nil }
  }

  private var names: [String] {
    columns.map(\.name) + widths.map(\.name) + hidden + filters.map(\.column) + sort.map(\.column)
      + [group].compactMap { $0 }
  }

  private func show(in table: inout ReportTable) {
    var order = Array(table.columns.indices)
    if !columns.isEmpty { order = columns.compactMap { table.column(named: $0.name) } }
    order.removeAll { column in hidden.contains { table.column(named: $0) == column } }
    for wanted in columns + widths {
      guard let column = table.column(named: wanted.name) else { continue }
      if let title = wanted.title {
        table.columns[column].name = title
        table.columns[column].over = []
      }
      table.columns[column].width = wanted.width ?? table.columns[column].width
    }
    table.keepColumns(order)
  }

  private func addSums(to table: inout ReportTable, hadTotal: Bool) {
    let wantsTotal = hasTotal ?? (hadTotal && changesRows)
    let plain = table.rows.indices.filter { table.kind(ofRow: $0) == .plain }
    let total = wantsTotal ? table.sums(of: plain, label: "合计") : nil
    table.hasTotalRow = hadTotal && !changesRows
    if let column = group.flatMap(table.column(named:)) {
      table.makeGroups(by: column, withSubtotals: hasSubtotals)
    }
    if let total, !plain.isEmpty {
      if !changesRows { table.keepRows(plain) }
      table.append(total)
      table.hasTotalRow = true
    }
    if hasTotal == false {
      table.keepRows(table.rows.indices.filter { table.kind(ofRow: $0) != .total })
    }
  }

  static func unknownColumn(
    _ name: String, in table: ReportTable, at range: SourceRange
  ) -> Diagnostic {
    let names = table.columns.map(\.name).joined(separator: "、")
    return Diagnostic(
      .error, "table.unknown-column",
      Wording("the table has no column \"\(name)\"", "表中没有“\(name)”这一列"), at: range,
      hints: [Wording("its columns are \(names)", "表中的列：\(names)")])
  }
}

extension TableArrangement.Filter {
  fileprivate func accepts(_ row: Int, in table: ReportTable) -> Bool {
    guard let column = table.column(named: self.column) else { return true }
    let cell = table.words(row: row, column: column)
    switch relation {
    case .equal: return values.contains { TableOrder.compare(cell, $0) == 0 }
    case .unequal: return !values.contains { TableOrder.compare(cell, $0) == 0 }
    case .contains: return values.contains { cell.contains($0) }
    case .less: return !cell.isEmpty && values.allSatisfy { TableOrder.compare(cell, $0) < 0 }
    case .greater: return !cell.isEmpty && values.allSatisfy { TableOrder.compare(cell, $0) > 0 }
    case .atMost: return !cell.isEmpty && values.allSatisfy { TableOrder.compare(cell, $0) <= 0 }
    case .atLeast: return !cell.isEmpty && values.allSatisfy { TableOrder.compare(cell, $0) >= 0 }
    }
  }
}
