import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// A section head in slogan form, 盯项目 优服务 推动经济社会持续发展: its short parts on one line, its
/// long part under them, in a band over the width of the column.
struct SloganHead {
  let setter: TextSetter
  let measure: Length
  let spec: SectionHeadSpec

  private var grid: PageGrid { setter.grid }

  /// The head as a flow item of a fixed number of rows for two lines; each further line adds one.
  func item(_ block: ReportBlock, baseRows: Int, name: String) throws(Rejection) -> FlowItem {
    let named = setter.style("slogan")
    var lines: [ComposedLine] = []
    for text in texts(of: block) {
      lines += try setter.compose(
        [TextSpan(text, named.paragraph.character)], style: named.paragraph, measure: measure,
        range: block.range
      ).lines
    }
    let stack = try setter.stack(
      lines, style: named.paragraph.character, spacing: named.lineSpacing, width: measure)
    let count = max(
      baseRows + max(0, lines.count - 2), Realizer.rows(for: stack.size.height, grid: grid))
    return FlowItem(
      choices: [
        FlowChoice(rows: rows(of: stack, count: count), cost: 0, name: "normal")
      ], isSplittable: false, keepsWithNext: true, name: name, range: block.range)
  }

  /// The short parts share a line while it holds them; the last and longest part has its own.
  private func texts(of block: ReportBlock) -> [String] {
    let parts = block.parts
    guard parts.count >= 2, let last = parts.last else { return [block.text] }
    let short = parts.dropLast().joined(separator: "\u{3000}")
    return [short, last]
  }

  private func rows(of stack: Fragment, count: Int) -> [RowItems] {
    var rows = [RowItems](repeating: [], count: count)
    // The band leaves a quarter of a line of paper at its head and foot.
    let air = grid.leading / 4
    let band = Rect(
      left: .zero, top: air, right: measure, bottom: grid.height(ofLines: count) - air)
    let thick = Stroke(ink: setter.ink("accent"), width: .millimetres(0.5))
    let thin = Stroke(ink: setter.ink("rule"), width: .millimetres(0.1))
    rows[0] = [
      PlacedItem(at: .zero, .path(.rect(band), Paint(fill: setter.ink("tint")))),
      PlacedItem(at: .zero, .path(line(band, at: band.top), Paint(stroke: thick))),
      PlacedItem(at: .zero, .path(line(band, at: band.bottom), Paint(stroke: thin))),
    ]
    let top = band.top + (band.size.height - stack.size.height) / 2
    rows[0] += stack.placed(at: Point(x: .zero, y: top))
    return rows
  }

  private func line(_ band: Rect, at y: Length) -> Path {
    .line(from: Point(x: band.left, y: y), to: Point(x: band.right, y: y))
  }
}
