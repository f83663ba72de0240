/// The fields that are open at a place of a Word file: each has an instruction, then its result.
struct WordFields {
  private var open: [String] = []
  /// Whether a table of contents was open since this was last cleared.
  var hasContents = false

  /// Takes a mark of a field, or a part of its instruction.
  mutating func take(_ element: WordElement) {
    if element.name == "instrText" {
      if !open.isEmpty { open[open.count - 1] += element.text }
    } else {
      switch element.attributes["fldCharType"] {
      case "begin": open.append("")
      case "end": if !open.isEmpty { open.removeLast() }
      default: break
      }
    }
    noteContents()
  }

  /// Notes whether a table of contents is open here.
  mutating func noteContents() {
    if open.contains(where: { $0.trimmingSpaces.hasPrefix("TOC") }) { hasContents = true }
  }
}

/// Signs of symbol fonts as characters.
enum WordSymbols {
  /// Signs of Wingdings and its kin that office papers tick, list and point with.
  private static let wingdings: [UInt32: String] = [
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "◆", 0x77: "◆",
    0x9F: "•", 0xA1: "○", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE8: "→", 0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑",
  ]
  private static let wingdings2: [UInt32: String] = [
    0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x54: "☒", 0xA3: "□", 0x97: "●",
  ]
  private static let symbol: [UInt32: String] = [
    0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•",
    0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD7: "·", 0x61: "α", 0x62: "β", 0x6D: "μ", 0x70: "π",
  ]

  /// The character that a sign stands for; nil where it has none.
  static func text(of element: WordElement) -> String? {
    guard let code = element.attributes["char"].flatMap({ UInt32($0, radix: 16) }) else {
      return nil
    }
    // Symbol fonts have their signs in a private block.
    let place = (0xF000...0xF0FF).contains(code) ? code - 0xF000 : code
    switch element.attributes["font"] {
    case "Wingdings": return wingdings[place]
    case "Wingdings 2": return wingdings2[place]
    case "Symbol": return symbol[place]
    default: break
    }
    guard code < 0xE000 || code > 0xF8FF else { return nil }
    return Unicode.Scalar(code).map { String(Character($0)) }
  }
}
