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
}
