import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// The page number under the type area, centred.
struct Folio: FurniturePiece {
  let spec: FolioSpec

  func set(on page: PageContext) throws(Rejection) -> [PlacedItem] {
    let setter = page.setter
    let area = setter.grid.typeArea
    let style = setter.style(spec.style).paragraph.character
    let number = page.label ?? String(page.number + 1)
    let text = Self.fill(spec.pattern, page: number, count: page.count)
    let (words, wide) = try setter.line(text, style: style)
    let x = area.left + (area.size.width - wide) / 2
    let baseline = area.bottom + spec.distance + (try setter.ascent(of: style))
    return words.map {
      PlacedItem(at: Point(x: x + $0.origin.x, y: baseline + $0.origin.y), $0.item)
    }
  }

  private static func fill(_ pattern: String, page: String, count: Int) -> String {
    var rest = pattern[...]
    var text = ""
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      switch rest[rest.index(after: open)..<close] {
      case "page": text += page
      case "pages": text += String(count)
      default: text += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
