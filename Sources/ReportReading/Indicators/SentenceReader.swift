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
  let nouns: LeftNoun
  /// Where the words that belong to the number before end.
  private var behind: Int
  private var pendingChange: (words: String, subjects: [String])?

  private var text: Scalars { sentence.text }

  /// Prepares a sentence; `speech` are the utterances of its paragraph.
  init(
    _ sentence: Sentence, rules: PeriodRules, memory: SubjectMemory, speech: [Range<Int>] = []
  ) {
    self.sentence = sentence
    self.rules = rules
    self.memory = memory
    periods = PeriodScanner(sentence).spans()
    ranks = RankScanner(sentence).tokens()
    let blocked = sentence.names() + periods.map(\.range) + ranks.map(\.range) + speech
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
    var low = min(max(behind, sentence.clauseStart(before: start)), start)
    while low < start, "、和与及".unicodeScalars.contains(text[low]), low == behind { low += 1 }
    if token.isCondition || isExample(token) { return }
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

  /// 汀兰苑等5个小区的电梯更新: the number counts examples that only describe another noun.
  private func isExample(_ token: NumberToken) -> Bool {
    let end = token.range.upperBound
    guard token.range.lowerBound > 0, text[token.range.lowerBound - 1] == "等" else { return false }
    let high = min(end + 5, sentence.range.upperBound)
    return end < high && text[end..<high].contains("的")
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
    let time = periods.first { $0.range.lowerBound >= end }?.range.lowerBound
    return RightNoun.range(text, from: end, limit: time ?? sentence.range.upperBound)
  }

  /// 26个行政村…全部超过20万元: the amount is a condition of the villages.
  private mutating func skipsThreshold(
    _ token: NumberToken, _ context: LeftContext, _ place: Int
  ) -> Bool {
    guard !context.approximate.isEmpty, place > 0, let last = found.indices.last else {
      return false
    }
    let high = context.rawStart
    let low = sentence.clauseStart(before: high)
    guard
      let all = ["全部", "均", "都"].first(where: { text.has($0, at: high - $0.unicodeScalars.count) }),
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
    if let span = ruling(at: place) { return rules.period(of: span) }
    if isLasting { return "" }
    return rules.current
  }

  /// The first time of a sentence rules to its end; 目前 and 现有, and a date that opens a later
  /// clause after a date, take over.
  private func ruling(at place: Int) -> PeriodSpan? {
    var ruling: PeriodSpan?
    for span in periods where span.kind == .period && span.range.upperBound <= place {
      guard let first = ruling else {
        ruling = span
        continue
      }
      let opens = span.range.lowerBound == sentence.clauseStart(before: span.range.lowerBound)
      if PeriodRules.momentary.contains(span.text)
        || (opens && span.isAbsolute && first.isAbsolute)
      {
        ruling = span
      }
    }
    return ruling
  }

  /// 占地, 总投资: what holds without a time.
  private var isLasting: Bool {
    Self.lasting.occurs(
      in: text,
      sentence.range
        .lowerBound..<min(
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

  /// The things a list names: parted by 、, 和, 与 and 及, where these are no parts of words (参与率).
  static func list(_ subject: String) -> [String] {
    let text = Scalars(subject)
    var parts: [String] = []
    var start = 0
    for place in text.indices where "、和与及".unicodeScalars.contains(text[place]) {
      let isWord = text[place] != "、" && isInsideWord(text, place)
      if isWord || place == start { continue }
      parts.append(text[start..<place].string)
      start = place + 1
    }
    if start < text.count { parts.append(text[start...].string) }
    return parts
  }

  private static func isInsideWord(_ text: Scalars, _ place: Int) -> Bool {
    joinedWords.match(in: text, at: place) != nil
      || joinedWords.match(in: text, endingAt: place + 1) != nil
  }

  private static let joinedWords = Lexicon(
    """
    参与 普及 涉及 以及 和谐 和睦 总和 饱和 及时 与会 顾及 触及 和美 和解 给与 赠与 危及 及格 温和 缓和 共和
    """)

  // MARK: - Rank and tail

  private mutating func attach(_ rank: RankToken) {
    let clause = sentence.clauseStart(before: rank.verb)
    var own = nouns.subject(clause..<rank.range.lowerBound)
    if own == "综合" { own = "" }
    let isGrowth = Scalars(own).contains("增幅") || Scalars(own).contains("增速")
    let before = found.lastIndex { $0.raw.upperBound <= rank.range.lowerBound && $0.rank.isEmpty }
    if isGrowth,
      let growth = found.lastIndex(where: {
        $0.isGrowth && $0.raw.upperBound <= rank.range.lowerBound
      }), own.unicodeScalars.count <= 4
    {
      found[growth].rank = rank.rank
      return
    }
    let isBare = own.isEmpty || IndicatorWords.scores.contains(Scalars(own))
    if let before, isBare, isNear(found[before].raw.upperBound, rank.range.lowerBound) {
      found[before].rank = rank.rank
      return
    }
    let contest = Contest.name(in: sentence, nouns)
    let isInside = contest.isEmpty || Scalars(own).contains(contest)
    let base = contest.isEmpty ? own : isInside ? contest : own + contest
    found.append(
      FoundIndicator(
        kind: .rank, subject: base.isEmpty ? memory.last : base + "排名",
        period: period(at: rank.range.lowerBound), rank: rank.rank, raw: rank.range))
  }

  /// At most one clause mark lies between.
  private func isNear(_ low: Int, _ high: Int) -> Bool {
    low <= high && text[low..<high].count { Marks.strongClause.contains($0) } <= 1
  }

  private static let completions = Lexicon("办结 落实 整改 完成 完毕 销号 到位 达标 通过 合格 化解 解决 处置")

  /// 全部办结, 均已整改落实 behind a number, or behind all numbers of a row.
  private mutating func addTail(from start: Int) {
    var place = start
    var isNext = false
    if place < sentence.range.upperBound, text[place] == "，" {
      place += 1
      isNext = true
    }
    guard let word = ["全部", "均已", "均", "已全部"].first(where: { text.has($0, at: place) }) else {
      return
    }
    let stop = sentence.clauseEnd(after: place)
    guard stop - place <= 12, stop - place > word.unicodeScalars.count + 1,
      word == "全部" || Self.completions.occurs(in: text, place..<stop),
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
