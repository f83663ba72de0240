import Diagnostics
import Foundation

/// The pictures that an SVG file links to, written into it: librsvg loads nothing from outside, so that
/// a link would leave a hole without a word.
struct SVGLinks {
  /// The file, for findings.
  let path: String
  /// The bytes of a file beside it, upright pixels as PNG or JPEG.
  let contents: (String) throws(Rejection) -> [UInt8]

  /// The file with its links embedded.
  func embedded(in bytes: [UInt8]) throws(Rejection) -> [UInt8] {
    var result: [UInt8] = []
    var start = 0
    for link in Self.links(in: bytes) {
      let name = String(decoding: bytes[link], as: UTF8.self)
      guard let file = Self.local(name) else {
        throw Rejection(FileProblems.linkOutside(name, in: path))
      }
      let picture = try contents(file)
      let type = picture.starts(with: [0xFF, 0xD8]) ? "image/jpeg" : "image/png"
      result += bytes[start..<link.lowerBound]
      result += Array("data:\(type);base64,".utf8) + Array(Data(picture).base64EncodedString().utf8)
      start = link.upperBound
    }
    return start == 0 ? bytes : result + bytes[start...]
  }

  /// The file below the folder that a link names; nil for one that leads elsewhere.
  static func local(_ link: String) -> String? {
    var name = link
    if name.hasPrefix("./") { name.removeFirst(2) }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isInside =
      !name.isEmpty && !name.contains(":") && !name.contains("%") && !name.contains("\0")
      && !parts.contains("..") && !parts.contains("")
    return isInside ? name : nil
  }

  /// The values of `href` in elements of the name `image` that are no data and no part of the file.
  static func links(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = 0
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[open...].starts(with: "<!--".utf8) {
        place = end(of: "-->", in: bytes, from: open)
        continue
      }
      let close = end(of: ">", in: bytes, from: open)
      place = close
      let name = bytes[(open + 1)..<close].prefix { $0 > 32 && $0 != 0x3E && $0 != 0x2F }
      let local = name.split(separator: UInt8(ascii: ":")).last ?? name
      guard local.elementsEqual("image".utf8) || local.elementsEqual("feImage".utf8) else {
        continue
      }
      if let value = href(in: bytes, open..<close), !bytes[value].starts(with: "data:".utf8),
        bytes[value].first != UInt8(ascii: "#"), !value.isEmpty
      {
        found.append(value)
      }
    }
    return found
  }

  /// The place behind a word; the end where it does not come.
  private static func end(of word: String, in bytes: [UInt8], from start: Int) -> Int {
    let word = Array(word.utf8)
    var place = start
    while place + word.count <= bytes.count {
      if bytes[place] == word[0], bytes[place...].starts(with: word) { return place + word.count }
      place += 1
    }
    return bytes.count
  }

  private static func href(in bytes: [UInt8], _ tag: Range<Int>) -> Range<Int>? {
    let word = Array("href".utf8)
    for place in tag
    where bytes[place] == word[0] && bytes[place..<tag.upperBound].starts(with: word) {
      let rest = bytes[(place + word.count)..<tag.upperBound]
      guard let sign = rest.firstIndex(where: { $0 > 32 }), bytes[sign] == UInt8(ascii: "="),
        let quote = bytes[(sign + 1)..<tag.upperBound].firstIndex(where: { $0 > 32 }),
        [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[quote]),
        let last = bytes[(quote + 1)..<tag.upperBound].firstIndex(of: bytes[quote])
      else { continue }
      return (quote + 1)..<last
    }
    return nil
  }
}
