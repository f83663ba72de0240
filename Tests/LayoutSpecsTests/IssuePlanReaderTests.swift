import Diagnostics
import Geometry
import LayoutSpecs
import Testing

@Suite struct IssuePlanReaderTests {
  private func codes(_ text: String) -> [String] {
    do throws(Rejection) {
      _ = try IssuePlanReader.read(text, file: "ISSUE.yaml")
      return []
    } catch {
      return error.diagnostics.map { "\($0.range?.start.line ?? 0) \($0.code.rawValue)" }
    }
  }

  @Test func pagesTakeFactsAndLayoutOfTheIssue() throws {
    let issue = try IssuePlanReader.read(
      """
      format: 1
      layout: newspaper-tabloid
      facts: { paper: 岗山报, section: 综合 }
      pages:
        - layout: newspaper-front
          facts: { section: 要闻 }
          articles: [{ report: a.txt, continues: 2, head: vertical, box: thick, tint: true }]
        - articles: [{ report: b.txt, pictures: group, quote: 好, quote-by: 王 }]
      """, file: "ISSUE.yaml")
    #expect(issue.pages.map(\.plan.layout) == ["newspaper-front", "newspaper-tabloid"])
    let facts = issue.pages.map { page in
      Dictionary(uniqueKeysWithValues: page.plan.facts.map { ($0.key, $0.value) })
    }
    #expect(facts[0] == ["paper": "岗山报", "section": "要闻", "page": "01"])
    #expect(facts[1] == ["paper": "岗山报", "section": "综合", "page": "02"])
    let first = issue.pages[0].plan.articles[0]
    #expect(first.jump == 2)
    #expect(first.dress == ArticleDress(head: .vertical, box: .thick, isTinted: true))
    let second = issue.pages[1].plan.articles[0].dress
    #expect(second == ArticleDress(pictures: .group, quote: "好", quoteSource: "王"))
  }

  @Test func picturesAreNamedOneByOne() throws {
    let plan = try PagePlanReader.read(
      """
      format: 1
      layout: newspaper-tabloid
      articles:
        - report: a.txt
          photos:
            - { file: p/1.jpg, caption: 河道, credit: 江月 摄, columns: 4, place: foot, focus: 30x60 }
            - { file: p/2.jpg }
        - { report: b.txt, photos: b/ }
      """, file: "PLAN.yaml")
    let photos = plan.articles[0].pictures
    #expect(photos.map(\.file) == ["p/1.jpg", "p/2.jpg"])
    #expect(photos[0].caption == "河道" && photos[0].credit == "江月 摄" && photos[0].columns == 4)
    #expect(photos[0].place == .foot && photos[0].focus == FocusPoint("30x60"))
    #expect(photos[1].caption == nil && plan.articles[0].photos == nil)
    #expect(plan.articles[1].photos == "b/" && plan.articles[1].pictures.isEmpty)
    for wrong in [
      "{ file: a.jpg, focus: left }", "{ caption: 河道 }", "{ file: a.jpg, place: left }",
    ] {
      #expect(throws: Rejection.self, "\(wrong)") {
        try PagePlanReader.read(
          "format: 1\nlayout: x\narticles: [{ report: a.txt, photos: [\(wrong)] }]", file: "P.yaml")
      }
    }
  }

  @Test func aJumpLeadsToALaterPage() {
    let text = """
      format: 1
      layout: newspaper-tabloid
      pages:
        - articles: [{ report: a.txt, continues: 3 }]
        - articles:
            - { report: b.txt, continues: 2 }
      """
    #expect(codes(text) == ["4 issue.jump", "6 issue.jump"])
  }

  @Test func mistakesAreNamedWhereTheyStand() {
    #expect(codes("format: 1\nlayout: x\npages: []") == ["3 spec.out-of-range"])
    #expect(
      codes("format: 1\npages: [{ articles: [] }]") == [
        "2 spec.missing-key", "2 spec.out-of-range",
      ])
    #expect(
      codes("format: 1\nlayout: x\npages:\n  - articles: [{ report: a, haed: above }]")
        == ["4 spec.unknown-key"])
    #expect(
      codes("format: 1\nlayout: x\npages:\n  - articles: [{ report: a, head: middle }]")
        == ["4 spec.unknown-choice"])
  }

  @Test func aPlanOfOnePageKnowsNoJump() {
    #expect(throws: Rejection.self) {
      try PagePlanReader.read(
        "format: 1\nlayout: x\narticles: [{ report: a.txt, continues: 2 }]", file: "PLAN.yaml")
    }
  }
}
