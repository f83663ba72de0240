import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// A whole table between the columns of a newspaper page. One too tall for its page stands in parts
/// side by side, each under the head.
struct TableObject {
  let title: String
  let setter: TextSetter
  /// Width of all parts together.
  let width: Length
  private let rows: TableRows
  private let head: Fragment
  private let titleHead: Fragment
  /// The rows of each part.
  private let parts: [[TableRows.SetRows]]

  /// Most parts side by side.
  private static let mostParts = 4
  /// Between two parts, in ems of the page.
  private static let gutter = 1.5

  /// A table over so many columns in at most so many lines of the page; where no number of parts is
  /// low enough, the one with the most.
  init(
    table: ReportTable, setter: TextSetter, columns: Int, lines: Int = .max
  ) throws(Rejection) {
    let width = setter.grid.width(ofColumns: columns)
    var object = try TableObject(table, setter: setter, width: width, parts: 1)
    for count in 2...Self.mostParts where object.rowsNeeded > lines {
      let more = try TableObject(table, setter: setter, width: width, parts: count)
      guard more.isWhole else { break }
      object = more
    }
    self = object
  }

  private init(
    _ table: ReportTable, setter: TextSetter, width: Length, parts count: Int
  ) throws(Rejection) {
    title = table.title
    self.setter = setter
    self.width = width
    let gutter = setter.grid.em.scaled(by: Self.gutter)
    let measure = (width - gutter * (count - 1)) / count
    let plan = try TablePlan.fitted(table, setter: setter, measure: measure)
    let look = TableLook.newspaper(spacing: setter.style("table-cell").lineSpacing)
    let rows = TableRows(plan: plan, look: look)
    self.rows = rows
    head = try TableHead(plan: plan, look: look).set()
    titleHead = try setter.stack(
      table.title.isEmpty ? [] : [table.title], style: setter.style("table-title"), width: width,
      range: table.range)
    let set = try plan.groups.map { group throws(Rejection) in try rows.set(group) }
    let total = set.reduce(Length.zero) { $0 + $1.height }
    var parts: [[TableRows.SetRows]] = [[]]
    var filled = Length.zero
    for row in set {
      // A part ends where it has its share.
      if filled * count >= total * parts.count, parts.count < count { parts.append([]) }
      parts[parts.count - 1].append(row)
      filled += row.height
    }
    self.parts = parts
  }

  /// Fewest columns that hold the table without breaking a cell; all columns where none do.
  static func columns(
    for table: ReportTable, setter: TextSetter
  ) throws(Rejection) -> Int {
    let grid = setter.grid
    let probe = try TablePlan(
      table, cells: CellSetter(setter: setter, range: table.range),
      measure: grid.width(ofColumns: grid.columns))
    return (1...grid.columns).first { grid.width(ofColumns: $0) >= probe.natural } ?? grid.columns
  }

  /// Whether no word or figure is broken.
  private var isWhole: Bool { rows.plan.least <= rows.plan.width }

  private var titleHeight: Length {
    title.isEmpty ? .zero : titleHead.size.height + setter.grid.em.scaled(by: 0.7)
  }

  private var height: Length {
    let tallest = parts.map { $0.reduce(Length.zero) { $0 + $1.height } }.max() ?? .zero
    return titleHeight + head.size.height + tallest
  }

  /// Rows of the page that the table takes at least.
  var rowsNeeded: Int { Realizer.rows(for: height, grid: setter.grid) + 1 }

  /// Whole rows with a blank one that parts the table from the text; up to two rows more spread the
  /// table's own rows.
  var heights: [FlowShape.Height] {
    (0...2).map { FlowShape.Height(rows: rowsNeeded + $0, cost: 1.2 * Double($0)) }
  }

  /// Drawn at the foot of its columns: the blank row is over it.
  func draw(rows count: Int) -> Fragment {
    let top = setter.grid.leading
    let room = setter.grid.height(ofLines: count) - top
    let most = parts.map(\.count).max() ?? 0
    let spread = max(.zero, room - height) / max(1, most + 1)
    var items = titleHead.placed(at: Point(x: .zero, y: top))
    var left = Length.zero
    for part in parts {
      items += draw(part, spread: spread).map {
        PlacedItem(at: $0.origin + Point(x: left, y: top + titleHeight), $0.item)
      }
      left += rows.plan.width + setter.grid.em.scaled(by: Self.gutter)
    }
    return Fragment(
      size: Size(width: width, height: setter.grid.height(ofLines: count)), items: items)
  }

  private func draw(_ part: [TableRows.SetRows], spread: Length) -> RowItems {
    var items = head.placed(at: Point(x: .zero, y: spread / 2))
    var y = head.size.height + spread
    for row in part {
      for (items:words, height:height) in zip(row.parts, row.heights).map({
        (items: $0, height: $1)
      }) {
        items += words.map {
          PlacedItem(at: $0.origin + Point(x: .zero, y: y + spread / 2), $0.item)
        }
        y += height
      }
      y += spread
    }
    items += rows.close.map { PlacedItem(at: $0.origin + Point(x: .zero, y: y), $0.item) }
    return items
  }
}
