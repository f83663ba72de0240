internal import ReportModel
internal import Segmentation

/// Which time a number holds at, and how the sentence stands behind it.
extension SentenceReader {
  /// The time of a number.
  func period(of token: NumberToken, _ context: LeftContext) -> String {
    let start = token.range.lowerBound
    if let local = periods.last(where: {
      $0.kind == .local && $0.range.upperBound <= start && start - $0.range.upperBound <= 2
    }) {
      return local.text
    }
    // 近八成发生在5月12日至16日: the time behind it in its clause.
    let end = sentence.clauseEnd(after: token.range.upperBound)
    if let behind = periods.first(where: {
      $0.kind == .period && $0.range.lowerBound >= token.range.upperBound
        && $0.range.upperBound <= end && text.has("发生在", at: $0.range.lowerBound - 3)
    }) {
      return behind.text
    }
    return period(at: start)
  }

  /// The period that holds at a place.
  func period(at place: Int) -> String {
    if let span = ruling(at: place) { return rules.period(of: span) }
    if isLasting(place) { return "" }
    return rules.standing
  }

  /// The time that rules a place: the first of the sentence that governs it, until one that opens a
  /// later clause, or a word for the present, takes over.
  private func ruling(at place: Int) -> PeriodSpan? {
    var ruling: PeriodSpan?
    for span in periods where span.kind == .period && span.range.upperBound <= place {
      if let close = sentence.asideEnd(span.range.upperBound), place > close { continue }
      guard governs(span, place) else { continue }
      let opens = span.range.lowerBound == sentence.clauseStart(before: span.range.lowerBound)
      if ruling == nil || opens || PeriodRules.momentary.contains(span.text) { ruling = span }
    }
    return ruling
  }

  /// A time that opens a clause governs what follows; one inside a clause only that clause, unless
  /// the clause has a number of its own (预计8月底完工；安装路灯42盏).
  private func governs(_ span: PeriodSpan, _ place: Int) -> Bool {
    let start = sentence.clauseStart(before: span.range.lowerBound)
    let end = sentence.clauseEnd(after: span.range.upperBound)
    if place < end || span.range.lowerBound - start <= 1 || text[start] == "在" { return true }
    // Any number of the clause will do, also one that is no figure (全年开放348天).
    return !span.text.hasSuffix("前")
      && (start..<end).contains { place in
        text[place].isDigit && !periods.contains { $0.range.contains(place) }
      }
  }

  /// 占地, 总投资: what holds without a time.
  private func isLasting(_ place: Int) -> Bool {
    Self.lasting.occurs(in: text, sentence.clauseStart(before: place)..<place)
  }

  private static let lasting = Lexicon(
    "占地 总投资 总建筑面积 建筑面积 规划面积 用地面积 辖区面积 总面积 国土面积 全长 总长 中标价 概算 计划投资 海拔")

  // MARK: Modality

  /// How the sentence stands behind a number: by the words before it in its part of the sentence.
  func modality(at place: Int) -> Modality {
    if rules.isPlan { return .goal }
    var low = sentence.range.lowerBound
    for mark in low..<place where text[mark] == "；" { low = mark + 1 }
    let clause = sentence.clauseStart(before: place)
    if Self.orders.occurs(in: text, clause..<place) { return .order }
    if Self.meetings.occurs(in: text, sentence.range.lowerBound..<place) { return .order }
    if asks(sentence.range.lowerBound..<place) { return .order }
    if setsGoal(low..<place) || willBe(low..<place) || isFuture(low..<place) {
      return .goal
    }
    if Self.estimates.occurs(in: text, low..<place) { return .estimate }
    if speech.contains(where: { $0.contains(place) }) { return .quotation }
    return .fact
  }

  /// 要盯住要素保障，全年盘活土地1200亩: a clause that opens with 要, and all that follows it.
  private func asks(_ range: Range<Int>) -> Bool {
    range.contains { place in
      text[place] == "要" && place == sentence.clauseStart(before: place)
        && words.word(at: place)?.range.count == 1
    }
  }

  /// 力争, 计划新增: words that set a goal; 制定三年行动计划， has a plan for its object.
  private func setsGoal(_ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while let found = Self.goals.first(in: text, start..<range.upperBound) {
      start = found.place + found.length
      let isPlan = Self.planNouns.contains(Scalars(text[found.place..<start]))
      // 占年度计划投资的74.7%: the plan is what the share is of.
      let isNoun =
        isPlan
        && (start < range.upperBound && Marks.clause.contains(text[start])
          || text[sentence.clauseStart(before: found.place)..<found.place].contains("占"))
      if !isNoun { return true }
    }
    return false
  }

