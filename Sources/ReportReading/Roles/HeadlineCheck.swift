internal import Diagnostics
internal import ReportModel

/// No page is set without a headline unnoticed.
enum HeadlineCheck {
  /// Warns of a report with running text and no title over it; a bulletin is named by its masthead,
  /// and a table alone needs none.
  static func check(_ report: Report, into problems: inout Problems) {
    guard let text = report.blocks.first(where: { $0.role.isText }),
      !report.blocks.contains(where: { $0.role == .headline || $0.role == .masthead })
    else { return }
    problems.report(ReadingProblems.noHeadline(text.range))
  }
}
