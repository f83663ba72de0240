import Diagnostics
import Geometry
import LayoutSpecs
import ReportReading
internal import Yams

/// One change of a plan: of a page, or of an issue, whose articles are counted through all its pages.
package enum DeskPlanEdit: Codable, Hashable, Sendable {
  /// A key of an article, its value as YAML; empty takes it away. Articles count from 0.
  case article(Int, key: String, value: String)
  case fact(key: String, value: String)
  case layout(String)
  /// A further article at the end of a page, counted from 0.
  case add(report: String, photos: String, page: Int)
  /// Takes an article off its page; the last one stays.
  case remove(article: Int)
  /// Puts an article so many places further on its page.
  case move(article: Int, by: Int)
  /// The boxes that may fill a hole of a page: a list as YAML.
  case fillers(page: Int, value: String)
}

/// A plan as a browser shows it.
package struct DeskPlan: Codable, Sendable {
  package struct Article: Codable, Sendable {
    /// The report's path from the folder that everything is relative to.
    package var path: String
    var report: String
    /// The page, from 0.
    var page: Int
    var importance: Int
    var head: String
    var box: String
    var isTinted: Bool
    /// Into how many columns the text is set; nil leaves it to the page.
    var textColumns: Int?
    var headline: [String]
    /// `columns 5-6, lines 1-40`, or empty.
    var pin: [Int]
    var panel: String
    /// The later page on which it may go on.
    var jump: Int?
    /// Folder of its pictures, relative to the plan.
    var photos: String?
    /// Its pictures one by one, where the plan names them so.
    var pictures: [Photo]
  }

  /// A picture as the plan asks for it.
  package struct Photo: Codable, Sendable {
    var file: String
    var caption: String?
    var credit: String?
    var columns: Int?
    var place: String?
    var focus: String?
  }

  package struct Filler: Codable, Sendable {
    var title: String
    var lines: [String]
    var rows: [Int]
    var label: String
  }

  package struct Page: Codable, Sendable {
    var layout: String
    var fillers: [Filler]
  }

  package var path: String
  package var layout: String
  package var facts: [String: String]
  package var isIssue: Bool
  package var pages: [Page]
  package var articles: [Article]

  /// Reads a plan of a page or of an issue.
  init(_ text: String, path: String) throws(Rejection) {
    self.path = path
    let folder = AtomicFile.folder(of: path)
    isIssue = PlanKind(of: Array(text.utf8), named: path) == .issue
    let plans: [PagePlan]
    if isIssue {
      plans = try IssuePlanReader.read(text, file: path).pages.map(\.plan)
    } else {
      plans = [try PagePlanReader.read(text, file: path)]
    }
    layout = plans.first?.layout ?? ""
    // What stands on every page is the issue's; a page's number is not.
    let common = (plans.first?.facts ?? []).filter { fact in
      plans.allSatisfy { $0.facts.contains(fact) }
    }
    facts = Dictionary(common.map { ($0.key, $0.value) }) { $1 }
    pages = plans.map { plan in
      Page(
        layout: plan.layout,
        fillers: plan.fillers.map {
          Filler(
            title: $0.title, lines: $0.lines, rows: [$0.rows.lowerBound, $0.rows.upperBound],
            label: $0.label)
        })
    }
    articles = plans.enumerated().flatMap { page, plan in
      plan.articles.map { Article($0, page: page, folder: folder) }
    }
  }

  /// The text of a plan with changes made; what is no plan afterwards is a rejection.
  static func text(
    _ text: String, file: String, changed edits: [DeskPlanEdit]
  ) throws(Rejection) -> String {
    _ = try DeskPlan(text, path: file)
    var changed = text
    do {
      guard var root = try Yams.compose(yaml: text) else { return text }
      for edit in edits { try PlanNodes.make(edit, in: &root) }
      changed = try Yams.serialize(node: root, width: -1, allowUnicode: true)
    } catch let rejection as Rejection {
      throw rejection
    } catch {
      throw Rejection(DeskProblems.noSuchValue(file))
    }
    _ = try DeskPlan(changed, path: file)
    return changed
  }
}

extension DeskPlan.Article {
  fileprivate init(_ article: PlannedArticle, page: Int, folder: String) {
    let dress = article.dress
    panel =
      switch dress.panel {
      case .off: "false"
      case .automatic: "true"
      case .chosen(let numbers): "[" + numbers.map(String.init).joined(separator: ", ") + "]"
      }
    path =
      folder == "." || article.report.hasPrefix("/")
      ? article.report : "\(folder)/\(article.report)"
    report = article.report
    self.page = page
    importance = article.importance
    head = dress.head.rawValue
    box = dress.box?.rawValue ?? ""
    isTinted = dress.isTinted
    textColumns = dress.textColumns
    headline = dress.headlineLines
    pin =
      article.pin.map {
        [$0.columns.lowerBound, $0.columns.upperBound, $0.lines.lowerBound, $0.lines.upperBound]
      } ?? []
    jump = article.jump
    photos = article.photos
    pictures = article.pictures.map {
      DeskPlan.Photo(
        file: $0.file, caption: $0.caption, credit: $0.credit, columns: $0.columns,
        place: $0.place?.rawValue, focus: $0.focus?.description)
    }
  }
}

