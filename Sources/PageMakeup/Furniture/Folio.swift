import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// The page number under the type area, in its middle or at the outer edge (GW-15).
struct Folio: FurniturePiece {
  let spec: FolioSpec

  func set(on page: PageContext) throws(Rejection) -> [PlacedItem] {
    let setter = page.setter
    let area = setter.grid.typeArea
    let style = setter.style(spec.style).paragraph.character
    let number = page.label ?? String(page.number + 1)
    let text = FurnitureWords.filled(spec.pattern) {
      switch $0 {
      case "page": number
      case "pages": String(page.count)
      default: nil
      }
    }
    // Spaces beside dashes would fall away, so the parts are set one by one.
    var words: [PlacedItem] = []
    var wide = Length.zero
    for part in text.split(separator: " ") {
      if wide > .zero { wide += style.size.scaled(by: 0.3) }
      let (set, width) = try setter.line(String(part), style: style)
      let left = wide
      words += set.map { PlacedItem(at: $0.origin + Point(x: left, y: .zero), $0.item) }
      wide += width
    }
    let inset = style.size.scaled(by: spec.inset)
    let x: Length =
      switch (spec.side, page.isRecto) {
      case (.centred, _): area.left + (area.size.width - wide) / 2
      case (.outer, true): area.right - inset - wide
      case (.outer, false): area.left + inset
      }
    var ascent = try setter.ascent(of: style)
    if let rise = spec.rise { ascent = style.size.scaled(by: rise) }
    let baseline = area.bottom + spec.distance + ascent
    return words.map {
      PlacedItem(at: Point(x: x + $0.origin.x, y: baseline + $0.origin.y), $0.item)
    }
  }
}
