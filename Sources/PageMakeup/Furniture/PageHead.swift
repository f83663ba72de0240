import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// 报眉: section label at the left, paper and date in the middle, page number at the right, over a
/// thick and a thin rule (NP-10, NP-11). What the job does not give is left out.
struct PageHead: FurniturePiece {
  let spec: PageHeadSpec

  func set(on page: PageContext) throws(Rejection) -> [PlacedItem] {
    let setter = page.setter
    let area = setter.grid.typeArea
    let thin = area.top - spec.distance
    let thick = thin - spec.rule.weight - .millimetres(0.4)
    let heavy = setter.lineInk(spec.rule.ink, weight: spec.rule.weight)
    // The thin rule is of one ink: a line of two that thin would not register (INK-6).
    var items = [
      rule(area, at: thick, Stroke(ink: heavy, width: spec.rule.weight)),
      rule(area, at: thin, Stroke(ink: setter.ink("rule"), width: .millimetres(0.1))),
    ]
    let baseline = thick - .millimetres(1.6)
    let style = setter.style(spec.style).paragraph.character
    let middle = [page.facts.paper, page.facts.date.map(ChineseDate.words), page.facts.issueWords]
      .compactMap { $0 }.joined(separator: "\u{3000}")
    if let section = page.facts.section {
      var strong = style
      strong.role = setter.style("page-number").paragraph.character.role
      strong.size = setter.style("page-number").paragraph.character.size
      items += try words(section, strong, at: area.left, baseline, setter)
    }
    if !middle.isEmpty {
      let (_, wide) = try setter.line(middle, style: style)
      let x = area.left + (area.size.width - wide) / 2
      items += try words(middle, style, at: x, baseline, setter)
    }
    if let label = page.label {
      let number = setter.style("page-number").paragraph.character
      let (_, wide) = try setter.line(label, style: number)
      items += try words(label, number, at: area.right - wide, baseline, setter)
    }
    return items
  }

  private func words(
    _ text: String, _ style: CharacterStyle, at x: Length, _ baseline: Length, _ setter: TextSetter
  ) throws(Rejection) -> [PlacedItem] {
    try setter.line(text, style: style).items.map {
      PlacedItem(at: Point(x: x + $0.origin.x, y: baseline + $0.origin.y), $0.item)
    }
  }

  private func rule(_ area: Rect, at y: Length, _ stroke: Stroke) -> PlacedItem {
    let path = Path.line(from: Point(x: area.left, y: y), to: Point(x: area.right, y: y))
    return PlacedItem(at: .zero, .path(path, Paint(stroke: stroke)))
  }
}
