package import Diagnostics
import ReportModel

/// A finding as a browser or program shows it.
package struct DeskFinding: Codable, Hashable, Sendable {
  /// `note`, `warning` or `error`.
  package var severity: String
  package var code: String
  package var message: String
  package var messageZh: String
  /// File, line and column.
  package var place: String?
  /// What to do, in Chinese.
  package var hintsZh: [String]
  /// What to do, in English.
  package var hints: [String]
  /// The block of the report that it speaks of, and the story of the plan.
  package var block: Int?
  package var story: Int?

  /// Takes a finding over.
  package init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    code = diagnostic.code.rawValue
    message = diagnostic.message.english
    messageZh = diagnostic.message.chinese
    place = diagnostic.range?.description
    hints = diagnostic.hints.map(\.english)
    hintsZh = diagnostic.hints.map(\.chinese)
  }

  /// Takes findings over, those that stand in a report with their block.
  static func list(_ diagnostics: [Diagnostic], of reports: [Report]) -> [DeskFinding] {
    diagnostics.map { diagnostic in
      var finding = DeskFinding(diagnostic)
      guard let range = diagnostic.range else { return finding }
      for (story, report) in reports.enumerated() where report.source == range.file {
        let line = range.start.line
        finding.story = story
        finding.block = report.blocks.firstIndex {
          $0.range.start.line <= line && line <= max($0.range.end.line, $0.lines.last ?? 0)
        }
        break
      }
      return finding
    }
  }
}
