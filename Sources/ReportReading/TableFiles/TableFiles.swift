internal import Diagnostics

/// The one way from a file to its tables: workbooks, databases, Markdown, web pages and
/// texts in columns.
enum TableFiles {
  /// The tables of a file, in their order, each with rows; `part` names one of several.
  static func grids(
    _ bytes: [UInt8], name: String, part: String? = nil, emoji: EmojiPolicy = .draw,
    into problems: inout Problems
  ) throws(Rejection) -> [CellGrid] {
    if OfficeFormat.isPackage(bytes) {
      let grids = try sheets(bytes, name: name, part: part, into: &problems)
      return cleaned(grids, name: name, emoji: emoji, into: &problems)
    }
    if isDatabase(bytes) {
      let grid = try DatabaseGrid.grid(bytes, name: name, part: part)
      return cleaned([grid], name: name, emoji: emoji, into: &problems)
    }
    if isCompound(bytes) { throw Rejection(WordProblems.encrypted(name)) }
    // The characters of texts are settled where they are decoded.
    if isMarkdown(name) { return try MarkdownGrids.grids(bytes, name: name, part: part) }
    if HTMLGrids.isPage(bytes) {
      return try HTMLGrids.grids(bytes, name: name, part: part, into: &problems)
    }
    if let part { throw Rejection(RecordProblems.noPart(part, of: name, parts: [])) }
    return [try SeparatedGrid.grid(bytes, file: name, into: &problems)]
  }

  /// Cells without characters that no page can show as they came.
  private static func cleaned(
    _ grids: [CellGrid], name: String, emoji: EmojiPolicy, into problems: inout Problems
  ) -> [CellGrid] {
    var care = CharacterCare(emoji: emoji)
    var grids = grids
    for (number, grid) in grids.enumerated() {
      for (place, row) in grid.rows.enumerated() {
        for (column, cell) in row.cells.enumerated() where CharacterCare.concerns(cell) {
          let range = SourceRange(file: name, line: row.number, column: column + 1)
          grids[number].rows[place].cells[column] =
            care.clean(Scalars(cell)) { _ in range }.string
        }
      }
    }
    care.report(into: &problems)
    return grids
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
