public import Diagnostics

/// Reads `BOOK.yaml`, the plan of a book.
///
/// ```yaml
/// format: 1
/// title: 杏溪街道年鉴（2031）
/// author: 杏溪街道办事处
/// date: 2031-12-31
/// layout: yearbook
/// parts:
///   - title: 月度分析
///     documents:
///       - { report: months/01.md, layout: bulletin-a4 }
///   - title: 附件
///     documents: [{ file: plan.pdf, title: 应急预案 }]
/// index: { persons: [张三], projects: [凤凰路], numbers: true, leave-out: [高新区] }
/// ```
public enum BookPlanReader {
  /// Most documents of one book.
  public static let documentLimit = 1000

  /// Reads a plan; mistakes are reported at their places and reject.
  public static func read(_ text: String, file: String) throws(Rejection) -> BookPlan {
    try read(text, file: file, log: SpecLog())
  }

  static func read(_ text: String, file: String, log: SpecLog) throws(Rejection) -> BookPlan {
    let root = try SpecDocument(text: text, file: file).node(reportingTo: log)
    let fields = root.fields(["format", "title", "author", "date", "layout", "parts", "index"])
    _ = fields.required("format")?.integer(in: 1...1)
    let title = fields.required("title")?.text() ?? ""
    let parts = (fields.required("parts")?.items() ?? []).compactMap(part)
    let count = parts.reduce(0) { $0 + $1.documents.count }
    if !(1...documentLimit).contains(count), let node = fields["parts"] {
      node.report(SpecProblems.outOfRange(node, range: "1…\(documentLimit) documents"))
    }
    let plan = BookPlan(
      title: title, author: fields["author"]?.text() ?? "", date: fields["date"]?.text(),
      layout: fields["layout"]?.text() ?? "yearbook", parts: parts,
      index: fields["index"].map(index) ?? BookIndexPlan())
    if log.problems.hasErrors { throw Rejection(log.problems.diagnostics) }
    return plan
  }

  private static func part(_ node: SpecNode) -> BookPart? {
    let fields = node.fields(["title", "documents"])
    guard let title = fields.required("title")?.text() else { return nil }
    return BookPart(
      title: title, documents: (fields.required("documents")?.items() ?? []).compactMap(document))
  }

  private static func document(_ node: SpecNode) -> BookDocument? {
    let fields = node.fields(["report", "file", "title", "layout", "photos"])
    let title = fields["title"]?.text()
    let (layout, photos) = (fields["layout"]?.text(), fields["photos"]?.text())
    switch (fields["report"]?.text(), fields["file"]?.text()) {
    case (let report?, nil):
      return BookDocument(
        .report(report, layout: layout, photos: photos), title: title, range: node.place)
    case (nil, let file?):
      for key in ["layout", "photos"] {
        if let other = fields[key] { other.report(SpecProblems.readyFileHas(key, at: other)) }
      }
      return BookDocument(.file(file), title: title, range: node.place)
    default:
      node.report(SpecProblems.reportOrFile(at: node))
      return nil
    }
  }

  private static func index(_ node: SpecNode) -> BookIndexPlan {
    let fields = node.fields(["persons", "projects", "numbers", "leave-out"])
    let names = { (key: String) in fields[key]?.items().compactMap { $0.text() } ?? [] }
    var plan = BookIndexPlan()
    plan.persons = names("persons")
    plan.projects = names("projects")
    plan.hasNumbers = fields["numbers"]?.flag() ?? true
    plan.leftOut = names("leave-out")
    return plan
  }
}
