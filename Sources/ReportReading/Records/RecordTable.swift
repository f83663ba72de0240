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
  ///
  /// A workbook (`.xlsx`) gives its first visible sheet with rows, a database (SQLite) its table of
  /// cases or its only table; `part` names another one.
  public static func read(
    bytes: [UInt8], name: String, part: String? = nil, into problems: inout Problems
  ) throws(Rejection) -> RecordTable {
    if isWorkbook(bytes) {
      return try RecordSources.workbook(bytes, name: name, part: part, into: &problems)
    }
    if isDatabase(bytes) {
      return try RecordSources.database(bytes, name: name, part: part)
    }
    if let part { throw Rejection(RecordProblems.noPart(part, of: name, parts: [])) }
    let scalars = try TextDecoder(file: name).decode(bytes, into: &problems)
    let lines = try SeparatedRows(scalars, file: name).rows()
    guard let head = lines.first else { throw Rejection(ReadingProblems.empty(name)) }
    let fields = head.cells.map(\.trimmingSpaces)
    try check(fields, at: head.range)
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

extension RecordTable {
  /// Every column has a name of its own.
  static func check(_ fields: [String], at range: SourceRange) throws(Rejection) {
    for (place, field) in fields.enumerated()
    where field.isEmpty || fields[..<place].contains(field) {
      throw Rejection(RecordProblems.badHead(field, column: place + 1, at: range))
    }
  }

  /// Whether bytes are a ZIP container, as workbooks are.
  static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  /// Whether bytes are a SQLite database.
  static func isDatabase(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("SQLite format 3\0".utf8))
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
