public import Notations

/// A day of the civil calendar, as tables of cases write it.
public typealias CaseDay = CivilDay

/// What a bulletin is about: a day, a week from Monday to Sunday, or a month.
public struct CasePeriod: Hashable, Sendable {
  /// How long it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable { case daily, weekly, monthly }

  /// How long it is.
  public var kind: Kind
  /// The first day.
  public var first: CaseDay
  /// The last day.
  public var last: CaseDay

  /// The period that a text names: `2031-05` for a month; a day `2031-05-20` for itself, its week or
  /// its month. Nil where it names none.
  public init?(_ kind: Kind, _ text: String) {
    let day = CaseDay(text) ?? (kind == .monthly ? CaseDay("\(text)-1") : nil)
    guard let day else { return nil }
    self.init(kind, holding: day)
  }

  /// The period that holds a day.
  public init(_ kind: Kind, holding day: CaseDay) {
    self.kind = kind
    switch kind {
    case .daily: (first, last) = (day, day)
    case .weekly:
      first = CaseDay(number: day.number - day.weekday)
      last = CaseDay(number: first.number + 6)
    case .monthly:
      first = CaseDay(number: day.number - day.day + 1)
      // The day before the first of the next month, which the 32nd day from the first lies in.
      let next = CaseDay(number: first.number + 31)
      last = CaseDay(number: next.number - next.day)
    }
  }

  /// The period before it.
  public var previous: CasePeriod {
    CasePeriod(kind, holding: CaseDay(number: first.number - 1))
  }

  /// Whether it holds a day.
  public func contains(_ day: CaseDay) -> Bool { day >= first && day <= last }

  /// 2031年5月, 2031年5月19日至25日, 2031年5月20日.
  public var chinese: String {
    let start = "\(first.year)年\(first.month)月"
    switch kind {
    case .monthly: return start
    case .daily: return start + "\(first.day)日"
    case .weekly:
      let month = last.month == first.month ? "" : "\(last.month)月"
      return start + "\(first.day)日至\(month)\(last.day)日"
    }
  }

  /// The words for the period before: 上月, 上周, 前一日.
  public var chinesePrevious: String {
    switch kind {
    case .monthly: "上月"
    case .weekly: "上周"
    case .daily: "前一日"
    }
  }
}
