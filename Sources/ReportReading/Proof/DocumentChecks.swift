internal import Diagnostics
internal import ReportModel

/// Checks that need the whole report: tables, ranks, digits, the headline's echo.
enum DocumentChecks {
  /// The flags, in no order.
  static func flags(_ report: Report) -> [ProofFlag] {
    TableProof.flags(report) + ranks(report) + mixedDigits(report) + echo(report)
      + ValueChecks.flags(report)
  }

  /// A place in a ranking beyond its size.
  private static func ranks(_ report: Report) -> [ProofFlag] {
    report.indicators.compactMap { indicator in
      guard let rank = indicator.rank, let size = rank.of, rank.place > size else { return nil }
      let place = rank.place
      return ProofFlag(
        kind: .rankBeyondScope, text: indicator.raw,
        message: Wording(
          "place \(place) of only \(size)", "共\(size)个，却排第\(place)"),
        block: indicator.block, range: indicator.range)
    }
  }

  /// Full-width digits in a text that has half-width ones: one flag, at the first block.
  private static func mixedDigits(_ report: Report) -> [ProofFlag] {
    let texts = report.blocks.map { $0.text.unicodeScalars }
    guard texts.contains(where: { $0.contains { (0x30...0x39).contains($0.value) } }),
      let place = texts.firstIndex(where: { $0.contains { (0xFF10...0xFF19).contains($0.value) } })
    else { return [] }
    let digits = texts[place].filter { (0xFF10...0xFF19).contains($0.value) }
    return [
      ProofFlag(
        kind: .mixedDigits, text: String(String.UnicodeScalarView(digits)),
        message: Wording(
          "full-width digits in a text that has half-width ones", "全角数字与半角数字混用"),
        block: place, range: report.blocks[place].range)
    ]
  }

  /// One half of the couplet comes back in the closing, the other with other characters.
  private static func echo(_ report: Report) -> [ProofFlag] {
    let parts = report.headlineParts.filter { $0.count >= 5 }
    guard parts.count == 2, let place = report.blocks.firstIndex(where: { $0.role == .closing })
    else { return [] }
    let closing = report.blocks[place]
    let text = Scalars(closing.text)
    let missing = parts.filter { !text.contains($0) }
    guard missing.count == 1, let half = missing.first, text.contains(String(half.prefix(2))) else {
      return []
    }
    return [
      ProofFlag(
        kind: .headlineEcho, text: half,
        message: Wording(
          "the closing repeats the headline with other characters", "结尾与标题的呼应文字不一致"),
        block: place, range: closing.range)
    ]
  }
}
