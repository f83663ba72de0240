import Geometry

/// A number format as d3-format writes it: `[[fill]align][sign][symbol][0][width][,][.n][~][type]`.
struct NumberFormat: Hashable, Sendable {
  var fill: Character = " "
  var align: Character = ">"
  var sign: Character = "-"
  var symbol: Character?
  var zero = false
  var width = 0
  var comma = false
  var precision: Int?
  var trim = false
  var type: Character?
  /// The power of ten that all numbers are divided by, with its prefix after them.
  var shared: Int?

  private static let types: Set<Character> = [
    "d", "f", "e", "g", "r", "s", "p", "%", "b", "o", "x", "X", "c", "n",
  ]

  /// Reads a specifier; nil where it is none.
  init?(_ text: String) {
    var rest = Array(text)[...]
    let aligns: Set<Character> = ["<", ">", "^", "="]
    if rest.count > 1, aligns.contains(rest[rest.startIndex + 1]) {
      fill = rest.removeFirst()
      align = rest.removeFirst()
    } else if let first = rest.first, aligns.contains(first) {
      align = rest.removeFirst()
    }
    if let first = rest.first, ["+", "-", "(", " "].contains(first) { sign = rest.removeFirst() }
    if let first = rest.first, ["$", "#"].contains(first) { symbol = rest.removeFirst() }
    if rest.first == "0" {
      zero = true
      rest.removeFirst()
    }
    width = min(200, NumberFormat.digits(&rest) ?? 0)
    if rest.first == "," {
      comma = true
      rest.removeFirst()
    }
    if rest.first == "." {
      rest.removeFirst()
      guard let digits = NumberFormat.digits(&rest) else { return nil }
      precision = min(digits, 20)
    }
    if rest.first == "~" {
      trim = true
      rest.removeFirst()
    }
    if let first = rest.first {
      guard NumberFormat.types.contains(first) else { return nil }
      type = rest.removeFirst()
    }
    guard rest.isEmpty else { return nil }
    if type == "n" {
      comma = true
      type = "g"
    }
    if zero {
      fill = "0"
      align = "="
    }
  }

  /// The format without any wish.
  init(plain: Void) {}

  /// The format for numbers that all take the same prefix of units (k, M, G).
  func scaled(by exponent: Int, places: Int) -> NumberFormat {
    var format = self
    format.type = "f"
    format.precision = places
    format.shared = exponent
    return format
  }

  private static func digits(_ rest: inout ArraySlice<Character>) -> Int? {
    var text = ""
    while let first = rest.first, ("0"..."9").contains(first) { text.append(rest.removeFirst()) }
    return Int(text)
  }

  /// The number in this format.
  func text(_ number: Double, rounding: NumberText.Rounding = .binary) -> String {
    guard number.isFinite else {
      return number.isNaN ? "NaN" : number < 0 ? "−∞" : "∞"
    }
    var (body, suffix) = magnitude(number, rounding)
    let isNothing = !body.contains { ("1"..."9").contains($0) || ("a"..."f").contains($0) }
    let isNegative = number < 0 && !(isNothing && sign != "+")
    if comma { body = NumberFormat.grouped(body) }
    var prefix =
      isNegative ? (sign == "(" ? "(" : "−") : sign == "+" || sign == " " ? String(sign) : ""
    if symbol == "$" { prefix += "$" }
    if isNegative, sign == "(" { suffix += ")" }
    let missing = width - prefix.count - body.count - suffix.count
    guard missing > 0 else { return prefix + body + suffix }
    let pad = String(repeating: fill, count: missing)
    switch align {
    case "<": return prefix + body + suffix + pad
    case "=": return prefix + pad + body + suffix
    case "^":
      let half = missing / 2
      return String(pad.prefix(half)) + prefix + body + suffix + String(pad.dropFirst(half))
    default: return pad + prefix + body + suffix
    }
  }

