import Notations

/// Numbers as they are spoken in Chinese.
enum HanNumber {
  private static let digits = Array("零一二三四五六七八九")
  private static let places = ["", "十", "百", "千"]
  private static let sections = ["", "万", "亿", "万亿", "亿亿"]

  /// Most digits of a number that is read as one.
  static let most = 16

  /// A whole number: 32276 is 三万两千二百七十六, 10005 一万零五, 110 一百一十, 12 十二.
  ///
  /// Zeros at the end of a section of four are not read, others once. 2 is 两 before 千, and before 万
  /// and 亿 where it stands alone; 二百 and 二十 stay.
  static func cardinal(_ text: String) -> String {
    let plain = String(text.drop { $0 == "0" })
    if plain.isEmpty { return "零" }
    if plain.count > most { return row(text) }
    var groups: [[Int]] = []
    var rest = Array(plain).compactMap(\.wholeNumberValue)
    while !rest.isEmpty {
      groups.insert(Array(rest.suffix(4)), at: 0)
      rest.removeLast(min(4, rest.count))
    }
    var words = ""
    var skipped = false
    for (number, group) in groups.enumerated() {
      let section = groups.count - 1 - number
      let value = group.reduce(0) { $0 * 10 + $1 }
      if value == 0 {
        // 亿 is said once for 万亿 and 亿 together.
        if section == 2, words.hasSuffix("万") { words += "亿" } else { skipped = true }
        continue
      }
      if !words.isEmpty, value < 1000 || skipped { words += "零" }
      skipped = false
      words += self.group(group, isFirst: words.isEmpty, hasScale: section > 0)
      let joinsNext = section == 3
      words += joinsNext ? "万" : sections[section]
    }
    return words
  }

  private static func group(_ group: [Int], isFirst: Bool, hasScale: Bool) -> String {
    if hasScale, isFirst, group.reduce(0, { $0 * 10 + $1 }) == 2 { return "两" }
    var words = ""
    var isOpen = false
    for (place, digit) in group.enumerated() {
      let power = group.count - 1 - place
      if digit == 0 {
        isOpen = !words.isEmpty
        continue
      }
      if isOpen { words += "零" }
      isOpen = false
      let isTeen = digit == 1 && power == 1 && words.isEmpty && isFirst
      if !isTeen { words += digit == 2 && power == 3 ? "两" : String(digits[digit]) }
      words += places[power]
    }
    return words
  }

  /// Digits one by one.
  static func row(_ text: String) -> String {
    String(text.map { $0.wholeNumberValue.map { digits[$0] } ?? $0 })
  }

  /// The digits of a year: 二〇三一.
  static func year(_ text: String) -> String { HanNumeral.row(text) }

  /// A telephone number, its ones as 幺.
  static func telephone(_ text: String) -> String {
    row(text).replacingOccurrences(of: "一", with: "幺")
  }
}

extension String {
  /// The text with one character in the place of another.
  fileprivate func replacingOccurrences(of old: Character, with new: Character) -> String {
    String(map { $0 == old ? new : $0 })
  }
}
