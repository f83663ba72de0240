import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// A whole table between the columns of a newspaper page.
struct TableObject {
  let title: String
  let setter: TextSetter
  let table: TableSetter
  let parts: TableSetter.SetTable
  let head: Fragment

  init(table: ReportTable, setter: TextSetter, columns: Int) throws(Rejection) {
    title = table.title
    self.setter = setter
    let width = setter.grid.width(ofColumns: columns)
    self.table = try TableSetter(table: table, setter: setter, width: width).fitted()
    parts = try self.table.set()
    head = try setter.stack(
      table.title.isEmpty ? [] : [table.title], style: setter.style("table-title"), width: width,
      range: table.range)
  }

  /// Fewest columns that hold the table without breaking a cell; all columns where none do.
  static func columns(
    for table: ReportTable, setter: TextSetter
  ) throws(Rejection) -> Int {
    let probe = TableSetter(table: table, setter: setter, width: .zero)
    let natural = try probe.naturalWidth()
    let grid = setter.grid
    return (1...grid.columns).first { grid.width(ofColumns: $0) >= natural } ?? grid.columns
  }

  private var titleHeight: Length {
    title.isEmpty ? .zero : head.size.height + setter.grid.em.scaled(by: 0.7)
  }

  private var height: Length {
    parts.rows.reduce(titleHeight + parts.head.size.height) { $0 + $1.size.height }
  }

  /// Whole rows with a blank one that parts the table from the text; up to two rows more spread the
  /// table's own rows.
  var heights: [FlowShape.Height] {
    let least = Realizer.rows(for: height, grid: setter.grid) + 1
    return (0...2).map { FlowShape.Height(rows: least + $0, cost: 1.2 * Double($0)) }
  }

  /// Drawn at the foot of its columns: the blank row is over it.
  func draw(rows: Int) -> Fragment {
    let top = setter.grid.leading
    let room = setter.grid.height(ofLines: rows) - top
    let spread = max(.zero, room - height) / max(1, parts.rows.count + 1)
    var items = head.placed(at: Point(x: .zero, y: top))
    var y = top + titleHeight
    items.append(table.rule(at: y, isOuter: true))
    items += parts.head.placed(at: Point(x: .zero, y: y + spread / 2))
    y += parts.head.size.height + spread
    items.append(table.rule(at: y, isOuter: false))
    for row in parts.rows {
      items += row.placed(at: Point(x: .zero, y: y + spread / 2))
      y += row.size.height + spread
    }
    items.append(table.rule(at: y, isOuter: true))
    return Fragment(
      size: Size(width: table.width, height: setter.grid.height(ofLines: rows)), items: items)
  }
}
