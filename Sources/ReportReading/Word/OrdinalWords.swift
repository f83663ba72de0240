/// Numbers of lists in the formats of a word processor (ECMA-376 part 1, 17.18.59).
enum OrdinalWords {
  /// A number as a format writes it; decimal where the format is none that Chinese papers use.
  static func words(_ number: Int, in format: String) -> String {
    switch format {
    case "chineseCounting", "chineseCountingThousand", "taiwaneseCountingThousand",
      "taiwaneseCounting", "japaneseCounting":
      han(number, digits: plain, tens: ["", "十", "百", "千"])
    case "chineseLegalSimplified":
      han(number, digits: legal, tens: ["", "拾", "佰", "仟"])
    case "ideographLegalTraditional", "japaneseLegal":
      han(number, digits: formal, tens: ["", "拾", "佰", "仟"])
    case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand":
      String(String(max(0, number)).map { $0.wholeNumberValue.map { digital[$0] } ?? $0 })
    case "ideographTraditional": cycle(number, "甲乙丙丁戊己庚辛壬癸")
    case "ideographZodiac": cycle(number, "子丑寅卯辰巳午未申酉戌亥")
    case "ideographZodiacTraditional":
      cycle(number, "甲乙丙丁戊己庚辛壬癸") + cycle(number, "子丑寅卯辰巳午未申酉戌亥")
    case "ideographEnclosedCircle": enclosed(number, from: 0x3280, last: 10)
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": circled(number)
    case "decimalEnclosedFullstop": enclosed(number, from: 0x2488, last: 20)
    case "decimalEnclosedParen": enclosed(number, from: 0x2474, last: 20)
    case "decimalFullWidth", "decimalFullWidth2":
      String(String.UnicodeScalarView(String(number).unicodeScalars.map(wide)))
    case "decimalZero": padded(number, to: 2)
    case "numberInDash": "- \(number) -"
    case "lowerRoman": roman(number).lowercased()
    case "upperRoman": roman(number)
    case "lowerLetter", "upperLetter": letter(number, first: format == "lowerLetter" ? 0x61 : 0x41)
    case "none": ""
    default:
      format.hasPrefix("decimal/") ? padded(number, to: Int(format.dropFirst(8)) ?? 1) : "\(number)"
    }
  }

  /// Whether a sign is a number in a circle, in brackets or with its full stop.
  static func isEnclosed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2460...0x249B, 0x3251...0x325F, 0x32B1...0x32BF, 0x3280...0x3289, 0x24EA...0x24FF:
      true
    default: false
    }
  }

  private static let plain: [Character] = Array("零一二三四五六七八九")
  private static let legal: [Character] = Array("零壹贰叁肆伍陆柒捌玖")
  private static let formal: [Character] = Array("零壹貳參肆伍陸柒捌玖")
  private static let digital: [Character] = Array("〇一二三四五六七八九")

  /// ①, ㉑ and ㊱ stand in three blocks.
  private static func circled(_ number: Int) -> String {
    switch number {
    case 21...35: scalar(0x3251, number - 21)
    case 36...50: scalar(0x32B1, number - 36)
    default: enclosed(number, from: 0x2460, last: 20)
    }
  }

  private static func enclosed(_ number: Int, from first: UInt32, last: Int) -> String {
    (1...last).contains(number) ? scalar(first, number - 1) : "\(number)"
  }

  private static func scalar(_ first: UInt32, _ offset: Int) -> String {
    Unicode.Scalar(first + UInt32(offset)).map { String(Character($0)) } ?? ""
  }

  private static func wide(_ digit: Unicode.Scalar) -> Unicode.Scalar {
    (0x30...0x39).contains(digit.value) ? Unicode.Scalar(digit.value + 0xFEE0) ?? digit : digit
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func cycle(_ number: Int, _ signs: String) -> String {
    let signs: [Character] = Array(signs)
    return number > 0 ? String(signs[(number - 1) % signs.count]) : "\(number)"
  }

  /// Behind z comes aa, behind zz aaa.
  private static func letter(_ number: Int, first: UInt8) -> String {
    let place = max(0, number - 1)
    return String(
      repeating: Character(Unicode.Scalar(first + UInt8(place % 26))), count: place / 26 + 1)
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return "\(number)" }
    let signs: [(Int, String)] = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var (rest, text) = (number, "")
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  /// 1 to 9999 in Chinese: 十, 二十一, 一百零一, 一千零二十.
  private static func han(_ number: Int, digits: [Character], tens: [String]) -> String {
    guard (1...9999).contains(number) else { return "\(number)" }
    let places = String(number).compactMap(\.wholeNumberValue)
    var text = ""
    var hasGap = false
    for (index, digit) in places.enumerated() {
      let power = places.count - 1 - index
      guard digit > 0 else {
        hasGap = true
        continue
      }
      if hasGap { text.append(digits[0]) }
      hasGap = false
      // 10 to 19 begin with their 十.
      if !(number < 20 && power == 1 && digits[1] == "一") { text.append(digits[digit]) }
      text += tens[power]
    }
    return text
  }
}
