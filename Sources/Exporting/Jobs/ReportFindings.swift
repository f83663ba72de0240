import Diagnostics
import ReportModel

/// What the numbers of a report contradict, said before it is printed (product 2.5).
enum ReportFindings {
  /// What a person should look at before a report is printed.
  ///
  /// - Parameter isFilled: whether the text is a filled template, whose lines are what its maker
  ///   settled once for all rows; nobody is asked at each of them.
  static func findings(of report: Report, isFilled: Bool = false) -> [Diagnostic] {
    report.flags.compactMap(finding) + (isFilled ? furniture(of: report) : doubts(of: report))
  }

  /// What was left out of the text, and what is understood with doubt.
  private static func doubts(of report: Report) -> [Diagnostic] {
    furniture(of: report) + standing(in: report)
  }

  /// The doubts that stand, those of a kind in one warning.
  private static func standing(in report: Report) -> [Diagnostic] {
    let doubts = report.doubts
    let roles = doubts.filter { if case .role = $0.question { true } else { false } }
    let joins = doubts.filter { if case .join = $0.question { true } else { false } }
    var found: [Diagnostic] = []
    if let first = roles.first {
      let words = roles.prefix(4).map(ReportTexts.words).joined(separator: "; ")
      let more = roles.count > 4 ? " …" : ""
      found.append(
        Diagnostic(
          .warning, "report.doubtful-role",
          Wording(
            "not sure what \(roles.count) line(s) are: \(words)\(more)",
            "有 \(roles.count) 处拿不准是什么：\(words)\(more)"),
          at: first.range, hints: [confirmHint]))
    }
    if let first = joins.first {
      let words = joins.prefix(4).map { "“\($0.text)”" }.joined(separator: "; ")
      found.append(
        Diagnostic(
          .warning, "report.doubtful-join",
          Wording(
            "lines taken for one paragraph on little evidence: \(words)",
            "把握不大的接行：\(words)"),
          at: first.range, hints: [confirmHint]))
    }
    return found
  }

  private static let confirmHint = Wording(
    "confirm with \"banxin read REPORT --confirm\", or correct the report file",
    "请用“banxin read 报告 --confirm”逐条确认，或改报告文件")

  private static func furniture(of report: Report) -> [Diagnostic] {
    // What a person has left out is known to that person.
    let leftOut = report.leftOut.filter { !$0.isConfirmed }
    guard let first = leftOut.first else { return [] }
    let lines = leftOut.flatMap(\.lines).map { String($0) }.joined(separator: ", ")
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
    case .unitJump: code = "report.unit-jump"
    case .rankingOrder: code = "report.ranking-order"
    case .unpairedMark: code = "report.unpaired-mark"
    default: return nil
    }
    return Diagnostic(
      .warning, code,
      Wording(
        "\"\(flag.text)\": \(flag.message.english)", "“\(flag.text)”：\(flag.message.chinese)"),
      at: flag.range)
  }
}
