import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Typesetting

/// Draws lines at heights from the top of the type area: the measured parts of an office paper.
struct HeadCanvas {
  let setter: TextSetter
  let width: Length
  private(set) var items: [PlacedItem] = []

  init(setter: TextSetter, width: Length) {
    self.setter = setter
    self.width = width
  }

  /// A line with the top of its em box at a height; `inset` is in ems from the edge it stands at.
  mutating func line(
    _ text: String, style: CharacterStyle, top: Length, align: Alignment, inset: Double = 0,
    range: SourceRange? = nil
  ) throws(Rejection) {
    let (words, wide) = try setter.line(text, style: style, range: range)
    let away = style.size.scaled(by: inset)
    let x: Length =
      switch align {
      case .right: width - away - wide
      case .centred: (width - wide) / 2
      default: away
      }
    let baseline = top + (try setter.ascent(of: style))
    items += words.map { PlacedItem(at: $0.origin + Point(x: x, y: baseline), $0.item) }
  }

  /// Lines of a display style under each other; returns the foot of the last em box.
  mutating func block(
    _ texts: [String], style: NamedStyle, top: Length, pitch: Length, range: SourceRange? = nil
  ) throws(Rejection) -> Length {
    let set = try setter.fitted(texts, style: style, width: width, range: range)
    let ascent = try setter.ascent(of: set.style)
    for (number, line) in set.lines.enumerated() {
      items += line.placed(onBaseline: top + pitch * number + ascent)
    }
    return top + pitch * max(0, set.lines.count - 1) + set.style.size
  }

  /// A rule whose upper edge lies at a height, over the width or between two places.
  mutating func rule(
    top: Length, weight: Length, ink: String, from start: Length = .zero, wide: Length? = nil
  ) {
    let wide = wide ?? width
    let left = start
    let y = top + weight / 2
    let path = Path.line(from: Point(x: left, y: y), to: Point(x: left + wide, y: y))
    items.append(
      PlacedItem(at: .zero, .path(path, Paint(stroke: Stroke(ink: setter.ink(ink), width: weight))))
    )
  }

  mutating func tag(_ tag: StructureTag) { items.append(PlacedItem(at: .zero, .tag(tag))) }
}
