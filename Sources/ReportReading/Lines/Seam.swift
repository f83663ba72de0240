/// The place where a line ends and the next begins: whether the two sides can only be one sentence.
struct Seam {
  /// Whether the sides say so by themselves: a word or number is cut, a clause or bracket is open,
  /// or one side is a word that opens or ends no sentence.
  let isBroken: Bool

  /// Looks at the ends of two lines; `words` are pairs of characters that stand together elsewhere.
  init(_ left: Scalars, _ right: Scalars, _ words: SeamWords) {
    guard let end = left.last, let start = right.first else {
      isBroken = false
      return
    }
    let meet =
      end.isDigit && !Self.opensWithYear(right)
      && (start.isDigit || start == "%" || start == "％" || start == ".")
      || end.isLatin && start.isLatin
      || end.isHan && start.isHan && words.knows(end, start)
    isBroken =
      meet || Self.unfinished.contains(end) || Self.dependent.contains(start)
      || Marks.clause.contains(start) || Marks.closing.contains(start)
      || Self.opensBracket(left)
  }

  /// Commas, opening marks, and function words that something must follow.
  private static let unfinished = ScalarSet("，、（《“‘〈「『〔(的和与及把被")
  /// Function words that something must stand before.
  private static let dependent = ScalarSet("的们")

  /// 2031年…: a date of its own, no rest of a number.
  private static func opensWithYear(_ text: Scalars) -> Bool {
    text.count > 4 && text[..<4].allSatisfy(\.isDigit) && text[4] == "年"
  }

  /// Whether a bracket or quotation of the line's last sentence is still open.
  private static func opensBracket(_ text: Scalars) -> Bool {
    var depth = 0
    for scalar in text.reversed() {
      if "）》”".unicodeScalars.contains(scalar) { depth += 1 }
      if "（《“".unicodeScalars.contains(scalar) {
        if depth == 0 { return true }
        depth -= 1
      }
    }
    return false
  }
}

/// What the paragraphs of a text open with: a line that opens in the same way, or with a date, is a
/// paragraph of its own, though the one before lacks its full stop.
struct ParagraphOpenings {
  private var pairs: Set<UInt64> = []

  /// Collects the openings of the lines that follow a finished one.
  init(_ lines: [TextLine], _ shapes: [LineShape]) {
    for place in lines.indices where lines[place].mark.isText {
      guard place == 0 || shapes[place - 1].endsWithStop || lines[place - 1].text.count < 20 else {
        continue
      }
      if shapes[place].stops > 0, let pair = Self.pair(lines[place].text) { pairs.insert(pair) }
      // Sentences inside open alike in reports: 全年…。全年….
      for inner in lines[place].text.indices.dropLast(3)
      where lines[place].text[inner] == "。" {
        if let pair = Self.pair(lines[place].text, from: inner + 1) { pairs.insert(pair) }
      }
    }
  }

  /// Whether a line opens as a paragraph of this text does.
  func opens(_ text: Scalars) -> Bool {
    if let pair = Self.pair(text), pairs.contains(pair) { return true }
    var place = 0
    while place < text.count, place < 4, text[place].isDigit { place += 1 }
    return place > 0 && place < text.count && "年月".unicodeScalars.contains(text[place])
  }

  private static func pair(_ text: Scalars, from start: Int = 0) -> UInt64? {
    guard start + 1 < text.count, text[start].isHan, text[start + 1].isHan else { return nil }
    return UInt64(text[start].value) << 32 | UInt64(text[start + 1].value)
  }
}

/// Lines that one Markdown paragraph was typed on. CommonMark calls them one; what stays apart are
/// the lines of title blocks, letter heads and labels, which are no sentence together either.
enum SoftBreaks {
  /// The paragraphs that are running text.
  static func running(_ lines: [TextLine], _ shapes: [LineShape]) -> Set<Int> {
    var result: Set<Int> = []
    var start = 0
    while start < lines.count {
      var end = start + 1
      guard let id = lines[start].mark.paragraphID else {
        start = end
        continue
      }
      while end < lines.count, lines[end].mark.paragraphID == id { end += 1 }
      let places = start..<end
      let marks = places.reduce(0) { $0 + shapes[$1].commas + shapes[$1].stops }
      let characters = places.reduce(0) { $0 + shapes[$1].count }
      let isSentence = shapes[end - 1].endsWithStop || shapes[end - 1].endsClosed && marks > 1
      if places.count > 1, isSentence || marks > 0 && characters >= 40 { result.insert(id) }
      start = end
    }
    return result
  }
}
