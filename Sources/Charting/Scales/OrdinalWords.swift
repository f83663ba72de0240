/// The order of words that count by themselves: 1月 … 12月, 周一 … 周日, 第一季度, 3号楼, 甲 乙 丙,
/// 上旬 中旬 下旬, 一季度 上半年 前三季度 全年. Code points put 10月 before 2月 and 三 before 二.
enum OrdinalWords {
  /// The words in their own order; nil where they are no row of one kind.
  static func sorted(_ values: [DataValue]) -> [DataValue]? {
    var keyed: [(key: [Int], value: DataValue)] = []
    var frame: Frame?
    var rest: [DataValue] = []
    for value in values {
      guard case .text(let text) = value else {
        guard value == .null else { return nil }
        rest.append(value)
        continue
      }
      guard let word = reading(text), frame == nil || frame == word.frame else {
        return asPeriods(values)
      }
      frame = word.frame
      keyed.append((word.numbers, value))
    }
    guard keyed.count > 1 else { return nil }
    return inOrder(keyed) + rest
  }

  private static func inOrder(_ keyed: [(key: [Int], value: DataValue)]) -> [DataValue] {
    keyed.enumerated().sorted { a, b in
      a.element.key == b.element.key
        ? a.offset < b.offset : a.element.key.lexicographicallyPrecedes(b.element.key)
    }.map(\.element.value)
  }

  // MARK: One word

  /// What words of one row share: the text before their first number and the sign after their last.
  private struct Frame: Hashable {
    var before: String
    var unit: Character?
  }

  private static func reading(_ text: String) -> (frame: Frame, numbers: [Int])? {
    let signs = Array(text.trimmingBlank())
    guard (1...24).contains(signs.count) else { return nil }
    var frame = Frame(before: "", unit: nil)
    var numbers: [Int] = []
    var place = 0
    while place < signs.count {
      guard let hit = number(in: signs, at: place) else {
        if numbers.isEmpty { frame.before.append(signs[place]) }
        place += 1
        continue
      }
      numbers.append(hit.value)
      place += hit.length
      frame.unit = place < signs.count ? signs[place] : nil
    }
    return numbers.isEmpty ? nil : (frame, numbers)
  }

  private static func number(in signs: [Character], at place: Int) -> (value: Int, length: Int)? {
    let digits = signs[place...].prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty {
      guard digits.count < 10, let value = Int(String(digits)) else { return nil }
      return (value, digits.count)
    }
    let numerals = signs[place...].prefix { Self.numerals[$0] != nil }
    if !numerals.isEmpty, let value = numeral(Array(numerals)) { return (value, numerals.count) }
    let before = place > 0 ? signs[place - 1] : nil
    let after = place + 1 < signs.count ? signs[place + 1] : nil
    if let before, "周期拜".contains(before), "日天".contains(signs[place]) { return (7, 1) }
    // 甲村, 乙组 and 丙; not the 丁 of a name within a word.
    if let value = position(of: signs[place], in: "甲乙丙丁戊己庚辛壬癸"),
      before == nil || before == "第", signs.count <= 4
    {
      return (value, 1)
    }
    if let after, "旬半午期册".contains(after),
      let value = position(of: signs[place], in: "上中下")
    {
      return (value, 1)
    }
    if after == nil || after == "季", let value = position(of: signs[place], in: "春夏秋冬") {
      return (value, 1)
    }
    return nil
  }

  private static func position(of sign: Character, in row: String) -> Int? {
    row.firstIndex(of: sign).map { row.distance(from: row.startIndex, to: $0) + 1 }
  }

  private static let numerals: [Character: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "十": 10, "百": 100,
  ]

  /// 十二 is 12, 二十 is 20, 一百零五 is 105, 二〇三一 is 2031.
  private static func numeral(_ signs: [Character]) -> Int? {
    let values = signs.compactMap { numerals[$0] }
    guard values.count <= 8 else { return nil }
    if values.allSatisfy({ $0 < 10 }) { return values.reduce(0) { $0 * 10 + $1 } }
    var (sum, digit) = (0, 0)
    for value in values {
      if value < 10 {
        digit = value
      } else {
        sum += max(1, digit) * value
        digit = 0
      }
    }
    return sum + digit
  }

  // MARK: Parts of a year that grow

  /// 一季度, 上半年, 前三季度, 全年: reports of a year's course, by the month they reach to.
  private static func asPeriods(_ values: [DataValue]) -> [DataValue]? {
    var keyed: [(key: [Int], value: DataValue)] = []
    for value in values {
      guard case .text(let text) = value, let end = periodEnd(text.trimmingBlank()) else {
        return nil
      }
      keyed.append(([end.year, end.month], value))
    }
    return keyed.count > 1 ? inOrder(keyed) : nil
  }

  private static func periodEnd(_ text: String) -> (year: Int, month: Int)? {
    var rest = text[...]
    var year = 0
    if let mark = rest.firstIndex(of: "年"), let own = Int(rest[..<mark]) {
      year = own
      rest = rest[rest.index(after: mark)...]
    }
    if let fixed = ["上半年": 6, "下半年": 12, "全年": 12, "年底": 12, "年末": 12][String(rest)] {
      return (year, fixed)
    }
    for lead in ["前", "第"] where rest.hasPrefix(lead) { rest = rest.dropFirst() }
    for (tail, months) in [("个季度", 3), ("季度", 3), ("个月", 1), ("月份", 1), ("月", 1)]
    where rest.hasSuffix(tail) {
      let parts = rest.dropLast(tail.count).split { "-—–~至".contains($0) }
      guard let last = parts.last, let hit = number(in: Array(last), at: 0),
        hit.length == last.count
      else { return nil }
      return (year, hit.value * months)
    }
    return nil
  }
}
