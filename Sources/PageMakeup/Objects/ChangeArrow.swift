import DisplayList
import Geometry

/// A triangle that shows which way a number moved, as on the cards of charts: drawn as a path, since
/// fonts need not have it, and in the ink of its words, since what is good is not known here.
struct ChangeArrow {
  let rises: Bool
  /// Size of the type it stands with.
  let size: Length

  private var side: Length { size.scaled(by: 0.62) }

  /// From its left edge to the words after it.
  var advance: Length { side + size.scaled(by: 0.22) }

  /// The triangle on a baseline.
  func item(at corner: Point, ink: Ink) -> PlacedItem {
    let (top, foot) = (Length.zero - side.scaled(by: 0.95), Length.zero - side.scaled(by: 0.08))
    let (base, tip) = rises ? (foot, top) : (top, foot)
    let path = Path([
      .move(corner + Point(x: .zero, y: base)), .line(corner + Point(x: side, y: base)),
      .line(corner + Point(x: side / 2, y: tip)), .close,
    ])
    return PlacedItem(at: .zero, .path(path, Paint(fill: ink)))
  }
}
