import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// Draws the rows of a table, each in whole lines of the grid, so that rules stand between lines.
struct TableRows {
  let table: ReportTable
  let cells: CellSetter
  let plan: ColumnPlan
  let spec: TableSpec
  let width: Length
  let leading: Length

  /// Air over and under the words of a cell, in ems.
  private static let pad = 0.25
  private static let pitch = 1.35

  private var lefts: [Length] {
    var x = Length.zero
    return plan.widths.map { wide in
      defer { x += wide }
      return x
    }
  }

  // MARK: Rows

  /// The head: one band, or two where names span columns.
  func head() throws(Rejection) -> [RowItems] {
    let groups = SpanningHead.groups(table.columns.map { $0.over.joined(separator: "／") })
    let spanned = Set(groups.flatMap { Array($0.columns) })
    let lowest = table.columns.map(\.label)
    var band = try self.band(lowest, style: "table-head", kind: .headerCell)
    guard !groups.isEmpty else {
      return finished(band, number: nil, isHead: true, isLast: false, spanned: [])
    }
    let single = band.count
    // Names of single columns stand in the middle of both bands.
    band = try self.band(
      lowest.enumerated().map { spanned.contains($0.offset) ? $0.element : "" },
      style: "table-head", kind: .headerCell)
    var upper = [RowItems](repeating: [], count: 1)
    for group in groups {
      let left = lefts[group.columns.lowerBound]
      let wide = group.columns.reduce(Length.zero) { $0 + plan.widths[$1] }
      upper[0].append(PlacedItem(at: .zero, .tag(StructureTag(.headerCell))))
      upper[0] += try placed(
        group.name, style: "table-head", left: left, width: wide, height: leading)
      upper[0].append(PlacedItem(at: .zero, .tag(StructureTag(.artifact))))
      upper[0].append(rule(from: left, to: left + wide, at: leading, weight: Weight.hair))
    }
    let rows = max(band.count, single - 1) + 1
    for (number, name) in lowest.enumerated() where !spanned.contains(number) {
      upper[0].append(PlacedItem(at: .zero, .tag(StructureTag(.headerCell))))
      upper[0] += try placed(
        name, style: "table-head", left: lefts[number], width: plan.widths[number],
        height: leading * rows)
    }
    while band.count < rows - 1 { band.append([]) }
    return finished(
      upper + band, number: nil, isHead: true, isLast: false, spanned: groups.map(\.columns))
  }

  /// A body row; totals are bold with a rule over them.
  func row(_ texts: [String], number: Int, isLast: Bool) throws(Rejection) -> [RowItems] {
    let kind = table.kind(ofRow: number)
    let style = kind == .plain ? "table-cell" : "table-total"
    let band = try band(texts, style: style, kind: .cell)
    return finished(
      band, number: kind == .plain ? number : nil, isHead: false, isLast: isLast,
      isTotal: kind != .plain, spanned: [])
  }

  /// Sums at the foot or the head of a page.
  func sums(_ texts: [String]) throws(Rejection) -> [RowItems] {
    let band = try band(texts, style: "table-total", kind: .cell)
    return finished(Array(band.prefix(1)), number: nil, isHead: false, isLast: true, spanned: [])
  }

  /// The rule under the last row of a page that the table goes on after.
  var close: RowItems {
    let artifact = PlacedItem(at: .zero, .tag(StructureTag(.artifact)))
    return [artifact, rule(from: .zero, to: width, at: .zero, weight: Weight.outer)]
  }

  // MARK: Cells

