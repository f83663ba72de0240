import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// Draws the rows of a table, each in the height of its words.
struct TableRows {
  let plan: TablePlan
  let look: TableLook

  /// Rows that stand together, in the parts that a page may end between.
  struct SetRows {
    var parts: [RowItems] = []
    var heights: [Length] = []
    /// What a page that starts between the parts shows over the first of them.
    var again: RowItems = []

    var height: Length { heights.reduce(.zero, +) }
  }

  private struct Cell {
    var rows: Range<Int>
    var lines: [[PlacedItem]]
    var left: Length
    var style: String
  }

  private var rules: TableRules { TableRules(plan: plan, look: look) }
  private var em: Length { plan.cells.character("table-cell").size }
  private var pitch: Length { em.scaled(by: look.pitch) }
  private var pad: Length { em.scaled(by: look.pad) }

  // MARK: Rows

  /// Rows that cells over several rows tie together, or one row; totals are bold with a rule over
  /// them.
  func set(_ group: Range<Int>) throws(Rejection) -> SetRows {
    var cells: [Cell] = []
    for row in group {
      let kind = plan.table.kind(ofRow: row)
      cells += try self.cells(row, style: kind == .plain ? "table-cell" : "table-total")
    }
    let heights = self.heights(of: group, cells)
    if heights.reduce(.zero, +) <= look.tallest {
      return SetRows(
        parts: [try whole(group, cells, heights)], heights: [heights.reduce(.zero, +)])
    }
    return try parted(group, cells)
  }

  /// Sums at the foot or the head of a page.
  func sums(_ texts: [String]) throws(Rejection) -> RowItems {
    let places = try sumPlaces(texts)
    let cells = try places.map { columns throws(Rejection) in
      let text = texts[columns.clamped(to: texts.indices)].first { !$0.isEmpty }
      return try cell(text ?? "", columns: columns, rows: 0..<1, style: "table-total")
    }
    var items: RowItems = []
    for cell in cells { items += try drawn(cell, lines: 0..<min(1, cell.lines.count), top: pad) }
    items.append(TableRules.artifact)
    items.append(rules.rule(from: .zero, to: plan.width, at: sumHeight, TableLook.Weight.outer))
    if look.rules == .grid {
      items += rules.uprights(from: .zero, to: sumHeight) { edge in
        places.contains { $0.lowerBound == edge }
      }
    }
    return items
  }

