/// One token of a content stream, by its place in the bytes.
struct ContentToken {
  enum Kind {
    case number, name, string, hexString, open, close, keyword
    /// The bytes of an inline picture, between ID and EI.
    case inlineData
  }

  var kind: Kind
  var start: Int
  var end: Int
  /// Value of a number.
  var value = 0.0
}

/// One operator of a content stream with its operands.
struct ContentOperation {
  /// The operator, such as `rg`; `EI` for a whole inline picture.
  var name: String
  /// Tokens before it, arrays and dictionaries laid flat.
  var operands: [ContentToken]
  /// First byte of the first operand.
  var start: Int
  /// First byte behind the operator.
  var end: Int

  /// The numbers among the operands.
  var numbers: [Double] { operands.lazy.filter { $0.kind == .number }.map(\.value) }
}

/// Reads content streams (ISO 32000-1, 7.8): tokens, then operations. Every input ends: each step
/// moves forward, and junk is skipped byte by byte.
struct ContentScanner {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The text of a token.
  func text(_ token: ContentToken) -> String {
    String(decoding: bytes[token.start..<token.end], as: UTF8.self)
  }

  /// Reads on from another place.
  mutating func move(to place: Int) { self.place = min(max(0, place), bytes.count) }

  /// The next operation; nil at the end. Operands without an operator are dropped.
  mutating func nextOperation() -> ContentOperation? {
    var operands: [ContentToken] = []
    operands.reserveCapacity(6)
    while let token = next() {
      guard token.kind == .keyword else {
        // No operator takes so many operands; a broken stream must not fill the memory.
        if operands.count < 100_000 { operands.append(token) }
        continue
      }
      let name = text(token)
      let start = operands.first?.start ?? token.start
      if name == "BI" { return inlinePicture(from: start) }
      return ContentOperation(name: name, operands: operands, start: start, end: token.end)
    }
    return nil
  }

  /// BI, the entries, ID, one white space, data, EI.
  private mutating func inlinePicture(from start: Int) -> ContentOperation? {
    var operands: [ContentToken] = []
    while let token = next() {
      if token.kind == .keyword, text(token) == "ID" { break }
      if operands.count < 1000 { operands.append(token) }
    }
    let first = min(place + 1, bytes.count)
    var end = first
    while end + 2 <= bytes.count {
      let isEnd =
        bytes[end] == UInt8(ascii: "E") && bytes[end + 1] == UInt8(ascii: "I")
        && (end == first || bytes[end - 1].isWhite)
        && (end + 2 == bytes.count || bytes[end + 2].isWhite)
      if isEnd { break }
      end += 1
    }
    operands.append(ContentToken(kind: .inlineData, start: first, end: min(end, bytes.count)))
    place = min(end + 2, bytes.count)
    return ContentOperation(name: "EI", operands: operands, start: start, end: place)
  }

  /// The next token; nil at the end.
  mutating func next() -> ContentToken? {
    while place < bytes.count {
      let byte = bytes[place]
      if byte.isWhite {
        place += 1
      } else if byte == UInt8(ascii: "%") {
        while place < bytes.count, bytes[place] != 10, bytes[place] != 13 { place += 1 }
      } else {
        return token(startingWith: byte)
      }
    }
    return nil
  }

  private mutating func token(startingWith byte: UInt8) -> ContentToken {
    let start = place
    switch byte {
    case UInt8(ascii: "("):
      skipString()
      return ContentToken(kind: .string, start: start, end: place)
    case UInt8(ascii: "<"):
      if place + 1 < bytes.count, bytes[place + 1] == byte {
        place += 2
        return ContentToken(kind: .open, start: start, end: place)
      }
      while place < bytes.count, bytes[place] != UInt8(ascii: ">") { place += 1 }
      place = min(place + 1, bytes.count)
      return ContentToken(kind: .hexString, start: start, end: place)
    case UInt8(ascii: ">"):
      place += place + 1 < bytes.count && bytes[place + 1] == byte ? 2 : 1
      return ContentToken(kind: .close, start: start, end: place)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      place += 1
      return ContentToken(kind: .open, start: start, end: place)
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ")"):
      place += 1
      return ContentToken(kind: .close, start: start, end: place)
    case UInt8(ascii: "/"):
      place += 1
      skipRegular()
      return ContentToken(kind: .name, start: start, end: place)
    default:
      skipRegular()
      if place == start { place += 1 }
      if let value = number(start, place) {
        return ContentToken(kind: .number, start: start, end: place, value: value)
      }
      return ContentToken(kind: .keyword, start: start, end: place)
    }
  }

  private mutating func skipRegular() {
    while place < bytes.count, !bytes[place].isWhite, !bytes[place].isDelimiter { place += 1 }
  }

  private mutating func skipString() {
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { break }
    }
    place = min(place, bytes.count)
  }

  /// Numbers have no exponent in PDF; anything else is an operator.
  private func number(_ start: Int, _ end: Int) -> Double? {
    var place = start
    var sign = 1.0
    if bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
      sign = bytes[place] == UInt8(ascii: "-") ? -1 : 1
      place += 1
    }
    var value = 0.0
    var scale = 0.0
    var digits = 0
    while place < end {
      let byte = bytes[place]
      if byte == UInt8(ascii: "."), scale == 0 {
        scale = 1
      } else if (0x30...0x39).contains(byte) {
        value = value * 10 + Double(byte - 0x30)
        scale *= 10
        digits += 1
      } else {
        return nil
      }
      place += 1
    }
    guard digits > 0, digits < 300 else { return nil }
    return sign * (scale > 1 ? value / scale : value)
  }
}

extension UInt8 {
  /// White space of PDF.
  var isWhite: Bool {
    self == 32 || self == 10 || self == 13 || self == 9 || self == 12 || self == 0
  }

  /// A delimiter of PDF: ( ) < > [ ] { } / %
  var isDelimiter: Bool {
    switch self {
    case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true
    default: false
    }
  }
}
