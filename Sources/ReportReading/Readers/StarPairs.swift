/// The `**` of Chinese writers. CommonMark asks for a blank or a mark beside them that Chinese text
/// does not have: in `**段首。**正文` the second pair opens instead of closing. Pairs on one line
/// are taken in their order, as they were meant, and given to the parser as `<b>`.
enum StarPairs {
  /// The line with its pairs as tags; as it is where anything in it makes pairs doubtful.
  static func tagged(_ line: String) -> String {
    guard line.contains("**"), !line.contains("***"), !line.contains("`"), !line.contains("\\*")
    else { return line }
    let parts = line.components(around: "**")
    guard parts.count > 2, parts.count % 2 == 1 else { return line }
    for inner in stride(from: 1, to: parts.count, by: 2) {
      // `a ** b` is no bold.
      guard let first = parts[inner].first, let last = parts[inner].last, first != " ", last != " "
      else { return line }
    }
    var text = ""
    for (place, part) in parts.enumerated() {
      if place > 0 { text += place % 2 == 1 ? "<b>" : "</b>" }
      let isOuter = place % 2 == 0
      text += isOuter ? unspaced(part, isFirst: place == 0, isLast: place == parts.count - 1) : part
    }
    return text
  }

  /// The blank that writers put beside `**` for the parser's sake is no part of Chinese text.
  private static func unspaced(_ part: Substring, isFirst: Bool, isLast: Bool) -> Substring {
    var part = part
    if !isFirst, part.first == " ", part.dropFirst().first?.isChinese == true {
      part = part.dropFirst()
    }
    if !isLast, part.last == " ", part.dropLast().last?.isChinese == true { part = part.dropLast() }
    return part
  }
}

extension String {
  /// The stretches between the places of a separator.
  fileprivate func components(around separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}

extension Character {
  /// A Han character or a Chinese mark.
  fileprivate var isChinese: Bool {
    unicodeScalars.first.map {
      $0.isHan || (0x3001...0x303F).contains($0.value) || $0.value >= 0xFF01
    }
      ?? false
  }
}
