import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Typesetting

/// A vertical headline 竖题: columns of characters from right to left, in the largest size at which the
/// lines stand beside each other in the columns they span (NP-5, VT-2).
struct VerticalHead {
  /// Lines of the headline, the first at the right.
  let texts: [String]
  let setter: TextSetter
  let columns: Int
  var rank = HeadRank()

  private var grid: PageGrid { setter.grid }
  private var width: Length { grid.width(ofColumns: columns) }

  /// The head in so many rows; a text that no size holds on its line takes the smallest and more lines.
  func draw(rows: Int) throws(Rejection) -> Fragment {
    let height = grid.height(ofLines: rows)
    let named = setter.style("vertical-head")
    // Sizes are those of the rank, as for a head across (AD-2).
    let ranked = setter.style(rank.style(in: setter.layout.styles)).sizeSteps
    let steps = ranked.isEmpty ? [named.paragraph.character.size] : ranked
    var style = named
    var lines: [ComposedLine] = []
    for size in steps {
      style.paragraph.character.size = size
      lines = []
      var isWhole = true
      for text in texts {
        let set = try setter.vertical(text, style: style, height: height).lines
        isWhole = isWhole && set.count <= 1
        lines += set
      }
      let wide = size.scaled(by: named.lineSpacing) * max(0, lines.count - 1) + size
      if isWhole, wide <= width { break }
    }
    return Fragment(
      size: Size(width: width, height: height), items: placed(lines, style: style))
  }

  /// Lines about the middle of the width, each centred on its column, the first at the right.
  private func placed(_ lines: [ComposedLine], style: NamedStyle) -> [PlacedItem] {
    let size = style.paragraph.character.size
    let pitch = size.scaled(by: style.lineSpacing)
    let block = pitch * max(0, lines.count - 1) + size
    var items: [PlacedItem] = []
    for (number, line) in lines.enumerated() {
      let x = (width + block) / 2 - size / 2 - pitch * number
      let corner = Point(x: x, y: line.indent)
      items += line.items.map { PlacedItem(at: $0.origin + corner, $0.item) }
    }
    return items
  }
}
