import Geometry

/// The functions that expressions may call.
enum ExpressionFunctions {
  /// All names, for checking and for the nearest known one.
  static let names: [String] =
    numeric.keys.sorted() + calendar.keys.sorted() + Distributions.functions.keys.sorted() + [
      "if", "min", "max", "clamp", "pow", "length", "isValid", "isNumber", "isString", "isBoolean",
      "isDate", "isArray", "isObject", "isFinite", "isNaN", "isDefined", "toNumber", "toString",
      "toBoolean", "toDate", "format", "timeFormat", "utcFormat", "datetime", "utc", "time",
      "upper", "lower", "trim", "slice", "substring", "split", "join", "replace", "indexof",
      "lastindexof", "pad", "truncate", "parseFloat", "parseInt", "sequence", "span", "extent",
      "reverse", "sort", "inrange", "lerp", "hypot", "test", "regexp", "peek", "timeUnitSpecifier",
      "monthFormat", "monthAbbrevFormat", "dayFormat", "dayAbbrevFormat", "atan2", "quarter",
    ]

  /// Functions whose results no two drawings share, so that a printed chart cannot be made again.
  static let randomNames: Set<String> = [
    "random", "sampleNormal", "sampleLogNormal", "sampleUniform", "now",
  ]

  /// Functions that ask the scales of the plot, known only where marks are placed.
  static let plotNames = ["scale", "bandwidth"]

  private static let numeric: [String: @Sendable (Double) -> Double] = [
    "abs": { $0.magnitude }, "ceil": { $0.rounded(.up) }, "floor": { $0.rounded(.down) },
    "round": { ($0 + 0.5).rounded(.down) }, "sqrt": { $0.squareRoot() },
    "exp": { Elementary.exp($0) }, "log": { Elementary.log($0) },
    "sin": { Elementary.sin($0) }, "cos": { Elementary.cos($0) },
    "tan": { Elementary.tan($0) }, "sign": { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 },
    "trunc": { $0.rounded(.towardZero) },
  ]

  private static let calendar: [String: @Sendable (CivilDate) -> Int] = [
    "year": { $0.year }, "month": { $0.month - 1 }, "date": { $0.day }, "day": { $0.weekday },
    "hours": { $0.hour }, "minutes": { $0.minute }, "seconds": { $0.second },
    "milliseconds": { $0.millisecond }, "dayofyear": { $0.dayOfYear }, "week": { $0.week },
    "utcyear": { $0.year }, "utcmonth": { $0.month - 1 }, "utcdate": { $0.day },
    "utcday": { $0.weekday }, "utchours": { $0.hour }, "utcminutes": { $0.minute },
    "quarter": { $0.quarter }, "utcquarter": { $0.quarter },
  ]

  /// Calls a function.
  static func call(_ name: String, _ values: [DataValue], locale: TimeFormat.Locale) -> DataValue {
    let first = values.first ?? .null
    if name.hasPrefix("timeUnit:"), let unit = TimeUnit(String(name.dropFirst(9))) {
      return .number(time(first).map { unit.floor($0) } ?? .nan)
    }
    if let function = numeric[name] { return .number(function(first.number)) }
    if let function = Distributions.functions[name] {
      return .number(function(values.map(\.number)))
    }
    if let function = calendar[name] {
      guard let time = time(first) else { return .number(.nan) }
      return .number(Double(function(CivilDate(time))))
    }
    return numbers(name, values) ?? tests(name, first) ?? texts(name, values)
      ?? lists(name, values) ?? times(name, values, locale: locale) ?? .null
  }

  /// The time a value stands for; texts are read as dates.
  static func time(_ value: DataValue) -> Double? {
    switch value {
    case .text(let text): DateParser.time(text)
    case .null: nil
    default: value.number.isFinite ? value.number : nil
    }
  }

  private static func numbers(_ name: String, _ values: [DataValue]) -> DataValue? {
    let all = values.map(\.number)
    func at(_ place: Int) -> Double { place < all.count ? all[place] : .nan }
    switch name {
    case "min": return .number(all.contains { $0.isNaN } ? .nan : all.min() ?? .infinity)
    case "max": return .number(all.contains { $0.isNaN } ? .nan : all.max() ?? -.infinity)
    case "clamp": return .number(max(at(1), min(at(2), at(0))))
    case "pow": return .number(Elementary.pow(at(0), at(1)))
    case "hypot": return .number((at(0) * at(0) + at(1) * at(1)).squareRoot())
    case "atan2": return .number(Elementary.atan2(at(0), at(1)))
    case "toNumber", "parseFloat":
      return values.first == .null ? .null : .number(at(0))
    case "parseInt": return .number(at(0).rounded(.towardZero))
    case "lerp":
      guard case .list(let ends)? = values.first, ends.count > 1 else { return .null }
      return .number(ends[0].number + (ends[ends.count - 1].number - ends[0].number) * at(1))
    case "inrange":
      guard values.count > 1, case .list(let ends) = values[1], ends.count > 1 else { return .null }
      let (a, b) = (ends[0].number, ends[ends.count - 1].number)
      return .flag(at(0) >= min(a, b) && at(0) <= max(a, b))
    default: return nil
    }
  }

