import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// Sets notes and draws them at the foot of their page, under a short rule.
struct NoteSetter {
  let setter: TextSetter
  let measure: Length

  private var grid: PageGrid { setter.grid }
  private var style: NamedStyle { Self.style(of: setter) }

  /// The layout's style `footnote`; without one, the body at about two steps less, at most 小五.
  private static func style(of setter: TextSetter) -> NamedStyle {
    if let style = setter.layout.styles["footnote"] { return style }
    var style = setter.style("body")
    let size = style.paragraph.character.size.scaled(by: 0.66)
    style.paragraph.character.size = min(size, .points(9))
    return style
  }

  /// How many lines of notes stand on a line of the grid: as many as leave the style's own spacing,
  /// and one in any case.
  static func area(of setter: TextSetter) -> NoteArea {
    let style = style(of: setter)
    let least = style.paragraph.character.size.scaled(by: min(style.lineSpacing, 1.3))
    return NoteArea(perRow: max(1, setter.grid.leading.units / max(1, least.units)))
  }

  private var pitch: Length { grid.leading / Self.area(of: setter).perRow }

  /// A note in lines, its mark hanging at the left.
  func lines(of text: String, mark: String) throws(Rejection) -> [RowItems] {
    let character = style.paragraph.character
    let (words, wide) = try setter.line(mark, style: character)
    var paragraph = style.paragraph
    paragraph.firstLineIndent = 0
    paragraph.leftIndent = ((wide / character.size) * 2).rounded(.up) / 2 + 0.5
    let set = try setter.compose(
      [TextSpan(text, character)], style: paragraph, measure: measure)
    let ascent = try setter.ascent(of: character)
    var lines = set.lines.map { $0.placed(onBaseline: ascent) }
    if lines.isEmpty { lines = [[]] }
    let hung = words.map { PlacedItem(at: $0.origin + Point(x: .zero, y: ascent), $0.item) }
    lines[0] = hung + lines[0]
    return lines
  }

  /// A note at the end of the document, on the grid: `mark` hangs at the left.
  func item(
    _ text: String, mark: String, ascent: Length, name: String
  ) throws(Rejection) -> FlowItem {
    var paragraph = setter.style("note").paragraph
    let (words, wide) = try setter.line(mark, style: paragraph.character)
    paragraph.firstLineIndent = 0
    paragraph.leftIndent = ((wide / paragraph.character.size) * 2).rounded(.up) / 2 + 0.5
    let set = try setter.compose(
      [TextSpan(text, paragraph.character)], style: paragraph, measure: measure)
    var rows = set.lines.map { $0.placed(onBaseline: ascent) }
    if rows.isEmpty { rows = [[]] }
    rows[0] =
      words.map { PlacedItem(at: $0.origin + Point(x: .zero, y: ascent), $0.item) } + rows[0]
    return FlowItem(choices: [FlowChoice(rows: rows, cost: 0, name: "normal")], name: name)
  }

  /// Lines of notes over the foot of a page, with the rule: a quarter of the measure, in the first part
  /// of the area.
  func draw(_ lines: [RowItems], left: Length, foot: Length) -> [PlacedItem] {
    guard !lines.isEmpty else { return [] }
    let character = style.paragraph.character
    let top = foot - character.size - pitch * (lines.count - 1)
    let rule = Path.line(from: .zero, to: Point(x: measure / 4, y: .zero))
    let stroke = Stroke(ink: character.ink, width: .points(0.5))
    var items = [
      PlacedItem(at: .zero, .tag(StructureTag(.artifact))),
      PlacedItem(
        at: Point(x: left, y: top - max(pitch - character.size, character.size / 3)),
        .path(rule, Paint(stroke: stroke))),
      PlacedItem(at: .zero, .tag(StructureTag(.paragraph, name: "notes"))),
    ]
    for (number, line) in lines.enumerated() {
      let corner = Point(x: left, y: top + pitch * number)
      items += line.map { PlacedItem(at: $0.origin + corner, $0.item) }
    }
    return items
  }
}
