import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Testing

@testable import PageMakeup

/// Pages of four columns of forty lines: how a page is arranged, and what it says of it.
@Suite struct PageLadderTests {
  private let cell = PageCell(column: 1, line: 1, columns: 4, lines: 40)

  /// A story of so many rows of text in paragraphs of nine, each a row tighter or looser at a price,
  /// under a head of three rows.
  private func story(_ name: String, rows: Int, importance: Int = 1) -> Article {
    let flow = ArticleFlow(
      headRows: 0, cost: 0,
      items: (0..<max(1, rows / 9)).map { _ in
        FlowItem(
          choices: [8, 9, 10].map { count in
            FlowChoice(
              rows: Array(repeating: [], count: count), cost: count == 9 ? 0 : 1, name: "normal")
          }, name: "body")
      })
    return Article(
      name: name, importance: importance, flows: [flow],
      skeletons: { _ in [Skeleton(name: "s", pictures: [], panel: nil, cost: 0)] },
      objects: { columns, _ in
        [
          PageObject(
            columns: 1...columns, place: .head,
            heights: (3...6).map { FlowShape.Height(rows: $0, cost: Double($0 - 3)) },
            draw: { _ throws(Rejection) in Fragment(size: .zero) }, name: "title")
        ]
      })
  }

  private func climb(
    _ articles: [Article], pins: [PageCell?]? = nil, budget: Int = PageLadder.enough
  ) throws -> PageLadder.Found? {
    try PageLadder(
      cell: cell, pins: pins ?? articles.map { _ in nil }, hasSets: false, fillers: [],
      budget: budget
    ).climb(articles) { (_: Bool, _: Bool) throws(Rejection) in articles }
  }

  private var stories: [Article] {
    [story("a", rows: 45, importance: 3), story("b", rows: 36, importance: 2)]
      + ["c", "d"].map { story($0, rows: 18) }
  }

  @Test func aFullPageSaysNothing() throws {
    let found = try #require(try climb(stories))
    #expect(found.arrangement.isExact && !found.isShort)
    #expect(found.findings(measure: 11, frame: cell).isEmpty)
  }

  @Test func aSearchThatIsEndedSaysSo() throws {
    let found = try climb(stories, budget: 800)
    if let found {
      #expect(found.isShort)
      #expect(found.findings(measure: 11, frame: cell).map(\.code).contains("page.search-ended"))
    }
    let budget = SearchBudget(3)
    #expect(budget.take(2) && budget.take() && !budget.take() && budget.isShort)
  }

  /// Stories that share the page in the order of the plan leave few cuts to try.
  @Test func storiesInTheOrderOfThePlanFindTheirPlaces() throws {
    let tree = try PageCutTree(
      articles: stories, pins: stories.map { _ in nil }, frame: cell, slack: 8, keepsOrder: true)
    let found = try #require(try tree.solve())
    #expect(found.articles.map(\.article).sorted() == [0, 1, 2, 3])
    #expect(found.oversetRows == 0)
  }

  /// A pin shuts out what meets it, so that a pinned page is no longer to search than a free one.
  @Test func pinsShortenTheSearch() throws {
    func cuts(_ pins: [PageCell?]) throws -> Int {
      let budget = SearchBudget(PageLadder.enough)
      _ = try PageCutTree(articles: stories, pins: pins, frame: cell, budget: budget).solve()
      return PageLadder.enough - budget.left
    }
    let free = try #require(try climb(stories)).arrangement
    let place = try #require(free.articles.first { $0.article == 3 }).cell
    let pinned: [PageCell?] = [nil, nil, nil, place]
    #expect(try cuts(pinned) <= 2 * cuts([nil, nil, nil, nil]))
    let found = try #require(try climb(stories, pins: pinned)).arrangement
    #expect(found.articles.first { $0.article == 3 }?.cell == place)
  }

  /// Another arrangement puts the lead where it has not stood.
  @Test func anotherArrangementMovesTheLead() throws {
    let first = try #require(try climb(stories)).arrangement
    let lead = try #require(first.articles.first { $0.article == 0 }).cell
    let other = try PageLadder(
      cell: cell, pins: stories.map { _ in nil }, hasSets: false, fillers: [], avoided: [lead]
    ).climb(stories) { (_: Bool, _: Bool) throws(Rejection) in stories }
    let moved = try #require(other).arrangement
    #expect(moved.articles.first { $0.article == 0 }?.cell != lead)
    #expect(moved.cost >= first.cost)
  }

  /// A page that nothing fills says why.
  @Test func aPageWithoutArrangementNamesItsCause() throws {
    func cause(_ articles: [Article], _ pins: [PageCell?]) throws -> ArrangementCause {
      try ArrangementDoubt(articles: articles, pins: pins, cell: cell).cause()
    }
    func place(_ column: Int, _ line: Int, _ columns: Int, _ lines: Int) -> PageCell {
      PageCell(column: column, line: line, columns: columns, lines: lines)
    }
    let two = Array(stories.prefix(2))
    #expect(try cause(two, [place(1, 1, 2, 20), place(2, 10, 2, 20)]) == .meeting(0, 1))
    #expect(try cause(two, [nil, place(3, 30, 2, 20)]) == .outside(1))
    #expect(try cause(two, [nil, place(1, 1, 1, 2)]) == .misfit(1))
    let rest = try cause(stories, [place(1, 1, 4, 36), nil, nil, nil])
    guard case .tooLittle(let needed, let free) = rest else {
      Issue.record("\(rest)")
      return
    }
    #expect(free == 16 && needed > free)
    let middle: [PageCell?] = [nil, nil, nil, place(2, 14, 2, 12)]
    #expect(try cause(stories, middle) == .inTheWay(3))
    let problem = ArrangementProblems(
      cause: .inTheWay(3), names: stories.map(\.name), pins: middle)
    #expect(problem.diagnostic.code == "page.no-arrangement")
    #expect(problem.diagnostic.message.chinese.contains("第 2–3 栏、第 14–25 行"))
  }

  @Test func columnsThatEndHighNameTheirStoryAndWhatItLacks() throws {
    let short = [story("a", rows: 9), story("b", rows: 18)]
    let pins: [PageCell?] = [
      PageCell(column: 1, line: 1, columns: 4, lines: 10),
      PageCell(column: 1, line: 12, columns: 4, lines: 29),
    ]
    let found = try #require(try climb(short, pins: pins))
    let findings = found.findings(measure: 11, frame: cell)
    #expect(
      findings.contains { $0.code == "page.blank-feet" && $0.message.chinese.contains("还差约") })
  }
}
