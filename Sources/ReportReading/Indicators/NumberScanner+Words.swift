import Notations

/// Shares and multiples in words: 三分之一, 近八成, 百分之九十五, 一半以上, 翻一番.
extension NumberScanner {
  /// 百分之九十五, 百分之95.5.
  func percentWords(at start: Int) -> NumberToken? {
    var place = start + 3
    let first = place
    while place < end, HanNumerals.all.contains(text[place]) || text[place] == "点" { place += 1 }
    var value = Self.decimal(text[first..<place])
    if place == first {
      while place < end, text[place].isDigit || text[place] == "." { place += 1 }
      value = text[first..<place].string
    }
    guard let value, !value.isEmpty else { return nil }
    let tail = tail(from: place)
    return NumberToken(
      style: .share, range: start..<tail.end, unitStart: place, value: value, unit: "%",
      after: tail.words)
  }

  /// 三分之一 is 1/3.
  func fraction(_ start: Int, _ middle: Int) -> NumberToken? {
    var place = middle + 2
    while place < end, HanNumerals.all.contains(text[place]) { place += 1 }
    guard let bottom = HanNumerals.value(text[start..<middle]), bottom > 1, place > middle + 2,
      let top = HanNumerals.value(text[(middle + 2)..<place])
    else { return nil }
    let tail = tail(from: place)
    return NumberToken(
      style: .share, range: start..<tail.end, unitStart: place, value: "\(top)/\(bottom)",
      unit: "", after: tail.words)
  }

  /// 八成 is 80 %, 七成五 75 %.
  func tenths(_ start: Int, _ middle: Int) -> NumberToken? {
    guard middle == start + 1, let tens = HanNumerals.digit(text[start]), tens > 0 else {
      return nil
    }
    var place = middle + 1
    var value = tens * 10
    if place < end, let ones = HanNumerals.digit(text[place]), ones > 0 {
      value += ones
      place += 1
    } else if place < end, text[place] == "半" {
      value += 5
      place += 1
    }
    if place < end, Self.notTenths.contains(text[place]) { return nil }
    var more = ""
    if place < end, text[place] == "多" || text[place] == "余" {
      more = text[place..<(place + 1)].string
      place += 1
    }
    let tail = tail(from: place)
    return NumberToken(
      style: .share, range: start..<tail.end, unitStart: middle, value: String(value), unit: "%",
      after: more + tail.words)
  }

  /// 一半, 半数: 1/2.
  func half(at start: Int) -> NumberToken? {
    guard text.has("一半", at: start) || text.has("半数", at: start) else { return nil }
    let tail = tail(from: start + 2)
    return NumberToken(
      style: .share, range: start..<tail.end, unitStart: start + 2, value: "1/2", unit: "",
      after: tail.words)
  }

  /// 翻一番 is 2 times, 翻两番 4 times.
  func doubling(at start: Int) -> NumberToken? {
    var place = start + 1
    if place < end, text[place] == "了" { place += 1 }
    var times = 1
    if place < end, let digit = HanNumerals.digit(text[place]) {
      times = digit
      place += 1
    }
    guard place < end, text[place] == "番", (1...4).contains(times) else { return nil }
    return NumberToken(
      style: .doubling, range: start..<(place + 1), unitStart: place, value: String(1 << times),
      unit: "倍")
  }

  /// 九十五, 九十五点二.
  private static func decimal(_ text: ArraySlice<Unicode.Scalar>) -> String? {
    guard let point = text.firstIndex(of: "点") else {
      return HanNumerals.value(text).map { String($0) }
    }
    guard let whole = HanNumerals.value(text[..<point]) else { return nil }
    let digits = text[(point + 1)...].compactMap { HanNumerals.digit($0) }
    return "\(whole)." + digits.map { String($0) }.joined()
  }

  private static let notTenths = ScalarSet("立效功果本员长都绩就为交品年人了套型")
}
