internal import Segmentation

/// Lists of things that share their numbers.
extension SentenceReader {
  /// The things a list names: parted by 、, 和, 与 and 及, where these are no parts of words (参与率).
  static func list(_ subject: String) -> [String] {
    let text = Scalars(subject)
    let words = Segmentation(text)
    var parts: [String] = []
    var start = 0
    for place in text.indices where "、和与及".unicodeScalars.contains(text[place]) {
      let isWord = text[place] != "、" && (words.word(at: place)?.range.count ?? 1) > 1
      if isWord || place == start { continue }
      parts.append(text[start..<place].string)
      start = place + 1
    }
    if start < text.count { parts.append(text[start...].string) }
    return parts
  }

  /// 城乡居民人均可支配收入分别增长: both halves of one word, in their order; else the thing itself.
  static func halves(_ subject: String, count: Int) -> [String] {
    if count == 2, subject.hasPrefix("城乡") {
      let rest = String(subject.dropFirst(2))
      return ["城镇" + rest, "农村" + rest]
    }
    return Array(repeating: subject, count: count)
  }

  /// A list whose last thing alone has the noun that all share: 城镇、农村居民人均可支配收入 are
  /// 城镇居民人均可支配收入 and 农村居民人均可支配收入.
  static func completed(_ parts: [String]) -> [String] {
    guard parts.count > 1 else { return parts }
    let parts = withOrdinals(parts)
    guard let last = parts.last else { return parts }
    let others = parts.dropLast().map { Scalars($0) }
    let whole = Scalars(last)
    if others.allSatisfy(isOrdinal), whole.first == "第",
      let end = whole.indices.dropFirst().first(where: { !HanNumerals.all.contains(whole[$0]) }),
      end > 1
    {
      return others.map { $0.string + whole[end...].string } + [last]
    }
    // 一、二、三级医院.
    if others.allSatisfy({ $0.allSatisfy(HanNumerals.all.contains) }),
      let end = whole.firstIndex(where: { !HanNumerals.all.contains($0) }), end > 0
    {
      return others.map { $0.string + whole[end...].string } + [last]
    }
    guard let tail = sharedTail(of: whole, others) else { return parts }
    return others.map { $0.string + tail.string } + [last]
  }

  /// 早稻播种面积, 晚稻播种面积 without what they share: 早稻, 晚稻.
  static func withoutSharedEnd(_ parts: [String]) -> [String] {
    let texts = parts.map { Scalars($0) }
    guard let first = texts.first, let shortest = texts.map(\.count).min() else { return parts }
    var length = 0
    while length + 1 < shortest,
      texts.allSatisfy({ $0[$0.count - length - 1] == first[first.count - length - 1] })
    {
      length += 1
    }
    // 早稻 and 晚稻 share 稻, too, which is no word.
    while length >= 2,
      !texts.allSatisfy({ Segmentation($0).isBoundary($0.count - length) })
    {
      length -= 1
    }
    return length < 2 ? parts : texts.map { Scalars($0.dropLast(length)).string }
  }

  private static func isOrdinal(_ words: Scalars) -> Bool {
    words.count > 1 && words[0] == "第" && words.dropFirst().allSatisfy(HanNumerals.all.contains)
  }

  /// 第一、二、三产业: what makes the first an ordinal makes all.
  private static func withOrdinals(_ parts: [String]) -> [String] {
    guard parts[0].hasPrefix("第"), parts[0].unicodeScalars.count <= 3 else { return parts }
    return parts.map { part in
      Scalars(part).first.map(HanNumerals.all.contains) == true ? "第" + part : part
    }
  }

  private static let measureEnds = ScalarSet("数量额率值费价款")

  /// What of the last thing stands behind its own modifier, which is about as long as the others and
  /// ends as they do; nil where nothing does.
  private static func sharedTail(of whole: Scalars, _ others: [Scalars]) -> Scalars? {
    let longest = others.map(\.count).max() ?? 0
    let shortest = others.map(\.count).min() ?? 0
    guard shortest > 0, whole.count >= shortest + 2 else { return nil }
    // 火灾起数、直接财产损失: measures that are whole themselves.
    if others.contains(where: { $0.count > 2 && $0.last.map(measureEnds.contains) == true }) {
      return nil
    }
    let ends = Set(others.compactMap(\.last))
    if ends.count == 1, let end = ends.first,
      others.count > 1 || others[0].contains(where: \.isDigit),
      let place = whole.prefix(longest + 2).lastIndex(of: end), place + 2 < whole.count
    {
      return Scalars(whole[(place + 1)...])
    }
    // 渎职犯罪、经济秩序犯罪案件: the word that all of them end with, and what follows it.
    if let word = Segmentation(others[0]).words.last, word.range.count >= 2 {
      let end = Scalars(others[0][word.range])
      let found = whole.indices.last { whole.has(end.string, at: $0) }
      if let found, found > 0,
        others.allSatisfy({ $0.count > end.count && $0.hasSuffix(end.string) })
      {
        let tail = Scalars(whole[(found + end.count)...])
        return tail.isEmpty ? nil : tail
      }
    }
    let words = Segmentation(whole)
    for length in [shortest, longest, longest + 1, shortest - 1, longest + 2]
    where length > 0 && length + 2 <= whole.count && words.isBoundary(length) {
      return Scalars(whole[length...])
    }
    return nil
  }
}
