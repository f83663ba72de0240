internal import Diagnostics
internal import ReportModel

/// Checks a report once more that an editor may have changed: what its numbers say now.
enum EditedChecks {
  /// What is found out anew; a flag of these kinds that no longer holds is dropped.
  private static let kinds: Set<ProofFlag.Kind> = [
    .sumMismatch, .percentMismatch, .rankBeyondScope, .countMismatch, .mixedDigits, .headlineEcho,
    .unitJump, .twoValues, .rankingOrder, .straightQuotes, .halfWidthMark, .unpairedMark,
    .doubledMark,
  ]

  /// The flags of the file that still hold, then those that are new.
  static func flags(of report: Report) -> [ProofFlag] {
    let found = DocumentChecks.flags(report) + prose(report)
    func isSame(_ a: ProofFlag, _ b: ProofFlag) -> Bool {
      a.kind == b.kind && a.text == b.text && a.block == b.block
    }
    let kept = report.flags.filter { flag in
      !kinds.contains(flag.kind) || found.contains { isSame($0, flag) }
    }
    return kept + found.filter { flag in !kept.contains { isSame($0, flag) } }
  }

  private static func prose(_ report: Report) -> [ProofFlag] {
    report.blocks.enumerated().flatMap { place, block -> [ProofFlag] in
      let text = Scalars(block.text)
      guard block.role.isText, text.count <= ReadingLimits.searchedParagraph else { return [] }
      let finds =
        ListCounts.mismatches(in: text) + PercentChecks.mismatches(in: text)
        + FigureChecks.all(in: text) + MarkChecks.all(in: text)
      return finds.map {
        ProofFlag(
          kind: $0.kind, text: $0.words ?? text[$0.range].string, message: $0.message,
          block: place, range: block.range)
      }
    }
  }
}
