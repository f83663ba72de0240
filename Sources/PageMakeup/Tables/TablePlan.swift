import Diagnostics
import Geometry
import LayoutSpecs
import ReportModel

/// How a table is set, the same on newspaper pages, in a flow of pages and on boards: widths of the
/// columns, places of decimal points, cells over several rows and columns, kinds of rows.
struct TablePlan {
  let table: ReportTable
  let cells: CellSetter
  /// Width of each column with its air.
  private(set) var widths: [Length] = []
  /// From a column's left edge to the decimal point; nil where cells are not aligned on one.
  private(set) var points: [Length?] = []
  /// How cells stand in their column.
  private(set) var alignments: [Alignment] = []
  /// Width that the table takes when no cell is broken.
  private(set) var natural = Length.zero
  /// Width under which a figure, a date or a word is broken.
  private(set) var least = Length.zero
  /// Whether most of many columns are so narrow that their cells are hard to read.
  private(set) var isCrowded = false
  /// Cells over several rows or columns that reach into a row.
  private let spans: [Int: [CellSpan]]

  /// Air at the left and right of a cell, in ems.
  static let side = 0.4
  /// Most characters of short words, which are centred.
  static let short = 8
  /// Most rows whose widths the columns are weighed by.
  private static let sample = 200

  init(
    _ table: ReportTable, cells: CellSetter, measure: Length, extra: [[String]] = []
  ) throws(Rejection) {
    self.table = table
    self.cells = cells
    var spans: [Int: [CellSpan]] = [:]
    for span in table.spans {
      for row in span.rows { spans[row, default: []].append(span) }
    }
    self.spans = spans
    let em = cells.character("table-cell").size
    let air = em.scaled(by: Self.side) * 2
    var extents: [ColumnExtent] = []
    for number in table.columns.indices {
      extents.append(try extent(of: number, extra: extra))
    }
    let naturals = extents.map { max($0.whole, $0.before + $0.after, $0.head) + air }
    func leasts(_ fewest: Int) -> [Length] {
      table.columns.enumerated().map { number, column in
        let extent = extents[number]
        let whole = column.type == .text ? extent.word : extent.whole
        let figure = max(whole, extent.before + extent.after, extent.headWord)
        return min(naturals[number], max(em * fewest, figure) + air)
      }
    }
    // Sentences want three characters in a line, so that a mark need not hang on one alone.
    let roomy = leasts(3)
    let leasts = roomy.reduce(.zero, +) <= measure ? roomy : leasts(2)
    natural = naturals.reduce(.zero, +)
    least = leasts.reduce(.zero, +)
    widths = share(measure, naturals, leasts, extents, air: air)
    let narrow = widths.indices.count {
      let room = widths[$0] - air
      return room < em * 3 && extents[$0].whole > room * 3
    }
    isCrowded = widths.count >= 8 && narrow * 2 > widths.count
    for (number, column) in table.columns.enumerated() {
      let isFigure = Self.isFigure(column.type)
      alignments.append(isFigure || isShort(number) ? .centred : .left)
      let block = extents[number].before + extents[number].after
      let room = widths[number] - block
      points.append(isFigure && room >= .zero ? room / 2 + extents[number].before : nil)
    }
  }

  /// Left edges of the columns.
  var lefts: [Length] {
    var x = Length.zero
    return widths.map { wide in
      defer { x += wide }
      return x
    }
  }

  var width: Length { widths.reduce(.zero, +) }

  // MARK: Cells

  /// The cell that reaches over a place, where it is one of several rows or columns.
  func span(row: Int, column: Int) -> CellSpan? {
    spans[row]?.first { $0.columns.contains(column) }
  }

  /// Rows that cells over several rows tie together, each of the others alone, in order.
  var groups: [Range<Int>] {
    var groups: [Range<Int>] = []
    var place = 0
    while place < table.rows.count {
      var end = place + 1
      var row = place
      while row < end {
        for span in spans[row] ?? [] { end = max(end, min(span.rows.upperBound, table.rows.count)) }
        row += 1
      }
      groups.append(place..<end)
      place = end
    }
    return groups
  }

  // MARK: Widths

  private func share(
    _ measure: Length, _ naturals: [Length], _ leasts: [Length], _ extents: [ColumnExtent],
    air: Length
  ) -> [Length] {
    let em = cells.character("table-cell").size
    let fixed = table.columns.map { $0.width.map { em.scaled(by: $0) + air } }
    let taken = fixed.compactMap { $0 }.reduce(.zero, +)
    guard taken > .zero, taken < measure, fixed.contains(where: { $0 == nil }) else {
      // Where all widths are asked for they are shares of the measure.
      if taken > .zero, fixed.allSatisfy({ $0 != nil }) {
        return ColumnWidths.share(measure, among: fixed.compactMap { $0 }, least: leasts)
      }
      return share(measure, naturals, leasts, extents, Array(naturals.indices), air)
    }
    let free = naturals.indices.filter { fixed[$0] == nil }
    let shared = share(measure - taken, naturals, leasts, extents, free, air)
    var widths = fixed.map { $0 ?? .zero }
    for (place, column) in free.enumerated() { widths[column] = shared[place] }
    return widths
  }

