/// Paragraphs that are set as a quotation: one that is nothing but somebody's words and who said them.
/// A paragraph that only opens with speech and goes on telling stays running text.
enum Quotations {
  /// Longest words of an attribution behind the closing mark.
  private static let longestAttribution = 24

  /// Whether a paragraph is an utterance with its speaker: `“…。”村民王一说。`, `“…。”——总工程师 何敏`.
  static func isAttributed(_ text: Scalars) -> Bool {
    guard let end = utteranceEnd(text), end < text.count else { return false }
    let words = Scalars(text[end...])
    if words.hasPrefix("——") { return isSource(words) }
    guard words.count <= longestAttribution, let first = words.first,
      !pronouns.contains(first), !words.contains(where: { "“，；：".unicodeScalars.contains($0) })
    else { return false }
    return words.last == "。" && speaking.match(in: words, endingAt: words.count - 1) != nil
  }

  /// Whether a paragraph is an utterance and nothing else.
  static func isBare(_ text: Scalars) -> Bool { utteranceEnd(text) == text.count }

  /// ——总工程师 何敏: a line that names who said what stands over it.
  static func isSource(_ text: Scalars) -> Bool {
    text.hasPrefix("——") && (4...longestAttribution).contains(text.count)
      && !text.contains { Marks.strongClause.contains($0) || $0.isDigit }
  }

  /// Behind the mark that closes an utterance which opens a text; nil when the text opens with none.
  private static func utteranceEnd(_ text: Scalars) -> Int? {
    guard let first = text.first, first == "“" || first == "「" else { return nil }
    let closing: Unicode.Scalar = first == "“" ? "”" : "」"
    guard let close = text.firstIndex(of: closing),
      text[1..<close].contains(where: { Marks.strongClause.contains($0) })
    else { return nil }
    return close + 1
  }

  private static let pronouns = ScalarSet("他她它我这")
  /// Verbs of speech that also open the deck under a meeting's headline.
  static let speakingVerbs = Lexicon("强调 要求 指出 提出 部署 研究 听取 审议")
  private static let speaking = Lexicon("说 说道 表示 介绍 道 感慨 感叹 坦言 告诉记者 笑着说 直言 认为 称 指出 强调 介绍说 表示说 写道")
}