  /// The cells of a row, each in the middle of the row's lines.
  private func band(
    _ texts: [String], style: String, kind: StructureTag.Kind
  ) throws(Rejection) -> [RowItems] {
    let em = cells.character(style).size
    let side = em.scaled(by: ColumnPlan.side)
    let pitch = em.scaled(by: Self.pitch)
    var set: [(lines: [[PlacedItem]], left: Length)] = []
    var most = 1
    for (number, left) in lefts.enumerated() {
      let text = number < texts.count ? texts[number] : ""
      let room = max(em, plan.widths[number] - side * 2)
      if kind == .cell, let point = plan.points[number], let split = ColumnPlan.split(text) {
        let line = try cells.line(text, style: style)
        let before = try cells.width(of: split.before, in: text, line, style: style)
        set.append(([line.items], left + point - before))
      } else {
        let alignment = kind == .headerCell ? .centred : plan.alignments[number]
        let lines = try cells.lines(text, style: style, width: room, alignment: alignment)
        set.append((lines, left + side))
      }
      most = max(most, set[number].lines.count)
    }
    let height = pitch * (most - 1) + em + em.scaled(by: 2 * Self.pad)
    let count = max(1, (height.units + leading.units - 1) / leading.units)
    let ascent = try cells.ascent(style)
    var items: RowItems = []
    for cell in set {
      let tall = pitch * max(0, cell.lines.count - 1) + em
      let top = (leading * count - tall) / 2 + ascent
      items.append(PlacedItem(at: .zero, .tag(StructureTag(kind))))
      for (number, line) in cell.lines.enumerated() {
        let corner = Point(x: cell.left, y: top + pitch * number)
        items += line.map { PlacedItem(at: $0.origin + corner, $0.item) }
      }
    }
    return [items] + [RowItems](repeating: [], count: count - 1)
  }

  private func placed(
    _ text: String, style: String, left: Length, width: Length, height: Length
  ) throws(Rejection) -> [PlacedItem] {
    let em = cells.character(style).size
    let side = em.scaled(by: ColumnPlan.side)
    let lines = try cells.lines(
      text, style: style, width: max(em, width - side * 2), alignment: .centred)
    let pitch = em.scaled(by: Self.pitch)
    let top = (height - pitch * max(0, lines.count - 1) - em) / 2 + (try cells.ascent(style))
    return lines.enumerated().flatMap { number, line in
      line.map {
        PlacedItem(at: $0.origin + Point(x: left + side, y: top + pitch * number), $0.item)
      }
    }
  }

  // MARK: Rules

  private enum Weight {
    static let outer = Length.millimetres(0.35)
    static let hair = Length.millimetres(0.1)
  }

  /// The row with its tint under it and its rules.
  private func finished(
    _ rows: [RowItems], number: Int?, isHead: Bool, isLast: Bool, isTotal: Bool = false,
    spanned: [Range<Int>]
  ) -> [RowItems] {
    var rows = rows
    let height = leading * rows.count
    var under = [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))]
    if let zebra = spec.zebra, let number, !number.isMultiple(of: 2) {
      // The rule over the row was drawn with the row before; the tint leaves its half free.
      let box = Rect(left: .zero, top: Weight.hair / 2, right: width, bottom: height)
      under.append(PlacedItem(at: .zero, .path(.rect(box), Paint(fill: cells.setter.ink(zebra)))))
    }
    var over = [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))]
    if isHead { over.append(rule(from: .zero, to: width, at: .zero, weight: Weight.outer)) }
    if isTotal { over.append(rule(from: .zero, to: width, at: .zero, weight: Weight.hair)) }
    if isHead || isLast || spec.rules != .three {
      let weight = isLast ? Weight.outer : Weight.hair
      over.append(rule(from: .zero, to: width, at: height, weight: weight))
    }
    if spec.rules == .grid {
      let inner = Set(spanned.flatMap { Array($0.dropFirst()) })
      for (column, left) in lefts.enumerated().dropFirst() {
        let top = inner.contains(column) ? leading : .zero
        over.append(upright(at: left, from: top, to: height))
      }
      over.append(upright(at: .zero, from: .zero, to: height))
      over.append(upright(at: width, from: .zero, to: height))
    }
    rows[0] = under + rows[0] + over
    return rows
  }

  private func rule(
    from left: Length, to right: Length, at y: Length, weight: Length
  ) -> PlacedItem {
    line(from: Point(x: left, y: y), to: Point(x: right, y: y), weight: weight)
  }

  private func upright(at x: Length, from top: Length, to foot: Length) -> PlacedItem {
    line(from: Point(x: x, y: top), to: Point(x: x, y: foot), weight: Weight.hair)
  }

  private func line(from start: Point, to end: Point, weight: Length) -> PlacedItem {
    let stroke = Stroke(ink: cells.setter.ink("rule"), width: weight)
    return PlacedItem(at: .zero, .path(Path.line(from: start, to: end), Paint(stroke: stroke)))
  }
}
