internal import Diagnostics
internal import ReportModel

/// The tables of a web page, as systems export them under the name of a workbook: the cells as they are
/// written, so that no program takes the zeros off a number.
enum HTMLGrids {
  /// Whether bytes begin as a web page with a table does.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    let opening = String(
      decoding: bytes.prefix(opening).filter { $0 != 0 && $0 < 0x80 }, as: UTF8.self
    )
    .lowercased().drop { $0.isWhitespace }
    return opening.first == "<" && !opening.hasPrefix("<?xml")
      && ["<html", "<table", "<!doctype html"].contains(where: opening.contains)
  }

  /// How much of a file is looked at, in bytes.
  private static let opening = 4096

  /// `part` is the number of a table, from 1.
  static func grids(
    _ bytes: [UInt8], name: String, part: String?, into problems: inout Problems
  ) throws(Rejection) -> [CellGrid] {
    let text = try TextDecoder(file: name).decode(
      bytes, limit: RecordTable.byteLimit, into: &problems)
    var grids: [CellGrid] = []
    var words: [String] = []
    for block in HTMLText(text.string).blocks {
      switch block {
      case .paragraph(let lines, _): words += lines
      case .item(let line): words.append(line)
      case .picture: continue
      case .table(let table):
        grids.append(grid(table, under: words, number: grids.count + 1))
        words = []
      }
    }
    guard !grids.isEmpty else { throw Rejection(RecordProblems.noTable(name)) }
    for line in words { grids[grids.count - 1].append(line) }
    guard let part else { return grids }
    let chosen = grids.filter { $0.name == part }
    if chosen.isEmpty {
      throw Rejection(RecordProblems.noPart(part, of: name, parts: grids.map(\.name)))
    }
    return chosen
  }

  private static func grid(_ table: HTMLTable, under words: [String], number: Int) -> CellGrid {
    var grid = CellGrid()
    grid.name = "\(number)"
    for line in words { grid.append(line) }
    let first = words.count + 1
    for (place, cells) in table.written.rows.enumerated()
    where cells.contains(where: { !$0.isEmpty }) {
      grid.rows.append(CellGrid.Row(number: first + place, cells: cells))
    }
    grid.merges = table.written.spans.map { span in
      CellGrid.Merge(
        rows: (first + span.rows.lowerBound)...(first + span.rows.upperBound - 1),
        columns: span.columns.lowerBound...(span.columns.upperBound - 1))
    }
    return grid
  }
}

extension CellGrid {
  /// Adds a row of one cell, such as a title or a note.
  fileprivate mutating func append(_ line: String) {
    rows.append(Row(number: (rows.last?.number ?? 0) + 1, cells: [line]))
  }
}
