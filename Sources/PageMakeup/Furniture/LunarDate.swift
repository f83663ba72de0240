import Notations

/// A date of the Chinese calendar, from a table for the lunar years 1900 to 2100.
struct LunarDate: Hashable {
  var year: Int
  var month: Int
  var isLeap: Bool
  var day: Int

  /// The lunar date of a day; nil outside 31 January 1900 to 28 January 2101.
  init?(_ date: CivilDay) {
    // The first lunar year of the table begins on 31 January 1900.
    var rest = date.number - CivilDay.number(year: 1900, month: 1, day: 31)
    guard rest >= 0 else { return nil }
    for (offset, code) in LunarTable.years.enumerated() {
      for (month, isLeap, days) in Self.months(of: code) {
        if rest < days {
          year = LunarTable.firstYear + offset
          self.month = month
          self.isLeap = isLeap
          day = rest + 1
          return
        }
        rest -= days
      }
    }
    return nil
  }

  /// The months of a year in their order: number, whether it is a leap month, days.
  private static func months(of code: Int) -> [(month: Int, isLeap: Bool, days: Int)] {
    let leap = code & 0xF
    var months: [(month: Int, isLeap: Bool, days: Int)] = []
    for month in 1...12 {
      months.append((month, false, (code >> (16 - month)) & 1 == 1 ? 30 : 29))
      if month == leap { months.append((month, true, (code >> 16) & 1 == 1 ? 30 : 29)) }
    }
    return months
  }

  /// 壬寅年十一月初七.
  var words: String { "\(yearWords)年\(isLeap ? "闰" : "")\(monthWords)月\(dayWords)" }

  /// Stem and branch of the year, 甲子 for 1984.
  private var yearWords: String {
    let stems = Array("甲乙丙丁戊己庚辛壬癸")
    let branches = Array("子丑寅卯辰巳午未申酉戌亥")
    return "\(stems[(year - 4) % 10])\(branches[(year - 4) % 12])"
  }

  private var monthWords: String {
    ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"][month - 1]
  }

  private var dayWords: String {
    let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    switch day {
    case ...10: return "初\(digits[day - 1])"
    case 20: return "二十"
    case 30: return "三十"
    case ..<20: return "十\(digits[day - 11])"
    default: return "廿\(digits[day - 21])"
    }
  }
}
