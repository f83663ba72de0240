import Notations

/// The charts of a bulletin, as the chart presets of Banxin in JSON.
struct CaseCharts {
  /// A chart and its words.
  struct Chart {
    var text: String
    var caption: String
  }

  private let cases: [CaseRecord]
  private let period: CasePeriod

  /// Fewest and most marks of a ranking.
  private static let marks = 3...12

  init(_ cases: [CaseRecord], period: CasePeriod) {
    self.cases = cases
    self.period = period
  }

  /// Intake day by day; nil for a single day.
  var course: Chart? {
    guard period.kind != .daily, !cases.isEmpty else { return nil }
    var counts: [Int: Int] = [:]
    for one in cases { counts[one.received.number, default: 0] += 1 }
    let values = (period.first.number...period.last.number).map { number -> (String, Int) in
      let day = CaseDay(number: number)
      let name = period.kind == .monthly ? "\(day.day)日" : "\(day.month)月\(day.day)日"
      return (name, counts[number] ?? 0)
    }
    return Chart(
      text: Self.preset("trend", "日期", "受理量", values),
      caption: "\(period.chinese)逐日受理量（件）")
  }

  /// Groups in their order; nil where there are too few to compare or too many to see.
  func ranking(of groups: [CaseStatistics.Group]) -> Chart? {
    guard period.kind != .daily, Self.marks.contains(groups.count) else { return nil }
    return Chart(
      text: Self.preset("ranking", "类别", "件数", groups.map { ($0.name, $0.count) }),
      caption: "各类诉求件数（件）")
  }

  private static func preset(
    _ name: String, _ x: String, _ y: String, _ values: [(String, Int)]
  ) -> String {
    let data = values.map { "{\"\(x)\":\(JSONText.quoted($0.0)),\"\(y)\":\($0.1)}" }
    return "{\"preset\":\"\(name)\",\"x\":\"\(x)\",\"y\":\"\(y)\",\"unit\":\"件\","
      + "\"data\":{\"values\":[\(data.joined(separator: ","))]}}"
  }
}
