internal import Diagnostics
internal import ReportModel

/// Percentages that the numbers beside them do not give (product 2.5): shares and rates from their
/// parts, growth from a difference, from the value before, or from both ends of a change.
struct PercentChecks {
  private let text: Scalars
  private let figures: [Figure]

  /// A number of a sentence with the interval that its rounding leaves open.
  private struct Figure {
    var low: Double
    var high: Double
    var decimals: Int
    var unit: String
    var range: Range<Int>
    /// The words between the number before, or the sentence's start, and this one.
    var before: String

    var isPercent: Bool { unit == "%" }
  }

  /// The mismatches of a paragraph.
  static func mismatches(in text: Scalars) -> [ProofFind] {
    Sentence.searched(text).flatMap { PercentChecks($0).finds() }
  }

  private init(_ sentence: Sentence) {
    text = sentence.text
    let blocked = sentence.names() + PeriodScanner(sentence).spans().map(\.range)
    var start = sentence.range.lowerBound
    var figures: [Figure] = []
    for token in NumberScanner(sentence, blocked: blocked).tokens() {
      let before = sentence.text[start..<max(start, token.range.lowerBound)].string
      start = token.range.upperBound
      guard let figure = Self.figure(token, before: before) else { continue }
      figures.append(figure)
    }
    self.figures = figures
  }

  private static let vague = ["近", "约", "超", "逾", "超过", "突破", "不少于", "不低于", "余", "达到近"]

  private static func figure(_ token: NumberToken, before: String) -> Figure? {
    guard token.after.isEmpty, let value = Double(token.value),
      !vague.contains(where: { before.hasSuffix($0) })
    else { return nil }
    let decimals = token.value.split(separator: ".").dropFirst().first?.count ?? 0
    // 57.9亿元 and 32276万元 are rounded, 187件 is counted.
    let isRounded = decimals > 0 || ["万", "亿"].contains { token.unit.hasPrefix($0) }
    let half = isRounded ? 0.5 * power(decimals) : 0
    return Figure(
      low: value - half, high: value + half, decimals: decimals, unit: token.unit,
      range: token.range, before: before)
  }

