import Diagnostics
import ReportModel

/// What the numbers of a report contradict, said before it is printed (product 2.5).
enum ReportFindings {
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
