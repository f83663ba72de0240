/// The lines over tables that name them.
enum TableTitles {
  /// Whether a line can be a table's title: short, no sentence.
  static func isTitle(_ line: TextLine, _ shape: LineShape) -> Bool {
    // A line with a colon at its end introduces the table, 【…】 is the head of a section.
    guard line.mark.isText, shape.stops == 0, shape.count <= 45, let last = line.text.last,
      last != "：", last != ":", line.text.first != "【" || last != "】"
    else { return false }
    return LineStarts.isAttachment(line.text) == false && shape.ordinal != .han
      && shape.ordinal != .hanBracket
      && DocumentWords.notes.match(in: line.text, at: 0) == nil
  }

  /// Whether a text opens with 表1, 表一, 表1-2.
  static func labelLength(_ text: Scalars) -> Int? {
    guard text.first == "表" || text.hasPrefix("附表") else { return nil }
    var place = text.first == "附" ? 2 : 1
    let start = place
    while place < text.count,
      text[place].isDigit || text[place] == "-"
        || "一二三四五六七八九十".unicodeScalars.contains(text[place])
    {
      place += 1
    }
    guard place > start,
      place == text.count || text[place].isSpace || text[place] == "："
        || text[place] == ":" || text[place] == "．" || text[place] == "." || text[place].isHan
    else { return nil }
    while place < text.count, text[place].isSpace || "：:．.".unicodeScalars.contains(text[place]) {
      place += 1
    }
    return place
  }

  /// The title without its label and without a bracket at its end.
  static func title(_ text: Scalars) -> String {
    var body = text[(labelLength(text) ?? 0)...]
    if let last = body.last, last == "）" || last == ")",
      let open = body.lastIndex(where: { $0 == "（" || $0 == "(" }), open > body.startIndex
    {
      body = body[..<open]
    }
    return body.trimmed.string
  }
}
