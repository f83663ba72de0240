/// Reads dates: ISO 8601, `yyyy/M/d`, `yyyy年M月d日`, English month names. Without a zone it is UTC.
enum DateParser {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Milliseconds since 1970; nil where the text is no date.
  static func time(_ text: String) -> Double? {
    let trimmed = text.trimmingBlank()
    guard let first = trimmed.unicodeScalars.first else { return nil }
    if ("0"..."9").contains(first) || first == "-" || first == "+" {
      return numeric(trimmed) ?? named(trimmed)
    }
    return named(trimmed)
  }

  private static func numeric(_ text: String) -> Double? {
    var scanner = Scanner(text)
    guard let year = scanner.number(digits: 4...4) ?? scanner.number(digits: 1...4) else {
      return nil
    }
    var date = CivilDate(year: year)
    if scanner.isAtEnd { return date.time }
    guard scanner.take(["-", "/", ".", "年"]) else { return nil }
    if scanner.isAtEnd { return date.time }
    guard let month = scanner.number(digits: 1...2), (1...12).contains(month) || year < 32 else {
      return nil
    }
    date.month = month
    if scanner.isAtEnd || (scanner.take(["月"]) && scanner.isAtEnd) { return date.time }
    _ = scanner.take(["-", "/", "."])
    guard let day = scanner.number(digits: 1...4) else { return nil }
    // 1/25/2012 and 25/1/2012 are not told apart: months come first, as browsers read them.
    if day > 31 {
      date = CivilDate(year: day, month: year, day: month)
    } else {
      date.day = day
    }
    guard (1...12).contains(date.month), (1...31).contains(date.day) else { return nil }
    _ = scanner.take(["日"])
    return clock(&scanner, on: date)
  }

  private static func clock(_ scanner: inout Scanner, on start: CivilDate) -> Double? {
    var date = start
    if scanner.isAtEnd { return date.time }
    guard scanner.take(["T", "t", " "]) else { return nil }
    scanner.skipBlanks()
    guard let hour = scanner.number(digits: 1...2), hour <= 24, scanner.take([":"]),
      let minute = scanner.number(digits: 1...2), minute < 60
    else { return nil }
    date.hour = hour
    date.minute = minute
    if scanner.take([":"]) {
      guard let second = scanner.number(digits: 1...2), second < 61 else { return nil }
      date.second = second
      if scanner.take([".", ","]) { date.millisecond = scanner.thousandths() }
    }
    scanner.skipBlanks()
    var shift = 0
    if scanner.take(["Z", "z"]) {
    } else if let sign = scanner.sign() {
      guard let hours = scanner.number(digits: 2...2) else { return nil }
      _ = scanner.take([":"])
      shift = sign * (hours * 60 + (scanner.number(digits: 2...2) ?? 0))
    }
    return scanner.isAtEnd ? date.time - Double(shift) * 60_000 : nil
  }

  private static func named(_ text: String) -> Double? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != ":" }
    var month: Int?
    var numbers: [Int] = []
    var date = CivilDate(year: 2001)
    for word in words {
      if let place = months.firstIndex(where: { word.count >= 3 && word.hasPrefix($0) }) {
        month = place + 1
      } else if word.count <= 6, let number = Int(word) {
        numbers.append(number)
      } else if word.contains(":") {
        let parts = word.split(separator: ":").compactMap { Int($0) }
        guard parts.count >= 2, parts.allSatisfy({ $0 < 100 }) else { return nil }
        (date.hour, date.minute) = (parts[0], parts[1])
        date.second = parts.count > 2 ? parts[2] : 0
      } else if !["mon", "tue", "wed", "thu", "fri", "sat", "sun", "gmt", "utc"].contains(
        String(word.prefix(3)))
      {
        return nil
      }
    }
    guard let month, let last = numbers.last else { return nil }
    date.month = month
    if numbers.count == 1 {
      if last > 31 { date.year = last } else { date.day = last }
    } else {
      date.day = numbers[0] > 31 ? last : numbers[0]
      date.year = numbers[0] > 31 ? numbers[0] : numbers[1]
    }
    return date.time
  }

  /// Reads a date by a pattern of `%` directives, as `format.parse` gives it.
  static func time(_ text: String, pattern: String) -> Double? {
    var scanner = Scanner(text)
    var date = CivilDate(year: 1900)
    var directive = false
    for character in pattern {
      guard directive || character == "%" else {
        guard scanner.take([character]) else { return nil }
        continue
      }
      if !directive {
        directive = true
        continue
      }
      if character == "-" { continue }
      directive = false
      guard read(character, &scanner, &date) else { return nil }
    }
    return date.time
  }

  private static func read(
    _ directive: Character, _ scanner: inout Scanner, _ date: inout CivilDate
  ) -> Bool {
    func set(_ part: WritableKeyPath<CivilDate, Int>, _ range: ClosedRange<Int>) -> Bool {
      guard let number = scanner.number(digits: range) else { return false }
      date[keyPath: part] = number
      return true
    }
    switch directive {
    case "Y": return set(\.year, 4...4)
    case "y":
      guard let short = scanner.number(digits: 2...2) else { return false }
      date.year = short + (short > 68 ? 1900 : 2000)
      return true
    case "m": return set(\.month, 1...2)
    case "d", "e": return set(\.day, 1...2)
    case "H", "I": return set(\.hour, 1...2)
    case "M": return set(\.minute, 1...2)
    case "S": return set(\.second, 1...2)
    case "L": return set(\.millisecond, 1...3)
    case "b", "B":
      let word = scanner.letters().lowercased()
      guard let place = months.firstIndex(where: { word.hasPrefix($0) }) else { return false }
      date.month = place + 1
      return true
    default: return false
    }
  }

  /// Takes characters off the front of a text.
  private struct Scanner {
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ choices: [Character]) -> Bool {
      guard let first = rest.first, choices.contains(first) else { return false }
      rest.removeFirst()
      return true
    }

    mutating func skipBlanks() { while rest.first == " " { rest.removeFirst() } }

    mutating func sign() -> Int? {
      if take(["+"]) { return 1 }
      return take(["-", "−"]) ? -1 : nil
    }

    mutating func number(digits: ClosedRange<Int>) -> Int? {
      let run = rest.prefix { ("0"..."9").contains($0) }.prefix(digits.upperBound)
      guard run.count >= digits.lowerBound, let number = Int(run) else { return nil }
      rest.removeFirst(run.count)
      return number
    }

    mutating func thousandths() -> Int {
      let run = rest.prefix { ("0"..."9").contains($0) }
      rest.removeFirst(run.count)
      return Int((String(run.prefix(3)) + "000").prefix(3)) ?? 0
    }

    mutating func letters() -> String {
      let run = rest.prefix { $0.isLetter }
      rest.removeFirst(run.count)
      return String(run)
    }
  }
}