  /// Widths of some columns: what is left over goes to words before figures; where the columns do not
  /// fit, each has what keeps its words whole and the rest goes to where it saves lines.
  private func share(
    _ width: Length, _ naturals: [Length], _ leasts: [Length], _ extents: [ColumnExtent],
    _ columns: [Int], _ air: Length
  ) -> [Length] {
    let natural = columns.map { naturals[$0] }
    let least = columns.map { leasts[$0] }
    let total = natural.reduce(.zero, +)
    guard total > .zero else { return natural }
    if total > width {
      guard least.reduce(.zero, +) < width else {
        return ColumnWidths.share(width, among: natural, least: least)
      }
      return RowLines(
        natural: natural, least: least, cells: columns.map { extents[$0].cells }, air: air,
        em: cells.character("table-cell").size
      ).widths(in: width)
    }
    let weights = columns.map {
      Self.isFigure(table.columns[$0].type) ? naturals[$0] / 2 : naturals[$0]
    }
    let weight = weights.reduce(.zero, +)
    var widths = natural.indices.map {
      natural[$0] + (width - total).scaled(by: weights[$0] / weight)
    }
    // Rounding goes to the last column, so that the rules end on the edge.
    widths[widths.count - 1] += width - widths.reduce(.zero, +)
    return widths
  }

  static func isFigure(_ type: ColumnType) -> Bool {
    type == .int || type == .decimal || type == .percent
  }

  /// Short words and dates are centred, sentences start at the left.
  private func isShort(_ number: Int) -> Bool {
    if table.columns[number].type == .date { return true }
    return table.rows.indices.allSatisfy { row in
      number >= table.rows[row].count || table.rows[row][number].count <= Self.short
        || (span(row: row, column: number)?.columns.count ?? 1) > 1
    }
  }

  private func extent(of number: Int, extra: [[String]]) throws(Rejection) -> ColumnExtent {
    var extent = ColumnExtent()
    let column = table.columns[number]
    extent.head = try cells.headWidth(column.label)
    extent.headWord = .zero
    for word in ColumnWidths.words(column.label) {
      extent.headWord = max(extent.headWord, try cells.line(word, style: "table-head").width)
    }
    let isFigure = Self.isFigure(column.type)
    let stride = max(1, table.rows.count / Self.sample)
    for (place, row) in (table.rows + extra).enumerated() {
      var parts: [Length] = []
      defer { if place.isMultiple(of: stride) { extent.cells.append(parts) } }
      guard number < row.count, !row[number].isEmpty else { continue }
      if let span = span(row: place, column: number), span.columns.count > 1 { continue }
      let text = row[number]
      if isFigure, let split = Self.split(text) {
        let line = try cells.line(text, style: "table-cell")
        let before = try cells.width(of: split.before, in: text, line, style: "table-cell")
        extent.before = max(extent.before, before)
        extent.after = max(extent.after, line.width - before)
      } else {
        parts = try measure(text, into: &extent)
      }
    }
    return extent
  }

  /// Measures a cell; returns the widths of its parts on one line each.
  private func measure(_ text: String, into extent: inout ColumnExtent) throws(Rejection)
    -> [Length]
  {
    var parts: [Length] = []
    for piece in CellSetter.pieces(text) {
      let line = try cells.line(piece, style: "table-cell")
      extent.whole = max(extent.whole, line.width)
      parts.append(line.width)
      for word in ColumnWidths.words(piece) {
        let wide =
          word.utf8.count == piece.utf8.count
          ? line.width : try cells.line(word, style: "table-cell").width
        extent.word = max(extent.word, wide)
      }
    }
    return parts
  }

  /// A figure at its decimal point: what stands before it, and the rest with a percent sign.
  static func split(_ text: String) -> (before: String, after: String)? {
    guard text.contains(where: \.isNumber) else { return nil }
    let point = text.firstIndex { $0 == "." || $0 == "%" || $0 == "％" } ?? text.endIndex
    let before = text[..<point]
    guard before.allSatisfy({ $0.isNumber || "+-−－＋,".contains($0) }) else { return nil }
    return (String(before), String(text[point...]))
  }
}

/// What the cells of a column measure.
private struct ColumnExtent {
  /// The longest cell on one line.
  var whole = Length.zero
  /// Longest parts of figures before and behind their decimal points.
  var before = Length.zero
  var after = Length.zero
  /// The head, on two lines where it is long, and its longest word.
  var head = Length.zero
  var headWord = Length.zero
  /// Longest stretch of letters and figures.
  var word = Length.zero
  /// Of some of the rows, widths of the cell's parts on one line.
  var cells: [[Length]] = []
}

extension TablePlan {
  /// Factors of the type's size that are tried so that no word or figure is broken.
  static let sizes = [1, 0.94, 0.9, 0.86, 0.82, 0.76, 0.7]
  private static let manyColumns = 8

  /// The table at the largest size at which its figures and words stay whole in a width and its columns
  /// are wide enough to be read; at the smallest where none is small enough.
  static func fitted(
    _ table: ReportTable, setter: TextSetter, measure: Length, extra: [[String]] = []
  ) throws(Rejection) -> TablePlan {
    func plan(_ factor: Double) throws(Rejection) -> TablePlan {
      let cells = CellSetter(
        setter: factor == 1 ? setter : setter.scaled(by: factor), range: table.range)
      return try TablePlan(table, cells: cells, measure: measure, extra: extra)
    }
    let whole = try plan(1)
    if whole.natural <= measure { return whole }
    // A table of many columns is rather a little smaller than in cells of two lines.
    if table.columns.count >= manyColumns,
      let factor = sizes.first(where: { $0 >= 0.85 && whole.natural.scaled(by: $0) <= measure })
    {
      let smaller = try plan(factor)
      if smaller.least <= measure { return smaller }
    }
    if whole.least <= measure, !whole.isCrowded { return whole }
    let smallest = sizes[sizes.count - 1]
    // Widths go with the size, so that most sizes need not be tried.
    for factor in sizes where factor < 1 && whole.least.scaled(by: factor) <= measure {
      let smaller = try plan(whole.isCrowded ? smallest : factor)
      if smaller.least <= measure { return smaller }
    }
    return try plan(smallest)
  }
}
