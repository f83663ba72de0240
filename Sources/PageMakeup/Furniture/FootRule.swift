import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// 地线: the line under the type area; the rule of the 报眉 is the 天线 over it (NP-11).
struct FootRule: FurniturePiece {
  let spec: FootRuleSpec

  func set(on page: PageContext) throws(Rejection) -> [PlacedItem] {
    let area = page.setter.grid.typeArea
    let y = area.bottom + spec.distance
    let path = Path.line(from: Point(x: area.left, y: y), to: Point(x: area.right, y: y))
    let stroke = Stroke(
      ink: page.setter.lineInk(spec.rule.ink, weight: spec.rule.weight), width: spec.rule.weight)
    return [PlacedItem(at: .zero, .path(path, Paint(stroke: stroke)))]
  }
}
