import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// Single lines and rules that furniture is made of.
struct FurnitureWords {
  let setter: TextSetter

  /// A pattern with words in the place of `{key}`; a key without words stays as it is.
  static func filled(_ pattern: String, _ words: (Substring) -> String?) -> String {
    var rest = pattern[...]
    var text = ""
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      text += words(rest[rest.index(after: open)..<close]) ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// A line with its left end, middle or right end at a place of its baseline.
  func line(
    _ text: String, style: CharacterStyle, at x: Length, baseline: Length,
    align: Alignment = .left
  ) throws(Rejection) -> [PlacedItem] {
    let (words, wide) = try setter.line(text, style: style)
    let left: Length =
      switch align {
      case .right: x - wide
      case .centred: x - wide / 2
      default: x
      }
    return words.map { PlacedItem(at: $0.origin + Point(x: left, y: baseline), $0.item) }
  }

  /// A horizontal rule whose middle lies at a height.
  func rule(
    from left: Length, to right: Length, at y: Length, weight: Length, ink: String
  ) -> PlacedItem {
    let path = Path.line(from: Point(x: left, y: y), to: Point(x: right, y: y))
    let stroke = Stroke(ink: setter.lineInk(ink, weight: weight), width: weight)
    return PlacedItem(at: .zero, .path(path, Paint(stroke: stroke)))
  }
}
