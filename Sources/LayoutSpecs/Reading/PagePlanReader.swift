public import Diagnostics
internal import Geometry

/// Reads `PLAN.yaml`, the plan of a page of several articles.
public enum PagePlanReader {
  /// Most articles of one page; more than that is a page of briefs.
  public static let articleLimit = 12

  /// Reads a plan; mistakes are reported at their places and reject.
  public static func read(_ text: String, file: String) throws(Rejection) -> PagePlan {
    try read(text, file: file, log: SpecLog())
  }

  static func read(_ text: String, file: String, log: SpecLog) throws(Rejection) -> PagePlan {
    let root = try SpecDocument(text: text, file: file).node(reportingTo: log)
    let fields = root.fields(["format"] + keys)
    _ = fields.required("format")?.integer(in: 1...1)
    let layout = fields.required("layout")?.text() ?? ""
    let plan = page(of: fields, layout: layout, facts: facts(of: fields), jumps: false)
    if log.problems.hasErrors { throw Rejection(log.problems.diagnostics) }
    return plan
  }

  /// What a page of a plan and of an issue have in common.
  static let keys = ["layout", "facts", "articles", "fixed", "fillers"]

  static func facts(of fields: SpecFields) -> [PlanFact] {
    fields["facts"]?.entries().compactMap { entry in
      entry.value.text().map { PlanFact(key: entry.key, value: $0) }
    } ?? []
  }

  /// The articles and pictures of a page; with `jumps` its articles may go on to a later page.
  static func page(
    of fields: SpecFields, layout: String, facts: [PlanFact], jumps: Bool
  ) -> PagePlan {
    let articles =
      fields.required("articles")?.items().compactMap { article($0, jumps: jumps) } ?? []
    if articles.count > articleLimit, let node = fields["articles"] {
      node.report(
        SpecProblems.outOfRange(node, range: "1…\(articleLimit) articles"))
    }
    let fixed = fields["fixed"]?.items().compactMap(picture) ?? []
    // A page may be an advertisement, but not nothing.
    if articles.isEmpty, fixed.isEmpty, let node = fields["articles"], node.items().isEmpty {
      node.report(SpecProblems.outOfRange(node, range: "1…\(articleLimit) articles"))
    }
    return PagePlan(
      layout: layout, facts: facts, articles: articles, fixed: fixed,
      fillers: fields["fillers"]?.items().compactMap(FillerReader.read) ?? [])
  }

  private static func article(_ node: SpecNode, jumps: Bool) -> PlannedArticle? {
    let keys = ["report", "importance", "photos", "pin", "table"] + dressKeys
    let fields = node.fields(jumps ? keys + ["continues"] : keys)
    guard let report = fields.required("report")?.text() else { return nil }
    let photos = fields["photos"]
    return PlannedArticle(
      report: report, importance: fields["importance"]?.integer(in: 1...99) ?? 1,
      photos: photos?.isList == true ? nil : photos?.text(),
      pictures: photos?.isList == true ? photos?.items().compactMap(photo) ?? [] : [],
      pin: fields["pin"].flatMap(place),
      jump: jumps ? fields["continues"]?.integer(in: 2...IssuePlanReader.pageLimit) : nil,
      dress: dress(of: fields), tables: fields["table"].map(TableWishReader.read) ?? [],
      range: node.place)
  }

  private static func photo(_ node: SpecNode) -> PlannedPhoto? {
    let fields = node.fields(["file", "caption", "credit", "columns", "place", "focus"])
    guard let file = fields.required("file")?.text() else { return nil }
    var photo = PlannedPhoto(file: file, range: node.place)
    photo.caption = fields["caption"]?.text()
    photo.credit = fields["credit"]?.text()
    photo.columns = fields["columns"]?.integer(in: 1...24)
    photo.place = fields["place"]?.choice(ObjectPlace.self)
    if let focus = fields["focus"], let text = focus.text() {
      photo.focus = FocusPoint(text)
      if photo.focus == nil {
        focus.report(
          SpecProblems.wrongType(focus, wanted: ("a point such as 30x60", "形如 30x60 的点")))
      }
    }
    return photo
  }

  private static let dressKeys = [
    "head", "pictures", "quote", "quote-by", "box", "tint", "text-columns",
    "ornament", "headline", "panel", "writing",
  ]

  /// What a story in vertical lines has no place for.
  private static let acrossKeys = [
    "head", "pictures", "quote", "quote-by", "box", "tint", "text-columns", "ornament", "headline",
    "panel", "photos", "continues",
  ]

  private static func dress(of fields: SpecFields) -> ArticleDress {
    var dress = ArticleDress(
      head: fields["head"]?.choice(ArticleDress.Head.self) ?? .above,
      pictures: fields["pictures"]?.choice(ArticleDress.Pictures.self) ?? .automatic,
      quote: fields["quote"]?.text(), quoteSource: fields["quote-by"]?.text() ?? "",
      box: fields["box"]?.choice(ArticleDress.Box.self),
      isTinted: fields["tint"]?.flag() ?? false,
      textColumns: fields["text-columns"]?.integer(in: 1...24),
      ornament: fields["ornament"]?.choice(ArticleDress.Ornament.self),
      panel: fields["panel"].map(panel) ?? .off)
    if let node = fields["writing"] {
      dress.writing = node.choice(ArticleDress.Writing.self) ?? .horizontal
      for key in acrossKeys where dress.writing == .vertical {
        if let other = fields[key] { other.report(SpecProblems.notInVertical(key, at: other)) }
      }
    }
    if let node = fields["headline"] {
      dress.headlineLines =
        node.isList
        ? node.items().compactMap { $0.text() }
        : (node.text() ?? "").split(separator: "/").map { $0.trimmingSpaces() }
    }
    return dress
  }

  /// `true`, `false`, or the places of the figures: `[3, 1, 7]`.
  private static func panel(_ node: SpecNode) -> ArticleDress.Panel {
    guard node.isList else { return node.flag() == true ? .automatic : .off }
    return .chosen(node.items().compactMap { $0.integer(in: 1...9999) })
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
