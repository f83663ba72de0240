import DisplayList
import Geometry
import LayoutSpecs

/// The title of a long image as its cover: reversed on a band that runs off the page above and at both
/// sides.
struct CoverBand {
  let setter: TextSetter
  /// The band's ink.
  let ink: String

  private var grid: PageGrid { setter.grid }

  /// A title at the head of the first page in so many rows, the last of them blank.
  func draw(_ title: Fragment, rows: Int) -> Fragment {
    let (trim, bleed) = (setter.layout.trim, setter.layout.bleed)
    let left = grid.left(ofColumn: 1)
    let foot = grid.leading * (rows - 1)
    let band = Rect(
      left: -left - bleed.left, top: -grid.top(ofLine: 1) - bleed.top,
      right: trim.width - left + bleed.right, bottom: foot)
    let paper = setter.ink("paper")
    let ground = [
      PlacedItem(at: .zero, .tag(StructureTag(.artifact))),
      PlacedItem(at: .zero, .path(.rect(band), Paint(fill: setter.ink(ink)))),
      PlacedItem(at: .zero, .tag(StructureTag(.heading))),
    ]
    return Fragment(
      size: Size(width: title.size.width, height: grid.leading * rows),
      items: ground + title.items.map { PlacedItem(at: $0.origin, $0.item.inked(paper)) })
  }
}

extension DisplayItem {
  /// The item with all its inks changed to one.
  fileprivate func inked(_ ink: Ink) -> DisplayItem {
    switch self {
    case .glyphs(var run):
      run.ink = ink
      return .glyphs(run)
    case .path(let path, var paint):
      if paint.fill != nil { paint.fill = ink }
      paint.stroke?.ink = ink
      return .path(path, paint)
    default: return self
    }
  }
}
