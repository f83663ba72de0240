internal import ReportModel

/// Reads the indicators of one sentence (step P6).
struct SentenceReader {
  let sentence: Sentence
  let periods: [PeriodSpan]
  let rules: PeriodRules
  var memory: SubjectMemory
  var found: [FoundIndicator] = []
  private let tokens: [NumberToken]
  private let ranks: [RankToken]
  private let nouns: LeftNoun
  private let inherited: String
  /// Where the words that belong to the number before end.
  private var behind: Int
  private var pendingChange: (words: String, subjects: [String])?

  private var text: Scalars { sentence.text }

  /// Prepares a sentence. `inherited` is the period of the sentence before, for 其中.
  init(_ sentence: Sentence, rules: PeriodRules, memory: SubjectMemory, inherited: String) {
    self.sentence = sentence
    self.rules = rules
    self.memory = memory
    self.inherited = inherited
    periods = PeriodScanner(sentence).spans()
    ranks = RankScanner(sentence).tokens()
    let blocked = sentence.names() + periods.map(\.range) + ranks.map(\.range)
    tokens = NumberScanner(sentence, blocked: blocked).tokens()
    nouns = LeftNoun(sentence.text, periods)
    behind = sentence.range.lowerBound
    self.memory.beginSentence()
  }

  /// Whether the sentence holds a number.
  var hasNumbers: Bool { !tokens.isEmpty }

  /// Reads everything.
  mutating func read() {
    for place in tokens.indices { read(place) }
    for rank in ranks { attach(rank) }
    found += TrendFinder(sentence, nouns).trends(period: period(at: sentence.range.upperBound))
    found.sort { $0.raw.lowerBound < $1.raw.lowerBound }
  }

  private mutating func read(_ place: Int) {
    let token = tokens[place]
    let start = token.range.lowerBound
    var low = max(behind, sentence.clauseStart(before: start))
    while low < start, "、和与及".unicodeScalars.contains(text[low]), low == behind { low += 1 }
    if token.isCondition { return }
    let context = LeftContext(text, low..<start)
    let noun = rightNoun(token, context)
    defer { behind = max(token.range.upperBound, noun.upperBound) }
    if skipsThreshold(token, context, place) { return }
    var indicator = FoundIndicator(
      kind: context.kind == .change || context.kind == .changeTo ? .change : .quantity,
      subject: "", value: token.value, unit: unit(of: place), period: period(of: token, context),
      raw: context.rawStart..<max(token.range.upperBound, noun.upperBound))
    if let shared = sharedChange(token, context, indicator.unit) {
      indicator.kind = .change
      indicator.subject = shared.subject
      indicator.qualifiers = [shared.words]
      found.append(indicator)
      return
    }
    indicator.subject = subject(token, context, noun, indicator.unit)
    indicator.qualifiers = qualifiers(token, context, low..<start, &indicator)
    indicator.isGrowth = context.kind == .change && indicator.unit == "%"
    distribute(place, context, &indicator)
    found.append(indicator)
    addTail(from: max(token.range.upperBound, noun.upperBound))
  }

  /// The noun behind a number, unless the number is a measure with its subject on the left.
  private func rightNoun(_ token: NumberToken, _ context: LeftContext) -> Range<Int> {
    let end = token.range.upperBound
    let none = end..<end
    guard context.kind == .plain || context.subject.isEmpty, !context.isFrom else { return none }
    guard token.after.isEmpty || !token.after.contains("以") else { return none }
    if token.isPercent || token.unit.isEmpty || token.unit == "倍" {
      guard text.has("的", at: end), nouns.subject(context.subject).isEmpty else { return none }
    } else if Measures.contains(token.unit), !nouns.subject(context.subject).isEmpty,
      text[max(0, context.subject.upperBound - 1)] != "的", !nouns.subject(context.subject).isVerb
    {
      return none
    }
    return RightNoun.range(text, from: end, limit: sentence.range.upperBound)
  }

  /// 26个行政村…全部超过20万元: the amount is a condition of the villages.
  private mutating func skipsThreshold(
    _ token: NumberToken, _ context: LeftContext, _ place: Int
  ) -> Bool {
    guard !context.approximate.isEmpty, place > 0, let last = found.indices.last else { return false }
    let high = context.rawStart
    let low = sentence.clauseStart(before: high)
    guard let all = ["全部", "均", "都"].first(where: { text.has($0, at: high - $0.unicodeScalars.count) }),
      found[last].raw.lowerBound >= low, found[last].unit != token.unit
    else { return false }
    let own = nouns.subject(context.subject.lowerBound..<(high - all.unicodeScalars.count))
    if !own.isEmpty {
      let bound = text[context.rawStart..<token.range.upperBound].string
      found[last].subject = own + bound + "的" + found[last].subject
    }
    if all == "全部" { found[last].qualifiers = [all] }
    return true
  }

  /// The unit, or that of the next number where 1.1个、2.7个百分点 share one.
  private func unit(of place: Int) -> String {
    let token = tokens[place]
    guard place + 1 < tokens.count else { return token.unit }
    let next = tokens[place + 1]
    let gap = token.range.upperBound..<next.range.lowerBound
    let isList =
      gap.count == 1 && "、和".unicodeScalars.contains(text[gap.lowerBound])
    return isList && next.unit.hasPrefix(token.unit) ? next.unit : token.unit
  }

