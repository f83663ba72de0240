import Foundation

/// How a cell's number is shown: the part of Excel's format codes that tells dates, percent and
/// decimals (ECMA-376 part 1, 18.8.30 and 18.8.31).
struct NumberFormat: Hashable {
  /// What the number stands for.
  enum Kind: Hashable {
    case general
    case fixed(decimals: Int)
    case percent(decimals: Int)
    /// A day, a time of day, or both.
    case date(hasDay: Bool, hasTime: Bool, hasSeconds: Bool = false)
  }

  let kind: Kind

  /// The format of a code or, where there is none, of a built-in number.
  init(code: String?, id: Int) {
    guard let code else {
      kind = Self.builtIn(id)
      return
    }
    let first = code.split(separator: ";", omittingEmptySubsequences: false).first ?? ""
    let plain = Self.plain(String(first)).lowercased()
    if plain.isEmpty || plain.contains("general") || plain == "@" {
      kind = .general
      return
    }
    if plain.contains("e+") || plain.contains("e-") {
      kind = .general
      return
    }
    let hasDay = plain.contains { "yde".contains($0) } || Self.hasMonth(plain)
    let hasTime = plain.contains { "hs".contains($0) }
    if hasDay || hasTime {
      kind = .date(hasDay: hasDay, hasTime: hasTime, hasSeconds: plain.contains("s"))
      return
    }
    let decimals =
      plain.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first
      .map { $0.prefix { $0 == "0" || $0 == "#" || $0 == "?" }.count } ?? 0
    if plain.contains("%") {
      kind = .percent(decimals: decimals)
    } else {
      kind =
        plain.contains(where: { "0#".contains($0) }) && !plain.contains("e")
        ? .fixed(decimals: decimals) : .general
    }
  }

  private static func hasMonth(_ code: String) -> Bool {
    code.contains("m") && !code.contains("h") && !code.contains("s")
  }

  /// A code without quoted words, escaped characters and what stands in brackets.
  private static func plain(_ code: String) -> String {
    var plain = ""
    var place = code.startIndex
    while place < code.endIndex {
      let character = code[place]
      place = code.index(after: place)
      switch character {
      case "\"":
        place = code[place...].firstIndex(of: "\"").map { code.index(after: $0) } ?? code.endIndex
      case "\\", "_", "*": if place < code.endIndex { place = code.index(after: place) }
      case "[":
        let end = code[place...].firstIndex(of: "]") ?? code.endIndex
        // Elapsed hours are a time; colours, currencies and locales say nothing.
        if ["h", "hh", "m", "mm", "s", "ss"].contains(code[place..<end].lowercased()) {
          plain += code[place..<end]
        }
        place = end < code.endIndex ? code.index(after: end) : end
      default: plain.append(character)
      }
    }
    return plain
  }

  private static func builtIn(_ id: Int) -> Kind {
    switch id {
    case 1, 3, 37, 38: .fixed(decimals: 0)
    case 2, 4, 39, 40: .fixed(decimals: 2)
    case 9: .percent(decimals: 0)
    case 10: .percent(decimals: 2)
    case 14...17, 27...31, 34...36, 50...54, 57, 58: .date(hasDay: true, hasTime: false)
    case 18...21, 32, 33, 45...47, 55, 56: .date(hasDay: false, hasTime: true)
    case 22: .date(hasDay: true, hasTime: true)
    default: .general
    }
  }

  // MARK: Words

  /// The number as a person sees it; text that is no number stays.
  func text(of raw: String, since1904: Bool) -> String {
    guard let value = Double(raw), value.isFinite else { return raw }
    switch kind {
    case .general: return Self.shortest(value)
    case .fixed(let decimals): return Self.rounded(value, decimals: decimals)
    case .percent(let decimals): return Self.rounded(value * 100, decimals: decimals) + "%"
    case .date(let hasDay, let hasTime, let hasSeconds):
      let step: Double = hasSeconds || !hasTime ? 1 : 60
      let whole = (value * 86_400 / step).rounded() * step
      let words = Self.date(whole, hasDay: hasDay, hasTime: hasTime, since1904: since1904)
      return words ?? Self.shortest(value)
    }
  }

  /// Fifteen digits at most, as spreadsheets have them.
  private static func shortest(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    let text = String(format: "%.15g", value)
    guard text.contains("e"), let decimal = Decimal(string: text) else { return text }
    return NSDecimalNumber(decimal: decimal).stringValue
  }

  /// Half goes away from zero, in decimal.
  private static func rounded(_ value: Double, decimals: Int) -> String {
    guard var exact = Decimal(string: String(format: "%.15g", value)), abs(value) < 1e20 else {
      return shortest(value)
    }
    var result = Decimal()
    NSDecimalRound(&result, &exact, min(decimals, 12), .plain)
    var text = NSDecimalNumber(decimal: result).stringValue
    guard decimals > 0 else { return text }
    if !text.contains(".") { text += "." }
    let found = text.split(separator: ".", omittingEmptySubsequences: false).last?.count ?? 0
    return text + String(repeating: "0", count: max(0, min(decimals, 12) - found))
  }

  /// Seconds since the end of 1899 as `2031-05-20` and `08:30`.
  private static func date(
    _ whole: Double, hasDay: Bool, hasTime: Bool, since1904: Bool
  ) -> String? {
    guard whole >= 0, whole < 2_958_466 * 86_400 else { return nil }
    var seconds = Int(whole)
    let days = seconds / 86_400
    var day = seconds / 86_400
    seconds %= 86_400
    if since1904 { day += 1462 }
    // Day 60 is 29 February 1900, which never was.
    if !since1904, day < 60 { day += 1 }
    var parts: [String] = []
    if hasDay {
      let (year, month, date) = civil(day - 25_569)
      parts.append("\(year)-\(two(month))-\(two(date))")
    }
    if hasTime {
      let hours = (hasDay ? 0 : days * 24) + seconds / 3600
      let rest = seconds % 60 == 0 ? "" : ":" + two(seconds % 60)
      if !hasDay || seconds != 0 { parts.append("\(two(hours)):\(two(seconds / 60 % 60))\(rest)") }
    }
    return parts.joined(separator: " ")
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The civil date of a day since 1970-01-01 (Hinnant's algorithm).
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      year + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }
}
