import Diagnostics
import ReportModel
import Testing

@testable import ReportReading

@Suite struct PercentTests {
  @Test(arguments: [
    "共受理民生诉求187件，比前一日增加23件，环比上升14.0%。", "受理187件，较前一日增加23件，上升14%。",
    "应办结203件，按期办结196件，按期办结率96.6%。", "共受理1286件，首次诉求1121件，重复诉求165件，重复率12.8%。",
    "首次诉求1121件，重复诉求165件，重复率12.8%。", "共受理210件，其中重复诉求186件，占88.6%。",
    "平均办理时长由前一日的31.5小时缩短至27.4小时，缩短13.0%。", "收入由57.9亿元增长到60.2亿元，增长4.0%。",
    "本月受理5418件，上月5730件，环比下降5.4%。", "近200件，比上月增加30件，增长50%。", "办结率96.6%，提高0.8个百分点。",
    "全年受理5418件，比上年减少312件，下降5.4%；满意率94.6%。", "入户1000户，签约312户，签约率31.1%。",
  ])
  func rightPercentagesAreLeftAlone(_ text: String) {
    #expect(PercentChecks.mismatches(in: Scalars(text)).map(\.message.chinese) == [])
  }

  @Test(arguments: [
    ("共受理民生诉求187件，比前一日增加23件，环比上升15.0%。", "14.0"),
    ("应办结203件，按期办结196件，按期办结率98.6%。", "96.6"),
    ("共受理210件，其中重复诉求186件，占86.6%。", "88.6"), ("平均办理时长由前一日的31.5小时缩短至27.4小时，缩短15.0%。", "13.0"),
    ("本月受理5418件，上月5730件，环比下降6.4%。", "5.4"),
    ("受理5418件，比上年减少312件，下降5.8%。", "5.4"),
  ])
  func wrongOnesAreFlaggedWithTheRightOne(_ text: String, _ right: String) {
    let finds = PercentChecks.mismatches(in: Scalars(text))
    #expect(finds.map(\.kind) == [.percentMismatch])
    #expect(finds.first?.message.chinese == "按文中数字计算应为\(right)%")
  }

  @Test func differencesOfATableAreRecomputed() throws {
    let text =
      "# 表\n\n| 来源 | 本月（件） | 上月（件） | 增减 |\n|---|---|---|---|\n| 热线 | 2763 | 3012 | -249 |\n"
      + "| 窗口 | 503 | 567 | -46 |\n"
    var problems = Problems()
    let report = try ReportReading.read(
      bytes: Array(text.utf8), name: "a.md", into: &problems)
    #expect(report.flags.filter { $0.kind == .sumMismatch }.map(\.text) == ["窗口 -46"])
  }

  /// A report file that an editor changed is checked anew: what was mended is no longer flagged.
  @Test func editedReportsAreCheckedAgain() throws {
    let wrong = "# 通报\n\n应办结203件，按期办结196件，按期办结率98.6%，请各单位继续抓好办理工作。\n"
    var problems = Problems()
    let report = try ReportReading.read(bytes: Array(wrong.utf8), name: "a.md", into: &problems)
    #expect(report.flags.map(\.kind) == [.percentMismatch])
    let yaml = ReportYAML.write(report)
    func flags(_ text: String) throws -> [ProofFlag] {
      try ReportReading.read(bytes: Array(text.utf8), name: "a.yaml", into: &problems).flags
    }
    #expect(try flags(yaml) == report.flags)
    #expect(try flags(yaml.split(separator: "98.6%").joined(separator: "96.6%")) == [])
    let worse = yaml.split(separator: "98.6%").joined(separator: "90.6%")
    #expect(try flags(worse).map(\.kind) == [.percentMismatch])
  }
}
