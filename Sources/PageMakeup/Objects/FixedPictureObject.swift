import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// An advertisement or other picture at a place of its own: the whole picture, never cropped, centred
/// in a ruled box, with its label.
struct FixedPictureObject {
  let picture: PlannedPicture
  let setter: TextSetter

  private var box: Size {
    Size(
      width: setter.grid.width(ofColumns: picture.place.columns.count),
      height: setter.grid.height(ofLines: picture.place.lines.count))
  }

  /// The size of the whole picture in its box.
  private var drawn: Size {
    let ratio = Double(picture.image.pixelWidth) / Double(picture.image.pixelHeight)
    return Size(
      width: min(box.width, box.height.scaled(by: ratio)),
      height: min(box.height, box.width.scaled(by: 1 / ratio)))
  }

  /// How much larger vector art is drawn than it was made, in percent; nil where it is as made.
  var scaling: Int? {
    guard picture.image.format == .pdf else { return nil }
    let factor = drawn.width / Length(units: picture.image.pixelWidth)
    return abs(factor - 1) > Self.tolerance ? Int((factor * 100).rounded()) : nil
  }

  /// An advertisement is made for its place: 2 % is a grid line or a rounded millimetre, not more.
  private static let tolerance = 0.02

  func draw() throws(Rejection) -> Fragment {
    let edge = Stroke(ink: setter.ink("rule"), width: .millimetres(0.1))
    let corner = Point(x: (box.width - drawn.width) / 2, y: (box.height - drawn.height) / 2)
    let placed = PlacedImage(
      image: ImageID(rawValue: picture.image.path), size: drawn, alternative: picture.label,
      substitute: try ArtBox.substitute(
        for: picture.image, label: picture.label, size: drawn, setter: setter))
    let frame = Rect(origin: .zero, size: box)
    var items = [
      PlacedItem(at: corner, .image(placed)),
      PlacedItem(at: .zero, .path(.rect(frame), Paint(stroke: edge))),
    ]
    if !picture.label.isEmpty {
      items += try CornerLabel(text: picture.label, ink: "rule", setter: setter).draw(in: frame)
    }
    return Fragment(size: box, items: items)
  }
}
