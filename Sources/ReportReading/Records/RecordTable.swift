public import Diagnostics

/// Records of one kind: a row of names, and rows of values as written.
public struct RecordTable: Hashable, Sendable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// Values, one a field.
    public var values: [String]
    /// Where it begins.
    public var range: SourceRange
  }

  /// The names of the columns.
  public var fields: [String]
  /// The rows.
  public var rows: [Row]

  /// The value of a field in a row; nil where there is no such field or nothing in it.
  public func value(_ field: String, in row: Row) -> String? {
    guard let place = fields.firstIndex(of: field), place < row.values.count else { return nil }
    let value = row.values[place].trimmingSpaces
    return value.isEmpty ? nil : value
  }

  /// Most rows of a table.
  public static let rowLimit = 200_000

  /// Reads values in columns, as RFC 4180 has them: `.csv` (parted by commas, or by tabs or
  /// semicolons where the head has more of these) and `.tsv`; encodings as for texts. A row of
  /// another width than the head is a finding and left out; an open quotation is a rejection.
  public static func read(
    bytes: [UInt8], name: String, into problems: inout Problems
  ) throws(Rejection) -> RecordTable {
    let scalars = try TextDecoder(file: name).decode(bytes)
    let lines = try SeparatedRows(scalars, file: name).rows()
    guard let head = lines.first else { throw Rejection(ReadingProblems.empty(name)) }
    let fields = head.cells.map(\.trimmingSpaces)
    for (place, field) in fields.enumerated() {
      if field.isEmpty || fields[..<place].contains(field) {
        throw Rejection(RecordProblems.badHead(field, column: place + 1, at: head.range))
      }
    }
    var table = RecordTable(fields: fields, rows: [])
    for line in lines.dropFirst() where line.cells.contains(where: { !$0.trimmingSpaces.isEmpty }) {
      guard line.cells.count == fields.count else {
        problems.report(
          RecordProblems.width(line.cells.count, wanted: fields.count, at: line.range))
        continue
      }
      table.rows.append(Row(values: line.cells, range: line.range))
    }
    if table.rows.count > rowLimit {
      throw Rejection(
        ReadingProblems.tooManyLines(name, lines: table.rows.count, limit: rowLimit))
    }
    return table
  }
}

/// Cuts a text in columns into its cells, with the place of each row.
struct SeparatedRows {
  struct Line {
    var cells: [String]
    var range: SourceRange
  }

  private let scalars: Scalars
  private let file: String
  private let separator: Unicode.Scalar

  init(_ scalars: Scalars, file: String) {
    self.scalars = scalars
    self.file = file
    let head = scalars.prefix { $0 != "\n" && $0 != "\r" }
    let marks: [Unicode.Scalar] = [",", "\t", ";"]
    // The first of equals: a comma, where the head has no mark at all.
    var best = marks[0]
    for mark in marks where head.count(where: { $0 == mark }) > head.count(where: { $0 == best }) {
      best = mark
    }
    separator = best
  }

  func rows() throws(Rejection) -> [Line] {
    var result: [Line] = []
    var place = 0
    var line = 1
    while place < scalars.count {
      let start = line
      let cells = try row(&place, &line)
      result.append(Line(cells: cells, range: SourceRange(file: file, line: start)))
    }
    return result
  }

  private func row(_ place: inout Int, _ line: inout Int) throws(Rejection) -> [String] {
    var cells: [String] = []
    while true {
      cells.append(try cell(&place, &line))
      guard place < scalars.count else { return cells }
      let end = scalars[place]
      place += 1
      if end == separator { continue }
      if end == "\r", place < scalars.count, scalars[place] == "\n" { place += 1 }
      line += 1
      return cells
    }
  }

  /// A cell up to its separator or line end, which is left standing.
  private func cell(_ place: inout Int, _ line: inout Int) throws(Rejection) -> String {
    guard place < scalars.count, scalars[place] == "\"" else {
      let start = place
      while place < scalars.count, !isEnd(scalars[place]) { place += 1 }
      return scalars[start..<place].string
    }
    let opening = SourceRange(file: file, line: line)
    var text = Scalars()
    place += 1
    while place < scalars.count {
      let scalar = scalars[place]
      place += 1
      if scalar == "\"" {
        guard place < scalars.count, scalars[place] == "\"" else {
          guard place == scalars.count || isEnd(scalars[place]) else {
            throw Rejection(RecordProblems.textAfterQuote(at: SourceRange(file: file, line: line)))
          }
          return text.string
        }
        place += 1
      } else if scalar == "\n" {
        line += 1
      }
      text.append(scalar)
    }
    throw Rejection(RecordProblems.openQuote(at: opening))
  }

  private func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == separator || scalar == "\n" || scalar == "\r"
  }
}

/// What can be wrong with records and templates.
enum RecordProblems {
  static func badHead(_ field: String, column: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "records.bad-head",
      field.isEmpty
        ? Wording("column \(column) has no name", "第 \(column) 列没有列名")
        : Wording("two columns are named \"\(field)\"", "有两列都叫“\(field)”"), at: range)
  }

  static func width(_ count: Int, wanted: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "records.row-width",
      Wording(
        "the row has \(count) values, the head \(wanted)", "该行有 \(count) 个值，表头有 \(wanted) 列"),
      at: range,
      hints: [Wording("quote values that hold the separator", "含分隔符的值要加引号")])
  }

  static func openQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "records.open-quote",
      Wording("a quotation mark opens here and never closes", "这里的引号没有收尾"), at: range)
  }

  static func textAfterQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "records.text-after-quote",
      Wording("text follows a closing quotation mark", "收尾引号后还有文字"), at: range)
  }

  static func openPlaceholder(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "template.open-placeholder",
      Wording("a placeholder opens with {{ and has no }}", "占位符以 {{ 开头而没有 }}"), at: range)
  }
}
