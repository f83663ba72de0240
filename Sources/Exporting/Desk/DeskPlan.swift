import Diagnostics
import LayoutSpecs
import ReportReading
internal import Yams

/// One change of a page plan.
package enum DeskPlanEdit: Codable, Hashable, Sendable {
  /// A key of an article, its value as YAML; empty takes it away. Articles count from 0.
  case article(Int, key: String, value: String)
  case fact(key: String, value: String)
  case layout(String)
}

/// A plan as a browser shows it.
package struct DeskPlan: Codable, Sendable {
  package struct Article: Codable, Sendable {
    /// The report's path from the folder that everything is relative to.
    package var path: String
    var report: String
    var importance: Int
    var head: String
    var box: String
    var headline: [String]
    /// `columns 5-6, lines 1-40`, or empty.
    var pin: [Int]
    var panel: String
  }

  package var path: String
  package var layout: String
  package var facts: [String: String]
  package var articles: [Article]

  init(_ plan: PagePlan, path: String) {
    self.path = path
    layout = plan.layout
    facts = Dictionary(plan.facts.map { ($0.key, $0.value) }) { $1 }
    let folder = AtomicFile.folder(of: path)
    articles = plan.articles.map { article in
      let dress = article.dress
      let panel: String =
        switch dress.panel {
        case .off: "false"
        case .automatic: "true"
        case .chosen(let numbers): "[" + numbers.map(String.init).joined(separator: ", ") + "]"
        }
      return Article(
        path: folder == "." || article.report.hasPrefix("/")
          ? article.report : "\(folder)/\(article.report)",
        report: article.report, importance: article.importance, head: dress.head.rawValue,
        box: dress.box?.rawValue ?? "", headline: dress.headlineLines,
        pin: article.pin.map {
          [
            $0.columns.lowerBound, $0.columns.upperBound, $0.lines.lowerBound,
            $0.lines.upperBound,
          ]
        } ?? [], panel: panel)
    }
  }

  /// The text of a plan with changes made; what is no plan afterwards is a rejection.
  static func text(
    _ text: String, file: String, changed edits: [DeskPlanEdit]
  ) throws(Rejection) -> String {
    _ = try PagePlanReader.read(text, file: file)
    var changed = text
    do {
      guard var root = try Yams.compose(yaml: text) else { return text }
      for edit in edits {
        switch edit {
        case .article(let number, let key, let value):
          guard var articles = root["articles"]?.sequence, articles.indices.contains(number),
            var article = articles[number].mapping
          else { throw Rejection(DeskProblems.noSuchBlock(number)) }
          article[Node(key)] = value.isEmpty ? nil : try Yams.compose(yaml: value)
          articles[number] = .mapping(article)
          root["articles"] = .sequence(articles)
        case .fact(let key, let value):
          var facts = root["facts"]?.mapping ?? Node.Mapping([])
          facts[Node(key)] = value.isEmpty ? nil : Node(value, Tag(.str), .doubleQuoted)
          root["facts"] = .mapping(facts)
        case .layout(let name): root["layout"] = Node(name)
        }
      }
      changed = try Yams.serialize(node: root, width: -1, allowUnicode: true)
    } catch let rejection as Rejection {
      throw rejection
    } catch {
      throw Rejection(DeskProblems.noSuchValue(file))
    }
    _ = try PagePlanReader.read(changed, file: file)
    return changed
  }
}
