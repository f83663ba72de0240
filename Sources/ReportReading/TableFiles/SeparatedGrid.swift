internal import Diagnostics
internal import Notations

/// A text in columns as a grid: encodings as for texts, and the marks taken off with which people keep
/// a spreadsheet from changing a value.
enum SeparatedGrid {
  static func grid(
    _ bytes: [UInt8], file: String, into problems: inout Problems
  ) throws(Rejection) -> CellGrid {
    let scalars = try TextDecoder(file: file).decode(
      bytes, limit: RecordTable.byteLimit, into: &problems)
    return try grid(scalars, file: file)
  }

  static func grid(_ scalars: Scalars, file: String) throws(Rejection) -> CellGrid {
    var grid = CellGrid()
    grid.hasWrittenWidths = true
    let rows: [SeparatedRows.Row]
    do throws(SeparatedRows.Problem) {
      rows = try SeparatedRows(scalars).rows()
    } catch {
      switch error {
      case .openQuote(let line):
        throw Rejection(RecordProblems.openQuote(at: SourceRange(file: file, line: line)))
      case .textAfterQuote(let line):
        throw Rejection(RecordProblems.textAfterQuote(at: SourceRange(file: file, line: line)))
      }
    }
    for row in rows {
      var cells = row.cells.map { unguarded(CellText.text($0)) }
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      for column in cells.indices { check(&cells[column], column, row.line, &grid.findings) }
      grid.rows.append(CellGrid.Row(number: row.line, cells: cells))
      if grid.rows.count > CellGrid.rowLimit {
        throw Rejection(
          ReadingProblems.tooManyLines(file, lines: rows.count, limit: CellGrid.rowLimit - 1))
      }
    }
    return grid
  }

  private static func check(
    _ cell: inout String, _ column: Int, _ line: Int, _ findings: inout GridFindings
  ) {
    let place = GridFindings.Cell(
      name: "\(line):\(column + 1)", line: line, column: column + 1, words: cell)
    if cell.utf8.first == UInt8(ascii: "#"), DamagedValue.errors.contains(cell.uppercased()) {
      findings.errors.append(place)
      cell = ""
    } else if let kind = DamagedValue(cell) {
      findings.damaged.append((place, kind))
    }
  }

  /// `="001"` and `'001` as 001, without blanks and tabs around them.
  static func unguarded(_ cell: String) -> String {
    let words = CellText.trimmed(cell)
    if words.hasPrefix("=\""), words.count > 2, words.hasSuffix("\"") {
      let inner = String(words.dropFirst(2).dropLast()).replacing("\"\"", with: "\u{0}")
      if !inner.contains("\"") { return inner.replacing("\u{0}", with: "\"") }
    }
    if let first = words.first, first == "'" || first == "’", words.utf8.count > 1,
      words.dropFirst().allSatisfy({ $0.isASCII && ($0.isNumber || "-/.:,Xx ".contains($0)) })
    {
      return String(words.dropFirst())
    }
    return words
  }
}
