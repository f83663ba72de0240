import Notations
internal import ReportModel
internal import Segmentation

/// A place in a ranking: 位列全市第一位, 居全市18个镇街第3位.
struct RankToken {
  /// From the verb (or the scope) to the end.
  var range: Range<Int>
  /// Of whom, and which place.
  var rank: IndicatorRank
  /// Where the verb begins; equal to the start of the number where there is none.
  var verb: Int
  /// What is ranked, where it stands between the scope and the place: 全国百强县投资潜力第3.
  var subject: Scalars = []
  /// The contest named with the scope: 在全省开发区综合评价中.
  var contest: Scalars = []
  /// Its place in a row of places without words between them: 分别排名第1、第2.
  var row = 0
}

/// Finds places in rankings.
struct RankScanner {
  private let sentence: Sentence
  private let words: SentenceWords
  private var text: Scalars { sentence.text }

  /// Prepares a sentence with its words.
  init(_ sentence: Sentence, _ words: SentenceWords) {
    self.sentence = sentence
    self.words = words
  }

  /// The places, in their order.
  func tokens() -> [RankToken] {
    var result: [RankToken] = []
    var place = sentence.range.lowerBound
    while place < sentence.range.upperBound {
      if let token = token(at: place, after: result.last) {
        result.append(token)
        place = token.range.upperBound
      } else {
        place += 1
      }
    }
    return result
  }

  private func token(at start: Int, after last: RankToken?) -> RankToken? {
    guard let number = number(at: start), !isFormer(start, number.end) else { return nil }
    if let next = listed(start, number, after: last) { return next }
    let clause = sentence.clauseStart(before: start, brackets: false)
    guard let verb = IndicatorWords.rankVerbs.last(in: text, clause..<start) else {
      return bare(start, number, clause)
    }
    let from = verb.place + verb.length
    guard start - from <= 24 else { return nil }
    var low = from
    // The earliest verb of a run of verbs: 排名位居.
    while let length = IndicatorWords.rankVerbs.match(in: text, endingAt: low, from: clause) {
      low -= length
    }
    let former = formerStart(low, clause)
    low = former ?? low
    var token = RankToken(
      range: low..<number.end, rank: IndicatorRank(scope: "", place: number.value), verb: low)
    if from == start, let contest = contestBefore(low, clause) {
      token.rank.scope = text[contest.scope].string
      token.contest = Scalars(text[contest.name])
      token.range = (contest.scope.lowerBound - 1)..<number.end
      token.verb = contest.scope.lowerBound - 1
    } else if from == start, let region = regionBefore(low, clause) {
      token.rank.scope = text[region].string
      token.range = region.lowerBound..<number.end
      token.verb = region.lowerBound
    } else {
      let parts = scopeAndSubject(from..<start)
      token.rank.scope = scope(parts.scope)
      if token.rank.scope.isEmpty, let former,
        let region = Self.wholeRegions.first(in: text, former..<from)
      {
        token.rank.scope = text[region.place..<(region.place + region.length)].string
      }
      token.subject = Scalars(text[parts.subject])
    }
    // 绿色发展指数排全省第7位，数字经济指数排第11位: among the same.
    if token.rank.scope.isEmpty, let last { token.rank.scope = last.rank.scope }
    return token
  }

  /// 从上年的第4位跃升到第3位: the first place is the old one.
  private func isFormer(_ start: Int, _ end: Int) -> Bool {
    let clause = sentence.clauseStart(before: start, brackets: false)
    guard
      text[max(clause, start - 10)..<start].contains(where: { "由从".unicodeScalars.contains($0) }),
      let next = text[end..<min(end + 8, sentence.range.upperBound)].firstIndex(of: "第")
    else { return false }
    return number(at: next) != nil
      && "到至为".unicodeScalars.contains(text[next - 1])
  }

  /// Where 由 or 从 stands before the old place of a move whose verb begins at a place.
  private func formerStart(_ verb: Int, _ clause: Int) -> Int? {
    guard let from = text[clause..<verb].lastIndex(where: { "由从".unicodeScalars.contains($0) }),
      let old = text[from..<verb].firstIndex(of: "第"), let number = number(at: old),
      number.end <= verb, verb - number.end <= 3
    else { return nil }
    return from
  }

