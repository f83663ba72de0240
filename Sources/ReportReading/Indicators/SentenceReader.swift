internal import ReportModel
internal import Segmentation

/// Reads the indicators of one sentence (step P6).
struct SentenceReader {
  let sentence: Sentence
  let periods: [PeriodSpan]
  let rules: PeriodRules
  var memory: SubjectMemory
  var found: [FoundIndicator] = []
  let tokens: [NumberToken]
  let ranks: [RankToken]
  let nouns: LeftNoun
  let words: SentenceWords
  let speech: [Range<Int>]
  /// Whether the subject read last is a clause: 商户入驻新市场. No label is one.
  var isClause = false
  /// Where the words that belong to the number before end.
  private var behind: Int
  /// What a row of numbers behind 分别 still has to be handed to.
  private var pending: Pending?

  /// What was known before the brackets that hold the number read last, and where they close.
  private var aside: (memory: SubjectMemory, end: Int)?

  private struct Pending {
    var kind: ReportIndicator.Kind
    var words: [String]
    var subjects: [String]
  }

  var text: Scalars { sentence.text }

  /// Prepares a sentence with its times; `speech` are the utterances of its paragraph.
  init(
    _ sentence: Sentence, periods: [PeriodSpan], rules: PeriodRules, memory: SubjectMemory,
    speech: [Range<Int>] = []
  ) {
    self.sentence = sentence
    self.rules = rules
    self.memory = memory
    self.periods = periods
    self.speech = speech
    words = SentenceWords(sentence.text, sentence.range)
    ranks = RankScanner(sentence, words).tokens()
    let blocked = sentence.names() + periods.map(\.range) + ranks.map(\.range)
    tokens = NumberScanner(sentence, blocked: blocked).tokens()
    nouns = LeftNoun(sentence.text, periods, words)
    behind = sentence.range.lowerBound
    self.memory.beginSentence()
  }

  /// Reads everything.
  mutating func read() {
    for place in tokens.indices {
      leaveAside(tokens[place].range.lowerBound)
      read(place)
    }
    for rank in ranks { attach(rank) }
    found += TrendFinder(sentence, nouns).trends(period: period(at: sentence.range.upperBound))
    found.sort { $0.raw.lowerBound < $1.raw.lowerBound }
  }

  /// 案件321146件（不含旧存28802件），下降1.3%: what brackets count is forgotten behind them.
  private mutating func leaveAside(_ place: Int) {
    if let aside, place > aside.end {
      memory = aside.memory
      self.aside = nil
    }
    if aside == nil, let end = sentence.asideEnd(place) { aside = (memory, end) }
  }

  private mutating func read(_ place: Int) {
    let token = tokens[place]
    let start = token.range.lowerBound
    var low = min(max(behind, sentence.clauseStart(before: start)), start)
    while low < start, "、和与及".unicodeScalars.contains(text[low]), low == behind { low += 1 }
    if token.isCondition || isExample(token) || isWhole(place) { return }
    let context = LeftContext(
      text, low..<max(low, behindTime(start)), words, isRelative: token.isRelative)
    let noun = rightNoun(token, context)
    defer { behind = max(token.range.upperBound, noun.upperBound) }
    if skipsThreshold(token, context, place) { return }
    var indicator = FoundIndicator(
      kind: context.kind == .change || context.kind == .changeTo ? .change : .quantity,
      subject: "", value: token.value, unit: unit(of: place), period: period(of: token, context),
      raw: context.rawStart..<max(token.range.upperBound, noun.upperBound))
    indicator.modality = modality(at: start)
    indicator.isFormer = isFormer(place, context)
    if let shared = shared(context) {
      indicator.kind = shared.kind
      indicator.subject = shared.subjects[0]
      indicator.qualifiers = shared.words
      // 分别下降3.2%和增长6.8%: each has its own verb.
      if !context.change.isEmpty {
        indicator.kind = context.kind == .changeTo ? .change : indicator.kind
        indicator.qualifiers = [context.change]
        indicator.isGrowth = context.kind == .change && indicator.unit == "%"
      }
      indicator.confidence = 0.85
      found.append(indicator)
      return
    }
    isClause = false
    indicator.subject = subject(token, context, noun, indicator.unit)
    if indicator.modality == .goal, indicator.subject.isVerb { indicator.subject += "目标" }
    indicator.confidence = confidence(of: indicator, context)
    indicator.qualifiers = qualifiers(token, context, low..<start, &indicator)
    indicator.isGrowth = context.kind == .change && indicator.unit == "%"
    distribute(place, context, &indicator)
    found.append(indicator)
    addTail(from: max(token.range.upperBound, noun.upperBound))
  }

