import Diagnostics
import LayoutSpecs
import Testing

@testable import Exporting

@Suite struct DeskPlanTests {
  private static let plan = """
    format: 1
    layout: newspaper-tabloid
    facts: {section: 要闻}
    articles:
    - {report: a.txt, importance: 2}
    - report: b.txt

    """

  private func changed(_ edits: DeskPlanEdit...) throws -> PagePlan {
    let text = try DeskPlan.text(Self.plan, file: "p.yaml", changed: edits)
    return try PagePlanReader.read(text, file: "p.yaml")
  }

  @Test func articlesAreChanged() throws {
    let plan = try changed(
      .article(1, key: "importance", value: "3"),
      .article(0, key: "pin", value: "{ columns: 1-4, lines: 1-40 }"),
      .article(1, key: "headline", value: "\"一 / 二\""),
      .article(1, key: "report", value: "\"b.txt.yaml\""))
    #expect(plan.articles.map(\.importance) == [2, 3])
    #expect(plan.articles[0].pin == GridPlace(columns: 1...4, lines: 1...40))
    #expect(plan.articles[1].dress.headlineLines == ["一", "二"])
    #expect(plan.articles[1].report == "b.txt.yaml")
    #expect(plan.facts.map(\.value) == ["要闻"])
  }

  @Test func whatIsNoPlanAfterwardsIsRefused() {
    for edit in [
      DeskPlanEdit.article(7, key: "importance", value: "1"),
      .article(0, key: "importance", value: "many"), .article(0, key: "nonsense", value: "1"),
      .article(0, key: "report", value: ""), .article(0, key: "pin", value: "{ columns: ["),
    ] {
      #expect(throws: Rejection.self) { _ = try changed(edit) }
    }
  }

  @Test func factsAndTheLayoutAreChanged() throws {
    let plan = try changed(.fact(key: "page", value: "02"), .layout("newspaper-front"))
    #expect(plan.layout == "newspaper-front")
    #expect(plan.facts.first { $0.key == "page" }?.value == "02")
  }

  @Test func articlesComeAndGo() throws {
    let plan = try changed(
      .add(report: "c.txt", photos: "图片", page: 0), .move(article: 2, by: -2),
      .remove(article: 1))
    #expect(plan.articles.map(\.report) == ["c.txt", "b.txt"])
    #expect(plan.articles[0].photos == "图片")
    // The last article stays: a page without any is no page.
    #expect(throws: Rejection.self) {
      _ = try changed(.remove(article: 0), .remove(article: 0))
    }
    #expect(throws: Rejection.self) { _ = try changed(.add(report: "c.txt", photos: "", page: 1)) }
  }

  @Test func fillersAreWrittenAndTakenAway() throws {
    let list = #"[{"title": "天气", "lines": ["多云"], "rows": "4-10", "label": ""}]"#
    let plan = try changed(.fillers(page: 0, value: list))
    #expect(plan.fillers.map(\.title) == ["天气"])
    #expect(plan.fillers[0].rows == 4...10)
    #expect(
      try changed(.fillers(page: 0, value: list), .fillers(page: 0, value: "")).fillers.isEmpty)
  }

  private static let issue = """
    format: 1
    layout: newspaper-tabloid
    pages:
    - articles:
      - {report: a.txt}
      - {report: b.txt}
    - articles:
      - {report: c.txt}

    """

  @Test func articlesOfAnIssueAreCountedThroughItsPages() throws {
    let text = try DeskPlan.text(
      Self.issue, file: "i.yaml",
      changed: [
        .article(2, key: "box", value: "thick"), .move(article: 0, by: 1),
        .add(report: "d.txt", photos: "", page: 1), .fact(key: "paper", value: "柳林报"),
      ])
    let issue = try IssuePlanReader.read(text, file: "i.yaml")
    #expect(
      issue.pages.map { $0.plan.articles.map(\.report) } == [
        ["b.txt", "a.txt"], ["c.txt", "d.txt"],
      ])
    #expect(issue.pages[1].plan.articles[0].dress.box == .thick)
    let plan = try DeskPlan(text, path: "i.yaml")
    #expect(plan.isIssue)
    #expect(plan.articles.map(\.page) == [0, 0, 1, 1])
    #expect(plan.facts == ["paper": "柳林报"])
    #expect(throws: Rejection.self) {
      _ = try DeskPlan.text(Self.issue, file: "i.yaml", changed: [.remove(article: 2)])
    }
  }
}
