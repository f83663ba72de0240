/// The words of an expression.
enum ExpressionToken: Hashable, Sendable {
  case number(Double)
  case text(String)
  case name(String)
  case sign(String)
  case end
}

/// Cuts an expression into words.
struct ExpressionLexer {
  private let characters: [Character]
  private var place = 0

  private static let signs = [
    "===", "!==", ">>>", "==", "!=", "<=", ">=", "&&", "||", "<<", ">>", "+", "-", "*", "/", "%",
    "<", ">", "!", "?", ":", "(", ")", "[", "]", "{", "}", ",", ".", "&", "|", "^", "~",
  ].map { Array($0) }

  init(_ text: String) { characters = Array(text) }

  /// The next word; nil where the text is not of the language.
  mutating func next() -> ExpressionToken? {
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    guard place < characters.count else { return .end }
    let first = characters[place]
    if first.isASCII, first.isNumber { return number() }
    if first == ".", place + 1 < characters.count, characters[place + 1].isNumber {
      return number()
    }
    if first == "'" || first == "\"" { return text(first) }
    if first.isLetter || first == "_" || first == "$" {
      let start = place
      while place < characters.count,
        characters[place].isLetter || characters[place].isNumber || characters[place] == "_"
          || characters[place] == "$"
      {
        place += 1
      }
      return .name(String(characters[start..<place]))
    }
    for sign in Self.signs where characters[place...].starts(with: sign) {
      place += sign.count
      return .sign(String(sign))
    }
    return nil
  }

  private mutating func number() -> ExpressionToken? {
    let start = place
    while place < characters.count {
      let character = characters[place]
      let isSign = (character == "+" || character == "-") && "eE".contains(characters[place - 1])
      guard character.isNumber || character == "." || "eExX".contains(character) || isSign else {
        break
      }
      place += 1
    }
    let text = String(characters[start..<place])
    return
      (Double(text)
      ?? (text.hasPrefix("0x") ? Double(Int(text.dropFirst(2), radix: 16) ?? 0) : nil))
      .map { .number($0) }
  }

  private mutating func text(_ quote: Character) -> ExpressionToken? {
    var text = ""
    place += 1
    while place < characters.count, characters[place] != quote {
      if characters[place] == "\\", place + 1 < characters.count {
        place += 1
        switch characters[place] {
        case "n": text.append("\n")
        case "t": text.append("\t")
        case "u":
          let digits = String(characters[(place + 1)...].prefix(4))
          guard digits.count == 4, let code = UInt32(digits, radix: 16),
            let scalar = Unicode.Scalar(code)
          else { return nil }
          text.unicodeScalars.append(scalar)
          place += 4
        default: text.append(characters[place])
        }
      } else {
        text.append(characters[place])
      }
      place += 1
    }
    guard place < characters.count else { return nil }
    place += 1
    return .text(text)
  }
}
