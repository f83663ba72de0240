internal import Segmentation

/// The noun behind a number, 251个网格, 10处房地产项目; empty where a verb follows.
enum RightNoun {
  /// The range of the noun that starts at a place.
  static func range(
    _ text: Scalars, _ words: SentenceWords, from start: Int, limit: Int
  ) -> Range<Int> {
    var place = start
    if place < limit, text[place] == "的" { place += 1 }
    let first = place
    var hasQuote = false
    while place < limit, place - first < 24 {
      let scalar = text[place]
      if scalar == "“" || scalar == "《" {
        guard let close = closing(text, place, limit) else { break }
        place = close + 1
        hasQuote = true
        // 500亩“新梨七号”丰产丰收: what is told of it.
        if isTold(text, words, place, limit) { break }
        continue
      }
      // 132名专、兼职人员: the first shares the noun of the second.
      if place == first + 1, scalar == "、", place + 1 < limit, text[place + 1].isHan {
        place += 1
        continue
      }
      if stops(text, place, first, limit) { break }
      if place > first, isFollowed(text, words, place, limit) { break }
      let verb = IndicatorWords.nounEnds.match(in: text, at: place, limit: limit) ?? 0
      if let noun = IndicatorWords.nouns.match(in: text, at: place, limit: limit), noun >= verb {
        place += noun
        continue
      }
      if scalar == "的" {
        place += 1
        continue
      }
      if verb > 0 {
        let (next, isOwn) = behindWord(words, place, first)
        place = next
        if isOwn { continue }
        break
      }
      if place > first, isVerb(text, words, place, limit) || isManner(text, words, place, limit) {
        break
      }
      place += 1
    }
    while place > first, text[place - 1] == "的" { place -= 1 }
    let isNoun = place - first >= 1 && (hasQuote || place - first <= 22)
    return isNoun ? first..<place : start..<start
  }

  /// Where the words for an end stand in a word, 4个人一共领到 or 9家设在医院: the start of that word, or its
  /// end, where it opens the noun itself (公共厕所).
  private static func behindWord(
    _ words: SentenceWords, _ place: Int, _ first: Int
  ) -> (place: Int, isOwn: Bool) {
    guard let word = words.word(at: place), word.range.lowerBound < place else {
      return (place, false)
    }
    let isNoun =
      word.partOfSpeech.isNominal
      || [PartOfSpeech.adjective, .attribute].contains(word.partOfSpeech)
    return isNoun && word.range.lowerBound == first
      ? (word.range.upperBound, true) : (word.range.lowerBound, false)
  }

  /// Whether a mark, a digit or the words of the next number stand at a place.
  private static func stops(_ text: Scalars, _ place: Int, _ first: Int, _ limit: Int) -> Bool {
    let scalar = text[place]
    if scalar == "（" { return place > first || Marks.opening.contains(scalar) }
    if Marks.clause.contains(scalar) || scalar.isDigit || scalar.isSpace { return true }
    if Marks.opening.contains(scalar) || Marks.closing.contains(scalar) { return true }
    // 4条约600米: what stands before the next number is its own.
    guard
      let near = IndicatorWords.approximateBefore.match(in: text, at: place, limit: limit),
      place + near < limit
    else { return false }
    return text[place + near].isDigit
  }

  /// 14名村官陆续离去: how they did it is no part of what they are.
  private static func isManner(
    _ text: Scalars, _ words: SentenceWords, _ place: Int, _ limit: Int
  ) -> Bool {
    guard let word = words.word(at: place), word.range.lowerBound == place, word.range.count > 1
    else { return false }
    return word.partOfSpeech == .adverb || isAdverbial(text, words, word, limit)
  }

  /// Whether what stands behind a name up to the clause's end only tells of it.
  private static func isTold(
    _ text: Scalars, _ words: SentenceWords, _ start: Int, _ limit: Int
  ) -> Bool {
    var place = start
    var count = 0
    while place < limit, !Marks.clause.contains(text[place]), let word = words.word(at: place) {
      switch word.partOfSpeech {
      case .verb, .idiom, .phrase, .state: count += 2
      case .verbNoun: count += 1
      default: return false
      }
      place = max(word.range.upperBound, place + 1)
    }
    return count >= 2
  }

  /// 4台电梯正式竣工: an adjective right before the verb that ends the clause.
  private static func isAdverbial(
    _ text: Scalars, _ words: SentenceWords,
    _ word: (range: Range<Int>, partOfSpeech: PartOfSpeech), _ limit: Int
  ) -> Bool {
    guard word.partOfSpeech == .adjective, word.range.upperBound < limit,
      let verb = words.word(at: word.range.upperBound), verb.partOfSpeech == .verb
    else { return false }
    return verb.range.upperBound >= limit || Marks.clause.contains(text[verb.range.upperBound])
  }

  /// A verb behind a noun ends it: 32项内容量化为积分.
  private static func isVerb(
    _ text: Scalars, _ words: SentenceWords, _ place: Int, _ limit: Int
  ) -> Bool {
    guard let end = verbEnd(words, place, limit) else { return false }
    return "为成了到在进于着过".unicodeScalars.contains(text[end])
  }

  /// 214户农户兑现补贴98724元: what a further number counts has its own verb.
  private static func isFollowed(
    _ text: Scalars, _ words: SentenceWords, _ place: Int, _ limit: Int
  ) -> Bool {
    guard var end = verbEnd(words, place, limit) else { return false }
    let start = end
    while end < limit, !Marks.clause.contains(text[end]), !text[end].isDigit { end += 1 }
    // 受理的4217件群众信访事项办结率99.1%: the rate begins later.
    if end < limit, text[end - 1] == "率", end - place > 4 { return false }
    return end < limit && text[end].isDigit && end - start >= 2
  }

  private static func verbEnd(_ words: SentenceWords, _ place: Int, _ limit: Int) -> Int? {
    guard let word = words.word(at: place), word.range.lowerBound == place, word.range.count > 1,
      word.partOfSpeech == .verb, word.range.upperBound < limit
    else { return nil }
    return word.range.upperBound
  }

  private static func closing(_ text: Scalars, _ open: Int, _ limit: Int) -> Int? {
    let mark: Unicode.Scalar = text[open] == "“" ? "”" : "》"
    var place = open + 1
    while place < min(limit, open + 24) {
      if text[place] == mark { return place }
      place += 1
    }
    return nil
  }
}