/// The nodes of a plan's file, where its articles are.
private enum PlanNodes {
  static func make(_ edit: DeskPlanEdit, in root: inout Node) throws {
    switch edit {
    case .article(let number, let key, let value):
      let (page, place) = try spot(of: number, in: root)
      guard var articles = articles(of: page, in: root),
        var article = articles[place].mapping
      else { throw Rejection(DeskProblems.noSuchBlock(number)) }
      article[Node(key)] = try node(of: value)
      articles[place] = .mapping(article)
      set("articles", to: .sequence(articles), of: page, in: &root)
    case .fact(let key, let value):
      var facts = root["facts"]?.mapping ?? Node.Mapping([])
      facts[Node(key)] = value.isEmpty ? nil : quoted(value)
      root["facts"] = .mapping(facts)
    case .layout(let name): root["layout"] = Node(name)
    case .add(let report, let photos, let page):
      guard var articles = articles(of: page, in: root) else {
        throw Rejection(DeskProblems.noSuchBlock(page))
      }
      var article: [(Node, Node)] = [(Node("report"), quoted(report))]
      if !photos.isEmpty { article.append((Node("photos"), quoted(photos))) }
      articles.append(.mapping(Node.Mapping(article)))
      set("articles", to: .sequence(articles), of: page, in: &root)
    case .remove(let number): try take(number, in: &root) { $0.remove(at: $1) }
    case .move(let number, let by):
      try take(number, in: &root) { articles, place in
        let node = articles.remove(at: place)
        articles.insert(node, at: min(max(0, place + by), articles.count))
      }
    case .fillers(let page, let value):
      guard articles(of: page, in: root) != nil else {
        throw Rejection(DeskProblems.noSuchBlock(page))
      }
      set("fillers", to: try node(of: value), of: page, in: &root)
    }
  }

  /// A value as it is written into a file: none for empty, keys without marks.
  private static func node(of value: String) throws -> Node? {
    try value.isEmpty ? nil : Yams.compose(yaml: value).map(plainKeys)
  }

  private static func plainKeys(_ node: Node) -> Node {
    switch node {
    case .mapping(let mapping):
      .mapping(
        Node.Mapping(
          mapping.map { (Node($0.key.string ?? ""), plainKeys($0.value)) }, mapping.tag,
          mapping.style))
    case .sequence(let nodes):
      .sequence(Node.Sequence(nodes.map(plainKeys), nodes.tag, nodes.style))
    default: node
    }
  }

  private static func quoted(_ text: String) -> Node { Node(text, Tag(.str), .doubleQuoted) }

  private static func take(
    _ number: Int, in root: inout Node, _ change: (inout Node.Sequence, Int) -> Void
  ) throws {
    let (page, place) = try spot(of: number, in: root)
    guard var articles = articles(of: page, in: root) else { return }
    change(&articles, place)
    set("articles", to: .sequence(articles), of: page, in: &root)
  }

  /// The articles of a page; a plan of one page has them itself.
  private static func articles(of page: Int, in root: Node) -> Node.Sequence? {
    guard let pages = root["pages"]?.sequence else {
      return page == 0 ? root["articles"]?.sequence : nil
    }
    return pages.indices.contains(page) ? pages[page]["articles"]?.sequence : nil
  }

  private static func set(_ key: String, to value: Node?, of page: Int, in root: inout Node) {
    guard var pages = root["pages"]?.sequence else {
      set(key, to: value, of: &root)
      return
    }
    var node = pages[page]
    set(key, to: value, of: &node)
    pages[page] = node
    root["pages"] = .sequence(pages)
  }

  private static func set(_ key: String, to value: Node?, of node: inout Node) {
    guard var mapping = node.mapping else { return }
    mapping[Node(key)] = value
    node = .mapping(mapping)
  }

  /// The page of an article and its place there.
  private static func spot(of number: Int, in root: Node) throws -> (page: Int, place: Int) {
    var rest = number
    for page in 0..<(root["pages"]?.sequence?.count ?? 1) {
      let count = articles(of: page, in: root)?.count ?? 0
      if rest >= 0, rest < count { return (page, rest) }
      rest -= count
    }
    throw Rejection(DeskProblems.noSuchBlock(number))
  }
}
