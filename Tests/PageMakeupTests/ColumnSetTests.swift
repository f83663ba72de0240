import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import TestSupport
import Testing

@testable import PageMakeup

/// 破栏 and 长栏 (NP-1, NP-4).
@Suite struct ColumnSetTests {
  private static func page(_ columns: Int, _ measure: Int) -> PageGrid {
    PageGrid(
      columns: columns, measure: measure, gutter: 1, lines: 86, em: .points(9),
      leading: .points(11.54), origin: .zero)
  }

  /// The table of typography part 7: columns across, columns set, characters of each.
  static let tabloid: [(Int, Int, Int)] = [
    (3, 2, 17), (4, 3, 15), (5, 4, 14), (5, 3, 19), (6, 4, 17), (6, 3, 23), (2, 1, 23),
  ]

  @Test(arguments: tabloid)
  func columnsOfATabloidDivide(across: Int, count: Int, characters: Int) throws {
    let page = Self.page(6, 11)
    let set = try #require(ColumnSets(page: page, measure: 13...23).grid(of: count, across: across))
    #expect(set.measure == characters && set.columns == count && set.spare == .zero)
    #expect(set.width(ofColumns: count) == page.width(ofColumns: across))
  }

  @Test func whatIsLeftGoesToTheGutters() throws {  // NP-1, 绝对
    let page = Self.page(8, 13)
    let set = try #require(ColumnSets(page: page, measure: 13...27).grid(of: 3, across: 4))
    #expect(set.measure == 17 && set.gutterWidth == page.em * 2)
    #expect(set.width(ofColumns: 3) == page.width(ofColumns: 4))
    #expect(set.width(ofColumns: 1) == page.em * 17)
  }

  @Test func onlyAllowedMeasuresAreTaken() {
    let sets = ColumnSets(page: Self.page(6, 11), measure: 13...23)
    #expect(sets.grids(across: 6).map(\.columns) == [5, 4, 3])
    #expect(sets.grids(across: 2).map(\.measure) == [23])
    #expect(sets.grids(across: 1).isEmpty)
  }

  // MARK: On a page

  private func report(_ paragraphs: Int, characters: Int) -> Report {
    let range = SourceRange(file: "a.txt", line: 1)
    var blocks = [ReportBlock(role: .headline, text: "秋粮归仓", range: range)]
    for _ in 0..<paragraphs {
      blocks.append(
        ReportBlock(
          role: .body, text: String(repeating: "田", count: characters), range: range))
    }
    return Report(source: "a.txt", blocks: blocks)
  }

  private func make(_ story: PlannedStory, layout: LayoutSpec) throws -> MadeUp {
    var problems = Problems()
    let job = PlanJob(layout: layout, stories: [story])
    return try Makeup(shaper: SquareShaper()).make(job, into: &problems)
  }

  @Test func anEditorSetsTwoColumnsAsOne() throws {
    var story = PlannedStory(report: report(8, characters: 46))
    story.dress = ArticleDress(textColumns: 1)
    let layout = testSetter().layout
    let made = try make(story, layout: layout)
    let fit = try #require(made.plans.first?.placed.first?.fit)
    #expect(fit.columnSet == "1 × 23" && fit.violations.isEmpty)
    // Lines of 23 characters, from the left edge of the type area.
    let rows = Dictionary(grouping: made.document.pages[0].items.filter { isText($0) }) {
      $0.origin.y
    }
    let longest = rows.values.map { row in row.map { count($0) }.reduce(0, +) }.max()
    #expect(longest == 23)
  }

  @Test func otherColumnsAreTriedWhereTheyAreCheaper() throws {
    var layout = testSetter().layout
    layout.objects.columnSets = ColumnSetSpec(measure: 13...23)
    // In columns of 11 the text takes 41 rows and more; in one of 23 it fits.
    let story = report(16, characters: 23)
    func made(price: Double) throws -> MadeUp {
      var other = layout
      other.objects.prices.columnSet = price
      var problems = Problems()
      return try Makeup(shaper: SquareShaper()).make(
        MakeupJob(report: story, layout: other), into: &problems)
    }
    #expect(try made(price: 6).fit?.columnSet == "1 × 23")
    layout.objects.columnSets = nil
    #expect(try made(price: 6).fit?.columnSet == nil)
  }

