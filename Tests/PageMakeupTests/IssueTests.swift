import Charting
import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import TestSupport
import Testing

@testable import PageMakeup

/// Pages of two columns of eleven characters and twenty lines: forty lines of text.
@Suite struct IssueTests {
  /// A character for each paragraph, to find it by.
  private static let openings = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳".map(String.init)

  private func report(_ paragraphs: Int, characters: Int = 33) -> Report {
    let range = SourceRange(file: "a.txt", line: 1)
    var blocks = [ReportBlock(role: .headline, text: "秋粮归仓", range: range)]
    for number in 0..<paragraphs {
      let text = Self.openings[number] + String(repeating: "田", count: characters - 1)
      blocks.append(ReportBlock(role: .body, text: text, range: range))
    }
    return Report(source: "a.txt", blocks: blocks)
  }

  private func make(_ stories: [[PlannedStory]]) throws -> (MadeUp, [Diagnostic]) {
    let layout = testSetter().layout
    let pages = stories.enumerated().map { place, stories in
      IssueJob.Page(number: place + 1, plan: PlanJob(layout: layout, stories: stories))
    }
    var problems = Problems()
    let made = try Makeup(shaper: SquareShaper()).make(IssueJob(pages: pages), into: &problems)
    return (made, problems.diagnostics)
  }

  @Test func aStoryTooLongForItsPageJumpsAndBothEndsAgree() throws {
    let (made, findings) = try make([
      [PlannedStory(report: report(16), jump: 2)], [],
    ])
    #expect(!findings.contains { $0.severity == .error })
    let first = words(made.document.pages[0].items)
    let second = words(made.document.pages[1].items)
    #expect(first.contains("（下转第2版）") && !first.contains("上接"))
    #expect(second.contains("（上接第1版）") && second.contains("秋粮归仓"))
    // Every paragraph stands once.
    for number in 0..<16 {
      let opening = Self.openings[number]
      #expect((first + second).filter { String($0) == opening }.count == 1)
    }
    #expect(made.plans.first?.placed.first?.carriedRows ?? 0 > 0)
  }

  /// Of two reports with figures enough, the more important one has the page's panel.
  @Test func aPageHasOnePanel() throws {
    var layout = testSetter().layout
    layout.objects.panel = PanelSpec(
      rows: 10...24, ideal: 14, across: 2, title: "数说", least: 4, note: "")
    func report(_ count: Int) -> Report {
      let range = SourceRange(file: "a.txt", line: 1)
      var report = self.report(4)
      report.indicators = (0..<count).map { number in
        ReportIndicator(
          kind: .quantity, subject: "企业\(number)", value: "\(number + 10)", unit: "家",
          sentence: "", raw: "", block: 1, range: range)
      }
      return report
    }
    let asked = ArticleDress(panel: .automatic)
    func panel(_ stories: [PlannedStory]) -> Int? {
      PlanMaker(
        job: PlanJob(layout: layout, stories: stories),
        setter: TextSetter(layout: layout, shaper: SquareShaper())
      ).panelStory
    }
    let (less, more) = (
      PlannedStory(report: report(6), importance: 1, dress: asked),
      PlannedStory(report: report(6), importance: 2, dress: asked)
    )
    #expect(panel([less, more]) == 1)
    #expect(panel([less, less]) == 0)
    #expect(panel([PlannedStory(report: report(2), importance: 3, dress: asked), less]) == 1)
    #expect(panel([PlannedStory(report: report(2), dress: asked)]) == nil)
    // On a page of several stories a panel is asked for, by the plan or by the report's own list.
    #expect(panel([PlannedStory(report: report(6))]) == nil)
    var own = report(6)
    own.panel = .chosen([3, 1, 2, 5])
    #expect(panel([PlannedStory(report: own)]) == 0)
    // Cards among the charts stand for the panel.
    var cards = MakeupPicture(caption: "数说", label: "图表")
    cards.chart = ChartSpec(["preset": "kpi-row", "cards": [["value": 1, "label": "企业"]]])
    #expect(panel([PlannedStory(report: report(6), pictures: [cards], dress: asked)]) == nil)
  }

  @Test func aStoryThatFitsStaysOnItsPage() throws {
    let (made, _) = try make([
      [PlannedStory(report: report(11), jump: 2)], [PlannedStory(report: report(11))],
    ])
    let all = made.document.pages.map { words($0.items) }.joined()
    #expect(!all.contains("下转") && !all.contains("上接"))
  }

  @Test func offersCountTheLinesThatAreTooMany() throws {
    let (_, findings) = try make([[PlannedStory(report: report(16, characters: 36))]])
    let overset = try #require(findings.first { $0.code == "page.overset" })
    let hints = overset.hints.map(\.chinese)
    #expect(hints.first?.contains("共删") == true)
    #expect(hints.last?.contains("转版") == true)
    // The paragraphs of 36 characters have three in their last line.
    #expect(hints.first?.contains("3 字") == true)
  }

  @Test func aBoxedStoryKeepsItsMeasure() throws {
    var story = PlannedStory(report: report(10))
    story.dress = ArticleDress(box: .thick, isTinted: true)
    let (made, _) = try make([[story]])
    let page = try #require(made.document.pages.first)
    let boxes = paths(page.items)
    #expect(boxes.contains { $0.paint.fill != nil } && boxes.contains { $0.paint.stroke != nil })
    let frame = testSetter().grid.typeArea
    for run in page.items {
      if case .glyphs = run.item { #expect(run.origin.x >= frame.left) }
    }
  }

  @Test func aVerticalHeadTakesThePlaceOfTheTitle() throws {
    var story = PlannedStory(report: report(6, characters: 22))
    story.dress = ArticleDress(head: .vertical)
    let (made, _) = try make([[story]])
    let placed = try #require(made.plans.first?.placed.first?.fit)
    let title = try #require(placed.knobs.first { $0.name == "title" })
    #expect(title.rows >= 20)
  }
}

/// A change of one character changes only what it must.
@Suite struct StabilityTests {
  @Test func oneCharacterChangesOneLine() throws {
    let range = SourceRange(file: "a.txt", line: 1)
    func page(_ seventh: String) throws -> [PlacedItem] {
      var blocks = [ReportBlock(role: .headline, text: "秋粮归仓", range: range)]
      for number in 0..<12 {
        let text = number == 7 ? seventh : String(repeating: "田", count: 29)
        blocks.append(ReportBlock(role: .body, text: text, range: range))
      }
      var problems = Problems()
      let job = MakeupJob(
        report: Report(source: "a.txt", blocks: blocks), layout: testSetter().layout)
      let made = try Makeup(shaper: SquareShaper()).make(job, into: &problems)
      return made.document.pages.flatMap(\.items)
    }
    let before = try page(String(repeating: "田", count: 29))
    let after = try page(String(repeating: "田", count: 20) + "禾" + String(repeating: "田", count: 8))
    #expect(before.count == after.count)
    #expect(zip(before, after).count { $0 != $1 } == 1)
  }
}
