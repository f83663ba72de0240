/// The photographer behind a caption: `…。江小帆　摄`, `…。本报记者 唐某 摄`, `…（资料图片）`.
enum Credits {
  /// Longest words behind a caption's last stop that can be a credit.
  private static let longest = 20

  /// Whether a line ends with a credit.
  static func endsWithCredit(_ text: Scalars) -> Bool {
    var end = text.count
    while end > 0, "。）)".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    guard let length = DocumentWords.credits.match(in: text, endingAt: end) else { return false }
    // The credit stands behind a stop, a space or a bracket; 图 alone ends many other words.
    var start = end
    while start > 0, end - start < longest, !Marks.stop.contains(text[start - 1]),
      text[start - 1] != "（", text[start - 1] != "("
    {
      start -= 1
    }
    let words = text[start..<(end - length)]
    let isBehindMark = start > 0 && end - start < longest
    // 江小帆　摄 with the space before the word, or before a name of two to four characters.
    let name = words.lastIndex { $0.isSpace }.map { words[($0 + 1)...] } ?? []
    let isNamed =
      (2...4).contains(name.count) && name.allSatisfy(\.isHan)
      && (text[end - 1] == "摄" || text[end - 1] == "影")
    let isSpaced = words.last?.isSpace == true && words.contains { !$0.isSpace } || isNamed
    return isBehindMark
      && words.allSatisfy { $0.isHan || $0.isSpace || $0 == "·" || $0 == "／" || $0 == "/" }
      || isSpaced
  }
}
