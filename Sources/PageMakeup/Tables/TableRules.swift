import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// Draws what stands under and over the words of a row: its tint, and its rules.
struct TableRules {
  let plan: TablePlan
  let look: TableLook
  private let lefts: [Length]
  private let width: Length

  init(plan: TablePlan, look: TableLook) {
    self.plan = plan
    self.look = look
    lefts = plan.lefts
    width = plan.width
  }

  /// A stretch of a row from its top: the whole row, or some of its lines.
  struct Band {
    var row: Int
    var top: Length
    var height: Length
    var startsRow = true
    var endsRow = true
    var isTotal = false
  }

  static let artifact = PlacedItem(at: .zero, .tag(StructureTag(.artifact)))

  // MARK: Rows

  /// The tint of a row; cells over several rows have none.
  func under(_ band: Band) -> RowItems {
    guard let zebra = look.zebra, !band.isTotal, !band.row.isMultiple(of: 2) else { return [] }
    // The rule over the row was drawn with the row before; the tint leaves it free.
    let top = band.top + (band.startsRow ? TableLook.Weight.hair : .zero)
    let ink = plan.cells.setter.ink(zebra)
    return stretches { plan.span(row: band.row, column: $0)?.rows.count ?? 1 == 1 }.map {
      let box = Rect(
        left: left(of: $0.lowerBound), top: top, right: left(of: $0.upperBound),
        bottom: band.top + band.height)
      return PlacedItem(at: .zero, .path(.rect(box), Paint(fill: ink)))
    }
  }

  /// The rules of a row.
  func over(_ band: Band) -> RowItems {
    var items: RowItems = []
    let foot = band.top + band.height
    if band.isTotal, band.startsRow {
      items.append(rule(from: .zero, to: width, at: band.top, TableLook.Weight.hair))
    }
    let isLast = band.row == plan.table.rows.count - 1
    if band.endsRow, isLast {
      items.append(rule(from: .zero, to: width, at: foot, TableLook.Weight.outer))
    } else if band.endsRow, look.rules != .three {
      // No rule goes through a cell that reaches into the next row.
      let open = { (column: Int) in
        let span = plan.span(row: band.row, column: column)
        return span.map { $0.rows.upperBound <= band.row + 1 } ?? true
      }
      items += stretches(open).map {
        rule(
          from: left(of: $0.lowerBound), to: left(of: $0.upperBound), at: foot,
          TableLook.Weight.hair)
      }
    }
    if look.rules == .grid {
      items += uprights(from: band.top, to: foot) { column in
        plan.span(row: band.row, column: column).map { $0.columns.lowerBound == column } ?? true
      }
    }
    return items
  }

  /// Columns next to each other that a condition holds for.
  private func stretches(_ holds: (Int) -> Bool) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for column in plan.widths.indices where holds(column) {
      if let last = found.last, last.upperBound == column {
        found[found.count - 1] = last.lowerBound..<(column + 1)
      } else {
        found.append(column..<(column + 1))
      }
    }
    return found
  }

  // MARK: Lines

  /// The left edge of a column; of the one behind the last, the table's right edge.
  func left(of column: Int) -> Length { column < lefts.count ? lefts[column] : width }

  func rule(
    from left: Length, to right: Length, at y: Length, _ weight: Length
  ) -> PlacedItem {
    line(from: Point(x: left, y: y), to: Point(x: right, y: y), weight: weight)
  }

  /// Lines between the columns, and at both sides of the table.
  func uprights(from top: Length, to foot: Length, where opens: (Int) -> Bool) -> RowItems {
    (0...lefts.count).filter { $0 == 0 || $0 == lefts.count || opens($0) }.map {
      line(
        from: Point(x: left(of: $0), y: top), to: Point(x: left(of: $0), y: foot),
        weight: TableLook.Weight.hair)
    }
  }

  private func line(from start: Point, to end: Point, weight: Length) -> PlacedItem {
    let stroke = Stroke(ink: plan.cells.setter.ink("rule"), width: weight)
    return PlacedItem(at: .zero, .path(Path.line(from: start, to: end), Paint(stroke: stroke)))
  }
}
