/// Tables of a tagged file (ISO 14289-1, 7.2 and 7.5): their parts, their grid, and which heads a cell
/// has.
struct TableCheck {
  private let tree: StructureTree

  private struct Cell {
    var index: Int
    var rows: Int
    var columns: Int
    var isHead: Bool
  }

  static func check(_ tree: StructureTree, log: inout PreflightLog) {
    let check = TableCheck(tree: tree)
    for index in tree.elements.indices where tree.elements[index].standard == "Table" {
      check.checkParts(index, log: &log)
      let rows = check.rows(of: index)
      check.checkGrid(rows, log: &log)
      check.checkHeads(rows, log: &log)
    }
  }

  private func checkParts(_ table: Int, log: inout PreflightLog) {
    let kinds = tree.kidTypes(of: table)
    func count(_ kind: String) -> Int { kinds.count { $0 == kind } }
    if count("THead") > 1 || count("TFoot") > 1 { log.add("table-parts") }
    if count("THead") + count("TFoot") > 0, count("TBody") == 0 { log.add("table-parts", "TBody") }
  }

  /// The cells of each row, in the order in which they are read.
  private func rows(of table: Int) -> [[Cell]] {
    func rows(below index: Int, depth: Int = 0) -> [Int] {
      tree.elements[index].kids.flatMap { kid -> [Int] in
        switch tree.elements[kid].standard {
        case "TR": return [kid]
        case "THead", "TBody", "TFoot": return depth < 8 ? rows(below: kid, depth: depth + 1) : []
        default: return []
        }
      }
    }
    return rows(below: table).map { row -> [Cell] in
      tree.elements[row].kids.compactMap { cell -> Cell? in
        let kind = tree.elements[cell].standard
        guard kind == "TH" || kind == "TD" else { return nil }
        return Cell(
          index: cell, rows: span("/RowSpan", cell), columns: span("/ColSpan", cell),
          isHead: kind == "TH")
      }
    }
  }

  private func span(_ key: String, _ cell: Int) -> Int {
    min(max(tree.attribute(key, of: cell)?.integer ?? 1, 1), 1000)
  }

  /// Every row is as wide as the others, no cell lies on another, none reaches below the table.
  private func checkGrid(_ rows: [[Cell]], log: inout PreflightLog) {
    guard rows.count > 0, rows.count < 5000 else { return }
    // How many rows each column is still covered from above.
    var covered: [Int] = []
    var width: Int?
    for (number, row) in rows.enumerated() {
      var column = 0
      for cell in row {
        while column < covered.count, covered[column] > 0 { column += 1 }
        let end = column + cell.columns
        while covered.count < end { covered.append(0) }
        if covered[column..<end].contains(where: { $0 > 0 }) { return log.add("table-grid") }
        if cell.rows > rows.count - number { return log.add("table-grid", "RowSpan \(cell.rows)") }
        for place in column..<end { covered[place] = cell.rows }
        column = end
      }
      let filled = covered.count { $0 > 0 }
      if width == nil { width = filled }
      if filled != width || covered.count != width { return log.add("table-grid") }
      for place in covered.indices { covered[place] -= 1 }
    }
  }

  /// Each head says its reach, or each cell names its heads, which exist.
  private func checkHeads(_ rows: [[Cell]], log: inout PreflightLog) {
    let cells = rows.flatMap(\.self)
    let heads = cells.filter(\.isHead)
    let ids = Set(heads.compactMap { tree.elements[$0.index].object["/ID"]?.text })
    var namesAll = true
    for cell in cells where !cell.isHead {
      let named = (tree.attribute("/Headers", of: cell.index)?.items ?? []).compactMap(\.text)
      if !named.allSatisfy({ ids.contains($0) }) { log.add("table-headers") }
      if named.isEmpty { namesAll = false }
    }
    let allHaveScope = heads.allSatisfy { tree.attribute("/Scope", of: $0.index) != nil }
    if !heads.isEmpty, !allHaveScope, !namesAll { log.add("table-scope") }
  }
}
