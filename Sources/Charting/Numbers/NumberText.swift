/// Numbers as digits: exact decimal expansions, rounding and the plain form.
enum NumberText {
  /// The shortest decimal that gives the number back, without a needless `.0`.
  static func plain(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == 0 { return "0" }
    if number.magnitude < 1e15, number == number.rounded() { return String(Int(number)) }
    let (digits, point) = shortest(number.magnitude)
    let sign = number < 0 ? "-" : ""
    if point > 21 || point < -5 { return sign + exponential(digits, point: point) }
    return sign + place(digits, point: point)
  }

  /// Digits and place of the decimal point of the shortest form: 0.00123 is ("123", -2).
  static func shortest(_ magnitude: Double) -> (digits: [UInt8], point: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var sawExponent = false
    var exponentText = ""
    for byte in magnitude.description.utf8 {
      switch byte {
      case 0x30...0x39:
        if sawExponent {
          exponentText.append(Character(UnicodeScalar(byte)))
        } else {
          digits.append(byte - 0x30)
        }
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "-"): exponentText = "-"
      case UInt8(ascii: "e"): sawExponent = true
      default: break
      }
    }
    if sawExponent { exponent = Int(exponentText) ?? 0 }
    var place = (point ?? digits.count) + exponent
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    while digits.count > 1, digits.first == 0 {
      digits.removeFirst()
      place -= 1
    }
    return (digits, place)
  }

  /// All digits of the number's exact value.
  static func exact(_ magnitude: Double) -> (digits: [UInt8], point: Int) {
    guard magnitude > 0, magnitude.isFinite else { return ([0], 1) }
    let exponent = Int(magnitude.exponent) - 52
    var whole = UInt64(magnitude.significand * 4_503_599_627_370_496)
    var digits: [UInt8] = []
    while whole > 0 {
      digits.append(UInt8(whole % 10))
      whole /= 10
    }
    digits.reverse()
    var point = digits.count
    if exponent > 0 {
      for _ in 0..<exponent { double(&digits, &point) }
    } else if exponent < 0 {
      for _ in 0..<(-exponent) { halve(&digits, &point) }
    }
    return (digits, point)
  }

  private static func double(_ digits: inout [UInt8], _ point: inout Int) {
    var carry: UInt8 = 0
    for place in digits.indices.reversed() {
      let value = digits[place] * 2 + carry
      digits[place] = value % 10
      carry = value / 10
    }
    if carry > 0 {
      digits.insert(carry, at: 0)
      point += 1
    }
  }

  private static func halve(_ digits: inout [UInt8], _ point: inout Int) {
    var rest: UInt8 = 0
    for place in digits.indices {
      let value = rest * 10 + digits[place]
      digits[place] = value / 2
      rest = value % 2
    }
    if rest > 0 { digits.append(5) }
    if digits.first == 0, digits.count > 1 {
      digits.removeFirst()
      point -= 1
    }
  }

  /// Keeps so many digits, halves upwards; a carry may move the point.
  static func rounded(
    _ number: (digits: [UInt8], point: Int), to count: Int
  ) -> (digits: [UInt8], point: Int) {
    var (digits, point) = number
    if count < 0 { return ([0], point) }
    guard count < digits.count else {
      return (digits + [UInt8](repeating: 0, count: count - digits.count), point)
    }
    let up = digits[count] >= 5
    digits = Array(digits[..<count])
    guard up else { return (digits.isEmpty ? [0] : digits, digits.isEmpty ? point + 1 : point) }
    var place = count - 1
    while place >= 0 {
      if digits[place] < 9 {
        digits[place] += 1
        return (digits, point)
      }
      digits[place] = 0
      place -= 1
    }
    digits.insert(1, at: 0)
    point += 1
    if digits.count > max(count, 1) { digits.removeLast() }
    return (digits, point)
  }

  /// Digits with the point put in: ("123", -2) is 0.00123.
  static func place(_ digits: [UInt8], point: Int) -> String {
    let text = digits.map { Character(UnicodeScalar($0 + 0x30)) }
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + String(text) }
    if point >= digits.count {
      return String(text) + String(repeating: "0", count: point - digits.count)
    }
    return String(text[..<point]) + "." + String(text[point...])
  }

  private static func exponential(_ digits: [UInt8], point: Int) -> String {
    let text = digits.map { Character(UnicodeScalar($0 + 0x30)) }
    let head = text.count > 1 ? "\(text[0])." + String(text.dropFirst()) : String(text)
    return head + "e" + (point > 0 ? "+" : "-") + "\(abs(point - 1))"
  }

  /// How a number becomes decimal digits before it is rounded.
  enum Rounding: Sendable {
    /// From the exact binary value, as JavaScript does: 1.005 to two places is 1.00.
    case binary
    /// From the decimal that people see: 1.005 to two places is 1.01.
    case decimal
  }

  /// A fixed number of decimals.
  static func fixed(_ number: Double, _ places: Int, rounding: Rounding = .binary) -> String {
    guard number.isFinite else { return plain(number) }
    let magnitude = number.magnitude
    let expansion = rounding == .binary ? exact(magnitude) : shortest(magnitude)
    var text = "0"
    if magnitude > 0 {
      let keep = expansion.point + places
      if keep < 0 {
        text = "0"
      } else {
        let (digits, point) = rounded(expansion, to: keep)
        let isNothing = digits.allSatisfy { $0 == 0 }
        text = isNothing ? "0" : place(digits, point: point)
        if !isNothing, places == 0, point <= 0 { text = "0" }
      }
    }
    if places > 0 {
      let decimals = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 }
      if decimals == nil { text += "." }
      let missing = places - (decimals ?? 0)
      if missing > 0 { text += String(repeating: "0", count: missing) }
      if missing < 0 { text.removeLast(-missing) }
    }
    return number < 0 && text.contains(where: { ("1"..."9").contains($0) }) ? "-" + text : text
  }

  /// So many significant digits with the decimal exponent of the first: (digits, exponent).
  static func significant(_ magnitude: Double, _ count: Int) -> (digits: [UInt8], exponent: Int) {
    guard magnitude > 0 else { return ([UInt8](repeating: 0, count: max(1, count)), 0) }
    let (digits, point) = rounded(exact(magnitude), to: max(1, count))
    return (digits, point - 1)
  }
}
