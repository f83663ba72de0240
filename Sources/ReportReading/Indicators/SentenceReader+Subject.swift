import Notations
internal import ReportModel
internal import Segmentation

/// What a number is about.
extension SentenceReader {
  /// The subject, from the noun on the right, the words on the left, or the memory.
  mutating func subject(
    _ token: NumberToken, _ context: LeftContext, _ noun: Range<Int>, _ unit: String
  ) -> String {
    let own = own(context)
    if token.style == .doubling {
      guard let found = IndicatorWords.comparisons.first(in: sentence.text, context.subject) else {
        return own.isEmpty ? memory.last : own
      }
      let before = context.subject.lowerBound..<found.place
      let subject = nouns.subject(before)
      return subject.isEmpty ? memory.last : subject
    }
    switch context.kind {
    case .change, .changeTo: return changed(own, token, noun, unit)
    case .share: return share(own, context)
    case .ratio: return (own.isEmpty ? memory.last : own) + "与" + context.base + "之比"
    case .plain: return plain(own, token, context, noun, unit)
    }
  }

  private func own(_ context: LeftContext) -> String { nouns.subject(context.subject) }

  private mutating func changed(
    _ own: String, _ token: NumberToken, _ noun: Range<Int>, _ unit: String
  ) -> String {
    if unit == "位" || unit == "个位次" || unit == "位次" || unit == "个名次" {
      if own.isEmpty, let contest = contest(before: token) { return contest + "名次" }
      // 在全省评估中，某市列第6位，上升4位: what the sentence before counted has no place.
      let named = Contest.name(in: sentence, nouns)
      let known = memory.last.isEmpty || found.isEmpty && !named.isEmpty ? named : memory.last
      return (own.isEmpty ? known : own) + "名次"
    }
    if !noun.isEmpty { return sentence.text[noun].string }
    if own.isEmpty { return memory.last }
    if ["增幅", "增速", "降幅", "涨幅"].contains(own) { return memory.last + own }
    memory.take(own, unit: unit, isNoun: unit != "%" && !unit.hasSuffix("百分点"))
    return own
  }

  /// 在全省开发区综合评价中列第21位，较上年前移9位: the move is one in that contest.
  private func contest(before token: NumberToken) -> String? {
    guard
      let rank = ranks.last(where: {
        $0.range.upperBound <= token.range.lowerBound && !$0.contest.isEmpty
      })
    else { return nil }
    let clause = sentence.clauseStart(before: rank.verb)
    return nouns.subject(clause..<rank.range.lowerBound) + rank.contest.string
  }

  private mutating func share(_ own: String, _ context: LeftContext) -> String {
    // 高标准农田将占耕地面积的76.8%.
    let own = own.hasSuffix("将") ? String(own.dropLast()) : own
    let base = own.isEmpty ? memory.last : own
    if !own.isEmpty { memory.take(own, unit: "%", isNoun: false) }
    let words = Scalars(context.base)
    let isWhole =
      words.hasPrefix("占比") || words.hasPrefix("比重")
      || ["占总量", "占总数", "占总额", "占总"].contains(context.base)
    let isLong = words.count > 12 || words.contains { Marks.clause.contains($0) }
    return base + (isWhole || isLong || words.count < 2 ? "占比" : context.base)
  }

  private mutating func plain(
    _ own: String, _ token: NumberToken, _ context: LeftContext, _ noun: Range<Int>, _ unit: String
  ) -> String {
    if let time = timed(own, token) { return time }
    if !noun.isEmpty { return counted(own, token, context, noun, unit) }
    if token.isPercent, let part = fulfilled(context) { return memory.last + part }
    var subject = own
    var isNoun = !token.isPercent
    if token.isPercent, subject.hasSuffix("的") { subject.removeLast() }
    subject = attached(subject, token, context)
    if subject.isEmpty { return remembered(token, unit) }
    if let listed = sum(subject) {
      subject = listed
      isNoun = false
    } else if !token.isPercent, endsWithAction(subject) {
      return dealt(subject, unit)
    } else if token.isPercent, let rate = rateOfAction(subject) {
      subject = rate
    } else if token.isPercent, isRateOfCases(subject), !memory.head.isEmpty {
      subject = memory.head + subject
    } else if IndicatorWords.scores.contains(Scalars(subject).suffixScore) {
      subject = Contest.scored(subject, in: sentence, nouns)
    }
    if Self.reaching.match(in: Scalars(subject), at: 0) != nil, subject.unicodeScalars.count <= 4,
      memory.last.unicodeScalars.count <= 6
    {
      subject = memory.last + subject
    }
    if memory.plain.contains(subject) { subject = nouns.actor(context.subject) + subject }
    memory.take(withoutKept(subject), unit: unit, isNoun: isNoun)
    if token.unit == "人" || token.unit == "名" || token.unit == "人次" {
      subject += journey(behind: token)
    }
    return subject
  }

