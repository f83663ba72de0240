import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// A table in the flow of pages: title, head and rows as items of their own, the head repeated and
/// sums carried where the table goes on over a page.
struct TableFlow {
  let table: ReportTable
  let setter: TextSetter
  let spec: TableSpec
  /// Width of the type area.
  let measure: Length
  let name: String

  private var grid: PageGrid { setter.grid }

  func add(to flow: inout PagedFlow, into problems: inout Problems) throws(Rejection) {
    guard !table.columns.isEmpty else { return }
    let cells = CellSetter(setter: setter, range: table.range)
    let sums = TableSums(table)
    for wrong in sums.wrongTotals {
      problems.report(
        MakeupProblems.wrongTotal(
          table.title, column: table.columns[wrong.column].name, stated: wrong.stated,
          sum: wrong.sum, at: table.range))
    }
    let carries = spec.carries && !sums.columns.isEmpty
    let extra = carries ? [sums.row(after: table.rows.count, label: "")] : []
    var plan = try ColumnPlan(table, cells: cells, measure: measure, extra: extra)
    // A table a little too wide breaks cells; one much too wide turns.
    let isTurned = spec.turns && plan.natural > measure.scaled(by: 1.35)
    let width = isTurned ? grid.typeArea.size.height : measure
    if isTurned { plan = try ColumnPlan(table, cells: cells, measure: width, extra: extra) }
    let rows = TableRows(
      table: table, cells: cells, plan: plan, spec: spec, width: width, leading: grid.leading)
    try add(rows, sums: sums, carries: carries, isTurned: isTurned, to: &flow)
  }

  private func add(
    _ rows: TableRows, sums: TableSums, carries: Bool, isTurned: Bool, to flow: inout PagedFlow
  ) throws(Rejection) {
    var first = flow.items.count
    if let title = try title(continued: false, width: rows.width) {
      flow.items.append(item([title], keeps: true, isTurned: isTurned))
    }
    let head = try rows.head()
    flow.items.append(
      item(head, keeps: true, isTurned: isTurned).tagged(.tableRow, name: name))
    first = flow.items.count
    let place = flow.continuations.count
    for (number, cells) in table.rows.enumerated() {
      let isLast = number == table.rows.count - 1
      var set = try rows.row(cells, number: number, isLast: isLast)
      // The blank row that parts the table from the text.
      if isLast { set.append([]) }
      var item = item(set, keeps: false, isTurned: isTurned).tagged(.tableRow, name: name)
      item.paging.continuation = place
      flow.items.append(item)
    }
    let again = try title(continued: true, width: rows.width)
    let footRows = carries ? 1 : 0
    flow.continuations.append(
      Continuation(
        head: (again.map { [$0] } ?? []) + head, footRows: footRows,
        foot: { (count: Int, atHead: Bool) throws(Rejection) in
          try rows.sums(sums.row(after: count, label: atHead ? "承前页" : "过次页"))
        }, close: rows.close, firstRow: first))
  }

  private func item(_ rows: [RowItems], keeps: Bool, isTurned: Bool) -> FlowItem {
    var item = FlowItem(
      choices: [FlowChoice(rows: rows, cost: 0, name: "normal")], isSplittable: false,
      keepsWithNext: keeps, name: name, range: table.range)
    item.paging.isTurned = isTurned
    return item
  }

  /// The title centred in its row; over a repeated head the words 续表 stand at its right.
  private func title(continued: Bool, width: Length) throws(Rejection) -> RowItems? {
    let style = setter.style("table-title")
    var items: RowItems = []
    let top = (grid.leading - style.paragraph.character.size) / 2
    if !table.title.isEmpty {
      let set = try setter.stack(
        [table.title], style: style, width: width, range: table.range)
      items += set.placed(at: Point(x: .zero, y: top))
    }
    if continued, !spec.continued.isEmpty {
      let small = setter.style("table-cell").paragraph.character
      let (words, wide) = try setter.line(spec.continued, style: small)
      let baseline = top + (try setter.ascent(of: style.paragraph.character))
      items += words.map {
        PlacedItem(at: $0.origin + Point(x: width - wide, y: baseline), $0.item)
      }
    }
    return items.isEmpty ? nil : items
  }
}
