extension CivilDay {
  /// Years that a written date may have; others are slips.
  private static let years = 1900...2999

  /// Reads the day that a text begins with: `2031-05-20`, `2031/5/20`, `2031.5.20` or
  /// `2031年5月20日`; what stands behind it is passed over. Nil for anything else.
  public init?(_ text: String) {
    guard let found = CivilDay.read(text) else { return nil }
    self = found.day
  }

  /// Reads a text that is a day and no more, but for a time of day behind it (ISO 8601).
  public init?(whole text: String) {
    guard let (day, rest) = CivilDay.read(text) else { return nil }
    let time = rest.drop { $0 == " " || $0 == "T" }
    let isTime = time.allSatisfy { $0.isASCII && ($0.isNumber || ":.Z+-".contains($0)) }
    guard time.isEmpty || isTime && time.count < rest.count && time.contains(":") else {
      return nil
    }
    self = day
  }

  private static func read(_ text: String) -> (day: CivilDay, rest: Substring)? {
    var numbers: [Int] = []
    var rest = text.drop { $0.isWhitespace }
    while numbers.count < 3 {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard (1...4).contains(digits.count), let number = Int(digits) else { return nil }
      numbers.append(number)
      rest = rest.dropFirst(digits.count)
      guard numbers.count < 3 else { break }
      guard let sign = rest.popFirst(), "-/.年月".contains(sign) else { return nil }
    }
    guard rest.first?.isASCII != true || rest.first?.isNumber != true else { return nil }
    if rest.first == "日" { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    guard years.contains(numbers[0]) else { return nil }
    return CivilDay(year: numbers[0], month: numbers[1], day: numbers[2]).map { ($0, rest) }
  }
}