  /// What a number without words of its own is about.
  private mutating func remembered(_ token: NumberToken, _ unit: String) -> String {
    if let rest = remaining(token, unit) {
      memory.mention(rest)
      return rest
    }
    let known = memory.noun(unit: unit)
    // 高龄津贴46人次、13800元: two numbers of one thing.
    let isSame = followsDirectly(token)
    let subject =
      isSame || known.isEmpty ? memory.last : predicate(behind: token) + known
    if subject.isEmpty {
      let noun = told(before: token)
      memory.mention(noun)
      return noun
    }
    memory.mention(subject)
    return subject
  }

  /// 缴费咨询集中，共317件: the noun that the clause before tells of, where nothing was counted yet.
  private func told(before token: NumberToken) -> String {
    let clause = sentence.clauseStart(before: token.range.lowerBound)
    guard clause - 1 > sentence.range.lowerBound, text[clause - 1] == "，" else { return "" }
    let before = sentence.clauseStart(before: clause - 1)..<(clause - 1)
    let subject = Scalars(nouns.subject(before))
    var words = Segmentation(subject).words
    while let last = words.last, !last.partOfSpeech.isNominal { words.removeLast() }
    guard let end = words.last?.range.upperBound, (3...12).contains(end),
      !subject.contains(where: \.isDigit)
    else { return "" }
    return subject[..<end].string
  }

  /// 剩余3条: what is left of what came in.
  private func remaining(_ token: NumberToken, _ unit: String) -> String? {
    let start = token.range.lowerBound
    let clause = sentence.clauseStart(before: start)..<start
    guard
      let word = ["剩余", "其余", "余下"].first(where: {
        sentence.text.first(of: $0, in: clause) != nil
      })
    else { return nil }
    let object = memory.object(unit: unit)
    return object.isEmpty ? nil : word + object
  }

  /// A verb of dealing with the noun of what was dealt with: 办结 is 办结诉求.
  private mutating func dealt(_ own: String, _ unit: String) -> String {
    var subject = own.hasPrefix("已") ? String(own.dropFirst()) : own
    // What says itself what it counts (县热线办直办) takes no noun from before.
    let object = subject.unicodeScalars.count <= 6 ? memory.object(unit: unit) : ""
    let isBare = subject.unicodeScalars.count <= 2 && !memory.topic.isEmpty && !object.isEmpty
    subject = (isBare ? memory.topic : subject) + object
    // 再次外出的521人: nothing known is counted.
    if object.isEmpty, subject.hasSuffix("的") { subject.removeLast() }
    let isCase =
      object.isEmpty
      && Self.cases.match(in: Scalars(subject), endingAt: subject.unicodeScalars.count) != nil
    memory.take(subject, unit: unit, isNoun: !object.isEmpty || isCase)
    return subject
  }

  private static let cases = Lexicon("来电 来信 来件 来访")

  /// 村书记30余人到党建学院考察学习: where people went tells them apart.
  private func journey(behind token: NumberToken) -> String {
    let text = sentence.text
    let low = token.range.upperBound
    guard low < sentence.range.upperBound, "到赴".unicodeScalars.contains(text[low]) else {
      return ""
    }
    let high = sentence.clauseEnd(after: low)
    return (4...16).contains(high - low) ? text[low..<high].string : ""
  }

  private static let reaching = Lexicon("惠及 覆盖 涉及 受益")

