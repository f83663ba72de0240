import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// A small plate with a word in the top right corner of a box: 公益广告, 广告. Black on paper: type of
/// this size is neither coloured nor reversed out of several inks (INK-2, INK-3).
struct CornerLabel {
  let text: String
  let ink: String
  let setter: TextSetter

  func draw(in box: Rect) throws(Rejection) -> [PlacedItem] {
    let style = setter.style("strip-label").paragraph.character
    let (words, wide) = try setter.line(text, style: style)
    let pad = Length.points(4)
    let plate = Rect(
      origin: Point(x: box.right - wide - pad * 2, y: box.top),
      size: Size(width: wide + pad * 2, height: style.size + pad))
    let baseline = plate.top + pad / 2 + (try setter.ascent(of: style))
    let corner = Point(x: plate.left + pad, y: baseline)
    let weight = Length.millimetres(0.2)
    let edge = Stroke(ink: setter.lineInk(ink, weight: weight), width: weight)
    let paint = Paint(fill: setter.ink("paper"), stroke: edge)
    return [PlacedItem(at: .zero, .path(.rect(plate), paint))]
      + words.map { PlacedItem(at: $0.origin + corner, $0.item) }
  }
}
