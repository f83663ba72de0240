import CodeEncoding
import Diagnostics
import LayoutSpecs
import Notations
import PageMakeup
import ReportModel

/// Facts of a job from front matter and `--set`, and the layout values among the settings.
struct JobFacts {
  var facts = MakeupFacts()
  var layoutSettings: [(path: String, value: String)] = []

  static let keys = FactKey.allCases.map(\.rawValue)

  /// Keys of a text's front matter that others than the facts use.
  static let readingKeys = [
    "layout", "photos", "variant", "headline", "kicker", "deck", "byline", "title", "author",
    "tags", "panel",
    "table",
  ]

  init(
    report: Report, settings: [ExportJob.Setting], into problems: inout Problems
  ) throws(Rejection) {
    // What is indented under a key, as under `table:`, is that key's.
    let outer = report.metadata.map(\.range.start.column).min() ?? 1
    for entry in report.metadata where entry.range.start.column <= outer {
      if let key = FactKey(rawValue: entry.key) { facts[key] = entry.value }
    }
    let known = Self.keys + Self.readingKeys
    for entry in report.metadata where !known.contains(entry.key) {
      guard let near = NearestWord.to(entry.key, among: known) else { continue }
      problems.report(FileProblems.misspeltFact(entry, near: near))
    }
    try add(settings)
    try encode()
  }

  /// The facts of a plan, then those of its settings; an unknown key is a rejection.
  init(plan: PagePlan, settings: [ExportJob.Setting] = []) throws(Rejection) {
    for fact in plan.facts {
      guard let key = FactKey(rawValue: fact.key) else {
        throw Rejection(FileProblems.unknownSetting(fact.key, facts: Self.keys))
      }
      facts[key] = fact.value
    }
    try add(settings)
    try encode()
  }

  private mutating func add(_ settings: [ExportJob.Setting]) throws(Rejection) {
    for setting in settings {
      if let key = FactKey(rawValue: setting.key) {
        facts[key] = setting.value
      } else if Self.isForTables(setting.key) {
        continue
      } else if setting.key.contains(".") {
        layoutSettings.append((setting.key, setting.value))
      } else {
        throw Rejection(FileProblems.unknownSetting(setting.key, facts: Self.keys))
      }
    }
  }

  /// Whether a setting asks for another arrangement of tables, as `table.sort`.
  static func isForTables(_ key: String) -> Bool {
    key.hasPrefix("table.") || key.hasPrefix("表格.")
  }

  /// The modules of the fact `code`, in the kind of `code-kind`; bars say under them what they hold.
  private mutating func encode() throws(Rejection) {
    guard let text = facts[.code] else { return }
    let kind = facts[.codeKind].map { CodeKind(rawValue: $0.lowercased()) } ?? .qr
    guard let kind else { throw Rejection(FileProblems.unknownCodeKind(facts[.codeKind] ?? "")) }
    let matrix = try CodeEncoder.matrix(for: text, as: kind)
    facts.matrix = CodeMatrix(
      columns: matrix.columns, rows: matrix.rows, modules: matrix.modules)
    if matrix.rows == 1, facts[.codeCaption] == nil { facts[.codeCaption] = text }
  }
}
