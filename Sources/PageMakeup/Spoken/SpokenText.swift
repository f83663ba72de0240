/// Turns a text into the one that is read out: numbers, dates, times, percent, ranges, telephone
/// numbers and signs of units as words (product D28). Words stay as they are.
struct SpokenText {
  let text: [Character]
  private var words = ""
  private var place = 0

  private init(_ text: String) { self.text = Array(text) }

  /// The text as it is read.
  static func read(_ text: String) -> String {
    var reader = SpokenText(text)
    reader.run()
    return reader.words
  }

  /// What a rule makes of the text at a place, and where it goes on.
  typealias Reading = (words: String, end: Int)

  private mutating func run() {
    while place < text.count {
      let found = number() ?? sign()
      if let found {
        words += found.words
        place = found.end
      } else {
        words.append(text[place])
        place += 1
      }
    }
  }

  private func number() -> Reading? {
    let isStart = text[place].isSpokenDigit && !(place > 0 && text[place - 1].isSpokenDigit)
    guard isStart else { return nil }
    return telephone(at: place) ?? date(at: place) ?? clock(at: place) ?? feast(at: place)
      ?? years(at: place) ?? digitRow(at: place) ?? fraction(at: place) ?? range(at: place)
      ?? single(at: place)
  }

  // MARK: Quantities

  /// Two numbers with a dash between: 1-9月份, 50—80, 5%—8%.
  private func range(at start: Int) -> Reading? {
    guard let first = SpokenNumber(text, at: start), isDash(first.end),
      let second = SpokenNumber(text, at: first.end + 1)
    else { return nil }
    // 3-2-501 is a place in a house, 301-2室 as well.
    if isDash(second.end), second.end + 1 < text.count, text[second.end + 1].isSpokenDigit {
      return hyphened(at: start)
    }
    if has("室", at: second.end) { return hyphened(at: start) }
    if has("月份", at: second.end) {
      return ("\(first.words)到\(second.words)月", second.end + 2)
    }
    if let mark = percent(at: second.end) {
      return ("\(mark)\(first.words)到\(second.words)", second.end + 1)
    }
    let tail = quantity(second)
    let head = quantity(first, before: second.end)
    return ("\(head.words)到\(tail.words)", tail.end)
  }

  private func hyphened(at start: Int) -> Reading? {
    var parts: [String] = []
    var end = start
    while let number = SpokenNumber(text, at: end) {
      parts.append(
        number.whole.count > 2 ? HanNumber.row(number.whole) : HanNumber.cardinal(number.whole))
      end = number.end
      guard isDash(end), end + 1 < text.count, text[end + 1].isSpokenDigit else { break }
      end += 1
    }
    return (parts.joined(separator: "杠"), end)
  }

  private func single(at start: Int) -> Reading? {
    guard let number = SpokenNumber(text, at: start) else { return nil }
    // 1.2.3 has no value.
    if number.fraction != nil, has(".", at: number.end), number.end + 1 < text.count,
      text[number.end + 1].isSpokenDigit
    {
      return dotted(at: start)
    }
    if let mark = percent(at: number.end) {
      let whole = number.fraction == nil && number.whole == "100" ? "百" : number.words
      return ("\(mark)\(whole)", number.end + 1)
    }
    return quantity(number)
  }

  private func dotted(at start: Int) -> Reading? {
    var parts: [String] = []
    var end = start
    while end < text.count {
      var digits = ""
      while end < text.count, let digit = text[end].spokenDigit {
        digits.append(digit)
        end += 1
      }
      parts.append(HanNumber.cardinal(digits))
      guard has(".", at: end), end + 1 < text.count, text[end + 1].isSpokenDigit else { break }
      end += 1
    }
    return (parts.joined(separator: "点"), end)
  }

  /// A number with what its scale and its measure word make of it.
  private func quantity(_ number: SpokenNumber, before unit: Int? = nil) -> Reading {
    var end = number.end
    if unit == nil, let whole = number.tenThousands {
      let more = end < text.count && "余多".contains(text[end])
      let scale = more ? end + 1 : end
      if has("万", at: scale), !has("万亿", at: scale) {
        return (whole + (more ? String(text[end]) : ""), scale + 1)
      }
    }
    var words = number.words
    if number.whole == "2", number.fraction == nil, isMeasured(at: unit ?? end) { words = "两" }
    if unit == nil, let sign = unitSign(at: end) {
      words += sign.words
      end = sign.end
    }
    return (words, end)
  }

