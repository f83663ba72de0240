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
    var finds: [ProofFind] = []
    var before: [Figure] = []
    for sentence in Sentence.searched(text) {
      let checks = PercentChecks(sentence, after: before)
      finds += checks.finds()
      before = checks.figures.filter { !$0.isPercent }
    }
    return finds
  }

  /// The numbers of the sentence before: 共受理诉求71184件。咨询类33523件，占47.09%.
  private let earlierWholes: [Figure]

  private init(_ sentence: Sentence, after earlier: [Figure]) {
    text = sentence.text
    earlierWholes = earlier
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
      isChange(rate)
    else { return nil }
    return verdict(rate, from: from.range, part: (to.low - from.high, to.high - from.low), of: from)
  }

  /// 187件，比前一日增加23件，环比上升14.0%.
  private func difference(_ place: Int) -> Verdict {
    guard place >= 2 else { return nil }
    let (now, more, rate) = (figures[place - 2], figures[place - 1], figures[place])
    let isCompared = Self.has(["比", "较"], more.before)
    guard now.unit == more.unit, !now.isPercent, isCompared, isChange(rate) else { return nil }
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
    // 上月 belongs to the number only in its own clause: 与去年持平；蔬菜产量23.2万吨.
    let own = String(old.before.split { "，；：。".contains($0) }.last ?? "")
    guard now.unit == old.unit, !now.isPercent, Self.has(Self.earlierWords, own),
      !Self.has(Self.ups + Self.downs + ["平"], old.before), isChange(rate)
    else { return nil }
    return verdict(rate, from: now.range, part: (now.low - old.high, now.high - old.low), of: old)
  }

  private func isChange(_ rate: Figure) -> Bool {
    let clause = rate.before.drop { "，、（".contains($0) }
    let words = String(clause)
    let bare = ["同比", "环比", "增幅", "降幅", "增速"].reduce(words) { rest, word in
      rest.hasPrefix(word) ? String(rest.dropFirst(word.count)) : rest
    }
    // A noun before the verb is of another number: 满意率提升至97.4%.
    return words.count <= 10
      && (bare.isEmpty || (Self.ups + Self.downs).contains { bare == $0 || bare == $0 + "了" })
      && !bare.hasSuffix("至") && !bare.hasSuffix("到")
  }

  /// 其中重复诉求9件，占12.3%: of the one greater number of the same unit before it.
  private func share(_ place: Int) -> Verdict {
    let rate = figures[place]
    let words = rate.before.drop { "，、（".contains($0) }
    guard words.hasPrefix("占"), words.count <= 8, !words.contains("比去年"), place >= 1 else {
      return nil
    }
    let part = figures[place - 1]
    guard !part.isPercent else { return nil }
    return ofAnyWhole(rate, part: part, before: place - 1, isShare: true)
  }

  /// The part of what stands before it, or of that and the part together. Which whole is meant cannot
  /// be known: one that gives the percentage will do, and only a single one is held against it.
  /// What has a share of its own is a part beside it and no whole (咨询类33523件，占47.09%；求助类…).
  private func ofAnyWhole(
    _ rate: Figure, part: Figure, before place: Int, isShare: Bool = false
  ) -> Verdict {
    let candidates = figures[..<place].indices.filter { index in
      figures[index].unit == part.unit && figures[index].high >= part.low
    }
    let parts = candidates.filter { index in
      let next = figures[index + 1]
      return next.isPercent && next.before.drop { "，、（".contains($0) }.hasPrefix("占")
    }
    var wholes = candidates.filter { !parts.contains($0) }.map { figures[$0] }
    if isShare, wholes.isEmpty {
      wholes = earlierWholes.filter { $0.unit == part.unit && $0.high >= part.low }
    }
    if wholes.isEmpty { return nil }
    if isShare { wholes += sharedWhole }
    if isShare, wholes.count == 1,
      !parts.isEmpty || !Self.has(["其中", "占总", "占全"], part.before + rate.before),
      !Self.isTotal(wholes[0])
    {
      return nil
    }
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

  /// All parts of the sentence that have a share, together: a list may divide another whole than the
  /// one that was named.
  private var sharedWhole: [Figure] {
    let parts = figures.indices.dropLast().filter { index in
      figures[index + 1].isPercent && !figures[index].isPercent
        && figures[index + 1].before.drop { "，、（".contains($0) }.hasPrefix("占")
    }.map { figures[$0] }
    guard parts.count >= 3, var sum = parts.first, parts.allSatisfy({ $0.unit == sum.unit }) else {
      return []
    }
    for part in parts.dropFirst() {
      sum.low += part.low
      sum.high += part.high
    }
    // Parts that the list leaves out are a little more.
    sum.high *= 1.02
    return [sum]
  }

  /// 共受理诉求71184件: said to be the whole.
  private static func isTotal(_ figure: Figure) -> Bool {
    let clause = String(figure.before.split { "，；。".contains($0) }.last ?? "")
    return has(["共", "总", "合计", "累计", "全部", "全"], clause)
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