  /// Where the words before a number end that has a time of its own right before it: 增加到2020年的4.5亿元.
  private func behindTime(_ start: Int) -> Int {
    periods.last { span in
      span.kind == .local && span.range.upperBound == start - 1 && text[start - 1] == "的"
    }?.range.lowerBound ?? start
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
      let isShare = token.style == .share && text.indices.contains(end) && text[end].isHan
      guard text.has("的", at: end) || isShare, nouns.subject(context.subject).isEmpty else {
        return none
      }
    } else if Measures.contains(token.unit), !nouns.subject(context.subject).isEmpty,
      !SubjectPhrase.isPlace(nouns.subject(context.subject)),
      text[max(0, context.subject.upperBound - 1)] != "的", !nouns.subject(context.subject).isVerb
    {
      return none
    }
    let time = periods.first { $0.range.lowerBound >= end }?.range.lowerBound
    let noun = RightNoun.range(text, words, from: end, limit: time ?? sentence.range.upperBound)
    // 带动脱贫户86户就业: what is counted stands before, what it does behind.
    if let word = words.word(at: noun.lowerBound), word.range == noun,
      [.verb, .verbNoun].contains(word.partOfSpeech), nouns.subject(context.subject).count >= 4,
      text[token.range.lowerBound - 1] != "的"
    {
      return none
    }
    return withoutMeasure(noun)
  }

  /// 75家龙头企业年销售收入18.4亿元: what is measured of them is of the next number.
  private func withoutMeasure(_ noun: Range<Int>) -> Range<Int> {
    guard noun.upperBound < sentence.range.upperBound, text[noun.upperBound].isDigit,
      let length = Self.measures.match(in: text, endingAt: noun.upperBound, from: noun.lowerBound),
      noun.count - length >= 2
    else { return noun }
    return noun.lowerBound..<(noun.upperBound - length)
  }

  /// 26个行政村…全部超过20万元, 近三成行政村离镇超过15公里: the amount is a condition of what was
  /// counted before it in the clause.
  private mutating func skipsThreshold(
    _ token: NumberToken, _ context: LeftContext, _ place: Int
  ) -> Bool {
    guard !context.approximate.isEmpty, place > 0, let last = found.indices.last else {
      return false
    }
    let high = context.rawStart
    let low = sentence.clauseStart(before: high)
    guard found[last].raw.lowerBound >= low, found[last].unit != token.unit else { return false }
    let all = ["全部", "均", "都"].first { text.has($0, at: high - $0.unicodeScalars.count) }
    guard let all else {
      return isBound(context.approximate) && describe(last, from: behind, token)
    }
    let own = nouns.subject(context.subject.lowerBound..<(high - all.unicodeScalars.count))
    if !own.isEmpty {
      let bound = text[context.rawStart..<token.range.upperBound].string
      found[last].subject = own + bound + "的" + found[last].subject
    }
    if all == "全部" { found[last].qualifiers = [all] }
    return true
  }

  private func isBound(_ words: String) -> Bool {
    ["超过", "超", "不足", "低于", "高于", "不到", "逾"].contains(words)
  }

  /// Puts what follows the noun of a number before it: 离镇超过15公里的行政村.
  private mutating func describe(_ place: Int, from start: Int, _ token: NumberToken) -> Bool {
    let words = text[min(start, token.range.lowerBound)..<token.range.upperBound]
    guard (3...16).contains(words.count), !words.contains(where: { Marks.clause.contains($0) }),
      words.first?.isHan == true
    else { return false }
    found[place].subject = words.string + "的" + found[place].subject
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
    guard isList, next.unit.hasPrefix(token.unit) else { return token.unit }
    return self.unit(of: place + 1)
  }

  // MARK: - Distribution

  /// 分别 hands the numbers of a row to the subjects of a row, in their order.
  private mutating func distribute(
    _ place: Int, _ context: LeftContext, _ indicator: inout FoundIndicator
  ) {
    pending = nil
    let count = runLength(from: place)
    if !context.isDistributed {
      // 比上年提高4.1个、5.2个百分点: the row goes to those that the row before went to.
      let row = memory.distributed
      guard count > 1, row.count == count, context.kind == .change,
        nouns.subject(context.subject).isEmpty
      else { return }
      hand(row, to: &indicator)
      return
    }
    var subjects = memory.plain.dropLast(context.kind == .plain ? 1 : 0).map { $0 }
    if count == memory.distributed.count, context.kind == .change { subjects = memory.distributed }
    let own = Self.completed(Self.list(nouns.subject(context.subject)))
    if own.count > 1 {
      subjects = own
    } else if let single = own.first, !single.isEmpty {
      // 产量分别达到 behind a row of 播种面积: of the same things.
      subjects =
        memory.distributed.count == count
        ? Self.withoutSharedEnd(memory.distributed).map { $0 + single }
        : Self.halves(single, count: count)
    }
    guard count > 1, subjects.count >= count else { return }
    let chosen = Array(subjects.suffix(count))
    memory.distributed = chosen
    hand(chosen, to: &indicator)
  }

  private mutating func hand(_ subjects: [String], to indicator: inout FoundIndicator) {
    indicator.subject = subjects[0]
    pending = Pending(
      kind: indicator.kind, words: indicator.qualifiers, subjects: Array(subjects.dropFirst()))
  }

  /// How many numbers stand in a row from a place, parted by 、 or 和.
  private func runLength(from place: Int) -> Int {
    var count = 1
    while place + count < tokens.count {
      let gap = tokens[place + count - 1].range.upperBound..<tokens[place + count].range.lowerBound
      guard let first = gap.first, "、和，".unicodeScalars.contains(text[first]) else { break }
      let verb = text.index(after: first)..<gap.upperBound
      guard verb.isEmpty || IndicatorWords.changes.contains(Scalars(text[verb])) else { break }
      count += 1
    }
    return count
  }

  /// The next share of a row; nil where none is left or the number has words of its own.
  private mutating func shared(_ context: LeftContext) -> Pending? {
    guard let row = pending, !row.subjects.isEmpty, context.subject.isEmpty else { return nil }
    pending?.subjects.removeFirst()
    return row
  }

  // MARK: - Rank and tail

  private mutating func attach(_ rank: RankToken) {
    let clause = opening(of: rank)
    var own = nouns.subject(clause..<(rank.row > 0 ? rank.verb : rank.range.lowerBound))
    if own == "综合" { own = "" }
    let row = Self.list(own.hasSuffix("分别") ? String(own.dropLast(2)) : own)
    let isShared = Self.sharing.match(in: text, at: rank.verb) != nil
    if own.hasSuffix("分别") || isShared || rank.row > 0 {
      guard rank.row < row.count else { return }
      found.append(ranked(row[rank.row] + "排名", rank))
      return
    }
    if !rank.subject.isEmpty {
      found.append(ranked(rank.subject.string, rank))
      return
    }
    let isGrowth = Scalars(own).contains("增幅") || Scalars(own).contains("增速")
    let before = found.lastIndex { $0.raw.upperBound <= rank.range.lowerBound && $0.rank == nil }
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
    if !rank.contest.isEmpty {
      let whole = (own.isEmpty ? "" : own) + rank.contest.string
      memory.mention(whole)
      found.append(ranked(whole + "排名", rank))
      return
    }
    let contest = Contest.name(in: sentence, nouns)
    let isInside = contest.isEmpty || Scalars(own).contains(contest)
    let base = contest.isEmpty ? own : isInside ? contest : own + contest
    if base.isEmpty, !found.contains(where: { $0.raw.upperBound <= rank.range.lowerBound }),
      let list = listed(before: rank)
    {
      found.append(ranked(list + "排名", rank))
      return
    }
    found.append(ranked(base.isEmpty ? memory.last : base + "排名", rank))
  }

  /// Where the words of a place begin: 全国第三、湖北第一 are two.
  private func opening(of rank: RankToken) -> Int {
    let last = ranks.last { $0.range.upperBound <= rank.verb }?.range.upperBound ?? 0
    return max(sentence.clauseStart(before: rank.verb), last)
  }

  /// 连续九届跻身全国百强县行列，排名升至第47位: the list that the clause before names.
  private func listed(before rank: RankToken) -> String? {
    let clause = sentence.clauseStart(before: rank.verb)
    guard clause - 1 > sentence.range.lowerBound else { return nil }
    let before = sentence.clauseStart(before: clause - 1)..<(clause - 1)
    // 群众满意度位居全市前列，列全县第一名.
    if let place = IndicatorWords.rankVerbs.first(in: text, before), place.length > 1 {
      let subject = nouns.subject(before.lowerBound..<place.place)
      if subject.count >= 2 { return subject }
    }
    guard let verb = Self.entering.first(in: text, before) else { return nil }
    var words = Scalars(text[(verb.place + verb.length)..<before.upperBound])
    if words.hasSuffix("行列") { words.removeLast(2) }
    return words.count >= 3 ? words.string : nil
  }

  private static let entering = Lexicon("跻身 入围 入选 进入 列入 上榜 荣登")

  /// Verbs that hand places to the things of a list.
  private static let sharing = Lexicon("分列 分居 分获")

  private func ranked(_ subject: String, _ rank: RankToken) -> FoundIndicator {
    FoundIndicator(
      kind: .rank, subject: subject, period: period(at: rank.range.lowerBound), rank: rank.rank,
      modality: modality(at: rank.range.lowerBound), raw: rank.range)
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
      !text[place..<stop].contains(where: { $0.isDigit }), !isNext || word != "全部",
      !"天时后前日的".unicodeScalars.contains(text[stop - 1])
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