  private static let planNouns = Lexicon("计划 规划")

  /// 到2035年: a year by which something is to be reached, unless it was.
  private func isFuture(_ range: Range<Int>) -> Bool {
    periods.contains { span in
      span.range.lowerBound >= range.lowerBound && span.range.upperBound <= range.upperBound
        && (span.text.hasPrefix("到") && span.isAbsolute
          || ["明年", "下月", "下周", "十五五"].contains { span.text.hasPrefix($0) })
        && text.first(of: "已", in: span.range.upperBound..<range.upperBound) == nil
    }
  }

  /// 将新建, 将于10月通水: to come; 将…内容量化为积分 is done to the thing behind 将.
  private func willBe(_ range: Range<Int>) -> Bool {
    range.contains { place in
      guard text[place] == "将", words.word(at: place)?.range.count == 1,
        place + 1 < range.upperBound
      else { return false }
      guard let next = words.word(at: place + 1) else { return true }
      return !next.partOfSpeech.isNominal && next.partOfSpeech != .pronoun
        && next.partOfSpeech != .other && next.partOfSpeech != .counted
        && text[place + 1] != "“" && !text[place + 1].isDigit
    }
  }

  private static let goals = Lexicon(
    """
    力争 目标 计划 拟 拟建 预期 有望 规划 确保 下一步 下步 接下来 建成后 投产后 达产后 投用后 完工后
    """)
  private static let estimates = Lexicon("预计 预估 初步测算 可达 可实现")
  private static let orders = Lexicon(
    "不得 必须 应当 务必 严禁 须 要求 不少于每 应达到 扣分 每少 每缺 每迟 逾期不")
  private static let meetings = Lexicon("会议要求 会议强调 会议提出 会议指出 通知要求 方案提出 规划提出 要求各 强调要 指出要")

  // MARK: Change

  /// Whether a number is the old value of a change: 由 or 从 before it, and a verb of arriving
  /// between it and the next number.
  func isFormer(_ place: Int, _ context: LeftContext) -> Bool {
    guard place + 1 < tokens.count, context.opensWithFrom else { return false }
    let (own, next) = (tokens[place], tokens[place + 1])
    let gap = own.range.upperBound..<next.range.lowerBound
    guard (1...14).contains(gap.count),
      !text[gap].contains(where: { "；。".unicodeScalars.contains($0) })
    else { return false }
    let high = gap.upperBound
    return IndicatorWords.changesTo.match(in: text, endingAt: high, from: gap.lowerBound) != nil
      || "到至为".unicodeScalars.contains(text[high - 1])
      || IndicatorWords.changesTo.occurs(in: text, gap)
  }

  private func isEach(of indicator: FoundIndicator) -> Bool {
    let low = sentence.clauseStart(before: indicator.raw.lowerBound)
    return text[low..<indicator.raw.lowerBound].contains("每")
      && !Scalars(indicator.subject).contains("每")
  }

  /// …污染（占31.3%）: a share in brackets is of what stands before them, which the sentence may only
  /// describe.
  private func isAside(_ indicator: FoundIndicator) -> Bool {
    let low = indicator.raw.lowerBound
    return indicator.unit == "%" && low > 0 && "（(".unicodeScalars.contains(text[low - 1])
  }

  /// 引进总投资21亿元的…项目: the amount tells which project, not what was invested.
  private func isPriceOfThing(_ indicator: FoundIndicator) -> Bool {
    indicator.unit.hasSuffix("元") && text.has("的", at: indicator.raw.upperBound)
      && indicator.subject.hasSuffix("投资")
  }

  /// How sure the reading of a number is: less where its subject was carried or is no phrase.
  func confidence(of indicator: FoundIndicator, _ context: LeftContext) -> Double {
    let own = nouns.subject(context.subject)
    if indicator.subject.isEmpty { return 0.3 }
    // 每秒拍摄40张照片, 58名网格员每人一个本子: a rate or a share of each, which the label does not say.
    if isEach(of: indicator) { return 0.7 }
    if own.isEmpty, indicator.raw.upperBound == indicator.raw.lowerBound { return 0.5 }
    if isClause || isAside(indicator) || isPriceOfThing(indicator) { return 0.7 }
    if context.isDistributed { return 0.85 }
    return SubjectPhrase.isWhole(indicator.subject) ? 0.95 : 0.7
  }
}
