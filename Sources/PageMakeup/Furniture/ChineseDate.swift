import Notations

/// Dates as newspapers print them.
enum ChineseDate {
  /// `2022-11-30` and other writings of a day become 2022年11月30日; any other wording stays as it is.
  static func day(_ text: String) -> String { CivilDay(whole: text)?.chinese ?? text }

  /// `2022-11-30` and other writings of a day become 2022年11月30日 星期三; any other wording stays
  /// as it is.
  static func words(_ text: String) -> String {
    guard let day = CivilDay(whole: text) else { return text }
    return "\(day.chinese)\u{3000}\(day.chineseWeekday)"
  }
}
