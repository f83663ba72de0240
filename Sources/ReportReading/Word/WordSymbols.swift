/// Signs of symbol fonts as characters.
enum WordSymbols {
  /// Signs of Wingdings and its kin that papers tick, list and point with (as Unicode 7 maps them).
  private static let wingdings: [UInt32: String] = [
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x46: "☞", 0x4A: "☺", 0x4C: "☹",
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆",
    0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒", 0x80: "⓪", 0x81: "①", 0x82: "②", 0x83: "③",
    0x84: "④", 0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧", 0x89: "⑨", 0x8A: "⑩", 0x8C: "❶",
    0x8D: "❷", 0x8E: "❸", 0x8F: "❹", 0x90: "❺", 0x91: "❻", 0x92: "❼", 0x93: "❽", 0x94: "❾",
    0x95: "❿", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA2: "○", 0xA4: "◉", 0xA5: "◎",
    0xA7: "▪", 0xA8: "□", 0xAA: "✦", 0xAB: "★", 0xAC: "✶", 0xB2: "✧", 0xB6: "☆", 0xD8: "➢",
    0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨",
    0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]
  private static let wingdings2: [UInt32: String] = [
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x6A: "①", 0x6B: "②",
    0x6C: "③", 0x6D: "④", 0x6E: "⑤", 0x6F: "⑥", 0x70: "⑦", 0x71: "⑧", 0x72: "⑨", 0x73: "⑩",
    0x96: "•", 0x97: "●", 0x98: "●", 0x99: "○", 0x9A: "○", 0xA2: "■", 0xA3: "□", 0xAE: "◆",
    0xAF: "◇", 0xEA: "★",
  ]
  private static let wingdings3: [UInt32: String] = [
    0x21: "→", 0x22: "↑", 0x23: "↓", 0x20: "←", 0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓",
    0x70: "▲", 0x71: "▼", 0x74: "◀", 0x75: "▶", 0x7D: "▶", 0x7E: "▼",
  ]
  private static let symbol: [UInt32: String] = {
    // Greek letters stand where their Latin likes do.
    let greek = zip(
      Scalars("ABCDEFGHIKLMNOPQRSTUWXYZabcdefghiklmnopqrstuwxyz"),
      Scalars("ΑΒΧΔΕΦΓΗΙΚΛΜΝΟΠΘΡΣΤΥΩΞΨΖαβχδεφγηικλμνοπθρστυωξψζ"))
    var table = Dictionary(
      uniqueKeysWithValues: greek.map { ($0.0.value, String(Character($0.1))) })
    let signs: [UInt32: String] = [
      0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
      0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
      0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCC: "⊂", 0xCE: "∈",
      0xD0: "∠", 0xD1: "∇", 0xD5: "∏", 0xD6: "√", 0xD7: "·", 0xDE: "⇒", 0xE5: "∑", 0xF2: "∫",
      0x2D: "−", 0x5C: "∴", 0x5E: "⊥", 0x22: "∀", 0x24: "∃", 0x27: "∋", 0x40: "≅",
    ]
    table.merge(signs) { $1 }
    // Figures and common marks are themselves.
    for value in UInt32(0x20)...0x3F where table[value] == nil {
      table[value] = Unicode.Scalar(value).map { String(Character($0)) }
    }
    return table
  }()
  private static let webdings: [UInt32: String] = [
    0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗", 0x34: "▶", 0x33: "◀", 0x35: "▲",
    0x36: "▼", 0xD6: "✉", 0xC8: "☎",
  ]

  /// Whether a font has signs in the places of letters.
  static func isSymbolFont(_ name: String?) -> Bool { name.flatMap { table(of: $0) } != nil }

  private static func table(of font: String) -> [UInt32: String]? {
    switch font.lowercased() {
    case "wingdings": wingdings
    case "wingdings 2": wingdings2
    case "wingdings 3": wingdings3
    case "webdings": webdings
    case "symbol": symbol
    default: nil
    }
  }

  /// The character that a sign stands for; nil where it has none.
  static func text(of element: WordElement) -> String? {
    guard let code = element.attributes["char"].flatMap({ UInt32($0, radix: 16) }) else {
      return nil
    }
    return text(ofCode: code, font: element.attributes["font"] ?? "")
  }

  /// The character of a code in a font; nil where it has none.
  static func text(ofCode code: UInt32, font: String) -> String? {
    // Symbol fonts have their signs in a private block.
    let place = (0xF000...0xF0FF).contains(code) ? code - 0xF000 : code
    if let table = table(of: font) { return table[place] }
    guard code < 0xE000 || code > 0xF8FF else { return nil }
    return Unicode.Scalar(code).map { String(Character($0)) }
  }

  /// Text in a symbol font, and how many of its signs stand for no character.
  static func plain(_ text: Scalars, font: String?) -> (text: Scalars, lost: Int) {
    guard text.contains(where: { (0xF000...0xF0FF).contains($0.value) }) || isSymbolFont(font)
    else { return (text, 0) }
    var lost = 0
    var plain = Scalars()
    for scalar in text {
      let isPrivate = (0xF000...0xF0FF).contains(scalar.value)
      // Chinese text that a symbol font was laid over keeps its own face.
      guard isPrivate || scalar.value < 0x100 else {
        plain.append(scalar)
        continue
      }
      if scalar == " " {
        plain.append(scalar)
      } else if let sign = Self.text(ofCode: scalar.value, font: font ?? "Wingdings") {
        plain += Scalars(sign)
      } else {
        lost += 1
      }
    }
    return (plain, lost)
  }
}
