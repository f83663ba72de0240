/// A table of a file before it is understood: rows of cells as a person sees them, whatever the format.
/// Rows without words are left out; a line break in a cell is `\n`.
struct CellGrid {
  /// One row.
  struct Row {
    /// Its number in the sheet, or the line it begins on.
    var number: Int
    var cells: [String]
    /// The whole days of cells that show a date, or a part of one, by their columns.
    var days: [Int: String] = [:]
    /// The numbers of cells that show them with words, by their columns.
    var numbers: [Int: String] = [:]

    /// Cells with words.
    var filled: Int { cells.count { !$0.isEmpty } }
  }

  /// A rectangle of cells that are one; its words stand in the first.
  struct Merge: Hashable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  /// What the sheet or table is called; empty for a text.
  var name = ""
  var rows: [Row] = []
  var merges: [Merge] = []
  var findings = GridFindings()
  /// Whether every row was written cell by cell, so that one of another width is a mistake.
  var hasWrittenWidths = false

  /// Takes out rows and columns that nobody is to see; what merged cells say moves to where they begin
  /// to be seen.
  mutating func hide(rows hidden: Set<Int>, columns: Set<Int>) {
    if hidden.isEmpty, columns.isEmpty { return }
    moveWords(from: hidden, columns)
    rows.removeAll { hidden.contains($0.number) }
    guard let last = columns.max() else { return }
    for index in rows.indices {
      let row = rows[index]
      rows[index].cells = row.cells.indices.filter { !columns.contains($0) }.map { row.cells[$0] }
      func kept(_ values: [Int: String]) -> [Int: String] {
        var kept: [Int: String] = [:]
        for (column, value) in values where !columns.contains(column) {
          kept[column - columns.count { $0 < column }] = value
        }
        return kept
      }
      rows[index].days = kept(row.days)
      rows[index].numbers = kept(row.numbers)
    }
    func seen(_ column: Int) -> Int {
      column > last ? column - columns.count : column - columns.count { $0 < column }
    }
    merges = merges.compactMap { merge in
      let low = seen(merge.columns.lowerBound)
      let high = seen(merge.columns.upperBound + 1) - 1
      return low <= high ? Merge(rows: merge.rows, columns: low...high) : nil
    }
  }

  private mutating func moveWords(from hidden: Set<Int>, _ columns: Set<Int>) {
    let places = Dictionary(
      rows.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
    for merge in merges {
      let (top, left) = (merge.rows.lowerBound, merge.columns.lowerBound)
      guard hidden.contains(top) || columns.contains(left), let from = places[top],
        left < rows[from].cells.count,
        let row = rows.first(where: {
          merge.rows.contains($0.number) && !hidden.contains($0.number)
        }),
        let column = merge.columns.first(where: { !columns.contains($0) }),
        let to = places[row.number]
      else { continue }
      while rows[to].cells.count <= column { rows[to].cells.append("") }
      rows[to].cells[column] = rows[from].cells[left]
    }
  }

  // MARK: Names of cells

  /// Most rows and columns that are read.
  static let rowLimit = 200_001
  static let columnLimit = 512
  /// Most rows that a sheet can have.
  static let sheetRows = 1_048_576

  /// `B7` as column 1 and row 7.
  static func place(_ name: String) -> (column: Int, row: Int)? {
    var column = 0
    var row = 0
    for byte in name.utf8 {
      switch byte {
      case 0x41...0x5A where row == 0 && column < 100_000: column = column * 26 + Int(byte) - 0x40
      case 0x30...0x39 where row < 100_000_000: row = row * 10 + Int(byte) - 0x30
      case 0x24: continue
      default: return nil
      }
    }
    return column > 0 && row > 0 ? (column - 1, row) : nil
  }

  /// `B7` of column 1 and row 7.
  static func name(column: Int, row: Int) -> String { columnName(column) + "\(row)" }

  static func columnName(_ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  /// `A1:C2`; nil for what is no area of a sheet.
  static func area(_ name: String) -> Merge? {
    let ends = name.split(separator: ":").map { place(String($0)) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil,
      (1...sheetRows).contains(first.row), first.row <= last.row, last.row <= sheetRows,
      first.column <= last.column, first.column < columnLimit
    else { return nil }
    let rows = first.row...min(last.row, first.row + rowLimit)
    return Merge(rows: rows, columns: first.column...min(last.column, columnLimit - 1))
  }
}
