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

  /// A table so much wider than the measure turns; one a little too wide breaks cells.
  private static let turning = 1.35

  func add(to flow: inout PagedFlow, into problems: inout Problems) throws(Rejection) {
    guard !table.columns.isEmpty else { return }
    let sums = CarriedSums(table)
    let carries = spec.carries && !sums.columns.isEmpty
    let extra = carries ? [sums.row(after: table.rows.count, label: "")] : []
    let size = spec.density.size
    let setter = size == 1 ? self.setter : self.setter.scaled(by: size)
    var plan = try TablePlan.fitted(table, setter: setter, measure: measure, extra: extra)
    var isTurned = false
    if spec.turns, plan.natural > measure {
      let upright = try TablePlan(
        table, cells: CellSetter(setter: setter, range: table.range), measure: measure,
        extra: extra)
      isTurned = upright.natural > measure.scaled(by: Self.turning)
    }
    let width = isTurned ? grid.typeArea.size.height : measure
    if isTurned {
      plan = try TablePlan.fitted(table, setter: setter, measure: width, extra: extra)
    }
    let page = isTurned ? grid.typeArea.size.width : grid.typeArea.size.height
    let rows = TableRows(plan: plan, look: .paged(spec, page: page))
    if plan.least > width || plan.isCrowded {
      problems.report(
        MakeupProblems.crowdedTable(
          table.title, columns: table.columns.count, at: table.range))
    }
    try add(rows, sums: sums, carries: carries, isTurned: isTurned, to: &flow)
  }

  private func add(
    _ rows: TableRows, sums: CarriedSums, carries: Bool, isTurned: Bool, to flow: inout PagedFlow
  ) throws(Rejection) {
    let width = rows.plan.width
    let title = try title(width: width)
    if !title.isEmpty { flow.items.append(item(title, [], keeps: true, isTurned: isTurned)) }
    let head = try TableHead(plan: rows.plan, look: rows.look).set()
    flow.items.append(
      item([head.items], [head.size.height], keeps: true, isTurned: isTurned)
        .tagged(.tableRow, name: name))
    let first = flow.items.count
    let place = flow.continuations.count
    var counts: [Int] = []
    for group in rows.plan.groups {
      let set = try rows.set(group)
      var item = item(set.parts, set.heights, keeps: false, isTurned: isTurned)
        .tagged(.tableRow, name: name)
      item.paging.continuation = place
      item.paging.again = set.again
      flow.items.append(item)
      counts.append(group.lowerBound)
    }
    let again = try repeatedTitle(width: width)
    let titleHeight = again.pitch * again.rows.count
    var items = head.placed(at: Point(x: .zero, y: titleHeight))
    for (number, row) in again.rows.enumerated() {
      items += row.map {
        PlacedItem(at: $0.origin + Point(x: .zero, y: again.pitch * number), $0.item)
      }
    }
    flow.continuations.append(
      Continuation(
        head: items, headHeight: titleHeight + head.size.height,
        sumHeight: carries ? rows.sumHeight : .zero,
        sums: { (count: Int, atHead: Bool) throws(Rejection) in
          try rows.sums(sums.row(after: count, label: atHead ? "承前页" : "过次页"))
        }, close: rows.close, firstItem: first, bodyRows: counts + [table.rows.count]))
  }

  private func item(
    _ rows: [RowItems], _ heights: [Length], keeps: Bool, isTurned: Bool
  ) -> FlowItem {
    var item = FlowItem(
      choices: [FlowChoice(rows: rows, cost: 0, name: "normal")], isSplittable: false,
      keepsWithNext: keeps, name: name, range: table.range)
    item.paging.isTurned = isTurned
    item.paging.heights = heights
    return item
  }

  /// The title centred in its rows.
  private func title(width: Length) throws(Rejection) -> [RowItems] {
    guard !table.title.isEmpty else { return [] }
    let style = setter.style("table-title")
    return try title(style, pitch: grid.leading, width: width)
  }

  private func title(
    _ style: NamedStyle, pitch: Length, width: Length
  ) throws(Rejection) -> [RowItems] {
    let set = try setter.fitted([table.title], style: style, width: width, range: table.range)
    let ascent = try setter.ascent(of: set.style)
    return set.lines.map { $0.placed(onBaseline: (pitch - set.style.size) / 2 + ascent) }
  }

  /// Distance of the lines over a repeated head, in ems of the head.
  private static let repeatedPitch = 1.5

  /// What stands over a repeated head: the title no larger than the head, and at the right 续表. It only
  /// says which table goes on, and leaves the page to the rows.
  private func repeatedTitle(width: Length) throws(Rejection) -> (rows: [RowItems], pitch: Length) {
    let size = setter.style("table-head").paragraph.character.size
    let pitch = size.scaled(by: Self.repeatedPitch)
    var rows: [RowItems] = []
    if !table.title.isEmpty {
      var style = setter.style("table-title")
      style.paragraph.character.size = size
      style.sizeSteps = []
      rows = try title(style, pitch: pitch, width: width)
    }
    if !spec.continued.isEmpty {
      let small = setter.style("table-cell").paragraph.character
      let (words, wide) = try setter.line(spec.continued, style: small)
      let ascent = try setter.ascent(of: small)
      if rows.isEmpty { rows = [[]] }
      rows[rows.count - 1] += words.map {
        PlacedItem(
          at: $0.origin + Point(x: width - wide, y: (pitch - small.size) / 2 + ascent), $0.item)
      }
    }
    return (rows, pitch)
  }
}
