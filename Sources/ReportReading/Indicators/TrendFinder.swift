import Notations
internal import ReportModel

/// Directions without numbers: 投诉量、重复投诉量“双下降”.
struct TrendFinder {
  private let sentence: Sentence
  private let nouns: LeftNoun
  private var text: Scalars { sentence.text }

  /// Prepares a sentence.
  init(_ sentence: Sentence, _ nouns: LeftNoun) {
    self.sentence = sentence
    self.nouns = nouns
  }

  /// One indicator for each subject and direction.
  func trends(period: String) -> [FoundIndicator] {
    var result: [FoundIndicator] = []
    for place in sentence.range where Self.counts.contains(text[place]) {
      if let last = result.last, last.raw.contains(place) { continue }
      guard let word = word(at: place) else { continue }
      let open = place > sentence.range.lowerBound && text[place - 1] == "“" ? place - 1 : place
      var end = word.end
      if end < sentence.range.upperBound, text[end] == "”" { end += 1 }
      result += trends(word.directions, open..<end, period)
    }
    return result
  }

  private func trends(
    _ directions: [String], _ range: Range<Int>, _ period: String
  ) -> [FoundIndicator] {
    var high = range.lowerBound
    let low = clauseStart(high)
    var comparison = ""
    while high > low, let length = Self.links.match(in: text, endingAt: high, from: low) {
      let word = text[(high - length)..<high].string
      if word == "同比" || word == "环比" { comparison = word }
      high -= length
    }
    let subjects = subjects(low..<high)
    guard subjects.count == directions.count else { return [] }
    return subjects.enumerated().map { place, subject in
      FoundIndicator(
        kind: .trend, subject: subject, qualifiers: [comparison + directions[place]],
        period: period, raw: range)
    }
  }

  /// 、 does not part clauses here, so the list is whole.
  private func clauseStart(_ place: Int) -> Int { sentence.clauseStart(before: place) }

  /// The listed subjects; a modifier of the first holds for all (生产安全事故起数、死亡人数).
  private func subjects(_ range: Range<Int>) -> [String] {
    let parts = SentenceReader.list(nouns.subject(range))
    guard parts.count > 1, let first = parts.first else { return [] }
    let others = parts.dropFirst()
    let length = others.map(\.count).reduce(0, +) / others.count
    let common = first.count - max(length, 4)
    guard common >= 2 else { return parts }
    let prefix = String(first.prefix(common))
    return [first] + others.map { $0.count <= 6 ? prefix + $0 : $0 }
  }

  /// 双降双提升 is 降, 降, 升, 升; a bare 三升 without quotation marks is no such word.
  private func word(at place: Int) -> (directions: [String], end: Int)? {
    var directions: [String] = []
    var next = place
    while next < sentence.range.upperBound, let count = Self.count(text[next]) {
      if let length = Self.falls.match(in: text, at: next + 1) {
        directions += Array(repeating: "降", count: count)
        next += 1 + length
      } else if let length = Self.rises.match(in: text, at: next + 1) {
        directions += Array(repeating: "升", count: count)
        next += 1 + length
      } else {
        break
      }
    }
    let isQuoted = place > sentence.range.lowerBound && text[place - 1] == "“"
    let isClear = text[place] == "双" || isQuoted || Set(directions).count == 2
    return directions.count < 2 || !isClear ? nil : (directions, next)
  }

  private static func count(_ scalar: Unicode.Scalar) -> Int? {
    scalar == "双" ? 2 : HanNumerals.digit(scalar)
  }

  private static let counts = ScalarSet("双一两二三四五")
  private static let falls = Lexicon("下降 降 减 降低 减少 回落 下滑")
  private static let rises = Lexicon("提升 升 上升 增 增长 提高 增加")
  private static let links = Lexicon(
    """
    同比 环比 实现 实现了 的 均 持续 保持 继续 双双 呈现 呈 连续 出现 ， 实现连续 继续实现 均实现 总体 稳步 稳定
    """)
}
