import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// 书眉: words at the outer edge over a rule, those of odd pages other than those of even ones. A fact
/// that the job does not give leaves its place empty; without words there is no rule.
struct RunningHead: FurniturePiece {
  let spec: RunningHeadSpec

  /// From the rule to the baseline over it, in ems.
  private static let rise = 0.35

  func set(on page: PageContext) throws(Rejection) -> [PlacedItem] {
    let area = page.setter.grid.typeArea
    let text = FurnitureWords.filled(page.isRecto ? spec.odd : spec.even) {
      $0 == "page" ? page.label ?? "" : FactKey(rawValue: String($0)).map { page.facts[$0] ?? "" }
    }
    guard text.contains(where: { !$0.isWhitespace }) else { return [] }
    let words = FurnitureWords(setter: page.setter)
    let style = page.setter.style(spec.style).paragraph.character
    let height = area.top - spec.distance
    let line = try words.line(
      text, style: style, at: page.isRecto ? area.right : area.left,
      baseline: height - style.size.scaled(by: Self.rise), align: page.isRecto ? .right : .left)
    return line + [
      words.rule(
        from: area.left, to: area.right, at: height, weight: spec.rule.weight, ink: spec.rule.ink)
    ]
  }
}
