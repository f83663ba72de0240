import Geometry
import LayoutSpecs

/// How the pages of an official paper are made level: by the lines of a page, one more or less for the
/// whole document (GB/T 9704 7.3.5.5, AD-29).
struct LevelPages {
  /// One way to set the document.
  struct Way {
    var layout: LayoutSpec
    var takesLoneLines: Bool
  }

  /// Most pages of a document that is set in several ways.
  static let mostPages = 16

  /// The ways of a layout, the best first: its own lines, a line or two more or less; all of them with
  /// lines of paragraphs that stand alone; then three lines more or less, since a text of few lines
  /// and its signature leave few places to part them.
  static func ways(of layout: LayoutSpec) -> [Way] {
    [[0, 1, -1, 2, -2], [3, -3]].flatMap { steps in
      let layouts = steps.compactMap { other(layout, lines: $0) }
      return [false, true].flatMap { lone in layouts.map { Way(layout: $0, takesLoneLines: lone) } }
    }
  }

  /// The layout with so many lines more on the same type area; nil where its frames are not whole
  /// pages.
  private static func other(_ layout: LayoutSpec, lines more: Int) -> LayoutSpec? {
    let lines = layout.grid.lines + more
    guard more != 0 else { return layout }
    guard lines > 8 else { return nil }
    let height = layout.grid.height(ofLines: layout.grid.lines)
    var other = layout
    other.grid.lines = lines
    other.grid.leading = Length(units: (height - layout.grid.em).units / (lines - 1))
    for path in [\LayoutSpec.first, \LayoutSpec.next] {
      let frame = layout[keyPath: path].frames[0]
      guard frame.lines.upperBound == layout.grid.lines, frame.lines.lowerBound <= lines else {
        return nil
      }
      other[keyPath: path].frames[0].lines = frame.lines.lowerBound...lines
    }
    return other
  }

  /// How far pages are from level: rows that inner pages are short beyond two. The last page of a
  /// document, and of what an attachment follows, is no inner one.
  static func faults(
    _ spans: [PageBreaker.Span], _ items: [FlowItem], heights: [Int], lines: (Int) -> Int
  ) -> Int {
    let rows = PageBreaker.rows(of: items)
    var faults = 0
    for number in spans.indices.dropLast() {
      guard let next = spans[number + 1].rows.first, !spans[number].isTurned,
        !items[rows[next].item].paging.startsPage, !items[rows[next].item].paging.isTurned
      else { continue }
      faults += max(0, lines(number) - heights[number] - 2)
    }
    return faults
  }
}
