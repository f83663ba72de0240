import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// Draws the head of a table: as many bands as heads stand over each other.
struct TableHead {
  let plan: TablePlan
  let look: TableLook

  /// A cell of the head: its words, columns and bands.
  private struct Cell {
    var words: String
    var columns: Range<Int>
    var bands: Range<Int>
  }

  /// The head with its rules.
  func set() throws(Rejection) -> Fragment {
    let cells = Self.cells(of: plan.table.columns)
    let count = cells.map(\.bands.upperBound).max() ?? 1
    let em = plan.cells.character("table-head").size
    var lines: [[[PlacedItem]]] = []
    var heights = [Length](repeating: .zero, count: count)
    for cell in cells {
      let room = max(em, width(of: cell.columns) - em.scaled(by: TablePlan.side) * 2)
      lines.append(try plan.cells.headLines(cell.words, width: room))
      if cell.bands.count == 1 {
        let band = cell.bands.lowerBound
        heights[band] = max(heights[band], height(ofLines: lines[lines.count - 1].count, em))
      }
    }
    for (cell, set) in zip(cells, lines) where cell.bands.count > 1 {
      let lack = height(ofLines: set.count, em) - heights[cell.bands].reduce(.zero, +)
      if lack > .zero { heights[cell.bands.upperBound - 1] += lack }
    }
    // Columns without a name have no head but the rule over the table.
    if cells.allSatisfy(\.words.isEmpty) {
      heights = heights.map { _ in .zero }
    } else {
      for band in heights.indices where heights[band] == .zero {
        heights[band] = height(ofLines: 1, em)
      }
    }
    return try drawn(cells, lines, heights)
  }

  private func drawn(
    _ cells: [Cell], _ lines: [[[PlacedItem]]], _ heights: [Length]
  ) throws(Rejection) -> Fragment {
    let rules = TableRules(plan: plan, look: look)
    let em = plan.cells.character("table-head").size
    let pitch = em.scaled(by: look.pitch)
    let ascent = try plan.cells.ascent("table-head")
    let tops = (0...heights.count).map { heights.prefix($0).reduce(.zero, +) }
    let total = tops[heights.count]
    var items: RowItems = []
    var over: RowItems = [TableRules.artifact]
    over.append(rules.rule(from: .zero, to: plan.width, at: .zero, TableLook.Weight.outer))
    over.append(rules.rule(from: .zero, to: plan.width, at: total, TableLook.Weight.hair))
    for (cell, set) in zip(cells, lines) {
      let (top, foot) = (tops[cell.bands.lowerBound], tops[cell.bands.upperBound])
      let left = rules.left(of: cell.columns.lowerBound) + em.scaled(by: TablePlan.side)
      let tall = pitch * max(0, set.count - 1) + em
      let baseline = top + (foot - top - tall) / 2 + ascent
      items.append(PlacedItem(at: .zero, .tag(StructureTag(.headerCell))))
      for (number, line) in set.enumerated() {
        let corner = Point(x: left, y: baseline + pitch * number)
        items += line.map { PlacedItem(at: $0.origin + corner, $0.item) }
      }
      let (start, end) = (
        rules.left(of: cell.columns.lowerBound), rules.left(of: cell.columns.upperBound)
      )
      if foot < total {
        over.append(rules.rule(from: start, to: end, at: foot, TableLook.Weight.hair))
      }
      if look.rules == .grid, cell.columns.lowerBound > 0 {
        over += rules.uprights(from: top, to: foot) { $0 == cell.columns.lowerBound }
          .dropFirst().prefix(1)
      }
    }
    if look.rules == .grid { over += rules.uprights(from: .zero, to: total) { _ in false } }
    return Fragment(size: Size(width: plan.width, height: total), items: items + over)
  }

  private func width(of columns: Range<Int>) -> Length {
    plan.widths[columns].reduce(.zero, +)
  }

  private func height(ofLines count: Int, _ em: Length) -> Length {
    em.scaled(by: look.pitch) * max(0, count - 1) + em + em.scaled(by: 2 * look.pad)
  }

  /// The cells: neighbours with the same heads over them share these, and a name takes all bands that
  /// are left under them.
  private static func cells(of columns: [TableColumn]) -> [Cell] {
    let count = (columns.map(\.over.count).max() ?? 0) + 1
    var cells: [Cell] = []
    for band in 0..<count {
      for (number, column) in columns.enumerated() {
        if band < column.over.count {
          if let last = cells.last, last.bands == band..<(band + 1),
            last.columns.upperBound == number,
            columns[number - 1].over.prefix(band + 1) == column.over.prefix(band + 1)
          {
            cells[cells.count - 1].columns = last.columns.lowerBound..<(number + 1)
          } else {
            cells.append(
              Cell(
                words: column.over[band], columns: number..<(number + 1), bands: band..<(band + 1)))
          }
        } else if band == column.over.count {
          cells.append(
            Cell(words: column.label, columns: number..<(number + 1), bands: band..<count))
        }
      }
    }
    return cells
  }
}
