/// Numbers written out in Chinese: 三千二百, 两万, 二〇三一, 十二.
public enum HanNumeral {
  /// 一 to 九 behind 〇, by value.
  public static let digits: [Character] = Array("〇一二三四五六七八九")

  /// The value of a written-out number; nil when it is none. Digits in a row (二〇三一) are read one
  /// by one.
  public static func value(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !text.isEmpty, text.count <= 20 else { return nil }
    if text.count > 1, text.allSatisfy({ digit($0) != nil }) { return row(text) }
    var high = 0
    var middle = 0
    var section = 0
    var number: Int?
    for scalar in text {
      if let value = digit(scalar) {
        if number != nil, number != 0 { return nil }
        number = value
        continue
      }
      guard let unit = unit(scalar), max(high, middle) < 1_000_000_000 else { return nil }
      let part = section + (number ?? 0)
      switch unit {
      case 100_000_000:
        high = (high + middle + max(part, middle == 0 ? 1 : 0)) * unit
        (middle, section) = (0, 0)
      case 10_000:
        middle += max(part, 1) * unit
        section = 0
      default: section += (number ?? 1) * unit
      }
      number = nil
      if section > 1_000_000 { return nil }
    }
    return high + middle + section + (number ?? 0)
  }

  /// The value of a written-out number; nil when the text is none.
  public static func value(_ text: some StringProtocol) -> Int? {
    value(ArraySlice(Array(text.unicodeScalars)))
  }

  /// The value of one digit.
  public static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "零", "〇": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  private static func unit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 10
    case "百": 100
    case "千": 1000
    case "万": 10_000
    case "亿": 100_000_000
    default: nil
    }
  }

  private static func row(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    var value = 0
    for scalar in text {
      guard let next = digit(scalar), value < 1_000_000_000 else { return nil }
      value = value * 10 + next
    }
    return value
  }

  /// A number as heads and lists count, 1 to 99: 九, 十二, 三十. Others stay in digits.
  public static func ordinal(_ number: Int) -> String {
    guard (1...99).contains(number) else { return "\(number)" }
    let (tens, ones) = (number / 10, number % 10)
    let head = tens == 0 ? "" : tens == 1 ? "十" : "\(digits[tens])十"
    return head + (ones == 0 ? "" : String(digits[ones]))
  }

  /// Digits one by one, as in a year: 二〇三一. What is no digit stays.
  public static func row(_ text: String) -> String {
    String(text.map { $0.wholeNumberValue.flatMap { $0 < 10 ? digits[$0] : nil } ?? $0 })
  }
}
