/// Colour steps at the ends of gradients. Cairo fills what lies beyond the outermost stops with the
/// colour of the last step but one where two stops stand at one place; a stop more at the very end
/// says the same and is drawn right.
enum SVGGradients {
  private struct Tag {
    var name: String
    var isClosing: Bool
    /// From `<` to behind `>`.
    var range: Range<Int>
  }

  private static let kinds: Set<String> = ["linearGradient", "radialGradient"]

  /// The file with the stops that are missing.
  static func completed(_ bytes: [UInt8]) -> [UInt8] {
    let tags = tags(in: bytes)
    if !tags.contains(where: { $0.name == "stop" }) { return bytes }
    var insertions: [(place: Int, text: [UInt8])] = []
    var stops: [Tag]?
    for tag in tags {
      if kinds.contains(tag.name) {
        if tag.isClosing, let stops {
          insertions += missing(stops, until: tag.range.lowerBound, bytes)
        }
        stops = tag.isClosing ? nil : []
      } else if tag.name == "stop", !tag.isClosing {
        stops?.append(tag)
      }
    }
    var result = bytes
    for insertion in insertions.sorted(by: { $0.place > $1.place }) {
      result.insert(contentsOf: insertion.text, at: insertion.place)
    }
    return result
  }

  private static func missing(
    _ stops: [Tag], until end: Int, _ bytes: [UInt8]
  ) -> [(place: Int, text: [UInt8])] {
    var offsets: [Double] = []
    for stop in stops { offsets.append(max(offset(of: stop, bytes), offsets.last ?? 0)) }
    guard offsets.count > 1, let first = stops.first, let last = stops.last else { return [] }
    var found: [(place: Int, text: [UInt8])] = []
    if offsets[0] > 0, offsets[1] == offsets[0] {
      found.append((first.range.lowerBound, copy(of: first, at: "0", bytes)))
    }
    let count = offsets.count
    if offsets[count - 1] < 1, offsets[count - 2] == offsets[count - 1] {
      found.append((end, copy(of: last, at: "1", bytes)))
    }
    return found
  }

  // MARK: Tags

  private static func tags(in bytes: [UInt8]) -> [Tag] {
    var tags: [Tag] = []
    SVGScan.tags(in: bytes, closing: true) { name, nameEnd in
      guard name == "stop" || kinds.contains(name) else { return }
      var start = nameEnd
      while start > 0, bytes[start] != UInt8(ascii: "<") || start == nameEnd { start -= 1 }
      var end = nameEnd
      var quote: UInt8?
      while end < bytes.count {
        let byte = bytes[end]
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte == UInt8(ascii: ">") {
          break
        }
        end += 1
      }
      guard end < bytes.count else { return }
      let isClosing = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
      tags.append(Tag(name: name, isClosing: isClosing, range: start..<end + 1))
    }
    return tags
  }

  /// The place of an attribute's value in a tag, between its quotes.
  private static func value(of name: String, in tag: Tag, _ bytes: [UInt8]) -> Range<Int>? {
    let word = Array(name.utf8)
    var place = tag.range.lowerBound + 1
    while place + word.count < tag.range.upperBound {
      guard [9, 10, 13, 32].contains(bytes[place - 1]), bytes[place...].starts(with: word) else {
        place += 1
        continue
      }
      var next = place + word.count
      while next < tag.range.upperBound, [9, 10, 13, 32, UInt8(ascii: "=")].contains(bytes[next]) {
        next += 1
      }
      guard next < tag.range.upperBound else { return nil }
      let quote = bytes[next]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = bytes[(next + 1)..<tag.range.upperBound].firstIndex(of: quote)
      else { return nil }
      return next + 1..<end
    }
    return nil
  }

  private static func offset(of tag: Tag, _ bytes: [UInt8]) -> Double {
    guard let range = value(of: "offset", in: tag, bytes) else { return 0 }
    var text = String(decoding: bytes[range], as: UTF8.self)
    let isShare = text.hasSuffix("%")
    if isShare { text.removeLast() }
    let number = Double(text) ?? 0
    return min(max(isShare ? number / 100 : number, 0), 1)
  }

  /// A stop like another at another place, without its name.
  private static func copy(of tag: Tag, at offset: String, _ bytes: [UInt8]) -> [UInt8] {
    var text = Array(bytes[tag.range].dropLast())
    if text.last == UInt8(ascii: "/") { text.removeLast() }
    for (name, replacement) in [("offset", offset), ("id", "")] {
      let part = Tag(name: "", isClosing: false, range: 0..<text.count)
      if let range = value(of: name, in: part, text) {
        text.replaceSubrange(range, with: replacement.utf8)
      } else if name == "offset",
        let end = text.firstIndex(where: { [9, 10, 13, 32].contains($0) })
      {
        text.insert(contentsOf: " offset=\"\(offset)\"".utf8, at: end)
      }
    }
    return text + Array("/>".utf8)
  }
}
