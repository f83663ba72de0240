import Geometry
import LayoutSpecs
import Testing

/// The rules of part 5 that are arithmetic of the grid.
@Suite struct GridRuleTests {
  private let grid = PageGrid(
    columns: 6, measure: 11, gutter: 1, lines: 86, em: .points(9), leading: .points(11.54),
    origin: Point(x: .points(40), y: .points(60)))

  @Test func everyMeasureIsWholeEms() {  // PG-1
    for count in 1...6 {
      #expect(grid.width(ofColumns: count).units % grid.em.units == 0)
      #expect(grid.characters(inColumns: count) == 12 * count - 1)
    }
  }

  @Test func allLinesOfAllColumnsStandOnOneGrid() {  // PG-8, PG-9
    for line in 2...86 {
      #expect(grid.top(ofLine: line) - grid.top(ofLine: line - 1) == grid.leading)
    }
    let tops = (1...6).map { grid.rect(columns: $0...$0, lines: 40...41).top }
    #expect(Set(tops).count == 1)
  }

  @Test func picturesSpanColumnsWithTheirGutters() {  // PG-10
    let picture = grid.rect(columns: 2...4, lines: 10...20)
    #expect(picture.left == grid.left(ofColumn: 2))
    #expect(picture.right == grid.left(ofColumn: 4) + grid.width(ofColumns: 1))
    // Its upper edge is that of a body line's em box.
    #expect(picture.top == grid.top(ofLine: 10))
  }
}
