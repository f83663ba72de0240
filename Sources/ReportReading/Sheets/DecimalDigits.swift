/// A number by its decimal digits, so that rounding and shifting are those of a person.
struct DecimalDigits: Hashable {
  /// Digits without leading zeros, most first; empty for zero.
  private var digits: [UInt8]
  /// How many of the digits stand before the point; below zero for zeros behind it.
  private var point: Int
  private(set) var isNegative: Bool

  /// Powers of ten that are read; beyond them a value is taken for text.
  private static let mostPlaces = 400

  /// Reads `-12.5`, `3.7E+17`; nil for anything else.
  init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    var digits: [UInt8] = []
    var point: Int?
    while let byte = bytes.first {
      if (0x30...0x39).contains(byte) {
        digits.append(byte - 0x30)
      } else if byte == UInt8(ascii: "."), point == nil {
        point = digits.count
      } else {
        break
      }
      bytes = bytes.dropFirst()
    }
    guard !digits.isEmpty, digits.count <= Self.mostPlaces else { return nil }
    var power = 0
    if let byte = bytes.first, byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      guard let found = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)),
        abs(found) <= Self.mostPlaces
      else { return nil }
      power = found
      bytes = []
    }
    guard bytes.isEmpty else { return nil }
    self.digits = digits
    self.point = (point ?? digits.count) + power
    trim()
  }

  private mutating func trim() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }

  var isZero: Bool { digits.isEmpty }
  var isInteger: Bool { digits.count <= point || isZero }
  /// How many digits a whole number has.
  var wholeDigits: Int { max(1, point) }
  /// The power of ten of the first digit.
  var exponent: Int { isZero ? 0 : point - 1 }

  var magnitude: DecimalDigits {
    var result = self
    result.isNegative = false
    return result
  }

  var double: Double {
    let words = digits.map { String($0) }.joined()
    let value = Double("0.\(words.isEmpty ? "0" : words)e\(point)") ?? 0
    return isNegative ? -value : value
  }

  /// Times a power of ten.
  func shifted(_ places: Int) -> DecimalDigits {
    var result = self
    if !isZero { result.point += places }
    return result
  }

  /// With so many digits behind the point; half goes away from zero.
  func rounded(_ decimals: Int) -> DecimalDigits { cut(after: point + decimals) }

  /// With so many digits altogether.
  func significant(_ count: Int) -> DecimalDigits { cut(after: count) }

  private func cut(after count: Int) -> DecimalDigits {
    guard count < digits.count else { return self }
    var result = self
    if count < 0 {
      result.digits = []
      result.trim()
      return result
    }
    let isUp = digits[count] >= 5
    result.digits = Array(digits[..<count])
    if isUp {
      var place = count - 1
      while place >= 0, result.digits[place] == 9 {
        result.digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        result.digits[place] += 1
      } else {
        result.digits.insert(1, at: 0)
        result.point += 1
      }
    }
    result.trim()
    return result
  }

  /// Digits before the point, `0` where there are none, and behind it, without zeros at the end.
  var parts: (whole: String, fraction: String) {
    let zeros = String(repeating: "0", count: max(0, -point))
    let whole = digits.prefix(max(0, point)).map { String($0) }.joined()
    let filled = whole + String(repeating: "0", count: max(0, point - digits.count))
    let fraction = digits.dropFirst(max(0, point)).map { String($0) }.joined()
    return (filled.isEmpty ? "0" : filled, fraction.isEmpty ? "" : zeros + fraction)
  }

  /// `12.5`, without a sign.
  var plain: String {
    let (whole, fraction) = parts
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
  }
}
