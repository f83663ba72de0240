/// A unit that times are cut down to: `yearmonth`, `month`, `day`, with a step and, for data that
/// are cut down already, `binned`.
struct TimeUnit: Hashable, Sendable {
  /// The parts of the calendar, largest first.
  enum Part: String, Hashable, Sendable, CaseIterable {
    case year, quarter, month, week, day, dayofyear, date, hours, minutes, seconds, milliseconds
  }

  /// The parts that are kept.
  var parts: [Part]
  /// How many of the smallest part make one unit.
  var step = 1
  /// Whether the data are cut down already.
  var isBinned = false
  /// Whether the name says UTC, which all units are.
  var isUTC = false
  /// The name as it is printed in titles and column names.
  var name: String

  /// The names that are often meant.
  static let names = [
    "year", "quarter", "month", "week", "day", "dayofyear", "date", "hours", "minutes", "seconds",
    "milliseconds", "yearquarter", "yearmonth", "yearmonthdate", "yearmonthdatehours", "yearweek",
    "monthdate", "hoursminutes", "quartermonth",
  ]

  /// Reads a name like `yearmonthdate`; nil where it is none.
  init?(_ text: String) {
    var rest = text[...]
    if rest.hasPrefix("binned") {
      isBinned = true
      rest = rest.dropFirst(6)
    }
    if rest.hasPrefix("utc") {
      isUTC = true
      rest = rest.dropFirst(3)
    }
    name = String(rest)
    parts = []
    // `date` and `day` must not shadow `dayofyear`, nor `day` its longer forms.
    let words: [Part] = [
      .year, .quarter, .month, .week, .dayofyear, .date, .day, .hours, .minutes, .seconds,
      .milliseconds,
    ]
    while !rest.isEmpty {
      guard let part = words.first(where: { rest.hasPrefix($0.rawValue) }) else { return nil }
      parts.append(part)
      rest = rest.dropFirst(part.rawValue.count)
    }
    guard !parts.isEmpty else { return nil }
  }

  /// The smallest part.
  var smallest: Part { parts.last ?? .year }

  /// The start of the unit that a time lies in. Units without a year are laid into 2012, a leap year
  /// that starts on a Sunday.
  func floor(_ time: Double) -> Double {
    guard time.isFinite else { return time }
    let own = CivilDate(time)
    var cut = CivilDate(year: parts.contains(.year) ? stepped(own.year, .year) : 2012)
    let hasYear = parts.contains(.year)
    for part in parts {
      switch part {
      case .year: break
      case .quarter: cut.month = stepped(own.quarter - 1, part) * 3 + 1
      case .month: cut.month = stepped(own.month - 1, part) + 1
      case .week:
        let base = CivilDate(year: cut.year)
        let firstSunday = (7 - base.weekday) % 7
        cut.day = 1 + firstSunday + (stepped(own.week, part) - 1) * 7
        if firstSunday == 0 && !hasYear { cut.day = 1 + stepped(own.week - 1, part) * 7 }
      case .day:
        cut.day = parts.contains(.week) ? cut.day + own.weekday : stepped(own.weekday, part) + 1
      case .dayofyear: cut.day = stepped(own.dayOfYear - 1, part) + 1
      case .date: cut.day = stepped(own.day - 1, part) + 1
      case .hours: cut.hour = stepped(own.hour, part)
      case .minutes: cut.minute = stepped(own.minute, part)
      case .seconds: cut.second = stepped(own.second, part)
      case .milliseconds: cut.millisecond = stepped(own.millisecond, part)
      }
    }
    return cut.time
  }

  private func stepped(_ value: Int, _ part: Part) -> Int {
    guard step > 1, part == smallest else { return value }
    return Int((Double(value) / Double(step)).rounded(.down)) * step
  }

  /// A time moved by so many units.
  func offset(_ time: Double, by count: Int = 1) -> Double {
    var date = CivilDate(time)
    let steps = step * count
    switch smallest {
    case .year: date.year += steps
    case .quarter: date.month += steps * 3
    case .month: date.month += steps
    case .week: date.day += steps * 7
    case .day, .dayofyear, .date: date.day += steps
    case .hours: date.hour += steps
    case .minutes: date.minute += steps
    case .seconds: date.second += steps
    case .milliseconds: date.millisecond += steps
    }
    return date.time
  }

  /// The usual length of a unit in milliseconds: the least distance of two ticks.
  var duration: Double { offset(CivilDate(year: 2001).time) - CivilDate(year: 2001).time }

  /// The format of labels: in English as Vega's `timeUnitSpecifier` makes it with Vega-Lite's two
  /// changes, in Chinese from the largest unit to the smallest.
  func format(_ locale: TimeFormat.Locale) -> String {
    let names = parts.map(\.rawValue)
    let joined = locale == .chinese ? Self.chineseFormats : Self.englishFormats
    var place = 0
    var text = ""
    while place < names.count {
      let hit = joined.first { entry in
        let words = entry.unit.split(separator: "-").map(String.init)
        return Array(names[place...].prefix(words.count)) == words
      }
      guard let hit else { break }
      text += hit.format
      place += hit.unit.split(separator: "-").count
    }
    return text.trimmingBlank()
  }

  private static let englishFormats: [(unit: String, format: String)] = [
    ("year-month-date", "%b %d, %Y "), ("year-month", "%b %Y "), ("hours-minutes", "%H:%M"),
    ("year", "%Y "), ("quarter", "Q%q "), ("month", "%b "), ("date", "%d "), ("week", "W%U "),
    ("day", "%a "), ("dayofyear", "%j "), ("hours", "%H:00"), ("minutes", "00:%M"),
    ("seconds", ":%S"), ("milliseconds", ".%L"),
  ]

  private static let chineseFormats: [(unit: String, format: String)] = [
    ("hours-minutes", "%H:%M"), ("year", "%Y年"), ("quarter", "%q季度"), ("month", "%-m月"),
    ("date", "%-d日"), ("week", "第%-U周"), ("day", "%a"), ("dayofyear", "第%-j天"),
    ("hours", "%-H时"), ("minutes", "%-M分"), ("seconds", "%-S秒"), ("milliseconds", ".%L"),
  ]
}

extension TimeUnit {
  /// The time that a name or number of one unit stands for, as `mon` for days and `3` for quarters;
  /// nil for other values and for units of several parts.
  func named(_ spec: SpecValue) -> Double? {
    guard
      ["year", "quarter", "month", "date", "day", "hours", "minutes", "seconds"].contains(name),
      !isBinned, spec.text != nil || spec.number != nil
    else { return nil }
    if let text = spec.text {
      // Full dates say for themselves what they are.
      guard name == "month" || name == "day", text.allSatisfy(\.isLetter) else { return nil }
    }
    let parts = SpecValue(.map(SpecMap([SpecMap.Entry(key: name, value: spec)])))
    return CivilDate.ofParts(parts).map { floor($0.time) }
  }
}