  private func isMeasured(at place: Int) -> Bool {
    guard !SpokenWords.notPairs.contains(where: { has($0, at: place) }) else { return false }
    // 第2次, 2栋3单元: an ordinal.
    if self.place > 0, text[self.place - 1] == "第" { return false }
    guard let word = SpokenWords.pairs.first(where: { has($0, at: place) }) else { return false }
    let after = place + word.count
    let isAddress = ["栋", "排", "层"].contains(word) && after < text.count
    return !(isAddress && text[after].isSpokenDigit)
  }

  /// A Latin sign of a unit, which ends where letters end.
  private func unitSign(at place: Int) -> Reading? {
    let start = has(" ", at: place) ? place + 1 : place
    for unit in SpokenWords.units where has(unit.sign, at: start) {
      let end = start + unit.sign.count
      let isWhole = end >= text.count || !(text[end].isSpokenLetter || text[end].isSpokenDigit)
      if isWhole { return (unit.words, end) }
    }
    return nil
  }

  /// 3/5 is 五分之三.
  private func fraction(at start: Int) -> Reading? {
    guard let top = SpokenNumber(text, at: start), top.fraction == nil,
      has("/", at: top.end) || has("／", at: top.end),
      let bottom = SpokenNumber(text, at: top.end + 1), bottom.fraction == nil,
      bottom.whole != "0", !has("/", at: bottom.end)
    else { return nil }
    return ("\(bottom.words)分之\(top.words)", bottom.end)
  }

  // MARK: Signs

  /// A sign that is read only beside a number.
  private func sign() -> Reading? {
    let mark = text[place]
    let next = place + 1 < text.count ? text[place + 1] : " "
    let last = place > 0 ? text[place - 1] : " "
    if SpokenWords.dashes.contains(mark), next.isSpokenDigit, !(mark == "—" && last == "—") {
      if last.isSpokenDigit || SpokenWords.beforeDash.contains(last) {
        return isOneDash ? ("到", place + 1) : nil
      }
      return negative(from: place)
    }
    if mark == "￥" || mark == "¥" || mark == "$", let number = SpokenNumber(text, at: place + 1) {
      let amount = quantity(number)
      var end = amount.end
      var words = amount.words
      if has("万", at: end) || has("亿", at: end) {
        words.append(text[end])
        end += 1
      }
      return (words + (mark == "$" ? "美元" : "元"), end)
    }
    if let word = SpokenWords.signs[mark], next.isSpokenDigit { return (word, place + 1) }
    if mark == "%" || mark == "％" { return ("百分比", place + 1) }
    if mark == "/" || mark == "／", isPer(last, next) { return ("每", place + 1) }
    return nil
  }

  private var isOneDash: Bool { !has("—", at: place + 1) }

  /// 元/吨 behind a number: 元每吨.
  private func isPer(_ last: Character, _ next: Character) -> Bool {
    let isHan = { (mark: Character) in
      mark.unicodeScalars.first.map { $0.properties.isIdeographic } ?? false
    }
    return isHan(last) && isHan(next)
      && text[max(0, place - 6)..<place].contains(where: \.isSpokenDigit)
  }

  /// 零下五摄氏度, 负百分之三点二.
  private func negative(from start: Int) -> Reading? {
    let before = start > 0 ? text[start - 1] : " "
    let opens = start == 0 || "为至到是温达，、（(“：".contains(before) || before == " "
    guard opens, let number = SpokenNumber(text, at: start + 1) else { return nil }
    if let mark = percent(at: number.end) { return ("负\(mark)\(number.words)", number.end + 1) }
    let amount = quantity(number)
    let isCold = has("℃", at: number.end) || has("°C", at: number.end) || has("度", at: number.end)
    return ((isCold ? "零下" : "负") + amount.words, amount.end)
  }

  // MARK: The text

  func has(_ word: String, at place: Int) -> Bool {
    guard place >= 0, place < text.count else { return false }
    return text[place...].starts(with: word)
  }

  private func percent(at place: Int) -> String? {
    guard place < text.count else { return nil }
    switch text[place] {
    case "%", "％": return "百分之"
    case "‰": return "千分之"
    default: return nil
    }
  }

  /// One dash before a digit; two are a pause.
  func isDash(_ place: Int) -> Bool {
    guard place < text.count, SpokenWords.dashes.contains(text[place]) else { return false }
    return place + 1 < text.count && text[place + 1].isSpokenDigit
  }
}
