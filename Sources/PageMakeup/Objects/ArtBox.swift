import Diagnostics
import DisplayList
import Geometry

/// The labelled box that stands for a picture: one that is still to come, or one that an output
/// cannot draw.
struct ArtBox {
  let label: String
  let setter: TextSetter

  /// A tinted box with its diagonals and the label on a plate in the middle.
  func draw(_ frame: Rect) throws(Rejection) -> [PlacedItem] {
    let stroke = Stroke(ink: setter.ink("grey"), width: .millimetres(0.1))
    let cross = Path([
      .move(frame.origin), .line(Point(x: frame.right, y: frame.bottom)),
      .move(Point(x: frame.right, y: frame.top)), .line(Point(x: frame.left, y: frame.bottom)),
    ])
    var items = [
      PlacedItem(
        at: .zero, .path(.rect(frame), Paint(fill: setter.ink("tint"), stroke: stroke))),
      PlacedItem(at: .zero, .path(cross, Paint(stroke: stroke))),
    ]
    let style = setter.style("caption")
    let words = try setter.stack([label], style: style, width: frame.size.width)
    let top = frame.top + (frame.size.height - words.size.height) / 2
    let plate = Rect(
      origin: Point(x: frame.left + frame.size.width / 4, y: top - .points(3)),
      size: Size(width: frame.size.width / 2, height: words.size.height + .points(6)))
    items.append(PlacedItem(at: .zero, .path(.rect(plate), Paint(fill: setter.ink("paper")))))
    return items + words.placed(at: Point(x: frame.left, y: top))
  }

  /// What stands for a page of a PDF file where it cannot be drawn; nothing for other pictures.
  static func substitute(
    for image: ImageSource, label: String, size: Size, setter: TextSetter
  ) throws(Rejection) -> [PlacedItem] {
    guard image.format == .pdf else { return [] }
    let name = image.path.split(separator: "/").last.map(String.init) ?? image.path
    let words = label.isEmpty ? name : "\(label) \(name)"
    return try ArtBox(label: words, setter: setter).draw(Rect(origin: .zero, size: size))
  }
}
