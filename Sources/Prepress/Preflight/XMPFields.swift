/// The fields of an XMP packet that preflight reads, without an XML parser: a field is an element
/// or an attribute of its usual name, and what it holds is the text of it or of its first item.
struct XMPFields {
  private let text: String

  /// Reads a packet in UTF-8 or UTF-16; nil where it is neither, or defines entities.
  init?(_ bytes: [UInt8]) {
    let decoded: String
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, 0x3C]) {
      decoded = Self.utf16(bytes, isBig: true)
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0]) {
      decoded = Self.utf16(bytes, isBig: false)
    } else {
      decoded = String(decoding: bytes, as: UTF8.self)
    }
    guard decoded.contains("rdf:RDF"), !decoded.contains("<!ENTITY"),
      !decoded.contains("<!DOCTYPE")
    else { return nil }
    text = decoded
  }

  private static func utf16(_ bytes: [UInt8], isBig: Bool) -> String {
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
      let (a, b) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isBig ? a << 8 | b : b << 8 | a
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// What a field holds; nil where there is none or it is empty.
  subscript(_ name: String) -> String? {
    for opening in ["<\(name)>", "<\(name) "] {
      guard let start = range(of: opening, from: text.startIndex)?.upperBound else { continue }
      var content = start
      if opening.last == " " {
        guard let end = text[start...].firstIndex(of: ">") else { return nil }
        content = text.index(after: end)
      }
      guard let end = range(of: "</\(name)>", from: content)?.lowerBound else { continue }
      return Self.plain(text[content..<end])
    }
    for quote in ["\"", "'"] {
      if let start = range(of: "\(name)=\(quote)", from: text.startIndex)?.upperBound,
        let end = text[start...].firstIndex(of: Character(quote))
      {
        return Self.plain(text[start..<end])
      }
    }
    return nil
  }

  private func range(of part: String, from start: String.Index) -> Range<String.Index>? {
    // A search over bytes: the packet is small, and names are plain ASCII.
    let (haystack, needle) = (text.utf8, Array(part.utf8))
    var place = start
    while place < haystack.endIndex {
      if haystack[place] == needle[0],
        haystack[place...].starts(with: needle),
        let end = haystack.index(place, offsetBy: needle.count, limitedBy: haystack.endIndex)
      {
        return place..<end
      }
      place = haystack.index(after: place)
    }
    return nil
  }

  /// Text between tags, entities undone.
  private static func plain(_ part: Substring) -> String? {
    var result = ""
    var isTag = false
    for character in part {
      if character == "<" {
        isTag = true
      } else if character == ">", isTag {
        isTag = false
      } else if !isTag {
        result.append(character)
      }
    }
    for (entity, plain) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'")] {
      result = replace(entity, by: plain, in: result)
    }
    result = replace("&amp;", by: "&", in: result)
    let trimmed = result.drop { $0.isWhitespace }
    return trimmed.isEmpty ? nil : String(trimmed).trimmedEnd
  }

  private static func replace(_ part: String, by other: String, in text: String) -> String {
    text.contains(part)
      ? text.split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
      : text
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
