import DisplayList
import Geometry
import LayoutSpecs

/// Cuts pages into the screens of one long image: between lines, so that the screens under each other
/// show text at even distances, and the last one no longer than what stands on it.
struct ScreenCutter {
  let grid: PageGrid

  /// Pages with so many rows used on each.
  func cut(_ pages: [Page], rows: [Int]) -> [Page] {
    let gap = (grid.leading - grid.em) / 2
    return pages.enumerated().map { number, page in
      let used = number < rows.count ? max(1, rows[number]) : grid.lines
      let isLast = number == pages.count - 1
      let top = number == 0 ? Length.zero : grid.origin.y - gap
      let foot = grid.origin.y + grid.height(ofLines: used)
      let bottom = min(page.trim.height, foot + (isLast ? grid.origin.y : gap))
      var screen = page
      screen.trim.height = bottom - top
      screen.items = page.items.map {
        PlacedItem(at: $0.origin - Point(x: .zero, y: top), $0.item)
      }
      return screen
    }
  }
}
