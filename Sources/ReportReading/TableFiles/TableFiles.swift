internal import Diagnostics

/// The one way from a file to its tables: workbooks, databases, Markdown and texts in columns.
enum TableFiles {
  /// The tables of a file, in their order, each with rows; `part` names one of several.
  static func grids(
    _ bytes: [UInt8], name: String, part: String? = nil, into problems: inout Problems
  ) throws(Rejection) -> [CellGrid] {
    if OfficeFormat.isPackage(bytes) {
      return try sheets(bytes, name: name, part: part, into: &problems)
    }
    if isDatabase(bytes) { return [try DatabaseGrid.grid(bytes, name: name, part: part)] }
    if isCompound(bytes) { throw Rejection(WordProblems.encrypted(name)) }
    if isMarkdown(name) { return try MarkdownGrids.grids(bytes, name: name, part: part) }
    if let part { throw Rejection(RecordProblems.noPart(part, of: name, parts: [])) }
    return [try SeparatedGrid.grid(bytes, file: name, into: &problems)]
  }

  private static func sheets(
    _ bytes: [UInt8], name: String, part: String?, into problems: inout Problems
  ) throws(Rejection) -> [CellGrid] {
    let book = try Workbook(bytes, file: name)
    let sheets = book.sheets.filter { part == nil || $0.name == part }
    if let part, sheets.isEmpty {
      throw Rejection(RecordProblems.noPart(part, of: name, parts: book.sheets.map(\.name)))
    }
    if part == nil, !book.hidden.isEmpty {
      problems.report(RecordProblems.hiddenSheets(name, book.hidden))
    }
    return sheets
  }

  // MARK: Kinds

  /// Whether bytes are a SQLite database.
  static func isDatabase(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array("SQLite format 3\0".utf8))
  }

  /// Whether bytes are a compound file: an old workbook, or one behind a password.
  static func isCompound(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  static func isMarkdown(_ name: String) -> Bool {
    let lower = name.lowercased()
    return MarkdownReader.format.endings.contains { lower.hasSuffix(".\($0)") }
  }
}