  /// The columns that each cell of a row of sums takes: a label that is wider than its own column goes
  /// over empty ones beside it.
  private func sumPlaces(_ texts: [String]) throws(Rejection) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var column = 0
    while column < plan.widths.count {
      var columns = column..<(column + 1)
      if column < texts.count, plan.points[column] == nil, !texts[column].isEmpty {
        let air = plan.cells.character("table-total").size.scaled(by: TablePlan.side) * 2
        let wide = try plan.cells.line(texts[column], style: "table-total").width + air
        func isFree(_ place: Int) -> Bool {
          plan.widths.indices.contains(place) && (place >= texts.count || texts[place].isEmpty)
        }
        while plan.widths[columns].reduce(.zero, +) < wide, isFree(columns.upperBound) {
          columns = columns.lowerBound..<(columns.upperBound + 1)
        }
        while plan.widths[columns].reduce(.zero, +) < wide, isFree(columns.lowerBound - 1),
          places.last?.count == 1
        {
          places.removeLast()
          columns = (columns.lowerBound - 1)..<columns.upperBound
        }
      }
      places.append(columns)
      column = columns.upperBound
    }
    return places
  }

  var sumHeight: Length { height(ofLines: 1) }

  /// The rule under the last row of a page that the table goes on after.
  var close: RowItems {
    [
      TableRules.artifact,
      rules.rule(from: .zero, to: plan.width, at: .zero, TableLook.Weight.outer),
    ]
  }

  // MARK: Cells

  private func cells(_ row: Int, style: String) throws(Rejection) -> [Cell] {
    var cells: [Cell] = []
    let texts = plan.table.rows[row]
    var column = 0
    while column < plan.widths.count {
      let span = plan.span(row: row, column: column)
      let columns = span?.columns ?? column..<(column + 1)
      let rows = span?.rows ?? row..<(row + 1)
      if rows.lowerBound == row {
        let words = column < texts.count ? texts[column] : ""
        cells.append(
          try cell(
            words, columns: columns.clamped(to: 0..<plan.widths.count),
            rows: rows.clamped(to: 0..<plan.table.rows.count), style: style))
      }
      column = max(column + 1, columns.upperBound)
    }
    return cells
  }

  private func cell(
    _ text: String, columns: Range<Int>, rows: Range<Int>, style: String
  ) throws(Rejection) -> Cell {
    let column = columns.lowerBound
    let left = rules.left(of: column)
    if columns.count == 1, let point = plan.points[column], let split = TablePlan.split(text) {
      let line = try plan.cells.line(text, style: style)
      let before = try plan.cells.width(of: split.before, in: text, line, style: style)
      return Cell(rows: rows, lines: [line.items], left: left + point - before, style: style)
    }
    let side = em.scaled(by: TablePlan.side)
    let wide = plan.widths[columns].reduce(.zero, +)
    let isShort = text.count <= TablePlan.short && columns.count > 1
    let lines = try plan.cells.lines(
      text, style: style, width: max(em, wide - side * 2),
      alignment: isShort ? .centred : plan.alignments[column])
    return Cell(rows: rows, lines: lines, left: left + side, style: style)
  }

  private func height(ofLines count: Int) -> Length {
    pitch * max(0, count - 1) + em + pad * 2
  }

  /// Heights of the rows of a group; what a cell over several rows lacks goes to its last one.
  private func heights(of group: Range<Int>, _ cells: [Cell]) -> [Length] {
    var heights = [Length](repeating: height(ofLines: 1), count: group.count)
    for cell in cells where cell.rows.count == 1 {
      let place = cell.rows.lowerBound - group.lowerBound
      heights[place] = max(heights[place], height(ofLines: cell.lines.count))
    }
    for cell in cells where cell.rows.count > 1 {
      let places =
        (cell.rows.lowerBound - group.lowerBound)..<(cell.rows.upperBound - group.lowerBound)
      let lack = height(ofLines: cell.lines.count) - heights[places].reduce(.zero, +)
      if lack > .zero { heights[places.upperBound - 1] += lack }
    }
    return heights
  }

  private func drawn(
    _ cell: Cell, lines: Range<Int>, top: Length
  ) throws(Rejection) -> RowItems {
    let baseline = top + (try plan.cells.ascent(cell.style))
    var items: RowItems = [PlacedItem(at: .zero, .tag(StructureTag(.cell)))]
    for (number, line) in cell.lines[lines].enumerated() {
      let corner = Point(x: cell.left, y: baseline + pitch * number)
      items += line.map { PlacedItem(at: $0.origin + corner, $0.item) }
    }
    return items
  }

  // MARK: Whole rows

  /// Rows in one piece, each cell in the middle of its rows.
  private func whole(
    _ group: Range<Int>, _ cells: [Cell], _ heights: [Length]
  ) throws(Rejection) -> RowItems {
    let tops = (0...heights.count).map { heights.prefix($0).reduce(.zero, +) }
    let bands = group.map { row in
      TableRules.Band(
        row: row, top: tops[row - group.lowerBound], height: heights[row - group.lowerBound],
        isTotal: plan.table.kind(ofRow: row) != .plain)
    }
    var items: RowItems = [TableRules.artifact] + bands.flatMap(rules.under)
    var row = group.lowerBound
    for cell in cells {
      // Rows under the first are rows to those who hear the table, too.
      if cell.rows.lowerBound > row {
        row = cell.rows.lowerBound
        items.append(PlacedItem(at: .zero, .tag(StructureTag(.tableRow))))
      }
      let top = tops[cell.rows.lowerBound - group.lowerBound]
      let foot = tops[cell.rows.upperBound - group.lowerBound]
      let tall = pitch * max(0, cell.lines.count - 1) + em
      items += try drawn(cell, lines: cell.lines.indices, top: top + (foot - top - tall) / 2)
    }
    return items + [TableRules.artifact] + bands.flatMap(rules.over)
  }

  // MARK: Parted rows

  /// Rows too tall for that, in parts of a line each: all cells start at the top.
  private func parted(_ group: Range<Int>, _ cells: [Cell]) throws(Rejection) -> SetRows {
    var lines: [Int: Int] = [:]
    for cell in cells where cell.rows.count == 1 {
      lines[cell.rows.lowerBound] = max(lines[cell.rows.lowerBound] ?? 1, cell.lines.count)
    }
    var bands: [TableRules.Band] = []
    var firsts: [Int: Int] = [:]
    for row in group {
      firsts[row] = bands.count
      bands += self.bands(of: row, lines: lines[row] ?? 1)
    }
    var words = [RowItems](repeating: [], count: bands.count)
    for cell in cells {
      var place = firsts[cell.rows.lowerBound] ?? 0
      for line in cell.lines.indices {
        if place == bands.count {
          // A cell over several rows is taller than they are: the last row grows.
          bands[place - 1].endsRow = false
          bands[place - 1].height = bands[place - 1].startsRow ? pad + em + gap : pitch
          let isTotal = bands[place - 1].isTotal
          bands.append(band(group.upperBound - 1, starts: false, ends: true, isTotal: isTotal))
          words.append([])
        }
        words[place] += try drawn(
          cell, lines: line..<(line + 1), top: bands[place].startsRow ? pad : gap)
        place += 1
      }
    }
    var set = SetRows()
    for (band, words) in zip(bands, words) {
      set.parts.append(
        [TableRules.artifact] + rules.under(band) + words + [TableRules.artifact]
          + rules.over(band))
      set.heights.append(band.height)
    }
    set.again = try again(group, cells)
    return set
  }

  /// Air over and under a line in the middle of a cell.
  private var gap: Length { (pitch - em) / 2 }

  private func bands(of row: Int, lines: Int) -> [TableRules.Band] {
    let isTotal = plan.table.kind(ofRow: row) != .plain
    return (0..<lines).map { band(row, starts: $0 == 0, ends: $0 == lines - 1, isTotal: isTotal) }
  }

  private func band(_ row: Int, starts: Bool, ends: Bool, isTotal: Bool) -> TableRules.Band {
    TableRules.Band(
      row: row, top: .zero, height: em + (starts ? pad : gap) + (ends ? pad : gap),
      startsRow: starts, endsRow: ends, isTotal: isTotal)
  }

  /// What tells a reader which row goes on: the first short cell of the row, and 续.
  private func again(_ group: Range<Int>, _ cells: [Cell]) throws(Rejection) -> RowItems {
    guard group.count == 1, let row = group.first,
      let column = plan.widths.indices.first(where: { column in
        column < plan.table.rows[row].count && !plan.table.rows[row][column].isEmpty
      }),
      let cell = cells.first(where: { $0.left >= rules.left(of: column) }), cell.lines.count == 1
    else { return [] }
    let small = plan.cells.character("table-cell").size
    let label = plan.table.rows[row][column]
    let room = plan.widths[column] - small.scaled(by: TablePlan.side) * 2
    var items: RowItems = [TableRules.artifact]
    let ascent = try plan.cells.ascent("table-cell")
    for (number, text) in [label, "（续）"].enumerated() {
      let line = try plan.cells.line(text, style: "table-cell")
      guard line.width <= room + small else { continue }
      let left = rules.left(of: column) + (plan.widths[column] - line.width) / 2
      let corner = Point(x: left, y: gap + ascent + pitch * number)
      items += line.items.map { PlacedItem(at: $0.origin + corner, $0.item) }
    }
    return items
  }
}
