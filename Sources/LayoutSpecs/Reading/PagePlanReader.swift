public import Diagnostics

/// Reads `PLAN.yaml`, the plan of a page of several articles.
public enum PagePlanReader {
  /// Most articles of one page; more than that is a page of briefs.
  public static let articleLimit = 12

  /// Reads a plan; mistakes are reported at their places and reject.
  public static func read(_ text: String, file: String) throws(Rejection) -> PagePlan {
    let log = SpecLog()
    let root = try SpecDocument(text: text, file: file).node(reportingTo: log)
    let fields = root.fields(["format", "layout", "facts", "articles", "fixed"])
    _ = fields.required("format")?.integer(in: 1...1)
    let layout = fields.required("layout")?.text() ?? ""
    let facts = fields["facts"]?.entries().compactMap { entry in
      entry.value.text().map { PlanFact(key: entry.key, value: $0) }
    }
    let articles = fields.required("articles")?.items().compactMap(article) ?? []
    if articles.count > articleLimit, let node = fields["articles"] {
      node.report(
        SpecProblems.outOfRange(node, range: "1…\(articleLimit) articles"))
    }
    let fixed = fields["fixed"]?.items().compactMap(picture) ?? []
    if log.problems.hasErrors { throw Rejection(log.problems.diagnostics) }
    return PagePlan(layout: layout, facts: facts ?? [], articles: articles, fixed: fixed)
  }

  private static func article(_ node: SpecNode) -> PlannedArticle? {
    let fields = node.fields(["report", "importance", "photos", "pin"])
    guard let report = fields.required("report")?.text() else { return nil }
    return PlannedArticle(
      report: report, importance: fields["importance"]?.integer(in: 1...99) ?? 1,
      photos: fields["photos"]?.text(), pin: fields["pin"].flatMap(place), range: node.place)
  }

  private static func picture(_ node: SpecNode) -> FixedPicture? {
    let fields = node.fields(["image", "columns", "lines", "label"])
    guard let image = fields.required("image")?.text(), let place = place(of: fields) else {
      return nil
    }
    return FixedPicture(
      image: image, place: place, label: fields["label"]?.text() ?? "广告", range: node.place)
  }

  private static func place(_ node: SpecNode) -> GridPlace? {
    place(of: node.fields(["columns", "lines"]))
  }

  private static func place(of fields: SpecFields) -> GridPlace? {
    guard let columns = fields.required("columns")?.span(last: 24),
      let lines = fields.required("lines")?.span(last: 2000)
    else { return nil }
    return GridPlace(columns: columns, lines: lines)
  }
}
