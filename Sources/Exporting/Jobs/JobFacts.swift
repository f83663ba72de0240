import Diagnostics
import LayoutSpecs
import PageMakeup
import ReportModel

/// Facts of a job from front matter and `--set`, and the layout values among the settings.
struct JobFacts {
  var facts = MakeupFacts()
  var layoutSettings: [(path: String, value: String)] = []

  static let keys = ["paper", "section", "page", "date", "issue"]

  init(report: Report, settings: [ExportJob.Setting]) throws(Rejection) {
    for key in Self.keys {
      if let value = report.metadata(key) { set(key, value) }
    }
    for setting in settings {
      if Self.keys.contains(setting.key) {
        set(setting.key, setting.value)
      } else if setting.key.contains(".") {
        layoutSettings.append((setting.key, setting.value))
      } else {
        throw Rejection(FileProblems.unknownSetting(setting.key, facts: Self.keys))
      }
    }
  }

  /// The facts of a plan; an unknown key is a rejection.
  static func facts(of plan: PagePlan) throws(Rejection) -> MakeupFacts {
    var facts = JobFacts()
    for fact in plan.facts {
      guard keys.contains(fact.key) else {
        throw Rejection(FileProblems.unknownSetting(fact.key, facts: keys))
      }
      facts.set(fact.key, fact.value)
    }
    return facts.facts
  }

  private init() {}

  /// An empty value takes a fact away.
  private mutating func set(_ key: String, _ value: String) {
    let value = value.isEmpty ? nil : value
    switch key {
    case "paper": facts.paper = value
    case "section": facts.section = value
    case "page": facts.page = value
    case "date": facts.date = value
    default: facts.issue = value
    }
  }
}