  /// 完成年度任务的104.2%: a share of a goal.
  private func fulfilled(_ context: LeftContext) -> String? {
    let text = sentence.text
    let range = context.subject
    guard range.count >= 4, text[range.upperBound - 1] == "的",
      ["完成", "达到", "相当于"].contains(where: { text.has($0, at: range.lowerBound) })
    else { return nil }
    return text[range.lowerBound..<(range.upperBound - 1)].string
  }

  /// 2件已进入协商程序: what is said of them tells them apart.
  private func predicate(behind token: NumberToken) -> String {
    let text = sentence.text
    var low = token.range.upperBound
    let high = sentence.clauseEnd(after: low)
    while low < high, "已均正仍将".unicodeScalars.contains(text[low]) { low += 1 }
    if low < high, "因由主其按".unicodeScalars.contains(text[low]) { return "" }
    let isPhrase =
      (3...12).contains(high - low)
      && !text[low..<high].contains { $0.isDigit || $0 == "、" || Marks.opening.contains($0) }
    return isPhrase ? text[low..<high].string : ""
  }

  private func withoutKept(_ subject: String) -> String {
    guard let kept = Self.kept.first(where: { subject.hasPrefix($0) }),
      subject.count > kept.count + 1
    else { return subject }
    return String(subject.dropFirst(kept.count))
  }

  /// 251个网格: the noun on the right; with its modifier when the left ends with 的.
  private mutating func counted(
    _ own: String, _ token: NumberToken, _ context: LeftContext, _ noun: Range<Int>,
    _ unit: String
  ) -> String {
    var subject = sentence.text[noun].string
    isClause = holdsVerb(noun)
    if token.isPercent || token.unit.isEmpty {
      let doing = token.style == .share && !sentence.text.has("的", at: token.range.upperBound)
      return subject + (doing ? "" : self.doing(behind: noun)) + "占比"
    }
    if own.hasSuffix("的") {
      memory.take(object: own + subject, unit: unit)
    } else {
      memory.take(object: subject, unit: unit)
    }
    if let founded = founded(before: noun) {
      subject = founded + subject
    } else if own.hasSuffix("的") {
      subject = (own.unicodeScalars.count > 5 ? own : String(own.dropLast())) + subject
    } else if let done = doneFor(noun, token) {
      // 改造路灯村 is put together from two statements, and no label.
      isClause = true
      subject = done + subject
    } else if isNounPhrase(own), context.subject.upperBound == token.range.lowerBound {
      // “云链”配套园一期9栋厂房: whose they are.
      subject = own + subject
    } else if subject.unicodeScalars.count <= 3 {
      memory.take(subject, unit: unit, isNoun: true)
      let doing = doing(behind: noun)
      let verb = own.isVerb && !isEmptyVerb(own) ? own : ""
      if !doing.isEmpty {
        isClause = true
        return verb + subject + doing
      }
      if !verb.isEmpty { return verb + subject }
      return subject
    }
    memory.take(subject, unit: unit, isNoun: true)
    return subject
  }

  /// 技术员分片包村: a verb between nouns makes a clause of what stands behind a number.
  private func holdsVerb(_ noun: Range<Int>) -> Bool {
    var hasNoun = false
    var place = noun.lowerBound
    while place < noun.upperBound, let word = words.word(at: place) {
      if hasNoun, word.partOfSpeech == .verb, word.range.upperBound < noun.upperBound {
        return true
      }
      hasNoun = hasNoun || word.partOfSpeech.isNominal
      place = max(word.range.upperBound, place + 1)
    }
    return false
  }

  /// 成立创城指挥部，配套8个专班: what was founded in the clause before has what is staffed.
  private func founded(before noun: Range<Int>) -> String? {
    let text = sentence.text
    let clause = sentence.clauseStart(before: noun.lowerBound)
    guard Self.staffing.match(in: text, at: clause) != nil, clause - 1 > sentence.range.lowerBound,
      text[clause - 1] == "，"
    else { return nil }
    let before = sentence.clauseStart(before: clause - 1)
    guard let verb = Self.founding.match(in: text, at: before) else { return nil }
    let body = nouns.subject((before + verb)..<(clause - 1))
    let isName = body.unicodeScalars.count <= 12 && !Scalars(body).contains(where: \.isDigit)
    return body.isEmpty || !isName ? nil : body
  }

