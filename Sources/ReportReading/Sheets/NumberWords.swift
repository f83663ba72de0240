/// A number in a section of digits: `#,##0.00`, `0.0"万元"`, `000-0000`, `0%`, `# ?/?`.
struct NumberWords {
  private let section: FormatSection
  /// Places of the digits before and behind the point.
  private var whole: [Int] = []
  private var fraction: [Int] = []
  private var isGrouped = false
  /// How many times it is divided by a thousand.
  private var thousands = 0
  private var percents = 0

  init(section: FormatSection) {
    self.section = section
    var isBehind = false
    var commas = 0
    for (place, piece) in section.pieces.enumerated() {
      switch piece {
      case .digit:
        if isBehind { fraction.append(place) } else { whole.append(place) }
        if commas > 0 { isGrouped = true }
        commas = 0
      case .comma: if !whole.isEmpty { commas += 1 }
      case .point:
        isBehind = true
        thousands += commas
        commas = 0
      case .percent: percents += 1
      default: break
      }
    }
    thousands += commas
  }

  /// The words for a number that is not negative.
  func text(of value: DecimalDigits) -> String {
    let pieces = section.pieces
    let words: String
    if pieces.contains(.general) || pieces.contains(.text) {
      words = section.words(around: GeneralNumber.shown(value))
    } else if pieces.contains(.power) {
      // In full: a reader of paper cannot ask for the digits.
      words = GeneralNumber.text(of: value)
    } else if pieces.contains(.slash), let text = ratio(value) {
      words = text
    } else {
      words = digits(of: value.shifted(2 * percents - 3 * thousands).rounded(fraction.count))
    }
    return HanFigures.text(words, numerals: section.numerals, isCounted: pieces.contains(.general))
  }

  private func digits(of value: DecimalDigits) -> String {
    let (before, behind) = value.parts
    var places: [Int: String] = [:]
    put(value.wholeDigits == 1 && before == "0" ? "" : before, into: &places)
    let behindDigits = Array(behind)
    for (number, place) in fraction.enumerated() {
      let isGiven = number < behindDigits.count
      guard case .digit(let kind) = section.pieces[place] else { continue }
      places[place] = isGiven ? String(behindDigits[number]) : Self.blank(kind)
    }
    return section.pieces.enumerated().reduce(into: "") { text, item in
      switch item.element {
      case .digit: text += places[item.offset] ?? ""
      case .words(let words): text += words
      case .point: text += "."
      case .percent: text += "%"
      case .slash: text += "/"
      default: break
      }
    }
  }

  private static func blank(_ kind: Character) -> String {
    kind == "0" ? "0" : kind == "?" ? " " : ""
  }

  /// Digits from the right; the first place takes all that are left.
  private func put(_ number: String, into places: inout [Int: String]) {
    var left = Array(number)
    var count = 0
    for (order, place) in whole.enumerated().reversed() {
      guard case .digit(let kind) = section.pieces[place] else { continue }
      var words = ""
      repeat {
        let digit = left.popLast().map { String($0) } ?? Self.blank(kind)
        if !digit.isEmpty {
          let comma = isGrouped && count > 0 && count % 3 == 0 && digit != " " ? "," : ""
          words = digit + comma + words
          count += 1
        }
      } while order == 0 && !left.isEmpty
      places[place] = words
    }
  }

  // MARK: Fractions

  /// `1 1/2`: the nearest fraction whose denominator has the code's digits, or is the one it names.
  private func ratio(_ value: DecimalDigits) -> String? {
    guard let slash = section.pieces.firstIndex(of: .slash), value.wholeDigits < 12 else {
      return nil
    }
    let room = section.pieces[slash...].count {
      if case .digit = $0 { true } else { false }
    }
    var named: Int?
    if case .words(let words) = section.pieces[(slash + 1)...].first {
      named = Int(words.trimmingSpaces)
    }
    guard named ?? room > 0 else { return nil }
    let number = value.double
    let hasWhole = section.pieces[..<slash].contains {
      if case .words(let words) = $0 { words.contains(" ") } else { false }
    }
    let base = hasWhole ? number.rounded(.down) : 0
    let (over, under) = Self.nearest(
      number - base, limit: room > 2 ? 999 : room > 1 ? 99 : 9, named: named)
    if over == 0 { return "\(Int(base))" }
    if over == under, hasWhole { return "\(Int(base) + 1)" }
    return (base > 0 ? "\(Int(base)) " : "") + "\(over)/\(under)"
  }

  private static func nearest(_ value: Double, limit: Int, named: Int?) -> (Int, Int) {
    if let named, named > 0 { return (Int((value * Double(named)).rounded()), named) }
    var best = (over: Int(value.rounded()), under: 1)
    for under in 1...limit {
      let over = (value * Double(under)).rounded()
      let distance = (over / Double(under) - value).magnitude
      let known = (Double(best.over) / Double(best.under) - value).magnitude
      if distance < known - 1e-12 { best = (Int(over), under) }
    }
    return best
  }
}

/// Figures in Chinese, as `[DBNum1]` to `[DBNum3]` ask for.
enum HanFigures {
  private static let digits: [[Character]] = [
    Array("〇一二三四五六七八九"), Array("零壹贰叁肆伍陆柒捌玖"), Array("０１２３４５６７８９"),
  ]

  /// A text with its figures in Chinese; `isCounted` for 一百二十, else digit by digit.
  static func text(_ text: String, numerals: Int, isCounted: Bool) -> String {
    guard (1...3).contains(numerals) else { return text }
    var words = ""
    var rest = text[...]
    while let first = rest.first {
      let number = rest.prefix { $0.isASCII && $0.isNumber }
      if number.isEmpty {
        words.append(first)
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(number.count)
      let isWhole = !words.hasSuffix(".") && numerals < 3
      words += isCounted && isWhole ? counted(number, numerals) : spelled(number, numerals)
    }
    return words
  }

  static func spelled(_ number: some StringProtocol, _ numerals: Int) -> String {
    String(number.compactMap { $0.wholeNumberValue.map { digits[numerals - 1][$0] } })
  }

  /// A number below a hundred as parts of dates have it: 十, 二十一.
  static func small(_ number: Int, _ numerals: Int) -> String {
    guard numerals < 3, number >= 10 else { return spelled("\(number)", numerals) }
    let ten = numerals == 1 ? "十" : "拾"
    let tens = number / 10 == 1 && numerals == 1 ? "" : spelled("\(number / 10)", numerals)
    return tens + ten + (number % 10 == 0 ? "" : spelled("\(number % 10)", numerals))
  }

  private static func counted(_ number: some StringProtocol, _ numerals: Int) -> String {
    let figures = number.compactMap(\.wholeNumberValue)
    guard figures.count <= 16 else { return spelled(number, numerals) }
    let units = numerals == 1 ? ["", "十", "百", "千"] : ["", "拾", "佰", "仟"]
    let zero = numerals == 1 ? "〇" : "零"
    var words = ""
    var needsZero = false
    var isGroupSaid = false
    for (place, figure) in figures.enumerated() {
      let power = figures.count - 1 - place
      if figure > 0 {
        if needsZero { words += zero }
        needsZero = false
        words += spelled("\(figure)", numerals) + units[power % 4]
        isGroupSaid = true
      } else if !words.isEmpty {
        needsZero = true
      }
      if power % 4 == 0, power > 0, isGroupSaid {
        words += ["", "万", "亿", "兆"][power / 4]
        isGroupSaid = false
      }
    }
    return words.isEmpty ? zero : words
  }
}
