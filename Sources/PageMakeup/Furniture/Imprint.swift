import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// Who made the page, under the type area at the right.
struct Imprint {
  let block: ReportBlock
  let setter: TextSetter

  func draw() throws(Rejection) -> [PlacedItem] {
    let area = setter.grid.typeArea
    let style = setter.style("imprint").paragraph.character
    let (words, wide) = try setter.line(block.text, style: style, range: block.range)
    let baseline = area.bottom + .millimetres(2.6) + (try setter.ascent(of: style))
    let corner = Point(x: area.right - wide, y: baseline)
    return words.map { PlacedItem(at: $0.origin + corner, $0.item) }
  }
}
