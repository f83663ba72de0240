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
  func flags() -> [ProofFlag] {
    var result: [ProofFlag] = []
    for passage in passages where passage.role.isText {
      let text = passage.paragraph.text
      guard text.count <= ReadingLimits.searchedParagraph else { continue }
      let finds =
        Complements.missing(in: text) + Separators.missing(in: text) + NameForms.pairs(in: text)
        + RangeHyphens.all(in: text) + ListCounts.mismatches(in: text)
        + PercentChecks.mismatches(in: text) + FigureChecks.all(in: text)
        + MarkChecks.all(in: text)
      result += finds.map { flag($0, passage) }
    }
    result += DocumentChecks.flags(report)
    return result.enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }.map(\.element)
  }

  private func flag(_ find: ProofFind, _ passage: Passage) -> ProofFlag {
    ProofFlag(
      kind: find.kind, text: find.words ?? passage.paragraph.text[find.range].string,
      message: find.message, block: passage.block,
      range: passage.paragraph.range(find.range, in: source))
  }
}

/// A place found by one check, in one paragraph.
struct ProofFind {
  /// What was noticed.
  var kind: ProofFlag.Kind
  /// Where, in the paragraph.
  var range: Range<Int>
  /// The words to show, when they are not those of the range.
  var words: String?
  /// What to ask the author.
  var message: Wording
}
