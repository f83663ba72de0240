import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// Turns the blocks of a report into flow items: styles resolved, lines composed, heights in rows.
struct Realizer {
  let setter: TextSetter
  /// Width of the column.
  let measure: Length
  /// From the top of a row's em box to the baseline; one for all styles, so that all stand on the
  /// grid whatever their face (PG-8).
  let ascent: Length
  /// Whether paragraphs are also set tighter and looser, for exact filling.
  let withVariants: Bool

  init(setter: TextSetter, measure: Length, withVariants: Bool) throws(Rejection) {
    self.setter = setter
    self.measure = measure
    self.withVariants = withVariants
    ascent = try setter.ascent(of: setter.style("body").paragraph.character)
  }

  private var grid: PageGrid { setter.grid }

  /// What a setting costs: what its lines are opened by the square, so that a page opens many lines a
  /// little before it opens one that is seen, and a paragraph that its column tears open rather takes
  /// a line more or stands in another column (AD-3).
  private func price(of variant: ParagraphVariant) -> Double {
    let open = setter.prices.openness * variant.openness
    switch variant.tightness {
    case .tight: return setter.prices.tight + open
    case .normal: return open
    case .loose: return setter.prices.loose + open
    }
  }

  /// A block of running text, a row a line and none between blocks (PG-7, PG-9); a run-in lead takes
  /// its own face (PG-14).
  func paragraph(_ block: ReportBlock, name: String) throws(Rejection) -> FlowItem {
    try paragraph(block, style: setter.style(block.role.rawValue).paragraph, name: name)
  }

  /// A block of running text in a style, with the marks of its notes.
  func paragraph(
    _ block: ReportBlock, style: ParagraphStyle, name: String, notes: [NoteMark] = []
  ) throws(Rejection) -> FlowItem {
    if !notes.isEmpty { return try noted(block, style: style, name: name, notes) }
    let spans = MarkedText.spans(of: block, style: style)
    let variants = try settings(of: spans, style: style, range: block.range)
    let choices = variants.map { variant in
      FlowChoice(
        rows: variant.paragraph.lines.map { $0.placed(onBaseline: ascent) },
        cost: price(of: variant), name: variant.tightness.rawValue)
    }
    var item = FlowItem(choices: choices, name: name, range: block.range)
    item.words = [
      FlowParagraph(
        style: block.role.rawValue, spans: spans, lineEnds: Self.lineEnds(of: variants[0].paragraph)
      )
    ]
    return item
  }

  /// Settings of different line counts; one, without a line, for a text without characters.
  private func settings(
    of spans: [TextSpan], style: ParagraphStyle, range: SourceRange?
  ) throws(Rejection) -> [ParagraphVariant] {
    if withVariants {
      let variants = try setter.variants(spans, style: style, measure: measure, range: range)
      if !variants.isEmpty { return variants }
    }
    let set = try setter.compose(spans, style: style, measure: measure, range: range)
    return [ParagraphVariant(tightness: .normal, paragraph: set)]
  }

  /// A head inside the flow: whole rows, never cut, never last in a column (PG-5, PG-6).
  ///
  /// A one-row head of the body's size stands on the grid; a larger one is centred in its rows.
  func head(
    _ block: ReportBlock, name: String, notes: [NoteMark] = []
  ) throws(Rejection) -> FlowItem {
    let named = setter.style(block.role.rawValue)
    let style = named.paragraph
    var whole = block
    whole.runInLead = 0
    whole.marks.removeAll { $0.kind == .strong }
    let spans = NotedText(whole, style: style, notes: notes).spans
    let set = try setter.compose(spans, style: style, measure: measure, range: block.range)
    var rows: [RowItems]
    if style.character.size <= grid.em, style.gridLines == 1 {
      rows = set.lines.map { $0.placed(onBaseline: ascent) }
    } else {
      let stack = try setter.stack(
        set.lines, style: style.character, spacing: named.lineSpacing, width: measure)
      let needed = Self.rows(for: stack.size.height, grid: grid)
      let count = max(style.gridLines + max(0, set.lines.count - 1), needed)
      rows = Self.centred(stack, inRows: count, grid: grid)
    }
    if style.linesBefore > 0 { rows = Array(repeating: [], count: style.linesBefore) + rows }
    if style.linesAfter > 0 { rows += Array(repeating: [], count: style.linesAfter) }
    var item = FlowItem(
      choices: [FlowChoice(rows: rows, cost: 0, name: "normal")], isSplittable: false,
      keepsWithNext: true, name: name, range: block.range)
    item.words = [
      FlowParagraph(style: block.role.rawValue, spans: spans, lineEnds: Self.lineEnds(of: set))
    ]
    // A head is not parted, so its notes may hang on any of its rows.
    item.notes = notes.filter { !$0.lines.isEmpty }
      .map { FlowNote(row: 0, lines: $0.lines, isNumbered: true) }
    return item
  }

  static func lineEnds(of set: ComposedParagraph) -> [Int] { set.lines.map(\.range.upperBound) }

  /// Rows that a height needs.
  static func rows(for height: Length, grid: PageGrid) -> Int {
    let over = max(0, height.units - grid.em.units)
    return 1 + (over + grid.leading.units - 1) / grid.leading.units
  }

  /// A fragment drawn by the first of so many rows, centred in their height.
  static func centred(_ fragment: Fragment, inRows count: Int, grid: PageGrid) -> [RowItems] {
    let room = grid.height(ofLines: count)
    let top = (room - fragment.size.height) / 2
    var rows = [RowItems](repeating: [], count: count)
    rows[0] = fragment.placed(at: Point(x: .zero, y: top))
    return rows
  }
}
