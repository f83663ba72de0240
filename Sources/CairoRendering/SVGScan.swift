import Foundation

/// Looks through an SVG file for what must not reach the page, without reading it as a tree.
enum SVGScan {
  /// Whether it sets type: that would be in whatever font the machine has.
  static func hasText(_ bytes: [UInt8]) -> Bool {
    var found = false
    tags(in: bytes) { name in found = found || name == "text" || name == "foreignObject" }
    return found
  }

  /// Whether it has filters or masks, which are drawn as pixels.
  static func hasPixelParts(_ bytes: [UInt8]) -> Bool {
    var found = false
    tags(in: bytes) { name in found = found || name == "filter" || name == "mask" }
    return found
  }

  /// The file with its links as plain groups: they mean nothing on paper, and Cairo 1.16 frees what
  /// a link in a recording never had.
  static func withoutLinks(_ bytes: [UInt8]) -> [UInt8] {
    var places: [Int] = []
    tags(in: bytes, closing: true) { name, end in if name == "a" { places.append(end - 1) } }
    if places.isEmpty { return bytes }
    var result = bytes
    for place in places { result[place] = UInt8(ascii: "g") }
    return result
  }

  /// The drawings that it holds as data, and those in them.
  static func inner(_ bytes: [UInt8], depth: Int = 0) -> [[UInt8]] {
    let mark = Array("data:image/svg+xml".utf8)
    guard depth < 4 else { return [] }
    var found: [[UInt8]] = []
    var place = bytes.startIndex
    while let start = bytes[place...].firstIndex(of: mark[0]) {
      place = start + 1
      guard bytes[start...].starts(with: mark),
        let comma = bytes[start...].prefix(80).firstIndex(of: UInt8(ascii: ","))
      else { continue }
      let quotes = [UInt8(ascii: "\""), start > 0 ? bytes[start - 1] : 0]
      let end = bytes[comma...].firstIndex(
        of: quotes.contains(UInt8(ascii: "'")) ? UInt8(ascii: "'") : quotes[0])
      let packed = bytes[(comma + 1)..<(end ?? bytes.endIndex)]
      let isBase64 = String(decoding: bytes[start..<comma], as: UTF8.self).hasSuffix(";base64")
      let text = String(decoding: packed, as: UTF8.self)
      let plain =
        isBase64
        ? Data(base64Encoded: text, options: .ignoreUnknownCharacters).map(Array.init)
        : text.removingPercentEncoding.map { Array($0.utf8) }
      guard let plain else { continue }
      found.append(plain)
      found += inner(plain, depth: depth + 1)
    }
    return found
  }

  /// Whether it defines entities, which can grow without bounds and read other files.
  static func hasEntities(_ bytes: [UInt8]) -> Bool {
    let mark = Array("<!ENTITY".utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.contains { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }
    }
  }

  /// The local names of all opening tags, comments and character data left out.
  private static func tags(in bytes: [UInt8], _ body: (String) -> Void) {
    tags(in: bytes, closing: false) { name, _ in body(name) }
  }

  /// The local names with the place behind each, closing tags as well if wanted.
  static func tags(in bytes: [UInt8], closing: Bool, _ body: (String, Int) -> Void) {
    let (comment, commentEnd) = (Array("!--".utf8), Array("-->".utf8))
    let (data, dataEnd) = (Array("![CDATA[".utf8), Array("]]>".utf8))
    var place = bytes.startIndex
    func skip(to end: [UInt8]) {
      while place < bytes.count, !bytes[place...].starts(with: end) { place += 1 }
    }
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = open + 1
      if bytes[place...].starts(with: comment) {
        skip(to: commentEnd)
      } else if bytes[place...].starts(with: data) {
        skip(to: dataEnd)
      } else {
        if closing, place < bytes.count, bytes[place] == UInt8(ascii: "/") { place += 1 }
        let name = bytes[place...].prefix { isNameByte($0) }
        place = name.endIndex
        if !name.isEmpty {
          body(
            String(decoding: name.split(separator: UInt8(ascii: ":")).last ?? name, as: UTF8.self),
            name.endIndex)
        }
      }
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte > 32 && ![UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "<")].contains(byte)
  }
}
