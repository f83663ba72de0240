import Diagnostics
import ReportModel

/// One line of a proof's list: a finding of the reading with its words on the page, or of the make-up.
struct ProofNote: Hashable {
  /// The words that it speaks of; empty for findings of the make-up.
  var text = ""
  /// The opening of the paragraph they stand in.
  var opening = ""
  /// What the list says, in Chinese, as the page is signed in Chinese.
  var message: String

  /// The flags of a report.
  static func flags(of report: Report) -> [ProofNote] {
    report.flags.map { flag in
      let isInside = report.blocks.indices.contains(flag.block)
      let opening = isInside ? String(report.blocks[flag.block].text.prefix(10)) : ""
      return ProofNote(text: flag.text, opening: opening, message: flag.message.chinese)
    }
  }

  /// What the make-up found: errors before warnings.
  static func findings(_ diagnostics: [Diagnostic]) -> [ProofNote] {
    let labels: [(Severity, String)] = [(.error, "错误"), (.warning, "警告")]
    return labels.flatMap { severity, label in
      diagnostics.filter { $0.severity == severity }.map {
        ProofNote(message: "\(label)：\($0.message.chinese)")
      }
    }
  }
}
