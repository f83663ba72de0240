import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// A section head in slogan form, 盯项目 优服务 推动经济社会持续发展: its short parts on one line, its
/// long part on one line under them in a smaller size, in a band over the width of the column.
///
/// Both lines take the largest of their sizes that fits, so they lock up to nearly equal widths.
struct SloganHead {
  let setter: TextSetter
  let measure: Length
  let spec: SectionHeadSpec

  private var grid: PageGrid { setter.grid }
  /// Paper at both ends of a line inside the band.
  private var side: Length { grid.em.scaled(by: 0.2) }
  /// Air between the two tiers.
  private var tierGap: Length { grid.em.scaled(by: 0.45) }

  /// The head as a flow item of a fixed number of rows for two lines; each further line adds one.
  func item(_ block: ReportBlock, baseRows: Int, name: String) throws(Rejection) -> FlowItem {
    var tiers: [Fragment] = []
    var lines = 0
    var words: [FlowParagraph] = []
    for (text, name) in texts(of: block) {
      let style = setter.style(name)
      let fitted = try setter.fitted([text], style: style, width: inner, range: block.range)
      lines += fitted.lines.count
      words.append(FlowParagraph(style: name, spans: [TextSpan(text, fitted.style)]))
      tiers.append(
        try setter.stack(
          fitted.lines, style: fitted.style, spacing: style.lineSpacing, width: inner))
    }
    let height = tiers.reduce(tierGap * max(0, tiers.count - 1)) { $0 + $1.size.height }
    let least = Realizer.rows(for: height + grid.leading, grid: grid)
    let count = max(baseRows + max(0, lines - 2), least)
    var item = FlowItem(
      choices: [
        FlowChoice(rows: rows(of: tiers, height: height, count: count), cost: 0, name: "normal")
      ], isSplittable: false, keepsWithNext: true, name: name, range: block.range)
    item.words = words
    return item
  }

  private var inner: Length { measure - side * 2 }

  /// The short parts share a line while it holds them; the last and longest part has its own, in the
  /// second style where the layout has one.
  private func texts(of block: ReportBlock) -> [(String, String)] {
    let parts = block.parts
    guard parts.count >= 2, let last = parts.last else { return [(block.text, "slogan")] }
    let short = parts.dropLast().joined(separator: "\u{3000}")
    let hasSecond = setter.layout.styles["slogan-second"] != nil
    return [(short, "slogan"), (last, hasSecond ? "slogan-second" : "slogan")]
  }

  /// A thick rule over the band and a thin one under it. The head belongs to what follows: half a
  /// line of paper over it, a third under it.
  private func rows(of tiers: [Fragment], height: Length, count: Int) -> [RowItems] {
    var rows = [RowItems](repeating: [], count: count)
    let band = Rect(
      left: .zero, top: grid.leading / 2, right: measure,
      bottom: grid.height(ofLines: count) - grid.leading / 3)
    let thick = Stroke(ink: setter.ink("accent"), width: .millimetres(0.8))
    let thin = Stroke(ink: setter.ink("rule"), width: .millimetres(0.1))
    // The thick rule lies inside the band, so that its outer edge is the band's.
    let ruleTop = band.top + thick.width / 2
    rows[0] = [
      PlacedItem(at: .zero, .path(.rect(band), Paint(fill: setter.ink("tint")))),
      PlacedItem(at: .zero, .path(line(band, at: ruleTop), Paint(stroke: thick))),
      PlacedItem(at: .zero, .path(line(band, at: band.bottom), Paint(stroke: thin))),
    ]
    var y = band.top + thick.width + (band.size.height - thick.width - height) / 2
    for tier in tiers {
      rows[0] += tier.placed(at: Point(x: side, y: y))
      y += tier.size.height + tierGap
    }
    return rows
  }

  private func line(_ band: Rect, at y: Length) -> Path {
    .line(from: Point(x: band.left, y: y), to: Point(x: band.right, y: y))
  }
}
