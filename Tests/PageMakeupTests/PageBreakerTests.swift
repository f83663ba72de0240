import Geometry
import TestSupport
import Testing

@testable import PageMakeup

@Suite struct PageBreakerTests {
  private func item(
    _ rows: Int, splits: Bool = true, keeps: Bool = false, startsPage: Bool = false,
    keepsBack: Bool = false, blank: Int = 0, table: Int? = nil
  ) -> FlowItem {
    var item = FlowItem(
      choices: [
        FlowChoice(rows: [RowItems](repeating: [], count: rows), cost: 0, name: "normal")
      ], isSplittable: splits, keepsWithNext: keeps, name: "item")
    item.paging.startsPage = startsPage
    item.paging.parting = keepsBack ? .never : .free
    item.paging.blankBefore = blank
    item.paging.continuation = table
    return item
  }

  private func pages(_ items: [FlowItem], rows: Int = 10, _ tables: [Continuation] = []) -> [[Int]]
  {
    PageBreaker(first: rows, next: rows, turned: 5).spans(items, tables)
      .map { [$0.rows.lowerBound, $0.rows.upperBound] }
  }

  @Test func pagesAreFilled() {
    #expect(pages([item(10), item(10), item(5)]) == [[0, 10], [10, 20], [20, 25]])
  }

  @Test func noLineStandsAlone() {
    // 9 + 4: one line of the second paragraph would fit.
    #expect(pages([item(9), item(4)]) == [[0, 9], [9, 13]])
    // 7 + 4: three lines would fit and leave one.
    #expect(pages([item(7), item(4), item(5)]) == [[0, 9], [9, 16]])
  }

  @Test func aHeadNeverEndsAPage() {
    #expect(pages([item(9), item(1, splits: false, keeps: true), item(6)]) == [[0, 9], [9, 16]])
    // Two heads go over together, and no single line stands under them.
    let heads = [
      item(7), item(1, splits: false, keeps: true), item(1, splits: false, keeps: true), item(6),
    ]
    #expect(pages(heads) == [[0, 7], [7, 15]])
  }

  @Test func breaksAreBestOverTheWholeDocument() {
    // Filled page by page, two lines would be left for the last page.
    #expect(pages([item(10), item(12)]) == [[0, 10], [10, 19], [19, 22]])
    // Seven blank rows are spread over two pages.
    let holes = [item(10), item(3, splits: false), item(8, splits: false)]
    #expect(pages(holes) == [[0, 7], [7, 13], [13, 21]])
  }

  @Test func textAloneLeavesNoHoles() {
    // Heads and paragraphs of a plan: rows too few for a head are spread, never gathered.
    var items: [FlowItem] = []
    for _ in 0..<60 {
      items += [item(1, splits: false, keeps: true), item(10), item(9)]
    }
    let spans = PageBreaker(first: 22, next: 22, turned: 5).spans(items, [])
    #expect(spans.dropLast().allSatisfy { $0.rows.count >= 19 }, "\(spans.map(\.rows.count))")
  }

  @Test func aShortTableStandsWhole() {
    let rows = (0..<5).map { _ in item(1, splits: false, table: 0) }
    let table = Continuation(
      head: [], headHeight: .points(1), sumHeight: .zero, sums: { _, _ in [] }, close: [],
      firstItem: 2, bodyRows: [])
    let head = item(1, splits: false, keeps: true)
    #expect(pages([item(6), head] + rows, [table]) == [[0, 6], [6, 12]])
    // Too long for a page, it leaves no single row behind.
    let many = (0..<14).map { _ in item(1, splits: false, table: 0) }
    #expect(pages([item(4), head] + many, [table]) == [[0, 10], [10, 19]])
  }

  @Test func anAttachmentStartsAPage() {
    #expect(pages([item(3), item(3, startsPage: true)]) == [[0, 3], [3, 6]])
  }

  @Test func aSignatureKeepsTextBeforeIt() {
    #expect(pages([item(10), item(4, splits: false, keepsBack: true)]) == [[0, 8], [8, 14]])
  }

  @Test func blankRowsFallAwayAtTheHead() {
    #expect(pages([item(10), item(6, splits: false, blank: 2)]) == [[0, 10], [12, 16]])
  }

  @Test func aTableLeavesRoomForItsHead() {
    let table = Continuation(
      head: [], headHeight: .points(2), sumHeight: .points(1), sums: { _, _ in [] }, close: [],
      firstItem: 1, bodyRows: [])
    let rows = (0..<20).map { _ in item(1, splits: false, table: 0) }
    let found = pages([item(2, splits: false, keeps: true)] + rows, [table])
    // 2 + 7 rows + sums, then head and sums and 6 rows and sums, twice.
    #expect(found == [[0, 9], [9, 15], [15, 22]])
  }

  @Test func whatIsTooTallIsCutAndNothingIsLost() {
    let spans = PageBreaker(first: 10, next: 10, turned: 5).spans([item(35, splits: false)], [])
    #expect(spans.first?.rows.lowerBound == 0 && spans.last?.rows.upperBound == 35)
    #expect(spans.allSatisfy { $0.rows.count <= 10 })
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.rows.upperBound == $1.rows.lowerBound })
  }

  @Test func randomDocumentsKeepTheRules() {
    var random = SystemlessRandom(seed: 7)
    for _ in 0..<200 {
      var items: [FlowItem] = []
      for _ in 0..<40 {
        let isHead = random.next(below: 5) == 0
        items.append(
          isHead ? item(1, splits: false, keeps: true) : item(1 + random.next(below: 7)))
      }
      items.append(item(3))
      let rows = PageBreaker.rows(of: items)
      let spans = PageBreaker(first: 12, next: 20, turned: 5).spans(items, [])
      #expect(spans.reduce(0) { $0 + $1.rows.count } == rows.count)
      for span in spans.dropLast() {
        let (last, following) = (rows[span.rows.upperBound - 1], rows[span.rows.upperBound])
        #expect(!items[last.item].keepsWithNext)
        if last.item == following.item {
          let height = items[last.item].choices[0].rows.count
          #expect(last.row >= 1 && following.row <= height - 2)
        }
      }
    }
  }
}

/// Numbers that are the same on every machine.
private struct SystemlessRandom {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