  private static func tests(_ name: String, _ value: DataValue) -> DataValue? {
    switch name {
    case "isValid": return .flag(value.isValid)
    case "isDefined": return .flag(value != .null)
    case "isNumber":
      guard case .number = value else { return .flag(false) }
      return .flag(true)
    case "isString":
      guard case .text = value else { return .flag(false) }
      return .flag(true)
    case "isBoolean":
      guard case .flag = value else { return .flag(false) }
      return .flag(true)
    case "isDate":
      guard case .date = value else { return .flag(false) }
      return .flag(true)
    case "isArray":
      guard case .list = value else { return .flag(false) }
      return .flag(true)
    case "isObject":
      guard case .map = value else { return .flag(false) }
      return .flag(true)
    case "isFinite": return .flag(value.number.isFinite)
    case "isNaN": return .flag(value.number.isNaN)
    case "toBoolean": return value == .null ? .null : .flag(value.isTrue)
    case "toString": return value == .null ? .null : .text(value.words)
    default: return nil
    }
  }

  private static func lists(_ name: String, _ values: [DataValue]) -> DataValue? {
    let first = values.first ?? .null
    var items: [DataValue] = []
    if case .list(let list) = first { items = list }
    switch name {
    case "length": return first.member("length")
    case "peek": return items.last ?? .null
    case "reverse": return .list(items.reversed())
    case "sort": return .list(items.sorted(by: DataValue.ascending))
    case "extent":
      let all = items.compactMap(\.measure)
      guard let least = all.min(), let most = all.max() else { return .list([.null, .null]) }
      return .list([.number(least), .number(most)])
    case "span":
      return .number((items.last?.number ?? 0) - (items.first?.number ?? 0))
    case "join":
      let separator = values.count > 1 ? values[1].words : ","
      return .text(items.map { $0 == .null ? "" : $0.words }.joined(separator: separator))
    case "sequence":
      let ends = values.map(\.number)
      let (start, stop) = ends.count > 1 ? (ends[0], ends[1]) : (0, ends.first ?? 0)
      let step = ends.count > 2 ? ends[2] : 1
      guard step != 0, ((stop - start) / step).isFinite, (stop - start) / step < 100_000 else {
        return .list([])
      }
      return .list(stride(from: start, to: stop, by: step).map { .number($0) })
    default: return nil
    }
  }

  private static func times(
    _ name: String, _ values: [DataValue], locale: TimeFormat.Locale
  ) -> DataValue? {
    let first = values.first ?? .null
    switch name {
    case "format":
      let pattern = values.count > 1 ? values[1].words : ""
      if first == .null { return .text(NumberFormat(pattern)?.text(0) ?? "0") }
      return .text(NumberFormat(pattern)?.text(first.number) ?? first.words)
    case "timeFormat", "utcFormat":
      let pattern = values.count > 1 ? values[1].words : "%b %d, %Y"
      guard let time = time(first) else { return .text("Invalid Date") }
      return .text(TimeFormat(pattern: pattern, locale: locale).text(time))
    case "monthFormat", "monthAbbrevFormat", "dayFormat", "dayAbbrevFormat":
      let isMonth = name.hasPrefix("month")
      let number = Int(bounded: first.number.isFinite ? first.number : 0)
      let date =
        isMonth ? CivilDate(year: 2012, month: number + 1) : CivilDate(year: 2012, day: number + 1)
      let long = !name.contains("Abbrev")
      let pattern = isMonth ? (long ? "%B" : "%b") : long ? "%A" : "%a"
      return .text(TimeFormat(pattern: pattern, locale: locale).text(date.time))
    case "toDate": return time(first).map { .date($0) } ?? .null
    case "time": return .number(time(first) ?? .nan)
    case "datetime", "utc":
      if values.count == 1 { return time(first).map { .date($0) } ?? .null }
      let parts = values.map { Int(bounded: $0.number.isFinite ? $0.number : 0) }
      func part(_ place: Int, _ fallback: Int = 0) -> Int {
        place < parts.count ? parts[place] : fallback
      }
      let date = CivilDate(
        year: part(0), month: part(1) + 1, day: part(2, 1), hour: part(3), minute: part(4),
        second: part(5), millisecond: part(6))
      return .date(date.time)
    default: return nil
    }
  }
}