  /// 为214户农户兑现补贴98724元: what was done for them tells them apart.
  private func doneFor(_ noun: Range<Int>, _ token: NumberToken) -> String? {
    let text = sentence.text
    guard token.range.lowerBound > sentence.range.lowerBound,
      "为给向".unicodeScalars.contains(text[token.range.lowerBound - 1])
    else { return nil }
    var end = noun.upperBound
    while end < sentence.range.upperBound, text[end].isHan { end += 1 }
    guard (4...14).contains(end - noun.upperBound), end < sentence.range.upperBound,
      text[end].isDigit
    else { return nil }
    return text[noun.upperBound..<end].string
  }

  private static let founding = Lexicon("成立 组建 设立 建立 组成")
  private static let staffing = Lexicon("配套 抽调 配备 下设 设立 选派 选聘 设")

  /// 近200户商户入驻新市场: what a short noun does tells it apart.
  private func doing(behind noun: Range<Int>) -> String {
    let text = sentence.text
    let low = noun.upperBound
    let high = sentence.clauseEnd(after: low)
    guard (3...16).contains(high - low), text[low].isHan, !text.has("全部", at: low),
      !"并且及以".unicodeScalars.contains(text[low]),
      !text.has("均", at: low), !text.has("已", at: low), text[low] != "和",
      text[low] != "与"
        || text[low..<high].contains("约"),
      !text[low..<high].contains(where: { $0.isDigit || $0 == "、" })
    else { return "" }
    return text[low..<high].string
  }

  private func isEmptyVerb(_ word: String) -> Bool {
    let scalars = Scalars(word)
    return IndicatorWords.plainVerbs.contains(scalars) || IndicatorWords.adverbs.contains(scalars)
  }

  /// 三类合计, 三类相加: the last subjects of that number.
  private func sum(_ subject: String) -> String? {
    let scalars = Scalars(subject)
    guard let first = scalars.first, let count = HanNumerals.digit(first), count > 1,
      scalars.count >= 2, scalars.count <= 5, "类项者种".unicodeScalars.contains(scalars[1])
    else { return nil }
    if memory.plain.count >= count {
      return memory.plain.suffix(count).joined(separator: "、") + subject
    }
    return listBefore(count).map { $0 + subject }
  }

  /// 物业管理、市政设施、噪声扰民居前三位: the list in a clause before, when it has the number of
  /// parts.
  private func listBefore(_ count: Int) -> String? {
    let clauses = sentence.text[sentence.range].split { Marks.strongClause.contains($0) }
    for clause in clauses {
      var words = Scalars(clause)
      if let verb = IndicatorWords.rankVerbs.last(in: words, 0..<words.count) {
        words = Scalars(words[..<verb.place])
      }
      if SentenceReader.list(words.string).count == count { return words.string }
    }
    return nil
  }

  private func endsWithAction(_ subject: String) -> Bool {
    let scalars = Scalars(subject)
    return IndicatorWords.actions.match(in: scalars, endingAt: scalars.count) != nil
  }

  /// 调解成功309起，成功率97.5%: 调解成功率.
  private func rateOfAction(_ subject: String) -> String? {
    let last = Scalars(memory.last)
    guard subject == "成功率",
      let place = last.first(of: String(subject.dropLast()), in: last.indices), place >= 2,
      Segmentation(last).words.first.map({
        $0.partOfSpeech == .verb || $0.partOfSpeech == .verbNoun
      })
        == true
    else { return nil }
    return last[..<place].string + subject
  }

  /// 办结率, 重复率: a rate of dealing, whose cases were named before; 商品率 is of something else.
  private func isRateOfCases(_ subject: String) -> Bool {
    let scalars = Scalars(subject)
    guard scalars.count <= 3, !scalars.contains(where: Scalars(memory.head).contains) else {
      return false
    }
    return endsWithAction(subject.hasSuffix("率") ? String(subject.dropLast()) : subject)
      || Self.repeated.match(in: scalars, at: 0) != nil
  }

  private static let repeated = Lexicon("重复 成活 合格 优良 参与 知晓 响应 好评 满意 反馈 达标 到位 及时 按时 按期")
}
