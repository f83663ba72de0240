/// A day of the civil calendar.
public struct CaseDay: Hashable, Sendable, Comparable {
  /// Days from 1 January 1970.
  public var number: Int

  /// Makes a day from its number.
  public init(number: Int) { self.number = number }

  /// Makes a day; nil where the calendar has none.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    // Years that begin in March, so that the leap day is the last.
    let shifted = month <= 2 ? year - 1 : year
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear
    number = era * 146_097 + dayOfEra - 719_468
    guard self.year == year, self.month == month, self.day == day else { return nil }
  }

  /// Reads `2031-05-20`, `2031/5/20`, `2031.5.20` and `2031年5月20日`; a time behind it is passed
  /// over. Nil for anything else.
  public init?(_ text: String) {
    var numbers: [Int] = []
    var digits = ""
    for character in text + " " {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      if digits.count > 4 { return nil }
      if !digits.isEmpty { numbers.append(Int(digits) ?? 0) }
      digits = ""
      if numbers.count == 3 { break }
      guard "-/.年月".contains(character) else { break }
    }
    guard numbers.count == 3 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let ofYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// The year.
  public var year: Int { civil.year }
  /// The month, 1 to 12.
  public var month: Int { civil.month }
  /// The day of the month.
  public var day: Int { civil.day }
  /// 0 for Monday to 6 for Sunday.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// Whether `a` is earlier.
  public static func < (a: CaseDay, b: CaseDay) -> Bool { a.number < b.number }
}

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