  // MARK: - Period

  private func period(of token: NumberToken, _ context: LeftContext) -> String {
    let start = token.range.lowerBound
    if let local = periods.last(where: {
      $0.kind == .local && $0.range.upperBound <= start && start - $0.range.upperBound <= 2
    }) {
      return local.text
    }
    return period(at: start)
  }

  /// The period that holds at a place.
  private func period(at place: Int) -> String {
    if let span = periods.last(where: {
      $0.kind == .period && $0.range.upperBound <= place
    }) {
      return rules.period(of: span)
    }
    if isLasting { return "" }
    if rules.current.isEmpty, text.has("其中", at: sentence.range.lowerBound) { return inherited }
    return rules.current
  }

  /// 占地, 总投资: what holds without a time.
  private var isLasting: Bool {
    Self.lasting.occurs(in: text, sentence.range.lowerBound..<min(
      sentence.range.upperBound, sentence.clauseEnd(after: sentence.range.lowerBound)))
  }

  private static let lasting = Lexicon("占地 总投资 总建筑面积 规划面积 辖区面积 总面积")

  // MARK: - Distribution

  /// 分别 hands the numbers of a row to the subjects of a row, in their order.
  private mutating func distribute(
    _ place: Int, _ context: LeftContext, _ indicator: inout FoundIndicator
  ) {
    pendingChange = nil
    guard context.isDistributed else { return }
    var subjects = memory.plain.dropLast(context.kind == .plain ? 1 : 0).map { $0 }
    let own = Self.list(nouns.subject(context.subject))
    if own.count > 1 { subjects = own }
    let count = runLength(from: place)
    guard count > 1, subjects.count >= count else { return }
    let chosen = Array(subjects.suffix(count))
    indicator.subject = chosen[0]
    pendingChange = (context.change, Array(chosen.dropFirst()))
  }

  /// How many numbers stand in a row from a place, parted by 、 or 和.
  private func runLength(from place: Int) -> Int {
    var count = 1
    while place + count < tokens.count {
      let gap = tokens[place + count - 1].range.upperBound..<tokens[place + count].range.lowerBound
      guard gap.count == 1, "、和，".unicodeScalars.contains(text[gap.lowerBound]) else { break }
      count += 1
    }
    return count
  }

  private mutating func sharedChange(
    _ token: NumberToken, _ context: LeftContext, _ unit: String
  ) -> (subject: String, words: String)? {
    guard var pending = pendingChange, !pending.subjects.isEmpty, context.subject.isEmpty else {
      return nil
    }
    let subject = pending.subjects.removeFirst()
    pendingChange = pending
    return (subject, pending.words)
  }

  static func list(_ subject: String) -> [String] {
    subject.split(whereSeparator: { "、和与及".contains($0) }).map(String.init)
  }

  // MARK: - Rank and tail

  private mutating func attach(_ rank: RankToken) {
    let clause = sentence.clauseStart(before: rank.verb)
    let own = nouns.subject(clause..<rank.range.lowerBound)
    let isGrowth = Scalars(own).contains("增幅") || Scalars(own).contains("增速")
    let before = found.lastIndex { $0.raw.upperBound <= rank.range.lowerBound && $0.rank.isEmpty }
    if isGrowth, let growth = found.lastIndex(where: {
      $0.isGrowth && $0.raw.upperBound <= rank.range.lowerBound
    }), own.unicodeScalars.count <= 4 {
      found[growth].rank = rank.rank
      return
    }
    let isBare = own.isEmpty || IndicatorWords.scores.contains(Scalars(own))
    if let before, isBare, isNear(found[before].raw.upperBound, rank.range.lowerBound) {
      found[before].rank = rank.rank
      return
    }
    let contest = Contest.name(in: sentence, nouns)
    let base = contest.isEmpty ? own : contest
    found.append(
      FoundIndicator(
        kind: .rank, subject: base.isEmpty ? memory.last : base + "排名",
        period: period(at: rank.range.lowerBound), rank: rank.rank, raw: rank.range))
  }

  /// At most one clause mark lies between.
  private func isNear(_ low: Int, _ high: Int) -> Bool {
    low <= high && text[low..<high].count { Marks.strongClause.contains($0) } <= 1
  }

  /// 全部办结, 均已整改落实 behind a number, or behind all numbers of a row.
  private mutating func addTail(from start: Int) {
    var place = start
    var isNext = false
    if place < sentence.range.upperBound, text[place] == "，" {
      place += 1
      isNext = true
    }
    guard let word = ["全部", "均已", "均", "已全部"].first(where: { text.has($0, at: place) }) else { return }
    let stop = sentence.clauseEnd(after: place)
    guard stop - place <= 12, stop - place > word.unicodeScalars.count + 1,
      !text[place..<stop].contains(where: { $0.isDigit }), !isNext || word != "全部"
    else { return }
    let tail = text[place..<stop].string
    guard let last = found.indices.last else { return }
    let unit = found[last].unit
    for index in found.indices.reversed() {
      guard found[index].unit == unit || index >= last - 1 && !isNext else { break }
      if found[index].qualifiers.isEmpty { found[index].qualifiers = [tail] }
      let gap = index > 0 ? found[index].raw.lowerBound - found[index - 1].raw.upperBound : 99
      if !isNext, gap > 1 { break }
      if gap > 24 { break }
    }
  }
}
