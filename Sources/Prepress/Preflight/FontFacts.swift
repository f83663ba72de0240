/// One font of a file as preflight sees it.
struct FontFacts {
  var name: String
  var type: String
  var isEmbedded: Bool
  var isSubset: Bool
  var hasUnicode: Bool
  /// Codes have two bytes.
  var isComposite: Bool
  /// Codes mean glyphs of this font and no characters.
  var isSymbolicTrueType: Bool
  /// Code 0 is the missing glyph.
  var isIdentity: Bool
  /// An Adobe character collection, from which Unicode follows.
  var hasCollection: Bool
  var glyphs = 0
  var isShown = false

  init(_ font: PDFObject) {
    type = String((font["/Subtype"]?.name ?? "/").dropFirst())
    name = String((font["/BaseFont"]?.name ?? "/").dropFirst())
    let prefix = name.prefix(7)
    isSubset =
      prefix.count == 7 && prefix.last == "+" && prefix.dropLast().allSatisfy(\.isUppercase)
    hasUnicode = font["/ToUnicode"] != nil
    isComposite = type == "Type0"
    let encoding = font["/Encoding"]?.name
    isIdentity = encoding == "/Identity-H" || encoding == "/Identity-V"
    let descendant = isComposite ? font["/DescendantFonts"]?.items.first : nil
    let ordering = descendant?["/CIDSystemInfo"]?["/Ordering"]?.text ?? ""
    hasCollection = ["GB1", "CNS1", "Japan1", "Korea1"].contains(ordering)
    let descriptor = (descendant ?? font)["/FontDescriptor"]
    isSymbolicTrueType = type == "TrueType" && (descriptor?["/Flags"]?.integer ?? 0) & 4 != 0
    isEmbedded =
      type == "Type3"
      || ["/FontFile", "/FontFile2", "/FontFile3"].contains { descriptor?[$0] != nil }
  }

  /// Characters that a shown string holds, and how many of them are the missing glyph.
  func count(_ bytes: [UInt8]) -> (glyphs: Int, missing: Int) {
    guard isComposite else { return (bytes.count, 0) }
    guard isIdentity else { return (bytes.count / 2, 0) }
    let missing = stride(from: 0, to: bytes.count - 1, by: 2).count {
      bytes[$0] == 0 && bytes[$0 + 1] == 0
    }
    return (bytes.count / 2, missing)
  }
}

/// The bytes of strings in content streams.
enum StringBytes {
  /// The bytes that a string token stands for (ISO 32000-1, 7.3.4).
  static func read(_ token: ContentToken, in bytes: [UInt8]) -> [UInt8] {
    guard token.end - token.start >= 2 else { return [] }
    let inner = bytes[token.start + 1..<max(token.start + 1, token.end - 1)]
    return token.kind == .hexString ? hex(inner) : literal(inner)
  }

  /// The text that a string token stands for in big-endian UTF-16, with a mark of the order or without.
  static func text(_ token: ContentToken, in bytes: [UInt8]) -> String {
    utf16(read(token, in: bytes))
  }

  /// Text of bytes in big-endian UTF-16; an odd last byte is left out.
  static func utf16(_ bytes: [UInt8]) -> String {
    let units = bytes.starts(with: [0xFE, 0xFF]) ? bytes.dropFirst(2) : bytes[...]
    let pairs = stride(from: units.startIndex, to: units.endIndex - 1, by: 2).map {
      UInt16(units[$0]) << 8 | UInt16(units[$0 + 1])
    }
    return String(decoding: pairs, as: UTF16.self)
  }

  /// Whether a hexadecimal string holds anything but digits in pairs and white space.
  static func isBroken(_ token: ContentToken, in bytes: [UInt8]) -> Bool {
    var digits = 0
    for byte in bytes[min(token.start + 1, token.end)..<max(token.start + 1, token.end - 1)]
    where !byte.isWhite {
      if digit(byte) == nil { return true }
      digits += 1
    }
    return digits % 2 == 1
  }

  /// Anything that is no digit is passed over; a last digit without a partner has a zero.
  private static func hex(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 2 + 1)
    var first: UInt8?
    for sign in text {
      guard let digit = digit(sign) else { continue }
      if let high = first {
        bytes.append(high << 4 | digit)
        first = nil
      } else {
        first = digit
      }
    }
    if let first { bytes.append(first << 4) }
    return bytes
  }

  private static func digit(_ sign: UInt8) -> UInt8? {
    switch sign {
    case 0x30...0x39: sign - 0x30
    case 0x41...0x46: sign - 0x41 + 10
    case 0x61...0x66: sign - 0x61 + 10
    default: nil
    }
  }

  private static func literal(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var place = text.startIndex
    while place < text.endIndex {
      let byte = text[place]
      place += 1
      guard byte == UInt8(ascii: "\\"), place < text.endIndex else {
        result.append(byte)
        continue
      }
      let next = text[place]
      place += 1
      switch next {
      case UInt8(ascii: "n"): result.append(10)
      case UInt8(ascii: "r"): result.append(13)
      case UInt8(ascii: "t"): result.append(9)
      case UInt8(ascii: "b"): result.append(8)
      case UInt8(ascii: "f"): result.append(12)
      case 13:
        if place < text.endIndex, text[place] == 10 { place += 1 }
      case 10: break
      case 0x30...0x37:
        var value = Int(next - 0x30)
        for _ in 0..<2 where place < text.endIndex && (0x30...0x37).contains(text[place]) {
          value = value * 8 + Int(text[place] - 0x30)
          place += 1
        }
        result.append(UInt8(truncatingIfNeeded: value))
      default: result.append(next)
      }
    }
    return result
  }
}
