import DisplayList
import Geometry
import LayoutSpecs

/// A module set in columns other than the page's own: 破栏 where they are no multiple of the basic
/// column, 长栏 where they are (NP-4).
struct ColumnSet {
  /// The columns from the module's left edge, a grid of their own on the page's lines.
  var grid: PageGrid
  /// The article composed for them.
  var article: Article
  var cost: Double
}

/// Which columns a module of the page can be set in.
struct ColumnSets {
  let page: PageGrid
  /// Measures in characters that are allowed.
  let measure: ClosedRange<Int>

  /// Columns of whole characters across so many of the page's, fewer than those; what they leave of
  /// the width goes to the gutters (NP-1), up to a character and a half for each.
  func grids(across columns: Int) -> [PageGrid] {
    guard columns > 1 else { return [] }
    return (1..<columns).reversed().compactMap { grid(of: $0, across: columns) }
  }

  /// The columns of one number; nil where a measure is not allowed or the gutters would gape.
  func grid(of count: Int, across columns: Int) -> PageGrid? {
    let whole = page.characters(inColumns: columns)
    let text = whole - (count - 1) * page.gutter
    let characters = text / count
    let left = text - characters * count
    guard measure.contains(characters), 2 * left <= 3 * (count - 1) else { return nil }
    return PageGrid(
      columns: count, measure: characters, gutter: page.gutter, lines: page.lines, em: page.em,
      leading: page.leading, origin: .zero,
      spare: count > 1 ? page.em * left / (count - 1) : .zero)
  }
}

extension PageGrid {
  /// The same columns with their first column and line at a place.
  func moved(to corner: Point) -> PageGrid {
    var moved = self
    moved.origin = corner
    return moved
  }
}
