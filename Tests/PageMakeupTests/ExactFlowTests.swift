import Notations
import Testing

@testable import PageMakeup

extension ExactFlow {
  /// A search over items as the tests make them.
  init(_ items: [FlowItem], regions: [Int], slack: Int = 0) {
    self.init(items: items.map(\.shape), regions: regions, slack: slack)
  }
}

/// Items without ink, for tests of the search alone.
func item(
  _ heights: [Int], splittable: Bool = true, keeps: Bool = false, name: String = "p"
) -> FlowItem {
  let choices = heights.enumerated().map { index, rows in
    FlowChoice(
      rows: Array(repeating: [], count: rows), cost: Double(index), name: "choice \(index)")
  }
  return FlowItem(choices: choices, isSplittable: splittable, keepsWithNext: keeps, name: name)
}

@Suite struct ExactFlowTests {
  @Test func fillsExactlyOrNotAtAll() {
    let items = [item([6]), item([4])]
    #expect(ExactFlow(items, regions: [4, 6]).solve()?.starts == [0, 6])
    #expect(ExactFlow(items, regions: [5, 6]).solve() == nil)
    #expect(ExactFlow(items, regions: [5, 4]).solve() == nil)
  }

  @Test func aParagraphGivesOrTakesALine() throws {
    let items = [item([6, 5, 7]), item([4])]
    let tight = try #require(ExactFlow(items, regions: [9]).solve())
    #expect(tight.choices == [1, 0] && tight.cost == 1)
    let loose = try #require(ExactFlow(items, regions: [11]).solve())
    #expect(loose.choices == [2, 0] && loose.cost == 2)
  }

  @Test func noLastLineStandsAloneAtAHead() {
    // PG-4: five rows over regions of four and one would leave the last line alone.
    #expect(ExactFlow([item([5])], regions: [4, 1]).solve() == nil)
    #expect(ExactFlow([item([6])], regions: [4, 2]).solve() != nil)
    #expect(ExactFlow([item([9])], regions: [4, 4, 1]).solve() == nil)
  }

  @Test func aHeadIsNeverLastInAColumn() {
    // PG-5: two rows of what follows stand under a head.
    let head = item([2], splittable: false, keeps: true)
    #expect(ExactFlow([item([4]), head, item([6])], regions: [6, 6]).solve() == nil)
    #expect(ExactFlow([item([3]), head, item([6])], regions: [6, 5]).solve() == nil)
    #expect(ExactFlow([item([2]), head, item([6])], regions: [6, 4]).solve() != nil)
  }

  @Test func aHeadIsNeverCut() {
    let head = item([4], splittable: false)
    #expect(ExactFlow([item([3]), head, item([3])], regions: [5, 5]).solve() == nil)
  }

  @Test func slackLeavesRowsBlankAtFeetOnly() throws {
    let head = item([4], splittable: false)
    let items = [item([3]), head, item([2])]
    let plan = try #require(ExactFlow(items, regions: [5, 6], slack: 2).solve())
    #expect(plan.starts == [0, 5, 9])
    #expect(plan.blankRows == 2)
  }

  @Test func randomFlowsAreTiledWithoutHoles() throws {
    var random = SeededRandom(seed: 7)
    var solved = 0
    for _ in 0..<300 {
      let items = (0..<8).map { _ in
        let rows = 3 + random.below(9)
        return item([rows, rows - 1, rows + 1])
      }
      let total = items.reduce(0) { $0 + $1.choices[0].rows.count } + random.below(7) - 3
      let first = 4 + random.below(max(1, total - 8))
      let flow = ExactFlow(items, regions: [first, total - first])
      guard let plan = flow.solve() else { continue }
      solved += 1
      var row = 0
      for (index, item) in items.enumerated() {
        #expect(plan.starts[index] == row)
        row += item.choices[plan.choices[index]].rows.count
      }
      #expect(row == total)
    }
    #expect(solved > 250)
  }
}
