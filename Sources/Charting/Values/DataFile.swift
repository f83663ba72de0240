/// A file of data that the caller has read: charting itself opens none.
public struct DataFile: Hashable, Sendable {
  /// The name as the specification's `url` gives it.
  public var name: String
  /// Its bytes.
  public var bytes: [UInt8]

  /// Makes a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Reads tables from text in columns.
enum SeparatedText {
  /// Rows of a CSV or TSV text; the first line names the fields. Quotes hold separators and breaks.
  static func table(_ text: String, separator: UInt8) -> DataTable {
    var lines = rows(Array(text.utf8), separator: separator)
    while let last = lines.last, last.allSatisfy(\.isEmpty) { lines.removeLast() }
    guard let head = lines.first else { return DataTable() }
    var table = DataTable(fields: head)
    table.rows = lines.dropFirst().filter { $0 != [""] }.map { cells in
      (0..<head.count).map { $0 < cells.count && !cells[$0].isEmpty ? .text(cells[$0]) : .null }
    }
    return table
  }

  private static func rows(_ bytes: [UInt8], separator: UInt8) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    while place < bytes.count {
      let byte = bytes[place]
      if isQuoted {
        if byte == UInt8(ascii: "\"") {
          if place + 1 < bytes.count, bytes[place + 1] == byte {
            cell.append(byte)
            place += 1
          } else {
            isQuoted = false
          }
        } else {
          cell.append(byte)
        }
      } else if byte == UInt8(ascii: "\""), cell.isEmpty {
        isQuoted = true
      } else if byte == separator {
        row.append(text(cell))
        cell = []
      } else if byte == 0x0A {
        row.append(text(cell))
        rows.append(row)
        (row, cell) = ([], [])
      } else if byte != 0x0D {
        cell.append(byte)
      }
      place += 1
    }
    if !cell.isEmpty || !row.isEmpty { rows.append(row + [text(cell)]) }
    return rows
  }
}
