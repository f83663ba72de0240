import Notations

/// A place in a ranking: 位列全市第一位, 居全市18个镇街第3位.
struct RankToken {
  /// From the verb (or the scope) to the end.
  var range: Range<Int>
  /// `scope#n`.
  var rank: String
  /// Where the verb begins; equal to the start of the number where there is none.
  var verb: Int
}

/// Finds places in rankings.
struct RankScanner {
  private let sentence: Sentence
  private var text: Scalars { sentence.text }

  /// Prepares a sentence.
  init(_ sentence: Sentence) { self.sentence = sentence }

  /// The places, in their order.
  func tokens() -> [RankToken] {
    var result: [RankToken] = []
    var place = sentence.range.lowerBound
    while place < sentence.range.upperBound {
      if let token = token(at: place) {
        result.append(token)
        place = token.range.upperBound
      } else {
        place += 1
      }
    }
    return result
  }

  private func token(at start: Int) -> RankToken? {
    guard let number = number(at: start) else { return nil }
    let clause = sentence.clauseStart(before: start, brackets: false)
    guard let verb = IndicatorWords.rankVerbs.last(in: text, clause..<start) else { return nil }
    let from = verb.place + verb.length
    guard start - from <= 24 else { return nil }
    var low = from
    // The earliest verb of a run of verbs: 排名位居.
    while let length = IndicatorWords.rankVerbs.match(in: text, endingAt: low, from: clause) {
      low -= length
    }
    var scope = scope(from..<start)
    if from == start, let place = scopeBefore(low, clause) {
      scope = text[place].string
      low = place.lowerBound - 1
    }
    return RankToken(range: low..<number.end, rank: "\(scope)#\(number.value)", verb: low)
  }

  /// 第3位, 第一名, 首位, 榜首, 第二.
  private func number(at start: Int) -> (value: Int, end: Int)? {
    for word in ["首位", "榜首", "首名"] where text.has(word, at: start) {
      return (1, start + word.unicodeScalars.count)
    }
    guard text[start] == "第" else { return nil }
    var place = start + 1
    let limit = sentence.range.upperBound
    while place < limit, text[place].isDigit { place += 1 }
    var value = place > start + 1 ? Int(text[(start + 1)..<place].string.halfWidthDigits) : nil
    if value == nil {
      while place < limit, HanNumerals.all.contains(text[place]) { place += 1 }
      value = HanNumerals.value(text[(start + 1)..<place])
    }
    guard let value, value > 0 else { return nil }
    if place < limit, text[place] == "位" || text[place] == "名" { return (value, place + 1) }
    let isEnd = place >= limit || Marks.clause.contains(text[place])
    return isEnd ? (value, place) : nil
  }

  private func scope(_ range: Range<Int>) -> String {
    var low = range.lowerBound
    if low < range.upperBound, text[low] == "了" || text[low] == "在" || text[low] == "至" { low += 1 }
    let scope = text[low..<range.upperBound].trimmed.string
    if scope.isEmpty || scope.unicodeScalars.contains(where: { Self.places.contains($0) }) {
      return scope.isEmpty ? contestPlace() : scope
    }
    return contestPlace() + scope
  }

  /// 在全市7个县区中 before the verb: the scope stands first.
  private func scopeBefore(_ verb: Int, _ clause: Int) -> Range<Int>? {
    guard verb - 1 > clause, text[verb - 1] == "中" || text[verb - 1] == "里",
      let at = text[clause..<verb].lastIndex(of: "在"), verb - at <= 16
    else { return nil }
    let scope = (at + 1)..<(verb - 1)
    guard !IndicatorWords.contests.occurs(in: text, scope), let first = text[scope].first,
      Self.places.contains(first) || text[scope].contains(where: { $0.isDigit })
    else { return nil }
    return scope
  }

  /// The place named in 在济宁市…中: what a scope without a place lacks.
  private func contestPlace() -> String {
    guard let at = text.first(of: "在", in: sentence.range) else { return "" }
    var place = at + 1
    while place < min(at + 9, sentence.range.upperBound) {
      if Self.regions.contains(text[place]), place > at + 1 {
        return text[(at + 1)...place].string
      }
      place += 1
    }
    return ""
  }

  private static let places = ScalarSet("全个省市县区镇乡街村系各")
  private static let regions = ScalarSet("省市县区州")
}

extension String {
  /// Full-width digits as half-width ones.
  var halfWidthDigits: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          scalar.digitValue.flatMap { Unicode.Scalar(0x30 + $0) } ?? scalar
        }))
  }
}
