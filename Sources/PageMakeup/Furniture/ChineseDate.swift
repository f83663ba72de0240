/// Dates as newspapers print them.
struct ChineseDate: Hashable {
  var year: Int
  var month: Int
  var day: Int

  /// A date written `2022-11-30`; nil for any other wording or a day that the month has not.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(of: month, in: year)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// 2022年11月30日.
  var words: String { "\(year)年\(month)月\(day)日" }

  /// 星期三.
  var weekdayWords: String {
    let names = ["日", "一", "二", "三", "四", "五", "六"]
    return "星期\(names[weekday])"
  }

  /// Day of the week, Sunday 0, by Sakamoto's rule for the Gregorian calendar.
  var weekday: Int {
    let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let y = month < 3 ? year - 1 : year
    return (y + y / 4 - y / 100 + y / 400 + shift[month - 1] + day) % 7
  }

  /// Days since 1 March of the year 0: differences are what counts.
  var dayNumber: Int {
    let y = month < 3 ? year - 1 : year
    let m = (month + 9) % 12
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1
  }

  /// `2022-11-30` becomes 2022年11月30日 星期三; any other wording stays as it is.
  static func words(_ text: String) -> String {
    guard let date = ChineseDate(text) else { return text }
    return "\(date.words)\u{3000}\(date.weekdayWords)"
  }
}
