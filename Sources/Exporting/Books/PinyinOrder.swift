import Glibc

/// The order of an index: by the sound of the first character, as the first level of GB 2312 has its
/// characters; those of the second level, by their radicals, follow, then everything else.
struct PinyinOrder {
  /// Where the characters of each initial begin in GB 2312.
  private static let initials: [(code: Int, letter: String)] = [
    (0xB0A1, "A"), (0xB0C5, "B"), (0xB2C1, "C"), (0xB4EE, "D"), (0xB6EA, "E"), (0xB7A2, "F"),
    (0xB8C1, "G"), (0xB9FE, "H"), (0xBBF7, "J"), (0xBFA6, "K"), (0xC0AC, "L"), (0xC2E8, "M"),
    (0xC4C3, "N"), (0xC5B6, "O"), (0xC5BE, "P"), (0xC6DA, "Q"), (0xC8BB, "R"), (0xC8F6, "S"),
    (0xCBFA, "T"), (0xCDDA, "W"), (0xCEF4, "X"), (0xD1B9, "Y"), (0xD4D1, "Z"), (0xD7FA, ""),
  ]
  /// The head over what has no initial.
  static let rest = "其他"

  /// A text's place in the order, and the letter that it stands under.
  static func key(of text: String) -> (bytes: [UInt8], letter: String) {
    let bytes = encoded(text)
    if let first = text.unicodeScalars.first, first.isASCII {
      let letter = String(first).uppercased()
      return (bytes, letter.first?.isLetter == true ? letter : rest)
    }
    guard bytes.count >= 2 else { return (bytes, rest) }
    let code = Int(bytes[0]) << 8 | Int(bytes[1])
    let letter = initials.last { $0.code <= code }?.letter ?? ""
    return (bytes, letter.isEmpty || bytes[1] < 0xA1 ? rest : letter)
  }

  /// Entries under their letters; those of equal keys keep their order.
  static func sorted<Entry>(
    _ entries: [Entry], by name: (Entry) -> String
  ) -> [(letter: String, entries: [Entry])] {
    let keyed = entries.enumerated().map { (key: key(of: name($0.element)), place: $0.offset) }
    let order = keyed.sorted { a, b in
      if a.key.letter != b.key.letter {
        if a.key.letter == rest || b.key.letter == rest { return b.key.letter == rest }
        return a.key.letter < b.key.letter
      }
      if a.key.bytes != b.key.bytes { return a.key.bytes.lexicographicallyPrecedes(b.key.bytes) }
      return a.place < b.place
    }
    var groups: [(letter: String, entries: [Entry])] = []
    for one in order {
      if groups.last?.letter != one.key.letter { groups.append((one.key.letter, [])) }
      groups[groups.count - 1].entries.append(entries[one.place])
    }
    return groups
  }

  private static func encoded(_ text: String) -> [UInt8] {
    guard let converter = iconv_open("GB18030", "UTF-8"), Int(bitPattern: converter) != -1 else {
      return Array(text.utf8)
    }
    defer { iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2 + 4)
    var (left, room) = (input.count, output.count)
    _ = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        return iconv(converter, &from, &left, &to, &room)
      }
    }
    return output.prefix(output.count - room).map { UInt8(bitPattern: $0) }
  }
}
