/// Writes times by d3-time-format's directives, in English or Chinese.
struct TimeFormat: Hashable, Sendable {
  /// Names of months and days.
  enum Locale: Hashable, Sendable { case english, chinese }

  var pattern: String
  var locale: Locale = .english

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let days = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let chineseMonths = [
    "一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月",
  ]
  private static let chineseDays = ["日", "一", "二", "三", "四", "五", "六"]

  /// The time in this format.
  func text(_ time: Double) -> String {
    guard time.isFinite else { return "Invalid Date" }
    let date = CivilDate(time)
    var out = ""
    var isDirective = false
    var pad: Character? = "0"
    for character in pattern {
      if !isDirective {
        if character == "%" {
          isDirective = true
          pad = nil
        } else {
          out.append(character)
        }
        continue
      }
      if ["-", "_", "0"].contains(character), pad == nil {
        pad = character
        continue
      }
      isDirective = false
      out += directive(character, pad, date, time)
    }
    return out
  }

  private func directive(
    _ letter: Character, _ pad: Character?, _ date: CivilDate, _ time: Double
  ) -> String {
    func number(_ value: Int, _ width: Int, _ fill: Character = "0") -> String {
      let text = String(value)
      if pad == "-" { return text }
      let filler = pad == "_" ? " " : pad == "0" ? "0" : fill
      return String(repeating: filler, count: max(0, width - text.count)) + text
    }
    switch letter {
    case "Y": return number(date.year, 4)
    case "y": return number(date.year % 100, 2)
    case "m": return number(date.month, 2)
    case "d": return number(date.day, 2)
    case "e": return number(date.day, 2, " ")
    case "H": return number(date.hour, 2)
    case "I": return number((date.hour + 11) % 12 + 1, 2)
    case "M": return number(date.minute, 2)
    case "S": return number(date.second, 2)
    case "L": return number(date.millisecond, 3)
    case "j": return number(date.dayOfYear, 3)
    case "U": return number(date.week, 2)
    case "q": return "\(date.quarter)"
    case "u": return "\((date.weekday + 6) % 7 + 1)"
    case "w": return "\(date.weekday)"
    case "p": return date.hour < 12 ? "AM" : "PM"
    case "B":
      return locale == .chinese ? Self.chineseMonths[date.month - 1] : Self.months[date.month - 1]
    case "b", "h":
      return locale == .chinese ? "\(date.month)月" : String(Self.months[date.month - 1].prefix(3))
    case "A":
      return locale == .chinese ? "星期" + Self.chineseDays[date.weekday] : Self.days[date.weekday]
    case "a":
      return locale == .chinese
        ? "周" + Self.chineseDays[date.weekday] : String(Self.days[date.weekday].prefix(3))
    case "x": return TimeFormat(pattern: "%-m/%-d/%Y").text(time)
    case "X": return TimeFormat(pattern: "%-I:%M:%S %p").text(time)
    case "c": return TimeFormat(pattern: "%x, %X").text(time)
    case "Q": return NumberText.plain(time)
    case "s": return NumberText.plain((time / 1000).rounded(.down))
    case "Z": return "+0000"
    case "%": return "%"
    default: return ""
    }
  }

  /// The label that suits a time's roundness, for axes without a format.
  ///
  /// - Parameter own: formats for some units, by the name of the unit.
  static func multi(
    _ time: Double, locale: Locale = .english, own: [String: String] = [:]
  ) -> String {
    let date = CivilDate(time)
    let isChinese = locale == .chinese
    let (unit, standard): (String, String) =
      if date.millisecond != 0 {
        ("milliseconds", ".%L")
      } else if date.second != 0 {
        ("seconds", ":%S")
      } else if date.minute != 0 {
        ("minutes", isChinese ? "%H:%M" : "%I:%M")
      } else if date.hour != 0 {
        ("hours", isChinese ? "%-H时" : "%I %p")
      } else if date.day != 1 {
        date.weekday == 0
          ? ("week", isChinese ? "%-m月%-d日" : "%b %d")
          : ("date", isChinese ? "%-m月%-d日" : "%a %d")
      } else if date.month != 1 {
        (date.month % 3 == 1 ? "quarter" : "month", isChinese ? "%-m月" : "%B")
      } else {
        ("year", isChinese ? "%Y年" : "%Y")
      }
    // A quarter begins with a month, a week with a day.
    let wider = ["quarter": "month", "week": "date"][unit]
    let pattern = own[unit] ?? wider.flatMap { own[$0] } ?? standard
    return TimeFormat(pattern: pattern, locale: locale).text(time)
  }

  /// ISO 8601, as texts show a time without a format.
  static func iso(_ time: Double) -> String {
    TimeFormat(pattern: "%Y-%m-%dT%H:%M:%S.%LZ").text(time)
  }
}
