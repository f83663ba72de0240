public import Diagnostics

/// Reads `ISSUE.yaml`, the plan of an issue of several pages.
///
/// ```yaml
/// format: 1
/// layout: newspaper-tabloid            # of the pages that name none
/// facts:  { paper: 岗山报, date: 2022-12-30 }   # on every page
/// pages:
///   - layout: newspaper-front
///     facts: { section: 要闻 }
///     articles:
///       - { report: lead.txt, importance: 3, continues: 4 }
///   - articles: [{ report: second.txt }]
/// ```
public enum IssuePlanReader {
  /// Most pages of one issue.
  public static let pageLimit = 64

  /// Reads an issue; mistakes are reported at their places and reject.
  public static func read(_ text: String, file: String) throws(Rejection) -> IssuePlan {
    try read(text, file: file, log: SpecLog())
  }

  static func read(_ text: String, file: String, log: SpecLog) throws(Rejection) -> IssuePlan {
    let root = try SpecDocument(text: text, file: file).node(reportingTo: log)
    let fields = root.fields(["format", "layout", "facts", "pages"])
    _ = fields.required("format")?.integer(in: 1...1)
    let layout = fields["layout"]?.text()
    let facts = PagePlanReader.facts(of: fields)
    let nodes = fields.required("pages")?.items() ?? []
    if nodes.isEmpty || nodes.count > pageLimit, let node = fields["pages"] {
      node.report(SpecProblems.outOfRange(node, range: "1…\(pageLimit) pages"))
    }
    let pages = nodes.prefix(pageLimit).enumerated().map { place, node in
      page(node, number: place + 1, layout: layout, facts: facts)
    }
    for page in pages {
      for article in page.plan.articles {
        guard let jump = article.jump else { continue }
        if jump <= page.number || jump > pages.count {
          log.problems.report(
            SpecProblems.jumpNowhere(
              from: page.number, to: jump, pages: pages.count, at: article.range))
        }
      }
    }
    if log.problems.hasErrors { throw Rejection(log.problems.diagnostics) }
    return IssuePlan(pages: pages)
  }

  /// A page: its own facts come before the issue's, its number is its place.
  private static func page(
    _ node: SpecNode, number: Int, layout: String?, facts: [PlanFact]
  ) -> IssuePage {
    let fields = node.fields(PagePlanReader.keys)
    let own = PagePlanReader.facts(of: fields)
    let name = fields["layout"]?.text() ?? layout
    if name == nil { _ = fields.required("layout") }
    var all = facts.filter { fact in !own.contains { $0.key == fact.key } } + own
    if !all.contains(where: { $0.key == "page" }) {
      all.append(PlanFact(key: "page", value: number < 10 ? "0\(number)" : "\(number)"))
    }
    return IssuePage(
      number: number,
      plan: PagePlanReader.page(of: fields, layout: name ?? "", facts: all, jumps: true))
  }
}
