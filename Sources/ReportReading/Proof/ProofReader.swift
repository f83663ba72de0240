internal import Diagnostics
internal import ReportModel

/// Looks for places that a person should check (step P7). It flags and never edits.
struct ProofReader {
  private let source: SourceText
  private let passages: [Passage]
  private let report: Report

  /// Prepares a report.
  init(_ source: SourceText, _ passages: [Passage], _ report: Report) {
    self.source = source
    self.passages = passages
    self.report = report
  }

  /// The flags, in reading order.
  func flags() -> [ProofFlag] { [] }
}
