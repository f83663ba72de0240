internal import Diagnostics
internal import ReportModel

/// One thing that a report gives two values, or one value in 万 and once more in 亿.
enum ValueChecks {
  private struct Key: Hashable {
    var subject: String
    var period: String
  }

  /// Fewest characters of a subject that surely names one thing.
  private static let shortest = 5

  /// The flags, in reading order.
  static func flags(_ report: Report) -> [ProofFlag] {
    var known: [Key: ReportIndicator] = [:]
    var result: [ProofFlag] = []
    for indicator in report.indicators where isComparable(indicator) {
      let key = Key(subject: indicator.subject, period: indicator.period)
      guard let first = known[key] else {
        known[key] = indicator
        continue
      }
      if let flag = flag(first, indicator) { result.append(flag) }
    }
    return result
  }

  private static func isComparable(_ indicator: ReportIndicator) -> Bool {
    indicator.isCertain && indicator.kind == .quantity && indicator.qualifier.isEmpty
      && indicator.from == nil && indicator.subject.count >= shortest
      // A share is of the whole that its own paragraph names.
      && !indicator.subject.hasSuffix("占比") && !indicator.subject.hasSuffix("类")
      // What was carried from before may be another thing's.
      && indicator.sentence.contains(indicator.subject)
      && indicator.quantity?.number != nil && !indicator.sentence.contains("其中\(indicator.subject)")
      && IndicatorWords.actions.match(in: Scalars(indicator.subject), at: 0) == nil
  }

  private static func flag(_ first: ReportIndicator, _ second: ReportIndicator) -> ProofFlag? {
    guard let a = first.quantity?.number, let b = second.quantity?.number,
      a != b || first.unit != second.unit,
      first.sentence != second.sentence
    else { return nil }

    if a == b, base(first.unit) == base(second.unit), first.unit != second.unit {
      return make(
        .unitJump, first, second,
        "the same number once in \(first.unit) and once in \(second.unit)",
        "同一数字一处为\(first.unit)、一处为\(second.unit)")
    }
    guard first.unit == second.unit else { return nil }
    return make(
      .twoValues, first, second,
      "\(first.subject) is \(first.value)\(first.unit) elsewhere",
      "“\(first.subject)”前后两个数：\(first.value)\(first.unit)、\(second.value)\(second.unit)")
  }

  private static func base(_ unit: String) -> String {
    String(unit.drop { "万亿千百".contains($0) })
  }

  private static func make(
    _ kind: ProofFlag.Kind, _ first: ReportIndicator, _ second: ReportIndicator, _ english: String,
    _ chinese: String
  ) -> ProofFlag {
    ProofFlag(
      kind: kind, text: second.raw, message: Wording(english, chinese), block: second.block,
      range: second.range)
  }
}
