import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// An advertisement or other picture at a place of its own: the whole picture, never cropped, centred
/// in a ruled box, with its label.
struct FixedPictureObject {
  let picture: PlannedPicture
  let setter: TextSetter

  func draw() throws(Rejection) -> Fragment {
    let grid = setter.grid
    let size = Size(
      width: grid.width(ofColumns: picture.place.columns.count),
      height: grid.height(ofLines: picture.place.lines.count))
    let box = Rect(origin: .zero, size: size)
    let edge = Stroke(ink: setter.ink("rule"), width: .millimetres(0.1))
    let image = picture.image
    let ratio = Double(image.pixelWidth) / Double(image.pixelHeight)
    let wide = min(size.width, size.height.scaled(by: ratio))
    let high = min(size.height, size.width.scaled(by: 1 / ratio))
    let corner = Point(x: (size.width - wide) / 2, y: (size.height - high) / 2)
    let placed = PlacedImage(
      image: ImageID(rawValue: image.path), size: Size(width: wide, height: high),
      alternative: picture.label)
    var items = [
      PlacedItem(at: corner, .image(placed)),
      PlacedItem(at: .zero, .path(.rect(box), Paint(stroke: edge))),
    ]
    if !picture.label.isEmpty {
      items += try CornerLabel(text: picture.label, ink: "rule", setter: setter).draw(in: box)
    }
    return Fragment(size: size, items: items)
  }
}