  private static func power(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1) { share, _ in share / 10 }
  }

  // MARK: Rules

  private func finds() -> [ProofFind] {
    var finds: [ProofFind] = []
    for place in figures.indices where figures[place].isPercent && place >= 1 {
      let find =
        change(place) ?? difference(place) ?? earlier(place) ?? share(place) ?? rate(place)
      if let find = find ?? nil { finds.append(find) }
    }
    return finds
  }

  private static let ups = ["增加", "增长", "上升", "提高", "多", "增", "升", "扩大", "延长"]
  private static let downs = ["减少", "下降", "降低", "缩短", "少", "减", "降", "压减", "回落"]
  private static let earlierWords = [
    "上月", "上年", "去年", "同期", "前一日", "前日", "昨日", "上周", "上季度", "上一",
  ]

  private static func has(_ words: [String], _ text: String) -> Bool {
    words.contains { text.contains($0) }
  }

  /// What a rule says of a percentage: nothing, that it holds, or a finding.
  private typealias Verdict = ProofFind??

  /// 由31.5小时缩短至27.4小时，缩短13.0%.
  private func change(_ place: Int) -> Verdict {
    guard place >= 2 else { return nil }
    let (from, to, rate) = (figures[place - 2], figures[place - 1], figures[place])
    let ends = ["至", "到", "为"].contains { to.before.hasSuffix($0) }
    guard from.unit == to.unit, ends, Self.has(["由", "从"], from.before),
      Self.has(Self.ups + Self.downs + ["变"], to.before),
      Self.has(Self.ups + Self.downs + ["降幅", "增幅"], rate.before)
    else { return nil }
    return verdict(rate, from: from.range, part: (to.low - from.high, to.high - from.low), of: from)
  }

  /// 187件，比前一日增加23件，环比上升14.0%.
  private func difference(_ place: Int) -> Verdict {
    guard place >= 2 else { return nil }
    let (now, more, rate) = (figures[place - 2], figures[place - 1], figures[place])
    let isCompared = Self.has(["比", "较"], more.before)
    guard now.unit == more.unit, isCompared, isChange(rate) else { return nil }
    let isUp = Self.ups.contains { more.before.hasSuffix($0) }
    guard isUp || Self.downs.contains(where: { more.before.hasSuffix($0) }) else { return nil }
    var base = now
    base.low = isUp ? now.low - more.high : now.low + more.low
    base.high = isUp ? now.high - more.low : now.high + more.high
    return verdict(rate, from: now.range, part: (more.low, more.high), of: base)
  }

  /// 本月5418件，上月5730件，环比下降5.4%.
  private func earlier(_ place: Int) -> Verdict {
    guard place >= 2 else { return nil }
    let (now, old, rate) = (figures[place - 2], figures[place - 1], figures[place])
    guard now.unit == old.unit, Self.has(Self.earlierWords, old.before),
      !Self.has(Self.ups + Self.downs, old.before), isChange(rate)
    else { return nil }
    return verdict(rate, from: now.range, part: (now.low - old.high, now.high - old.low), of: old)
  }

  private func isChange(_ rate: Figure) -> Bool {
    let clause = rate.before.drop { "，、（".contains($0) }
    return clause.count <= 10 && Self.has(Self.ups + Self.downs + ["增幅", "降幅"], String(clause))
      && !Self.has(["占", "率"], String(clause))
  }

  /// 其中重复诉求9件，占12.3%: of the one greater number of the same unit before it.
  private func share(_ place: Int) -> Verdict {
    let rate = figures[place]
    let words = rate.before.drop { "，、（".contains($0) }
    guard words.hasPrefix("占"), words.count <= 8, !words.contains("比去年"), place >= 2 else {
      return nil
    }
    let part = figures[place - 1]
    guard !part.isPercent else { return nil }
    return ofAnyWhole(rate, part: part, before: place - 1)
  }

  /// The part of what stands before it, or of that and the part together. Which whole is meant cannot
  /// be known: one that gives the percentage will do, and only a single one is held against it.
  private func ofAnyWhole(_ rate: Figure, part: Figure, before place: Int) -> Verdict {
    let wholes = figures[..<place].filter { $0.unit == part.unit && $0.high >= part.low }
    if wholes.isEmpty { return nil }
    let sums = wholes.map { whole in
      var sum = whole
      sum.low += part.low
      sum.high += part.high
      return sum
    }
    let verdicts = (wholes + sums).map {
      verdict(rate, from: part.range, part: (part.low, part.high), of: $0)
    }
    if verdicts.contains(where: { $0 == nil }) { return .some(nil) }
    return wholes.count == 1 ? .some(verdicts[0]) : nil
  }

  /// 应办结203件，按期办结196件，按期办结率96.6%: the rate has the name of its part.
  private func rate(_ place: Int) -> Verdict {
    guard place >= 2 else { return nil }
    let (whole, part, rate) = (figures[place - 2], figures[place - 1], figures[place])
    let words = rate.before.drop { "，、（；".contains($0) }
    guard whole.unit == part.unit, !part.isPercent, part.low <= whole.low, words.count <= 10,
      let end = words.range(of: "率"), !Self.has(["；"], rate.before + part.before)
    else { return nil }
    let name = String(words[..<end.lowerBound].suffix(2))
    guard name.count == 2, part.before.contains(name) else { return nil }
    return ofAnyWhole(rate, part: part, before: place - 1)
  }

  // MARK: Verdicts

  /// A finding where no values within the roundings give the percentage; one unit of its last digit
  /// is left for those who cut instead of rounding.
  private func verdict(
    _ rate: Figure, from start: Range<Int>, part: (low: Double, high: Double), of whole: Figure
  ) -> ProofFind? {
    guard whole.low > 0 else { return nil }
    let bounds = [part.low, part.high].flatMap { [abs($0) / whole.low, abs($0) / whole.high] }
    let low = (bounds.min() ?? 0) * 100
    let high = (bounds.max() ?? 0) * 100
    let unit = Self.power(rate.decimals)
    let value = (rate.low + rate.high) / 2
    if value >= low - unit, value <= high + unit { return nil }
    let middle = Self.words((low + high) / 2, decimals: max(1, rate.decimals))
    return ProofFind(
      kind: .percentMismatch, range: start.lowerBound..<rate.range.upperBound, words: nil,
      message: Wording(
        "by the numbers beside it the percentage is \(middle) %", "按文中数字计算应为\(middle)%"))
  }

  private static func words(_ value: Double, decimals: Int) -> String {
    let scale = (0..<min(decimals, 3)).reduce(1.0) { product, _ in product * 10 }
    let whole = Int((value * scale).rounded())
    let rest = String(whole % Int(scale))
    let zeros = String(repeating: "0", count: max(0, min(decimals, 3) - rest.count))
    return "\(whole / Int(scale)).\(zeros)\(rest)"
  }
}

extension StringProtocol {
  /// Where words stand first.
  fileprivate func range(of words: Character) -> Range<Index>? {
    firstIndex(of: words).map { $0..<index(after: $0) }
  }
}
