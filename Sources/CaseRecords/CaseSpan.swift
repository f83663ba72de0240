import Notations

/// From which day to which a table of cases goes.
///
/// A table that begins or ends within a month does not hold the whole of it, and the months are not compared.
struct CaseSpan {
  private let first, last: CaseDay?
  /// Longest stretch without a case.
  private let pause: Int

  init(_ days: [CaseDay]) {
    let sorted = Set(days.map(\.number)).sorted()
    first = sorted.first.map { CaseDay(number: $0) }
    last = sorted.last.map { CaseDay(number: $0) }
    pause = zip(sorted, sorted.dropFirst()).map { $1 - $0 }.max() ?? 0
  }

  /// Why a period cannot be compared with the one before; nil where it can.
  func gap(in period: CasePeriod) -> String? {
    guard let first, let last, period.kind != .daily else { return nil }
    // Days off at either end, and as long without a case as elsewhere in the table.
    let slack = max(period.kind == .monthly ? 4 : 2, pause)
    if first.number > period.previous.first.number + slack {
      return "台账从\(first.month)月\(first.day)日起，\(period.chinesePrevious)不全"
    }
    if last.number < period.last.number - slack {
      return "台账到\(last.month)月\(last.day)日止，本期不全"
    }
    return nil
  }
}
