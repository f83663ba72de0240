import Geometry
import LayoutSpecs
import PageMakeup
import ReportModel
import ReportWriting

/// An issue as the digital paper 数字报 shows it: pages with the places of their articles, and each
/// article once, wherever it goes on.
struct EpaperIssue {
  /// A rectangle of a page, in shares of its width and height.
  struct Area {
    var left, top, width, height: Double
  }

  /// A place on a page that leads to an article; to none where an advertisement stands.
  struct Place {
    var article: Int?
    var area: Area
  }

  struct Page {
    var number: Int
    /// What it is called, such as 要闻.
    var name: String
    var size: Size
    var places: [Place]
  }

  struct Article {
    var report: Report
    /// The layout of that page.
    let layout: LayoutSpec
    /// The page on which it begins.
    var page: Int
    /// Its pictures by the blocks that are their captions.
    var pictures: [Int: WrittenReport.Picture] = [:]

    /// Its headline on one line.
    var title: String {
      let words = report.headlines.joined(separator: " ")
      return words.isEmpty ? report.source : words
    }

    func text(_ role: ReportRole) -> String {
      report.blocks(role).map(\.text).joined(separator: " ")
    }
  }

  var paper: String
  var date: String
  /// 第12期.
  var issue: String
  var pages: [Page] = []
  var articles: [Article] = []

  init(_ set: SetIssue) {
    let facts = set.pages.first?.plan.facts ?? MakeupFacts()
    paper = facts.paper ?? "数字报"
    date = facts.date ?? ""
    issue = facts.issueWords ?? ""
    for (index, page) in set.pages.enumerated() {
      let first = articles.count
      let stories = page.plan.stories
      articles += stories.map { Article(report: $0.report, layout: page.plan.layout, page: index) }
      let plan = index < set.made.plans.count ? set.made.plans[index] : nil
      let places = (plan?.placed ?? []).map { placed in
        Place(
          article: article(placed, own: first, of: stories.count, on: index),
          area: Self.area(placed, page.plan.layout))
      }
      pages.append(
        Page(
          number: page.number, name: page.plan.facts.section ?? "",
          size: page.plan.layout.trim, places: places))
    }
  }

  /// What stands at a place: a story of the page, or one that began on an earlier page and bears the
  /// same headline.
  private func article(
    _ placed: PlanReport.Placed, own first: Int, of count: Int, on page: Int
  ) -> Int? {
    if placed.article < count { return first + placed.article }
    return articles[..<first].lastIndex { $0.report.headlines.first == placed.name }
  }

  private static func area(_ placed: PlanReport.Placed, _ layout: LayoutSpec) -> Area {
    let rect = layout.grid.rect(columns: placed.columns, lines: placed.lines)
    return Area(
      left: rect.left / layout.trim.width, top: rect.top / layout.trim.height,
      width: rect.size.width / layout.trim.width, height: rect.size.height / layout.trim.height)
  }

  /// The articles of a page in reading order.
  func articles(onPage page: Int) -> [Int] {
    articles.indices.filter { articles[$0].page == page }
  }
}
