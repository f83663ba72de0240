public import Diagnostics

/// Reads JSON text to a tree whose every value knows its line and column.
///
/// A reader of its own, because a chart's data may be large and the YAML reader, which can read
/// JSON too, is made for short files.
public struct JSONReader {
  private let bytes: [UInt8]
  private let file: String
  private var place = 0
  private var depth = 0
  private var entryCount = 0
  private var lineStart = 0
  private var line = 1

  /// Deepest nesting that is read.
  static let depthLimit = 200

  private init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// Reads one JSON document; a mistake is a rejection at its place.
  public static func read(_ bytes: [UInt8], file: String) throws(Rejection) -> SpecValue {
    var reader = JSONReader(bytes, file: file)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.place = 3 }
    let value = try reader.value()
    reader.skipSpace()
    guard reader.place == bytes.count else {
      throw reader.mistake("text after the end", "结尾之后还有文字")
    }
    return value
  }

  private var position: SourcePosition {
    SourcePosition(line: line, column: place - lineStart + 1)
  }

  private func mistake(_ english: String, _ chinese: String) -> Rejection {
    Rejection(
      Diagnostic(
        .error, "chart.not-json",
        Wording("not valid JSON: \(english)", "不是有效的 JSON：\(chinese)"),
        at: SourceRange(file: file, start: position, end: position)))
  }

  private mutating func skipSpace() {
    while place < bytes.count {
      switch bytes[place] {
      case 0x0A:
        line += 1
        lineStart = place + 1
      case 0x20, 0x09, 0x0D: break
      default: return
      }
      place += 1
    }
  }

  private mutating func value() throws(Rejection) -> SpecValue {
    skipSpace()
    let start = position
    guard place < bytes.count else { throw mistake("the text ends too soon", "文本不完整") }
    switch bytes[place] {
    case UInt8(ascii: "{"): return SpecValue(.map(try map()), at: start)
    case UInt8(ascii: "["): return SpecValue(.list(try list()), at: start)
    case UInt8(ascii: "\""): return SpecValue(.text(try string()), at: start)
    case UInt8(ascii: "t"): return SpecValue(try word("true", .flag(true)), at: start)
    case UInt8(ascii: "f"): return SpecValue(try word("false", .flag(false)), at: start)
    case UInt8(ascii: "n"): return SpecValue(try word("null", .null), at: start)
    default: return SpecValue(.number(try number()), at: start)
    }
  }

  private mutating func word(
    _ word: String, _ content: SpecValue.Content
  ) throws(Rejection) -> SpecValue.Content {
    guard bytes[place...].starts(with: word.utf8) else {
      throw mistake("unknown word", "无法识别的词")
    }
    place += word.utf8.count
    return content
  }

  private mutating func number() throws(Rejection) -> Double {
    if let plain = plainNumber() { return plain }
    var end = place
    while end < bytes.count, "+-0123456789.eE".utf8.contains(bytes[end]) { end += 1 }
    let text = String(decoding: bytes[place..<end], as: UTF8.self)
    guard end > place, bytes[place] != UInt8(ascii: "+"), bytes[place] != UInt8(ascii: "."),
      let number = Double(text), number.isFinite
    else { throw mistake("not a JSON value", "不是 JSON 值") }
    place = end
    return number
  }

  /// A number of up to 15 digits without exponent. Its digits and the power of ten are exact, so
  /// one division rounds as a full conversion does (Clinger 1990). Nil, and nothing read, for others.
  private mutating func plainNumber() -> Double? {
    var end = place
    let isNegative = bytes[end] == UInt8(ascii: "-")
    if isNegative { end += 1 }
    var (digits, count, decimals) = (0, 0, -1)
    while end < bytes.count {
      let byte = bytes[end]
      if byte >= 0x30, byte <= 0x39 {
        digits = digits * 10 + Int(byte - 0x30)
        count += 1
        if decimals >= 0 { decimals += 1 }
        guard count <= 15 else { return nil }
      } else if byte == UInt8(ascii: "."), decimals < 0, count > 0 {
        decimals = 0
      } else if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      {
        return nil
      } else {
        break
      }
      end += 1
    }
    guard count > 0, decimals != 0 else { return nil }
    place = end
    let size = decimals > 0 ? Double(digits) / Self.powers[decimals] : Double(digits)
    return isNegative ? -size : size
  }

  private static let powers: [Double] = (0...15).map { count in
    (0..<count).reduce(1.0) { power, _ in power * 10 }
  }

  private mutating func map() throws(Rejection) -> SpecMap {
    var entries: [SpecMap.Entry] = []
    // Rows of data are alike, so that the last map says how much room the next one needs.
    entries.reserveCapacity(entryCount)
    defer { entryCount = min(entries.count, 16) }
    var seen: Set<String> = []
    try open()
    while !close(UInt8(ascii: "}")) {
      if !entries.isEmpty { try expect(UInt8(ascii: ",")) }
      skipSpace()
      let start = position
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
        throw mistake("a key in quotes is expected", "此处应为带引号的键")
      }
      let key = try string()
      guard isNew(key, entries, &seen) else {
        throw mistake("the key \"\(key)\" is given twice", "键“\(key)”重复")
      }
      try expect(UInt8(ascii: ":"))
      entries.append(SpecMap.Entry(key: key, place: start, value: try value()))
    }
    return SpecMap(entries)
  }

  /// Whether a map has no such key yet; rows of data have few, and need no set.
  private func isNew(_ key: String, _ entries: [SpecMap.Entry], _ seen: inout Set<String>) -> Bool {
    guard entries.count > 16 else { return !entries.contains { $0.key == key } }
    if seen.isEmpty { seen = Set(entries.map(\.key)) }
    return seen.insert(key).inserted
  }

  private mutating func list() throws(Rejection) -> [SpecValue] {
    var items: [SpecValue] = []
    try open()
    while !close(UInt8(ascii: "]")) {
      if !items.isEmpty { try expect(UInt8(ascii: ",")) }
      items.append(try value())
    }
    return items
  }

  private mutating func open() throws(Rejection) {
    depth += 1
    guard depth <= Self.depthLimit else { throw mistake("nested too deeply", "嵌套过深") }
    place += 1
  }

  private mutating func close(_ bracket: UInt8) -> Bool {
    skipSpace()
    guard place < bytes.count, bytes[place] == bracket else { return false }
    place += 1
    depth -= 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(Rejection) {
    skipSpace()
    let name = String(UnicodeScalar(byte))
    guard place < bytes.count, bytes[place] == byte else {
      throw mistake("\(name) is expected", "此处应为 \(name)")
    }
    place += 1
  }

  private mutating func string() throws(Rejection) -> String {
    place += 1
    // Most texts have no escapes and are cut out whole.
    var end = place
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] != UInt8(ascii: "\""),
      bytes[end] != UInt8(ascii: "\\")
    {
      end += 1
    }
    var run = bytes[place..<end]
    place = end
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        guard let text = String(validating: run, as: UTF8.self) else {
          throw mistake("the text is not UTF-8", "文字不是 UTF-8 编码")
        }
        return text
      case UInt8(ascii: "\\"):
        place += 1
        run += try escape()
      case 0..<0x20: throw mistake("a control character in a text", "文字中有控制字符")
      default:
        run.append(byte)
        place += 1
      }
    }
    throw mistake("the text ends too soon", "文本不完整")
  }

  private mutating func escape() throws(Rejection) -> [UInt8] {
    guard place < bytes.count else { throw mistake("the text ends too soon", "文本不完整") }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw mistake("unknown escape", "无法识别的转义")
    }
  }

  private mutating func unicodeEscape() throws(Rejection) -> [UInt8] {
    var unit = try hexUnit()
    if (0xD800..<0xDC00).contains(unit) {
      guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "\\"),
        bytes[place + 1] == UInt8(ascii: "u")
      else { throw mistake("half a surrogate pair", "代理对不完整") }
      place += 2
      let low = try hexUnit()
      guard (0xDC00..<0xE000).contains(low) else {
        throw mistake("half a surrogate pair", "代理对不完整")
      }
      unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(unit) else {
      throw mistake("half a surrogate pair", "代理对不完整")
    }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func hexUnit() throws(Rejection) -> UInt32 {
    guard place + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    else { throw mistake("four hexadecimal digits are expected", "此处应为四位十六进制数") }
    place += 4
    return unit
  }
}