  /// 信访考核全市第三: the region alone stands before the place.
  private func bare(_ start: Int, _ number: (value: Int, end: Int), _ clause: Int) -> RankToken? {
    guard let region = regionBefore(start, clause) else { return nil }
    return RankToken(
      range: region.lowerBound..<number.end,
      rank: IndicatorRank(scope: text[region].string, place: number.value),
      verb: region.lowerBound)
  }

  /// 投资潜力第3、新型城镇化质量第4: a later place of a list has the scope of the first.
  private func listed(
    _ start: Int, _ number: (value: Int, end: Int), after last: RankToken?
  ) -> RankToken? {
    guard let last, last.range.upperBound < start,
      "、，和".unicodeScalars.contains(text[last.range.upperBound])
    else { return nil }
    let subject = (last.range.upperBound + 1)..<start
    if subject.isEmpty {
      return RankToken(
        range: start..<number.end,
        rank: IndicatorRank(scope: last.rank.scope, place: number.value), verb: last.verb,
        row: last.row + 1)
    }
    // 全国第三、湖北第一: another region's place of the same.
    if last.subject.isEmpty, subject.count <= 8, isRegion(subject) {
      return RankToken(
        range: subject.lowerBound..<number.end,
        rank: IndicatorRank(scope: text[subject].string, place: number.value),
        verb: subject.lowerBound)
    }
    guard !last.subject.isEmpty, (2...14).contains(subject.count),
      text[subject].allSatisfy({ $0.isHan }),
      IndicatorWords.rankVerbs.occurs(in: text, subject) == false
    else { return nil }
    return RankToken(
      range: subject.lowerBound..<number.end,
      rank: IndicatorRank(scope: last.rank.scope, place: number.value),
      verb: subject.lowerBound, subject: Scalars(text[subject]))
  }

  private func isRegion(_ range: Range<Int>) -> Bool {
    if Self.wholeRegions.match(in: text, at: range.lowerBound) == range.count { return true }
    guard let word = words.word(at: range.lowerBound) else { return false }
    return word.range == range && word.partOfSpeech == .place
  }

  /// 全国百强县投资潜力: the scope ends with a place word, what is ranked follows it.
  private func scopeAndSubject(_ range: Range<Int>) -> (scope: Range<Int>, subject: Range<Int>) {
    let none = (scope: range, subject: range.upperBound..<range.upperBound)
    guard let end = text[range].lastIndex(where: { Self.regionEnds.contains($0) }),
      words.isBoundary(end + 1), range.upperBound - end - 1 >= 3, end > range.lowerBound,
      !text[(end + 1)..<range.upperBound].contains(where: { $0 == "的" || $0.isDigit || $0 == "中" })
    else { return none }
    return (range.lowerBound..<(end + 1), (end + 1)..<range.upperBound)
  }

  /// 疫苗接种率全区排名第一: the region right before the verb is the scope.
  private func regionBefore(_ verb: Int, _ clause: Int) -> Range<Int>? {
    guard let length = Self.wholeRegions.match(in: text, endingAt: verb, from: clause),
      verb - length > clause
    else { return nil }
    return (verb - length)..<verb
  }

  /// 在全省开发区综合评价中列: the scope and the contest, 在 and 中 left out.
  private func contestBefore(
    _ verb: Int, _ clause: Int
  ) -> (scope: Range<Int>, name: Range<Int>)? {
    if let scope = scopeBefore(verb, clause) { return (scope, scope.upperBound..<scope.upperBound) }
    guard verb - 1 > clause, text[verb - 1] == "中" || text[verb - 1] == "里",
      let at = text[clause..<verb].lastIndex(of: "在"), verb - at <= 26, at >= clause
    else { return nil }
    let inside = (at + 1)..<(verb - 1)
    guard IndicatorWords.contests.match(in: text, endingAt: inside.upperBound) != nil,
      let end = text[inside].lastIndex(where: { Self.regionEnds.contains($0) }),
      words.isBoundary(end + 1), end + 1 < inside.upperBound, text[at + 1] == "全"
    else { return nil }
    return (inside.lowerBound..<(end + 1), (end + 1)..<inside.upperBound)
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
    let isEnd =
      place >= limit || Marks.clause.contains(text[place])
      || "和与及".unicodeScalars.contains(text[place]) && text.has("第", at: place + 1)
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

  private static let regionEnds = ScalarSet("省市县区镇乡街村州国系")
  private static let wholeRegions = Lexicon("全国 全省 全市 全县 全区 全州 全镇 全乡 全街道 全盟 全旗")
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
