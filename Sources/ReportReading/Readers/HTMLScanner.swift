/// A tag of HTML.
struct HTMLTag {
  /// Its name in small letters.
  var name: String
  var closes: Bool
  /// What it says, by names in small letters.
  var attributes: [String: String] = [:]
}

/// Cuts HTML into tags and text. Comments and declarations are passed over; a `<` that opens no tag
/// is text.
struct HTMLScanner {
  enum Token {
    case text(String)
    case tag(HTMLTag)
  }

  private let text: Scalars
  private var place = 0

  init(_ text: Scalars) { self.text = text }

  mutating func next() -> Token? {
    while place < text.count {
      if text[place] == "<" {
        if skipped() { continue }
        let start = place
        if let tag = tag() { return .tag(tag) }
        place = start + 1
        return .text("<")
      }
      let end = text[place...].firstIndex(of: "<") ?? text.count
      defer { place = end }
      return .text(HTMLEntities.plain(text[place..<end]))
    }
    return nil
  }

  /// Passes over a comment, a declaration or an instruction.
  private mutating func skipped() -> Bool {
    let pairs = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<!", ">"), ("<?", ">")]
    for (opening, closing) in pairs where text.has(opening, at: place) {
      let mark = Scalars(closing)
      var end = place + 2
      while end < text.count, !text.has(mark, at: end) { end += 1 }
      place = min(text.count, end + mark.count)
      return true
    }
    return false
  }

  private mutating func tag() -> HTMLTag? {
    place += 1
    let closes = place < text.count && text[place] == "/"
    if closes { place += 1 }
    let name = word { $0.isASCIILetter || $0.isDigit }
    guard name.first?.isASCII == true, name.first?.isLetter == true else { return nil }
    // `<甲>` and `a < b` are text.
    guard place < text.count, text[place] == ">" || text[place] == "/" || isBlank(place) else {
      return nil
    }
    var tag = HTMLTag(name: name.lowercased(), closes: closes)
    while place < text.count, text[place] != ">" {
      if text[place] == "<" { return nil }
      let start = place
      if let (key, value) = attribute() { tag.attributes[key] = value }
      if place == start, text[place] != "<", text[place] != ">" { place += 1 }
    }
    guard place < text.count else { return nil }
    place += 1
    return tag
  }

  private func isBlank(_ place: Int) -> Bool {
    text[place].isSpace || text[place] == "\n" || text[place] == "\r"
  }

  private mutating func word(_ belongs: (Unicode.Scalar) -> Bool) -> String {
    let start = place
    while place < text.count, belongs(text[place]) { place += 1 }
    return text[start..<place].string
  }

  private mutating func attribute() -> (String, String)? {
    while place < text.count, isBlank(place) || text[place] == "/" { place += 1 }
    let name = word { $0.isASCIILetter || $0.isDigit || "-_:@.".unicodeScalars.contains($0) }
    guard !name.isEmpty else { return nil }
    while place < text.count, isBlank(place) { place += 1 }
    guard place < text.count, text[place] == "=" else { return (name.lowercased(), "") }
    place += 1
    while place < text.count, isBlank(place) { place += 1 }
    guard place < text.count else { return (name.lowercased(), "") }
    if text[place] == "\"" || text[place] == "'" {
      let quote = text[place]
      let end = text[(place + 1)...].firstIndex(of: quote) ?? text.count
      defer { place = min(text.count, end + 1) }
      return (name.lowercased(), HTMLEntities.plain(text[(place + 1)..<end]))
    }
    let start = place
    while place < text.count, !isBlank(place), text[place] != ">" { place += 1 }
    return (name.lowercased(), HTMLEntities.plain(text[start..<place]))
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool {
    (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
  }
}

/// Characters by their names in HTML.
enum HTMLEntities {
  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©",
    "reg": "®", "trade": "™", "hellip": "…", "mdash": "—", "ndash": "–", "middot": "·",
    "times": "×", "divide": "÷", "deg": "°", "ldquo": "“", "rdquo": "”", "lsquo": "‘",
    "rsquo": "’", "bull": "•", "laquo": "«", "raquo": "»", "yen": "¥", "euro": "€", "cent": "¢",
    "pound": "£", "sect": "§", "para": "¶", "plusmn": "±", "frac12": "½", "frac14": "¼",
    "frac34": "¾", "le": "≤", "ge": "≥", "ne": "≠", "larr": "←", "rarr": "→", "uarr": "↑",
    "darr": "↓", "emsp": "\u{3000}", "ensp": " ", "thinsp": " ", "permil": "‰", "sup2": "²",
    "sup3": "³", "micro": "µ", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "pi": "π",
    "sum": "∑", "infin": "∞", "check": "✓", "star": "☆", "starf": "★", "zwnj": "", "shy": "",
  ]

  /// Text with its entities as characters; what is none stays.
  static func plain(_ text: ArraySlice<Unicode.Scalar>) -> String {
    guard text.contains("&") else { return text.string }
    var result = Scalars()
    var place = text.startIndex
    while place < text.endIndex {
      if text[place] == "&", let end = text[place...].prefix(12).firstIndex(of: ";"),
        let words = character(text[(place + 1)..<end].string)
      {
        result += Scalars(words)
        place = end + 1
      } else {
        result.append(text[place])
        place += 1
      }
    }
    return result.string
  }

  private static func character(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return names[name] }
    let digits = name.dropFirst()
    let value =
      digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let scalar = value.flatMap(Unicode.Scalar.init), scalar.value >= 0x20 else { return nil }
    return String(Character(scalar))
  }
}
