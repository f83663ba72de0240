import Notations

/// A moment in parts of the calendar. All charts reckon in UTC: a page must not depend on where it
/// is made.
struct CivilDate: Hashable, Sendable {
  var year: Int
  /// 1…12.
  var month: Int
  /// 1…31.
  var day: Int
  var hour = 0
  var minute = 0
  var second = 0
  var millisecond = 0

  static let millisecondsPerDay = 86_400_000.0

  init(
    year: Int, month: Int = 1, day: Int = 1, hour: Int = 0, minute: Int = 0, second: Int = 0,
    millisecond: Int = 0
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.millisecond = millisecond
  }

  /// The parts of a time in milliseconds since 1970; far times are held at the calendar's ends.
  init(_ time: Double) {
    let bounded = max(-8.64e15, min(8.64e15, time.isFinite ? time : 0))
    let days = (bounded / Self.millisecondsPerDay).rounded(.down)
    let rest = Int(bounded - days * Self.millisecondsPerDay)
    (year, month, day) = CivilDay(number: Int(days)).parts
    hour = rest / 3_600_000
    minute = rest / 60_000 % 60
    second = rest / 1000 % 60
    millisecond = rest % 1000
  }

  /// Milliseconds since 1970. Parts out of range carry over, as in `month: 14`.
  var time: Double {
    // Parts of any size: those that carry over are far smaller than these limits.
    let days = CivilDay.number(
      year: Self.part(year), month: Self.part(month), day: Self.part(day))
    let minutes = Double(hour) * 60 + Double(minute)
    let clock = (minutes * 60 + Double(second)) * 1000 + Double(millisecond)
    return Double(days) * Self.millisecondsPerDay + clock
  }

  private static func part(_ number: Int) -> Int { max(-400_000_000, min(400_000_000, number)) }

  /// 0 is Sunday.
  var weekday: Int {
    let days = Int((CivilDate(year: year, month: month, day: day).time / Self.millisecondsPerDay))
    return ((days + 4) % 7 + 7) % 7
  }

  /// 1 is the first of January.
  var dayOfYear: Int {
    let start = CivilDate(year: year).time
    let own = CivilDate(year: year, month: month, day: day).time
    return Int((own - start) / Self.millisecondsPerDay) + 1
  }

  /// 1…4.
  var quarter: Int { (month - 1) / 3 + 1 }

  /// Weeks that start on Sunday; days before the first one are in week 0.
  var week: Int { (dayOfYear + 6 - weekday) / 7 }
}
