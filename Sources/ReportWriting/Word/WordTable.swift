import Geometry
import LayoutSpecs
import ReportModel

/// A table of a Word file: its head repeated on every page, no row parted, rules as the layout draws
/// them.
struct WordTable {
  private let table: ReportTable
  private let layout: LayoutSpec
  private let section: WordSection
  private let placing: WrittenReport.Placing?

  init(
    _ table: ReportTable, _ layout: LayoutSpec, _ section: WordSection,
    placing: WrittenReport.Placing? = nil
  ) {
    (self.table, self.layout, self.section, self.placing) = (table, layout, section, placing)
  }

  var xml: String {
    let plan = SpannedTable(table)
    let widths = widths
    let heights = heights(heads: plan.heads.count, rows: plan.rows.count)
    let heads = plan.heads.enumerated().map { index, cells in
      row(cells, widths, style: "table-head", isHead: true, height: heights?[index])
    }
    let rows = plan.rows.enumerated().map { index, cells in
      row(
        cells, widths, style: table.kind(ofRow: index) == .plain ? "table-cell" : "table-total",
        isHead: false, height: heights?[heads.count + index],
        keeps: placing?.isWhole == true && index < plan.rows.count - 1)
    }
    let grid = widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
    return """
      <w:tbl><w:tblPr><w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/><w:jc w:val="center"/>\
      <w:tblBorders>\(borders)</w:tblBorders><w:tblLayout w:type="fixed"/>\
      <w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>\
      </w:tblPr><w:tblGrid>\(grid)</w:tblGrid>\((heads + rows).joined())</w:tbl>
      """
  }

  private var borders: String {
    func rule(_ side: String, _ size: Int) -> String {
      "<w:\(side) w:val=\"\(size > 0 ? "single" : "nil")\" w:sz=\"\(size)\" w:space=\"0\"/>"
    }
    let inner =
      switch layout.document.tables.rules {
      case .three: (rows: 0, columns: 0)
      case .rows: (rows: 4, columns: 0)
      case .grid: (rows: 4, columns: 4)
      }
    return rule("top", 12) + rule("left", inner.columns) + rule("bottom", 12)
      + rule("right", inner.columns) + rule("insideH", inner.rows)
      + rule("insideV", inner.columns)
  }

  /// Characters that are kept free in a column.
  private static let padding = 1.6

  /// Widths in proportion to the longest words of each column.
  private var widths: [Int] {
    let wants = table.columns.indices.map { column -> Double in
      let cells = table.rows.map { $0.indices.contains(column) ? $0[column] : "" }
      let longest = ([table.columns[column].label] + cells).map(Self.width).max() ?? 1
      return min(max(longest, 2) + Self.padding, 24)
    }
    let sum = wants.reduce(0, +)
    return wants.map { Int(Double(section.measure) * $0 / max(sum, 1)) }
  }

  /// A line of a cell in characters; letters and digits are half of one.
  static func width(_ cell: String) -> Double {
    cell.split(separator: "\n").map { line in
      line.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x250 ? 0.55 : 1) }
    }.max() ?? 0
  }

  /// Whether a column holds figures, names and the like, which stand in its middle.
  private func isShort(_ column: Int) -> Bool {
    guard table.columns.indices.contains(column), table.columns[column].type == .text else {
      return true
    }
    return table.rows.allSatisfy { !$0.indices.contains(column) || Self.width($0[column]) <= 8 }
  }

  /// The heights of the rows as the page has them, the head's shared by its own; nil where it is not one
  /// height a row.
  private func heights(heads: Int, rows: Int) -> [Int]? {
    guard let all = placing?.heights, all.count == rows + 1, heads > 0 else { return nil }
    return Array(repeating: (all[0] / heads).twips, count: heads) + all.dropFirst().map(\.twips)
  }

  private func row(
    _ cells: [SpannedTable.Cell], _ widths: [Int], style: String, isHead: Bool, height: Int?,
    keeps: Bool = false
  ) -> String {
    var xml = "<w:tr><w:trPr><w:cantSplit/>"
    if let height { xml += "<w:trHeight w:val=\"\(height)\" w:hRule=\"atLeast\"/>" }
    xml += isHead ? "<w:tblHeader/></w:trPr>" : "</w:trPr>"
    for (column, cell) in cells.enumerated() where !cell.isCovered || cell.isCoveredFromAbove {
      let width = widths[column..<min(column + cell.columns, widths.count)].reduce(0, +)
      let merge =
        cell.isCoveredFromAbove
        ? "<w:vMerge/>" : cell.rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : ""
      let span = cell.columns > 1 ? "<w:gridSpan w:val=\"\(cell.columns)\"/>" : ""
      let rule =
        isHead && layout.document.tables.rules == .three
        ? "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\"/></w:tcBorders>" : ""
      let alignment =
        isHead || cell.columns > 1 || isShort(column) ? "<w:jc w:val=\"center\"/>" : ""
      xml += """
        <w:tc><w:tcPr><w:tcW w:w="\(width)" w:type="dxa"/>\(span)\(merge)\(rule)\
        <w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="\(style)"/>\
        \(isHead || keeps ? "<w:keepNext/>" : "")\(alignment)\
        </w:pPr>\(WordRun.xml(cell.isCoveredFromAbove ? "" : cell.text, properties: "", marks: []))\
        </w:p></w:tc>
        """
    }
    return xml + "</w:tr>"
  }
}
