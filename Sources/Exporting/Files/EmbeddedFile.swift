/// A file inside a text: `data:image/png;base64,iVBOR…` (RFC 2397).
enum EmbeddedFile {
  /// Whether a name is such a text.
  static func isEmbedded(_ name: String) -> Bool { name.hasPrefix("data:") }

  /// The bytes; nil where the text is cut short or holds other signs.
  static func bytes(of name: String) -> [UInt8]? {
    guard isEmbedded(name), let comma = name.utf8.firstIndex(of: UInt8(ascii: ",")) else {
      return nil
    }
    let body = Array(name.utf8[name.utf8.index(after: comma)...])
    let head = name[..<comma].lowercased()
    return head.hasSuffix(";base64") ? base64(body) : percent(body)
  }

  /// RFC 4648, section 4.
  private static func base64(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (bits, count, signs, pads) = (0, 0, 0, 0)
    for sign in text {
      if sign == UInt8(ascii: "=") {
        pads += 1
        continue
      }
      guard pads == 0, let value = value(of: sign) else { return nil }
      bits = (bits << 6 | value) & 0xFFFFFF
      count += 6
      signs += 1
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return pads <= 2 && signs % 4 != 1 && (pads == 0 || (signs + pads) % 4 == 0) ? bytes : nil
  }

  private static func value(of sign: UInt8) -> Int? {
    switch sign {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(sign - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(sign - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(sign - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  private static func percent(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var place = 0
    while place < text.count {
      if text[place] == UInt8(ascii: "%") {
        guard place + 2 < text.count,
          let byte = UInt8(String(decoding: text[place + 1...place + 2], as: UTF8.self), radix: 16)
        else { return nil }
        bytes.append(byte)
        place += 3
      } else {
        bytes.append(text[place])
        place += 1
      }
    }
    return bytes
  }
}
