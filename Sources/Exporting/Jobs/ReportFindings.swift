import Diagnostics
import ReportModel

/// What the numbers of a report contradict, said before it is printed (product 2.5).
enum ReportFindings {
  /// What a person should look at before a report is printed.
  static func findings(of report: Report) -> [Diagnostic] {
    report.flags.compactMap(finding) + doubts(of: report)
  }

  /// What was left out of the text, and what is understood with doubt.
  static func doubts(of report: Report) -> [Diagnostic] {
    guard let first = report.leftOut.first else { return [] }
    let lines = report.leftOut.flatMap(\.lines).map { String($0) }.joined(separator: ", ")
    return [
      Diagnostic(
        .warning, "report.furniture",
        Wording(
          "left out, as a web page's own: lines \(lines), from \"\(first.text.prefix(16))\" on",
          "未排网页或电子报的附带文字：第 \(lines) 行，自“\(first.text.prefix(16))”起"),
        at: first.range,
        hints: [
          Wording(
            "to print a line, give it another role in the report file",
            "如需排印，请在报告文件中改该行的 role")
        ])
    ]
  }

  /// A flag as a warning; nil for those that only an editor's eye decides.
  static func finding(_ flag: ProofFlag) -> Diagnostic? {
    let code: Code
    switch flag.kind {
    case .sumMismatch: code = "report.sum-mismatch"
    case .percentMismatch: code = "report.percent-mismatch"
    case .rankBeyondScope: code = "report.rank-beyond-scope"
    case .countMismatch: code = "report.count-mismatch"
    default: return nil
    }
    return Diagnostic(
      .warning, code,
      Wording(
        "\"\(flag.text)\": \(flag.message.english)", "“\(flag.text)”：\(flag.message.chinese)"),
      at: flag.range)
  }
}
