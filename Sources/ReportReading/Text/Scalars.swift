/// Text as the reader works on it: an array of Unicode scalars, so that every step is index
/// arithmetic and linear in time.
typealias Scalars = [Unicode.Scalar]

extension Unicode.Scalar {
  /// A Chinese character of the unified blocks (extensions included), or 〇.
  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF, 0x3007: true
    default: false
    }
  }

  /// 0 to 9, half-width or full-width.
  var isDigit: Bool { digitValue != nil }

  /// The value of a half-width or full-width digit.
  var digitValue: UInt32? {
    switch value {
    case 0x30...0x39: value - 0x30
    case 0xFF10...0xFF19: value - 0xFF10
    default: nil
    }
  }

  /// A to Z, a to z, half-width or full-width.
  var isLatin: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xC0...0x24F: true
    default: false
    }
  }

  /// Blank, tab, no-break or ideographic space.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09, 0xA0, 0x3000, 0x0B, 0x0C, 0xFEFF: true
    case 0x2000...0x200B: true
    default: false
    }
  }

  /// Whether it takes two half-width cells on a terminal.
  var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x2014, 0x2018...0x201D, 0x2026, 0x2460...0x24FF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Whether it never joins its neighbours to one character for a reader, so that columns can be
  /// counted by scalars.
  var standsAlone: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0x2FF, 0x2010...0x2027, 0x2030...0x205F, 0x2100...0x2BFF: true
    case 0x2E80...0xA4CF, 0x3001...0x3029, 0xFF00...0xFFEF, 0xE000...0xFAFF, 0x09: true
    case 0x20000...0x3FFFD: true
    default: false
    }
  }
}

extension Array<Unicode.Scalar> {
  /// The scalars of a string.
  init(_ string: String) { self = Array(string.unicodeScalars) }

  /// The string of these scalars.
  var string: String { self[...].string }

  /// Whether the words stand at a place.
  func has(_ words: Scalars, at place: Int) -> Bool {
    guard place >= 0, place + words.count <= count else { return false }
    for (offset, scalar) in words.enumerated() where self[place + offset] != scalar { return false }
    return true
  }

  /// Whether the words stand at a place.
  func has(_ words: String, at place: Int) -> Bool {
    guard place >= 0 else { return false }
    var index = place
    for scalar in words.unicodeScalars {
      guard index < count, self[index] == scalar else { return false }
      index += 1
    }
    return true
  }

  /// The first place of the words in a range; nil when they do not stand there.
  func first(of words: String, in range: Range<Int>) -> Int? {
    let needle = Scalars(words)
    guard let head = needle.first, range.lowerBound >= 0, range.upperBound <= count,
      range.count >= needle.count
    else { return nil }
    for place in range.lowerBound...(range.upperBound - needle.count)
    where self[place] == head && has(needle, at: place) { return place }
    return nil
  }

  /// Whether the words stand anywhere.
  func contains(_ words: String) -> Bool { first(of: words, in: 0..<count) != nil }

  /// Whether it opens with the words.
  func hasPrefix(_ words: String) -> Bool { has(words, at: 0) }

  /// Whether it ends with the words.
  func hasSuffix(_ words: String) -> Bool { has(words, at: count - words.unicodeScalars.count) }

  /// Whether it stands in a text, beginning within so many characters.
  func isFound(in text: Scalars, opening: Int) -> Bool {
    (0..<Swift.min(opening, text.count)).contains { text.has(self, at: $0) }
  }

  /// Without spaces at its ends.
  var trimmed: Scalars { Scalars(self[...].trimmed) }
}

extension ArraySlice<Unicode.Scalar> {
  /// The string of these scalars.
  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }

  /// Without spaces at its ends.
  var trimmed: ArraySlice<Unicode.Scalar> {
    var low = startIndex
    var high = endIndex
    while low < high, self[low].isSpace { low += 1 }
    while high > low, self[high - 1].isSpace { high -= 1 }
    return self[low..<high]
  }
}