  private func magnitude(_ number: Double, _ rounding: NumberText.Rounding) -> (String, String) {
    if let shared {
      var plain = self
      plain.shared = nil
      let (body, _) = plain.magnitude(number / Elementary.pow(10, Double(shared)), rounding)
      return (body, NumberFormat.prefixes[shared / 3 + 8])
    }
    let value = number.magnitude
    let count = precision ?? (type == nil ? 12 : 6)
    switch type {
    case "f": return (trimmed(NumberText.fixed(value, count, rounding: rounding)), "")
    case "%": return (trimmed(NumberText.fixed(value * 100, count, rounding: rounding)), "%")
    case "p":
      return (trimmed(NumberFormat.rounded(value * 100, max(1, count))), "%")
    case "r": return (trimmed(NumberFormat.rounded(value, max(1, count))), "")
    case "d", "c": return (NumberText.fixed(value, 0, rounding: rounding), "")
    case "e": return (trimmed(NumberFormat.scientific(value, count)), "")
    case "s":
      let (body, unit) = NumberFormat.withUnit(value, max(1, count))
      return (trimmed(body), unit)
    case "b": return (String(Int(bounded: value.rounded(), 9_007_199_254_740_992), radix: 2), "")
    case "o": return (String(Int(bounded: value.rounded(), 9_007_199_254_740_992), radix: 8), "")
    case "x": return (String(Int(bounded: value.rounded(), 9_007_199_254_740_992), radix: 16), "")
    case "X":
      return (
        String(Int(bounded: value.rounded(), 9_007_199_254_740_992), radix: 16, uppercase: true), ""
      )
    default:
      let body = NumberFormat.general(value, max(1, count))
      return (type == nil ? NumberFormat.withoutZeros(body) : trimmed(body), "")
    }
  }

  private func trimmed(_ text: String) -> String {
    trim ? NumberFormat.withoutZeros(text) : text
  }

  /// Without zeros at the end of the decimals.
  static func withoutZeros(_ text: String) -> String {
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    guard let head = parts.first, head.contains(".") else { return text }
    var body = String(head)
    while body.last == "0" { body.removeLast() }
    if body.last == "." { body.removeLast() }
    return parts.count > 1 ? body + "e" + parts[1] : body
  }

  private static func rounded(_ value: Double, _ count: Int) -> String {
    guard value > 0 else { return "0" }
    let (digits, exponent) = NumberText.significant(value, count)
    return NumberText.place(digits, point: exponent + 1)
  }

  private static func scientific(_ value: Double, _ places: Int) -> String {
    let (digits, exponent) = NumberText.significant(value, places + 1)
    let text = digits.map { Character(UnicodeScalar($0 + 0x30)) }
    let body = text.count > 1 ? "\(text[0])." + String(text.dropFirst()) : String(text)
    return body + "e" + (exponent < 0 ? "-" : "+") + "\(abs(exponent))"
  }

  private static func general(_ value: Double, _ count: Int) -> String {
    guard value > 0 else {
      return count > 1 ? "0." + String(repeating: "0", count: count - 1) : "0"
    }
    let (digits, exponent) = NumberText.significant(value, count)
    if exponent < -6 || exponent >= count { return scientific(value, count - 1) }
    return NumberText.place(digits, point: exponent + 1)
  }

  private static let prefixes = [
    "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y",
  ]

  private static func withUnit(_ value: Double, _ count: Int) -> (String, String) {
    guard value > 0 else { return (general(0, count), "") }
    let (digits, exponent) = NumberText.significant(value, count)
    let third = max(-8, min(8, Int((Double(exponent) / 3).rounded(.down))))
    return (NumberText.place(digits, point: exponent + 1 - third * 3), prefixes[third + 8])
  }

  /// Commas between groups of three digits.
  static func grouped(_ text: String) -> String {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.allSatisfy({ ("0"..."9").contains($0) }) else {
      return text
    }
    var out = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return parts.count > 1 ? out + "." + parts[1] : out
  }
}
