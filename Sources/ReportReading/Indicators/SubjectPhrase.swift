internal import Segmentation

/// Whether words name a thing by themselves.
enum SubjectPhrase {
  /// Whether the words are a phrase that ends with a noun and holds no verb between nouns: no piece
  /// of a sentence. 发放救助资金 is one, 内容量化为积分 is none.
  static func isWhole(_ subject: String) -> Bool {
    let text = Scalars(subject)
    let words = Segmentation(text).words
    guard let last = words.last, (2...longest).contains(text.count) else { return false }
    if words[0].range.count == 1, "能可要会应未不没据在于当像".unicodeScalars.contains(text[0]) { return false }
    // 第一家关停的造纸厂: one of many, told and not counted.
    if text[0] == "第", text.count > 2, HanNumerals.all.contains(text[1]) || text[1].isDigit,
      !"产".unicodeScalars.contains(text[2])
    {
      return false
    }
    if "中里前后".unicodeScalars.contains(text[text.count - 1]), last.range.count == 1 { return false }
    for word in words.dropFirst() {
      let first = text[word.range.lowerBound]
      if word.range.count == 1, insideWords.contains(first) { return false }
    }
    // 读者可提前: a statement; 人均可支配收入 is none.
    if last.partOfSpeech == .verb, nounLike.match(in: text, endingAt: text.count) == nil,
      words.contains(where: { text[$0.range] == ["可"] })
    {
      return false
    }
    if isPlaceAlone(text, last) { return false }
    let isNominal =
      last.partOfSpeech.isNominal || last.range.count == 1 || last.partOfSpeech == .other
      || last.partOfSpeech == .classifier || nounLike.match(in: text, endingAt: text.count) != nil
      || (last.partOfSpeech == .verb && words.count > 1 && last.range.count == 2)
    return isNominal && !links.occurs(in: text)
  }

  /// No card has room for more.
  private static let longest = 24

  /// Whether the words are a place and nothing else.
  static func isPlace(_ subject: String) -> Bool {
    let text = Scalars(subject)
    return Segmentation(text).words.last.map { isPlaceAlone(text, $0) } ?? false
  }

  /// 杏溪镇 3.2万亩: a place by itself says not what of it.
  private static func isPlaceAlone(_ text: Scalars, _ last: Word) -> Bool {
    guard let end = text.last else { return true }
    return text.count <= 4 && "镇乡县市州".unicodeScalars.contains(end)
  }

  private static let insideWords = ScalarSet("是未不没已均仍又也都就才了着过有让由能将把被每")
  private static let nounLike = Lexicon("率 量 额 数 比重 占比 面积 收入 支出 产值 增加值 金额 次数 户数 人数 总数 得分 排名")
  private static let links = Lexicon(
    "为了 成为 纳入 量化为 转化为 作为 以及 并且 从而 使得 让 被 把 已经 正在 还是 就是 仍有 又有 都有 约有 共有")
}
