/// The photographer behind a caption: `…。江小帆　摄`, `…。本报记者 唐某 摄`, `…（资料图片）`.
enum Credits {
  /// Longest words behind a caption's last stop that can be a credit.
  private static let longest = 20

  /// 蓝某　摄/视觉中心: the credit ends before the agency.
  private static func behindAgency(_ text: Scalars, _ end: Int) -> Int {
    guard let slash = text[..<end].lastIndex(where: { $0 == "/" || $0 == "／" }), slash > 0,
      (2...8).contains(end - slash - 1), text[(slash + 1)..<end].allSatisfy(\.isHan),
      text[slash - 1] == "摄" || text[slash - 1] == "影"
    else { return end }
    return slash
  }

  /// …。本刊特约摄影 袁某, …。图：袁某: the work, then the name.
  private static func namesPhotographer(_ text: Scalars, _ end: Int) -> Bool {
    guard let stop = text[..<end].lastIndex(where: { Marks.stop.contains($0) }), stop + 1 < end,
      end - stop <= longest,
      let gap = text[(stop + 1)..<end].lastIndex(where: { $0.isSpace || $0 == "：" || $0 == ":" }),
      (2...4).contains(end - gap - 1), text[(gap + 1)..<end].allSatisfy(\.isHan)
    else { return false }
    return works.match(in: text, endingAt: gap, from: stop + 1) != nil
  }

  private static let works = Lexicon("摄影 供图 摄影报道 图")

  /// Whether a line ends with a credit.
  static func endsWithCredit(_ text: Scalars) -> Bool {
    var end = text.count
    while end > 0, "。）)".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    end = behindAgency(text, end)
    if namesPhotographer(text, end) { return true }
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
