import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// A simple ruled table (三线表) at a width: its head and rows as fragments of their own height.
struct TableSetter {
  let table: ReportTable
  let setter: TextSetter
  let width: Length

  /// Air at the left and right of a cell, in ems of the cell.
  private static let side = 0.4
  /// Air over and under the words of a cell, in ems.
  private static let pad = 0.3

  private var cellStyle: NamedStyle { setter.style("table-cell") }
  private var headStyle: NamedStyle { setter.style("table-head") }

  struct SetTable {
    var head: Fragment
    var rows: [Fragment]
  }

  /// Width that the table takes when no cell is broken.
  func naturalWidth() throws(Rejection) -> Length {
    try naturalWidths().reduce(.zero, +)
  }

  private func naturalWidths() throws(Rejection) -> [Length] {
    var widths: [Length] = []
    for (number, column) in table.columns.enumerated() {
      var widest = try setter.line(column.name, style: headStyle.paragraph.character).width
      for row in table.rows where number < row.count {
        let wide = try setter.line(row[number], style: cellStyle.paragraph.character).width
        widest = max(widest, wide)
      }
      widths.append(widest + cellStyle.paragraph.character.size.scaled(by: Self.side) * 2)
    }
    return widths
  }

  /// Widths under which a figure or a word would be broken.
  private func leastWidths(_ natural: [Length]) throws(Rejection) -> [Length] {
    let style = cellStyle.paragraph.character
    let air = style.size.scaled(by: Self.side) * 2
    var least: [Length] = []
    for (number, column) in table.columns.enumerated() {
      var widest = style.size * 2
      let isFigure = column.type != .text
      for row in table.rows where number < row.count {
        for word in isFigure ? [row[number]] : Self.words(row[number]) {
          widest = max(widest, try setter.line(word, style: style).width)
        }
      }
      least.append(min(natural[number], widest + air))
    }
    return least
  }

  /// The stretches of a cell that no line may part: letters and figures.
  static func words(_ text: String) -> [String] {
    text.split { !$0.isASCII || $0 == " " }.map(String.init)
  }

  /// The table in smaller type where its figures would be broken at the full size.
  func fitted() throws(Rejection) -> TableSetter {
    for factor in [1, 0.94, 0.88, 0.82, 0.76, 0.7] {
      let smaller = TableSetter(
        table: table, setter: factor == 1 ? setter : setter.scaled(by: factor), width: width)
      let natural = try smaller.naturalWidths()
      let least = try smaller.leastWidths(natural).reduce(.zero, +)
      if least <= width { return smaller }
    }
    return self
  }

  func set() throws(Rejection) -> SetTable {
    let natural = try naturalWidths()
    let widths = Self.share(width, among: natural, least: try leastWidths(natural))
    let head = try row(
      table.columns.map(\.name), widths: widths, style: headStyle, isHead: true)
    var rows: [Fragment] = []
    for cells in table.rows {
      rows.append(try row(cells, widths: widths, style: cellStyle, isHead: false))
    }
    return SetTable(head: head, rows: rows)
  }

  /// Widths of the columns: natural ones grow in proportion; where they do not fit, all have what
  /// keeps their figures and words whole, and share the rest by what more they would like. Where not
  /// even that fits, the narrow ones keep theirs and the wide ones share what is left.
  static func share(
    _ width: Length, among natural: [Length], least: [Length]
  ) -> [Length] {
    let total = natural.reduce(.zero, +)
    guard total.units > 0 else { return natural }
    if total <= width {
      return natural.map { $0.scaled(by: width / total) }
    }
    let spare = width - least.reduce(.zero, +)
    if spare >= .zero {
      let wish = total - least.reduce(.zero, +)
      return zip(natural, least).map { $1 + spare.scaled(by: ($0 - $1) / wish) }
    }
    var widths = natural
    var open = Set(natural.indices)
    var left = width
    var settled = true
    repeat {
      settled = true
      let fair = left / max(1, open.count)
      for index in natural.indices where open.contains(index) && natural[index] <= fair {
        open.remove(index)
        left -= natural[index]
        settled = false
      }
    } while !settled && !open.isEmpty
    let wide = natural.indices.filter { open.contains($0) }
    let wideTotal = wide.reduce(Length.zero) { $0 + natural[$1] }
    for index in wide { widths[index] = left.scaled(by: natural[index] / wideTotal) }
    return widths
  }

  private func row(
    _ cells: [String], widths: [Length], style: NamedStyle, isHead: Bool
  ) throws(Rejection) -> Fragment {
    let em = style.paragraph.character.size
    let side = em.scaled(by: Self.side)
    let pad = em.scaled(by: Self.pad)
    var set: [(Fragment, Length)] = []
    var x = Length.zero
    for (number, wide) in widths.enumerated() {
      let text = number < cells.count ? cells[number] : ""
      var cell = style
      if !isHead { cell.paragraph.alignment = alignment(ofColumn: number) }
      let fragment = try setter.stack(
        [text], style: cell, width: max(em, wide - side * 2), range: table.range)
      set.append((fragment, x + side))
      x += wide
    }
    let tallest = set.map(\.0.size.height).max() ?? .zero
    let height = tallest + pad * 2
    var items: [PlacedItem] = []
    for (fragment, left) in set {
      let top = (height - fragment.size.height) / 2
      items.append(PlacedItem(at: .zero, .tag(StructureTag(isHead ? .headerCell : .cell))))
      items += fragment.placed(at: Point(x: left, y: top))
    }
    return Fragment(size: Size(width: width, height: height), items: items)
  }

  private func alignment(ofColumn number: Int) -> Alignment {
    guard number < table.columns.count else { return .left }
    switch table.columns[number].type {
    case .int, .decimal, .percent: return .centred
    case .date: return .centred
    case .text: return number == 0 || isShort(number) ? .centred : .left
    }
  }

  private func isShort(_ number: Int) -> Bool {
    table.rows.allSatisfy { number >= $0.count || $0[number].count <= 8 }
  }

  /// A rule over the width at a height; the outer rules are thicker (NP-10).
  func rule(at y: Length, isOuter: Bool) -> PlacedItem {
    let stroke = Stroke(ink: setter.ink("rule"), width: .millimetres(isOuter ? 0.35 : 0.1))
    let path = Path.line(from: Point(x: .zero, y: y), to: Point(x: width, y: y))
    return PlacedItem(at: .zero, .path(path, Paint(stroke: stroke)))
  }
}
