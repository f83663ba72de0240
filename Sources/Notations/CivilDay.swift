/// A day of the civil calendar, the Gregorian one carried on in both directions.
public struct CivilDay: Hashable, Sendable, Comparable {
  /// Days from 1 January 1970.
  public var number: Int

  /// Makes a day from its number.
  public init(number: Int) { self.number = number }

  /// Makes a day; nil where the calendar has none.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    number = Self.number(year: year, month: month, day: day)
    guard self.month == month else { return nil }
  }

  /// The number of a day. Parts out of range carry over, as the 32nd of a month.
  public static func number(year: Int, month: Int, day: Int) -> Int {
    let months = year * 12 + month - 1
    let carried = (months - ((months % 12) + 12) % 12) / 12
    let month = months - carried * 12 + 1
    // Years that begin in March, so that the leap day is the last (H. Hinnant, days_from_civil).
    let shifted = month <= 2 ? carried - 1 : carried
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month 1…12 and day 1…31.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year.
  public var year: Int { parts.year }
  /// The month, 1 to 12.
  public var month: Int { parts.month }
  /// The day of the month.
  public var day: Int { parts.day }
  /// 0 for Monday to 6 for Sunday.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// Whether `a` is earlier.
  public static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }
}

extension CivilDay {
  /// 2031年5月20日.
  public var chinese: String {
    let (year, month, day) = parts
    return "\(year)年\(month)月\(day)日"
  }

  /// 星期二.
  public var chineseWeekday: String { "星期" + ["一", "二", "三", "四", "五", "六", "日"][weekday] }

  /// 2031-05-20 (ISO 8601).
  public var iso: String {
    let (year, month, day) = parts
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
