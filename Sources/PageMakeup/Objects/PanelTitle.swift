import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Typesetting

/// The head of a panel: a thick rule, the title with a note at the right, a thin rule. The same pair
/// of rules as over a section, so that a page speaks one language.
struct PanelTitle {
  let title: String
  /// Words at the right, such as where the numbers come from; empty for none.
  let note: String
  let setter: TextSetter

  /// Paper at both sides of a panel's words.
  static let side = Length.points(7)

  func draw(width: Length, height: Length) throws(Rejection) -> [PlacedItem] {
    let thick = Length.millimetres(0.8)
    var items = [
      rule(at: thick / 2, from: .zero, to: width, weight: thick, ink: "accent")
    ]
    let style = setter.style("panel-title").paragraph.character
    let foot = height - setter.grid.leading / 4
    let top = thick + (foot - thick - style.size) / 2
    let baseline = top + (try setter.ascent(of: style))
    let words = try setter.line(title, style: style)
    items += words.items.map {
      PlacedItem(at: $0.origin + Point(x: Self.side, y: baseline), $0.item)
    }
    if !note.isEmpty {
      let small = setter.style("panel-note").paragraph.character
      let set = try setter.line(note, style: small)
      let x = width - Self.side - set.width
      // A note that does not fit beside the title is left out rather than run into it.
      if x > Self.side + words.width + setter.grid.em {
        items += set.items.map { PlacedItem(at: $0.origin + Point(x: x, y: baseline), $0.item) }
      }
    }
    items.append(
      rule(
        at: foot, from: Self.side, to: width - Self.side, weight: .millimetres(0.15), ink: "accent")
    )
    return items
  }

  private func rule(
    at y: Length, from left: Length, to right: Length, weight: Length, ink: String
  ) -> PlacedItem {
    let path = Path.line(from: Point(x: left, y: y), to: Point(x: right, y: y))
    let stroke = Stroke(ink: setter.lineInk(ink, weight: weight), width: weight)
    return PlacedItem(at: .zero, .path(path, Paint(stroke: stroke)))
  }
}
