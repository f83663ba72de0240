import DisplayList
import Geometry

/// The stroke that closes the slit between the two dashes of a face without a joined —— (part 11).
///
/// The glyphs stay, so that the text can be copied; the stroke lies over them from the first ink to
/// the last.
struct DashBridge {
  var left: Int32
  var right: Int32
  var top: Int32
  var bottom: Int32

  func item(in box: MarkedBox, ink: Ink) -> PlacedItem {
    let rect = Rect(
      left: Length(units: Int(left)), top: Length(units: Int(-top)),
      right: Length(units: Int(right)), bottom: Length(units: Int(-bottom)))
    return PlacedItem(
      at: Point(x: Length(units: Int(box.x)), y: .zero), .path(.rect(rect), Paint(fill: ink)))
  }
}
