public import Notations

/// Which days are working days: Monday to Friday without the holidays, and the weekend days that make
/// up for them 调休.
public struct WorkCalendar: Hashable, Sendable {
  /// Days off that fall on working days, or on any others.
  public var holidays: Set<CaseDay>
  /// Weekend days that are worked.
  public var workdays: Set<CaseDay>

  /// Makes a calendar; without lists only weekends are off.
  public init(holidays: Set<CaseDay> = [], workdays: Set<CaseDay> = []) {
    self.holidays = holidays
    self.workdays = workdays
  }

  /// Whether it has no lists.
  public var isBare: Bool { holidays.isEmpty && workdays.isEmpty }

  /// Whether the lists say anything of a year.
  public func covers(_ year: Int) -> Bool {
    holidays.contains { $0.year == year } || workdays.contains { $0.year == year }
  }

  /// Whether a day is worked; a make-up day is, whatever else it is.
  public func isWorkday(_ day: CaseDay) -> Bool {
    if workdays.contains(day) { return true }
    return day.weekday < 5 && !holidays.contains(day)
  }

  /// The last of so many working days, counted from the day after another.
  public func day(_ count: Int, after day: CaseDay) -> CaseDay {
    var (last, left) = (day, count)
    // Far beyond any list of days off, so that a list of nothing but them ends.
    let limit = day.number + count * 2 + 4000
    while left > 0, last.number < limit {
      last.number += 1
      if isWorkday(last) { left -= 1 }
    }
    return last
  }
}

/// A time limit in days: 5个工作日, 十五个工作日, 7个自然日, 10日.
public struct CaseTerm: Hashable, Sendable {
  /// How days are counted.
  public enum Kind: Hashable, Sendable {
    /// Working days only.
    case workdays
    /// All days 自然日.
    case days
  }

  /// How many.
  public var count: Int
  /// Which days.
  public var kind: Kind

  /// Most days of a limit.
  public static let limit = 1000

  /// Reads a limit; nil for anything else, a date above all.
  public init?(_ text: String) {
    var rest = text.filter { $0 != " " && $0 != "\u{3000}" }[...]
    let number = rest.prefix { $0.isNumber || "两".contains($0) }
    guard let count = Self.number(String(number)), (1...Self.limit).contains(count) else {
      return nil
    }
    self.count = count
    rest = rest.dropFirst(number.count)
    if rest.first == "个" { rest = rest.dropFirst() }
    for end in ["以内", "之内", "内"] where rest.hasSuffix(end) {
      rest = rest.dropLast(end.count)
      break
    }
    switch rest {
    case "工作日": kind = .workdays
    case "自然日", "日", "天": kind = .days
    case "小时", "h", "H":
      guard count % 24 == 0 else { return nil }
      self.count = count / 24
      kind = .days
    default: return nil
    }
  }

  /// Digits, or Chinese numerals below a hundred.
  private static func number(_ text: String) -> Int? {
    if let number = Int(text) { return number }
    guard text.count <= 3, !text.contains("百"), !text.contains("千") else { return nil }
    return HanNumeral.value(text)
  }

  /// The last day of the limit; the day of receipt is not counted.
  public func deadline(from received: CaseDay, in calendar: WorkCalendar) -> CaseDay {
    switch kind {
    case .workdays: calendar.day(count, after: received)
    case .days: CaseDay(number: received.number + count)
    }
  }

  /// 5个工作日, 7个自然日.
  public var chinese: String { "\(count)个\(kind == .workdays ? "工作日" : "自然日")" }
}
