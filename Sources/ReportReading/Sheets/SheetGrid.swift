internal import Diagnostics

/// The cells of a sheet, row by row; rows without words are left out.
struct SheetGrid {
  /// One row with its number in the sheet.
  struct Row {
    var number: Int
    var cells: [String]
  }

  /// A rectangle of cells that are one.
  struct Merge {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  private(set) var rows: [Row] = []
  private(set) var merges: [Merge] = []
  /// Cells whose formula came to an error, such as `B7 #N/A`.
  private(set) var errors: [String] = []

  /// Most columns and rows that are read.
  static let columnLimit = 512
  static let rowLimit = 200_001
  /// Most cells of a sheet, those between two filled ones included.
  static let cellLimit = 4_000_000
  /// Most rows that a sheet can have.
  private static let sheetRows = 1_048_576

  /// Reads sheets of one workbook.
  struct Reader {
    let strings: [String]
    let formats: CellFormats
    let since1904: Bool

    func grid(of sheet: WordElement, file: String) throws(Rejection) -> SheetGrid {
      var grid = SheetGrid()
      grid.merges = (sheet.child("mergeCells")?.children ?? []).compactMap {
        $0.attributes["ref"].flatMap(SheetGrid.area)
      }
      var last = 0
      var cellCount = 0
      for row in sheet.child("sheetData")?.children ?? [] where row.name == "row" {
        let number = min(
          SheetGrid.sheetRows, max(1, row.attributes["r"].flatMap { Int($0) } ?? last + 1))
        last = number
        var cells: [String] = []
        for cell in row.children where cell.name == "c" {
          let column = cell.attributes["r"].flatMap(SheetGrid.place)?.column ?? cells.count
          guard column < SheetGrid.columnLimit else { continue }
          while cells.count < column { cells.append("") }
          let words = text(of: cell)
          if cell.attributes["t"] == "e" {
            grid.errors.append("\(cell.attributes["r"] ?? "") \(words)")
          }
          if column < cells.count { cells[column] = words } else { cells.append(words) }
        }
        cellCount += cells.count
        if cellCount > SheetGrid.cellLimit {
          throw Rejection(ReadingProblems.tooManyCells(file, limit: SheetGrid.cellLimit))
        }
        grid.rows.append(Row(number: number, cells: cells))
        if grid.rows.count > SheetGrid.rowLimit {
          throw Rejection(
            ReadingProblems.tooManyLines(
              file, lines: grid.rows.count, limit: SheetGrid.rowLimit - 1))
        }
      }
      if grid.mergedCells > SheetGrid.cellLimit {
        throw Rejection(ReadingProblems.tooManyCells(file, limit: SheetGrid.cellLimit))
      }
      grid.spreadMerges()
      grid.rows.removeAll { $0.cells.allSatisfy { $0.trimmingSpaces.isEmpty } }
      return grid
    }

    private func text(of cell: WordElement) -> String {
      let value = cell.child("v")?.text ?? ""
      switch cell.attributes["t"] {
      case "s":
        return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
      case "inlineStr": return cell.child("is").map(Workbook.text) ?? ""
      case "b": return value == "1" ? "是" : value.isEmpty ? "" : "否"
      case "str", "e", "d": return value
      default:
        if value.isEmpty { return "" }
        let style = cell.attributes["s"].flatMap { Int($0) } ?? 0
        return formats[style].text(of: value, since1904: since1904)
      }
    }
  }

  /// How many cells the merged ones stand for.
  private var mergedCells: Int {
    merges.reduce(0) { $0 + min($1.rows.count, rows.count) * $1.columns.count }
  }

  /// What merged cells say is said in each of them, so that every row stands for itself.
  private mutating func spreadMerges() {
    var places: [Int: Int] = [:]
    for (index, row) in rows.enumerated() { places[row.number] = index }
    for merge in merges {
      guard let first = places[merge.rows.lowerBound],
        merge.columns.lowerBound < rows[first].cells.count
      else { continue }
      let words = rows[first].cells[merge.columns.lowerBound]
      if words.isEmpty { continue }
      // An area may reach over far more rows than the sheet has.
      let indices =
        merge.rows.count < rows.count
        ? merge.rows.compactMap { places[$0] }
        : rows.indices.filter { merge.rows.contains(rows[$0].number) }
      for index in indices {
        for column in merge.columns {
          while rows[index].cells.count <= column { rows[index].cells.append("") }
          if rows[index].cells[column].isEmpty { rows[index].cells[column] = words }
        }
      }
    }
  }

  /// Whether a row's cell is part of a cell merged over several columns.
  func spansColumns(row: Int, column: Int) -> Bool {
    merges.contains {
      $0.rows.contains(row) && $0.columns.contains(column) && $0.columns.count > 1
    }
  }

  // MARK: Names of cells

  /// `B7` as column 1 and row 7.
  private static func place(_ name: String) -> (column: Int, row: Int)? {
    var column = 0
    var digits = ""
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A where digits.isEmpty && column < 100_000:
        column = column * 26 + Int(scalar.value) - 0x40
      case 0x30...0x39: digits.unicodeScalars.append(scalar)
      default: return nil
      }
    }
    guard column > 0, let row = Int(digits) else { return nil }
    return (column - 1, row)
  }

  private static func area(_ name: String) -> Merge? {
    let ends = name.split(separator: ":").map { place(String($0)) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil,
      (1...sheetRows).contains(first.row), first.row <= last.row, last.row <= sheetRows,
      first.column <= last.column, first.column < columnLimit
    else { return nil }
    let rows = first.row...min(last.row, first.row + rowLimit)
    return Merge(rows: rows, columns: first.column...min(last.column, columnLimit - 1))
  }
}
