public import Diagnostics
internal import ReportModel

/// Records of one kind: a row of names, and rows of values as a person sees them.
public struct RecordTable: Hashable, Sendable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// Values, one a field; a line break in one is `\n`.
    public var values: [String]
    /// Whole days, `2031-05-20`, of values that show a date or only a part of one, by their columns.
    public var days: [Int: String] = [:]
    /// The numbers of values that show them with words or otherwise than they are, by their columns:
    /// 12.3 of `12.3万元`.
    public var numbers: [Int: String] = [:]
    /// Where it begins; in a sheet the line is its row.
    public var range: SourceRange
  }

  /// The names of the columns.
  public var fields: [String]
  /// The rows, without sums.
  public var rows: [Row]
  /// Rows that sum up others (合计, 小计).
  public var totals: [Row] = []
  /// Lines over the head: the title, who reports, the unit.
  public var titles: [String] = []
  /// Lines under the rows: notes, and who filled them in.
  public var notes: [Row] = []

  /// Makes a table.
  public init(fields: [String], rows: [Row]) {
    self.fields = fields
    self.rows = rows
  }

  /// The value of a field in a row; nil where there is no such field or nothing in it.
  public func value(_ field: String, in row: Row) -> String? {
    guard let place = fields.firstIndex(of: field), place < row.values.count else { return nil }
    let value = row.values[place].trimmingSpaces
    return value.isEmpty ? nil : value
  }

  /// The whole day that a field's value stands for where the file knows it, as `2031-05-20`.
  public func day(_ field: String, in row: Row) -> String? {
    fields.firstIndex(of: field).flatMap { row.days[$0] }
  }

  /// Most rows of a table.
  public static let rowLimit = 200_000
  /// Most bytes of a file.
  public static let byteLimit = 64 << 20

  /// Reads the table of a file: values in columns (`.csv`, `.tsv`; encodings as for texts, the separator
  /// is found), a workbook's first visible sheet with rows, a database's table of cases or its only
  /// table, a Markdown text's first table; `part` names another one. Lines over the head and under the
  /// rows, sums and columns without a word are kept apart from the records.
  ///
  /// Without `needsNames` columns may lack a name or share one.
  ///
  /// A written row of another width than the head is a finding and left out; an open quotation and two
  /// columns of one name are rejections.
  public static func read(
    bytes: [UInt8], name: String, part: String? = nil, needsNames: Bool = true,
    into problems: inout Problems
  ) throws(Rejection) -> RecordTable {
    let grids = try TableFiles.grids(bytes, name: name, part: part, into: &problems)
    guard let grid = grids.first, let shape = TableShape(grid) else {
      throw Rejection(ReadingProblems.empty(name))
    }
    if grids.count > 1 {
      let others = grids.dropFirst().map(\.name)
      problems.report(RecordProblems.otherSheets(name, read: grid.name, others: others))
    }
    let sheet = grids.count > 1 ? grid.name : ""
    grid.findings.report(file: name, sheet: sheet, into: &problems)
    if needsNames {
      let fields = shape.header.map(fieldName)
      try check(fields, at: SourceRange(file: name, line: shape.headRow))
    }
    return try table(of: shape, file: name, into: &problems)
  }

  /// The records of a table of a known shape, at most so many.
  static func table(
    of shape: TableShape, file: String, most: Int = rowLimit, into problems: inout Problems
  ) throws(Rejection) -> RecordTable {
    let fields = shape.header.map(fieldName)
    shape.report(file: file, into: &problems)
    var table = RecordTable(fields: fields, rows: [])
    table.titles = shape.titles
    func row(_ row: CellGrid.Row) -> Row {
      Row(
        values: row.cells, days: row.days, numbers: row.numbers,
        range: SourceRange(file: file, line: row.number))
    }
    table.notes = shape.notes.map(row)
    for (raw, spread) in zip(shape.rows, shape.spreadRows) {
      if TableRowKind(raw.cells) == .plain {
        table.rows.append(row(spread))
      } else {
        table.totals.append(row(raw))
      }
    }
    if table.rows.count > most {
      throw Rejection(ReadingProblems.tooManyLines(file, lines: table.rows.count, limit: most))
    }
    return table
  }

  /// A head as a name: 姓　名 is 姓名.
  private static func fieldName(_ head: String) -> String {
    let parts = head.split(whereSeparator: \.isWhitespace)
    return parts.reduce("") { name, part in
      let isLatin = { (character: Character?) in character?.isASCII ?? false }
      return name + (isLatin(name.last) && isLatin(part.first) ? " " : "") + part
    }
  }

  /// Every column has a name of its own.
  private static func check(_ fields: [String], at range: SourceRange) throws(Rejection) {
    for (place, field) in fields.enumerated()
    where field.isEmpty || fields[..<place].contains(field) {
      throw Rejection(RecordProblems.badHead(field, column: place + 1, at: range))
    }
  }

  /// The finding that names the rows which are no records; nil where all are.
  public func leftOut(file: String) -> Diagnostic? {
    let rows = totals + notes
    guard let first = rows.map(\.range.start.line).min() else { return nil }
    return RecordProblems.noRecords(
      rows.map { ($0.range.start.line, $0.values.first { !$0.isEmpty } ?? "") },
      at: SourceRange(file: file, line: first))
  }
}
