import Diagnostics
import Geometry
import LayoutSpecs
import ReportModel

/// Widths of a table's columns, and where figures have their decimal point.
struct ColumnPlan {
  /// Width of each column with its air.
  private(set) var widths: [Length]
  /// From a column's left edge to the decimal point; nil where cells are not aligned on one.
  private(set) var points: [Length?]
  /// How cells stand in their column.
  private(set) var alignments: [Alignment]
  /// Whether the table is wider than its measure when no cell is broken.
  private(set) var natural: Length

  /// Air at the left and right of a cell, in ems.
  static let side = 0.4

  private struct Extent {
    var whole = Length.zero
    var before = Length.zero
    var after = Length.zero
    /// Longest word of the head, which is never broken inside a pair of characters.
    var head = Length.zero
    /// Longest stretch of letters and figures.
    var word = Length.zero
  }

  init(
    _ table: ReportTable, cells: CellSetter, measure: Length, extra: [[String]]
  ) throws(Rejection) {
    let em = cells.character("table-cell").size
    var extents: [Extent] = []
    for number in table.columns.indices {
      extents.append(try Self.extent(of: number, in: table, cells: cells, extra: extra))
    }
    let air = em.scaled(by: Self.side) * 2
    let naturals = extents.map { max($0.whole, $0.before + $0.after, $0.head) + air }
    natural = naturals.reduce(.zero, +)
    var least: [Length] = []
    for (number, column) in table.columns.enumerated() {
      let extent = extents[number]
      let whole = column.type == .text ? extent.word : extent.whole
      let figure = max(whole, extent.before + extent.after)
      least.append(min(naturals[number], max(em * 2, figure) + air))
    }
    widths = Self.share(measure, among: naturals, least: least, table: table)
    alignments = []
    points = []
    for (number, column) in table.columns.enumerated() {
      let isFigure = Self.isFigure(column.type)
      alignments.append(isFigure || Self.isShort(number, in: table) ? .centred : .left)
      let block = extents[number].before + extents[number].after
      let room = widths[number] - block
      points.append(isFigure && room >= .zero ? room / 2 + extents[number].before : nil)
    }
  }

  private static func isFigure(_ type: ColumnType) -> Bool {
    type == .int || type == .decimal || type == .percent
  }

  /// Short words and dates are centred, sentences start at the left.
  private static func isShort(_ number: Int, in table: ReportTable) -> Bool {
    if table.columns[number].type == .date { return true }
    return table.rows.allSatisfy { number >= $0.count || $0[number].count <= 8 }
  }

  private static func extent(
    of number: Int, in table: ReportTable, cells: CellSetter, extra: [[String]]
  ) throws(Rejection) -> Extent {
    var extent = Extent()
    let column = table.columns[number]
    let name = column.label
    let em = cells.character("table-head").size
    // A head may stand on two lines.
    let wide = try cells.line(name, style: "table-head").width
    extent.head = max(min(wide, em * 4), (wide / 2) + em / 2)
    let isFigure = Self.isFigure(column.type)
    for row in table.rows + extra where number < row.count && !row[number].isEmpty {
      let text = row[number]
      let line = try cells.line(text, style: "table-cell")
      if isFigure, let split = Self.split(text) {
        let before = try cells.width(of: split.before, in: text, line, style: "table-cell")
        extent.before = max(extent.before, before)
        extent.after = max(extent.after, line.width - before)
      } else {
        extent.whole = max(extent.whole, line.width)
        for word in TableSetter.words(text) {
          if word.utf8.count == text.utf8.count {
            extent.word = max(extent.word, line.width)
            continue
          }
          extent.word = max(extent.word, try cells.line(word, style: "table-cell").width)
        }
      }
    }
    return extent
  }

  /// A figure at its decimal point: what stands before it, and the rest with a percent sign.
  static func split(_ text: String) -> (before: String, after: String)? {
    guard text.contains(where: \.isNumber) else { return nil }
    let point = text.firstIndex { $0 == "." || $0 == "%" || $0 == "％" } ?? text.endIndex
    let before = text[..<point]
    guard before.allSatisfy({ $0.isNumber || "+-−－＋,".contains($0) }) else { return nil }
    return (String(before), String(text[point...]))
  }

  /// Widths of the columns: what is left over goes to words before figures; where the columns do not
  /// fit, narrow ones keep theirs and wide ones share what is left.
  static func share(
    _ width: Length, among natural: [Length], least: [Length], table: ReportTable
  ) -> [Length] {
    let total = natural.reduce(.zero, +)
    guard total > .zero, total <= width else {
      return TableSetter.share(width, among: natural, least: least)
    }
    let weights = natural.enumerated().map { number, wide in
      isFigure(table.columns[number].type) ? wide / 2 : wide
    }
    let weight = weights.reduce(.zero, +)
    var widths = natural.indices.map {
      natural[$0] + (width - total).scaled(by: weights[$0] / weight)
    }
    // Rounding goes to the last column, so that the rules end on the edge.
    widths[widths.count - 1] += width - widths.reduce(.zero, +)
    return widths
  }
}

/// Heads over several columns.
enum SpanningHead {
  /// Runs of columns under one head, of the heads over each; empty words are no head.
  static func groups(_ heads: [String]) -> [(name: String, columns: Range<Int>)] {
    var groups: [(name: String, columns: Range<Int>)] = []
    for (number, head) in heads.enumerated() where !head.isEmpty {
      if let last = groups.last, last.name == head, last.columns.upperBound == number {
        groups[groups.count - 1].columns = last.columns.lowerBound..<(number + 1)
      } else {
        groups.append((head, number..<(number + 1)))
      }
    }
    return groups
  }
}
