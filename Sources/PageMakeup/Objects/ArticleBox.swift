import DisplayList
import Geometry
import LayoutSpecs

/// 围框 round an article (NP-10): the line stands in the gutters and in the article's first and last
/// rows, which hold no text, so that the measure stays whole characters.
struct ArticleBox {
  let dress: ArticleDress
  let setter: TextSetter

  func draw(around cell: PageCell) -> [PlacedItem] {
    guard dress.isBoxed else { return [] }
    let grid = setter.grid
    let side = grid.gutterWidth / 2
    let left = grid.left(ofColumn: cell.column) - side
    let top = grid.top(ofLine: cell.line) + grid.em / 3
    let width = grid.width(ofColumns: cell.columns) + side * 2
    let bottom = grid.top(ofLine: cell.line + cell.lines - 1) + grid.em * 2 / 3
    let border: BoxBorder =
      switch dress.box {
      case nil: .none
      case .hairline: .hairline
      case .thick: .thick
      case .double: .double
      }
    let spec = BoxSpec(border: border, ink: "rule", tint: dress.isTinted ? "tint" : nil)
    return BoxFrame(spec: spec, setter: setter)
      .draw(Rect(left: left, top: top, right: left + width, bottom: bottom))
  }
}
