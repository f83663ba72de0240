import Diagnostics
import PageMakeup
import ReportModel

/// Facts of a job from front matter and `--set`, and the layout values among the settings.
struct JobFacts {
  var facts = MakeupFacts()
  var layoutSettings: [(path: String, value: String)] = []

  static let keys = FactKey.allCases.map(\.rawValue)

  init(report: Report, settings: [ExportJob.Setting]) throws(Rejection) {
    for key in FactKey.allCases {
      if let value = report.metadata(key.rawValue) { facts[key] = value }
    }
    for setting in settings {
      if let key = FactKey(rawValue: setting.key) {
        facts[key] = setting.value
      } else if setting.key.contains(".") {
        layoutSettings.append((setting.key, setting.value))
      } else {
        throw Rejection(FileProblems.unknownSetting(setting.key, facts: Self.keys))
      }
    }
  }
}
