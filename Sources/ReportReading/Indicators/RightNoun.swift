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
        continue
      }
      if scalar == "（", place > first { break }
      if Marks.clause.contains(scalar) || scalar.isDigit || scalar.isSpace { break }
      if Marks.opening.contains(scalar) || Marks.closing.contains(scalar) { break }
      if place > first, isFollowed(text, words, place, limit) { break }
      // 4条约600米: what stands before the next number is its own.
      if let near = IndicatorWords.approximateBefore.match(in: text, at: place, limit: limit),
        place + near < limit, text[place + near].isDigit
      {
        break
      }
      if let noun = IndicatorWords.nouns.match(in: text, at: place, limit: limit) {
        place += noun
        continue
      }
      if scalar == "的" {
        place += 1
        continue
      }
      if IndicatorWords.nounEnds.match(in: text, at: place, limit: limit) != nil { break }
      if place > first, isVerb(text, words, place, limit) { break }
      // 14名村官陆续离去: how they did it is no part of what they are.
      if place > first, let word = words.word(at: place), word.range.lowerBound == place,
        word.range.count > 1, word.partOfSpeech == .adverb
      {
        break
      }
      place += 1
    }
    while place > first, text[place - 1] == "的" { place -= 1 }
    let isNoun = place - first >= 1 && (hasQuote || place - first <= 22)
    return isNoun ? first..<place : start..<start
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