  @Test func rulesStandInTheSetsGuttersOnly() throws {
    let grid = testSetter().grid
    let set = PlacedColumnSet(
      grid: Self.page(3, 6).moved(to: grid.origin), lines: 1...20, boxes: [])
    var page = testPage(objects: [ObjectBox(columns: 1...2, lines: 1...20, name: "column set")])
    page.columnSets = [set]
    let rules = ColumnRules(spec: RuleSpec(weight: .points(0.3), ink: "rule"))
    let xs = paths(try rules.set(on: page)).compactMap { path -> Length? in
      if case .move(let start) = path.path.elements.first { return start.x }
      return nil
    }
    #expect(xs == [1, 2].map { set.grid.left(ofColumn: $0 + 1) - set.grid.gutterWidth / 2 })
  }

  @Test func noRuleStandsBesideABoxOrBetweenPictures() throws {
    let rules = ColumnRules(spec: RuleSpec(weight: .points(0.3), ink: "rule"))
    let pictures = [1, 2].map { ObjectBox(columns: $0...$0, lines: 11...20, name: "picture") }
    let page = testPage(objects: pictures)
    #expect(paths(try rules.set(on: page)).count == 1)
    var boxed = page
    boxed.objects = []
    boxed.boxed = [PageCell(column: 2, line: 1, columns: 1, lines: 20)]
    #expect(try rules.set(on: boxed).isEmpty)
  }

  @Test func headsKeepAwayFromBothEndsOfAColumn() throws {
    let head = FlowShape(
      heights: [FlowShape.Height(rows: 2, cost: 0)], isSplittable: false, keepsWithNext: true)
    func price(_ above: Int, _ below: Int) -> Double? {
      let text = { (rows: Int) in
        FlowShape(
          heights: [FlowShape.Height(rows: rows, cost: 0)], isSplittable: true,
          keepsWithNext: false)
      }
      return ExactFlow(items: [text(above), head, text(below)], regions: [above + 2 + below])
        .solve()?.cost
    }
    #expect(price(8, 8) == 0)
    #expect(price(3, 8) == FitPrices().strandedHead)
    #expect(price(8, 4) == FitPrices().strandedHead)
  }

  private func isText(_ item: PlacedItem) -> Bool {
    if case .glyphs(let run) = item.item { return run.text.contains("田") }
    return false
  }

  private func count(_ item: PlacedItem) -> Int {
    if case .glyphs(let run) = item.item { return run.text.count }
    return 0
  }
}

/// 题花 and 地线.
@Suite struct TitleOrnamentTests {
  private func deck(_ text: String) throws -> Fragment {
    let setter = testSetter()
    var style = setter.style("body")
    style.paragraph.alignment = .centred
    return try TitleOrnament(kind: .wheat, setter: setter).flank(
      [text], style: style, width: setter.grid.width(ofColumns: 2), range: nil)
  }

  @Test func figuresStandAtBothSidesOfAShortLine() throws {
    let drawn = paths(try deck("一季").items)
    // Three figures and a line at each side.
    #expect(drawn.count == 8)
    let width = testSetter().grid.width(ofColumns: 2)
    for one in drawn {
      for case .line(let end) in one.path.elements {
        #expect(end.x >= .zero && end.x <= width)
      }
    }
  }

  @Test func aLongLineStaysAsItIs() throws {
    #expect(paths(try deck("一季度经济运行情况分析会").items).isEmpty)
  }

  @Test func theFootRuleBoundsTheTypeArea() throws {  // NP-11
    let rule = FootRule(
      spec: FootRuleSpec(distance: .points(4), rule: RuleSpec(weight: .points(1), ink: "rule")))
    let area = testSetter().grid.typeArea
    let path = try #require(paths(try rule.set(on: testPage())).first?.path)
    let y = area.bottom + .points(4)
    #expect(path == .line(from: Point(x: area.left, y: y), to: Point(x: area.right, y: y)))
  }
}
