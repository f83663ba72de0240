internal import ReportModel
internal import Segmentation

/// What a bare noun or verb belongs to: the one entity that a sentence carries.
extension SentenceReader {
  /// The words before a number with the entity that they lack:
  /// - 125个县级重点项目完成投资78.3亿元: what was counted right before does it;
  /// - 粮食播种面积48.6万亩，总产21.3万吨: a bare measure is of the first thing measured;
  /// - 专家门诊72个，累计接诊11.3万人次: a bare verb is of what was counted last.
  func attached(_ own: String, _ token: NumberToken, _ context: LeftContext) -> String {
    if let whole = continued(token, context) { return whole }
    if let verb = sharedVerb(own, context) { return verb + own }
    let scalars = Scalars(own)
    if ["日均", "月均", "年均", "人均", "户均", "平均", "最高", "最低"].contains(own), !memory.last.isEmpty {
      return own + memory.last
    }
    // 完成投资26.3亿元: said of all, not of what was counted right before.
    if text.has("完成" + own, at: context.subject.upperBound - own.unicodeScalars.count - 2),
      Self.measures.contains(scalars)
    {
      return "完成" + own
    }
    guard !memory.first.isEmpty, (2...4).contains(scalars.count) else {
      return measured(own, token) ?? own
    }
    let cut = Segmentation(scalars).words
    if Self.measures.contains(scalars) {
      let isCounted =
        Self.counted.match(
          in: Scalars(memory.last), endingAt: memory.last.unicodeScalars.count) != nil
      let entity = entity(of: isCounted ? memory.last : memory.first)
      return entity.isEmpty || entity.hasSuffix(own) || own.hasPrefix(entity) ? own : entity + own
    }
    let isBareVerb = cut.count == 1 && cut[0].partOfSpeech == .verb && scalars.count == 2
    let isPerson = token.unit.hasSuffix("人次") || token.unit.hasSuffix("次")
    if isBareVerb, isPerson, !memory.last.isEmpty, memory.last.unicodeScalars.count <= 8,
      IndicatorWords.actions.contains(scalars) == false
    {
      return Self.withoutVerb(memory.last) + own
    }
    if let whole = measured(own, token) { return whole }
    return own
  }

  /// 专家门诊 of 开设专家门诊.
  private static func withoutVerb(_ subject: String) -> String {
    let scalars = Scalars(subject)
    guard let verb = Segmentation(scalars).words.first, verb.partOfSpeech == .verb,
      verb.range.count == 2, scalars.count >= 5
    else { return subject }
    return scalars[2...].string
  }

  /// 居民人均可支配收入29860元，其中城镇居民38420元: a part of those whose measure was named.
  private func measured(_ own: String, _ token: NumberToken) -> String? {
    let part = Scalars(own)
    guard token.unit.hasSuffix("元"), part.count > 2,
      let whole = found.first(where: { $0.kind == .quantity && $0.unit == token.unit })
    else { return nil }
    let subject = Scalars(whole.subject)
    guard let place = subject.first(of: part.suffix(2).string, in: subject.indices),
      place + 2 < subject.count, Self.people.match(in: part, endingAt: part.count) != nil
    else { return nil }
    return own + subject[(place + 2)...].string
  }

  private static let people = Lexicon("居民 农民 职工 农户 企业 单位 学生 老人")

  /// 新改建农村公路18.7公里、桥梁4座: the verb of the first of a list is that of the others.
  private func sharedVerb(_ own: String, _ context: LeftContext) -> String? {
    guard let last = found.last, last.kind == .quantity, own.unicodeScalars.count >= 2,
      context.subject.lowerBound == last.raw.upperBound + 1, text[last.raw.upperBound] == "、",
      let first = Segmentation(own).words.first, first.partOfSpeech.isNominal,
      first.partOfSpeech != .verbNoun
    else { return nil }
    // 意见建议类, 满意率: the verb of the first is not theirs.
    if own.hasSuffix("类") || own.hasSuffix("率") { return nil }
    let scalars = Scalars(last.subject)
    guard var end = Self.verbLength(scalars, at: 0) else { return nil }
    // 新建、改扩建幼儿园: two verbs.
    while end < scalars.count, scalars[end] == "、",
      let next = Self.verbLength(scalars, at: end + 1)
    {
      end += 1 + next
    }
    return end < scalars.count ? scalars[..<end].string : nil
  }

  private static func verbLength(_ text: Scalars, at place: Int) -> Int? {
    if let length = listVerbs.match(in: text, at: place) { return length }
    guard place == 0, let word = Segmentation(text).words.first, word.partOfSpeech == .verb,
      word.range.count == 2
    else { return nil }
    return 2
  }

  private static let listVerbs = Lexicon("新建 改建 扩建 新改建 改扩建 新增 改造 新认定")

  /// Whether nothing but 、 stands between a number and the one before it.
  func followsDirectly(_ token: NumberToken) -> Bool {
    guard let last = found.last else { return false }
    var gap = last.raw.upperBound..<max(last.raw.upperBound, token.range.lowerBound)
    // 路面4条约600米.
    if let near = IndicatorWords.approximateBefore.match(
      in: text, endingAt: gap.upperBound, from: gap.lowerBound)
    {
      gap = gap.lowerBound..<(gap.upperBound - near)
    }
    return gap.isEmpty || gap.count == 1 && text[gap.lowerBound] == "、"
  }

  /// The noun counted right before, with what stands between it and this number.
  private func continued(_ token: NumberToken, _ context: LeftContext) -> String? {
    guard let last = found.last, last.kind == .quantity, !token.isPercent,
      last.raw.upperBound == context.subject.lowerBound, last.raw.upperBound > 0,
      text[last.raw.upperBound - 1].isHan
    else { return nil }
    let between = Scalars(text[last.raw.upperBound..<max(last.raw.upperBound, context.rawStart)])
    guard (2...8).contains(between.count), between.allSatisfy(\.isHan),
      let verb = Segmentation(between).words.first,
      verb.partOfSpeech == .verb && verb.range.count == 2 || Self.measures.contains(between),
      last.subject.unicodeScalars.count <= 12,
      !last.subject.hasPrefix(between.string)
    else { return nil }
    // The noun itself, when it is more than the classifier of the number.
    return last.subject.isEmpty ? nil : last.subject + between.string
  }

  /// What a measured thing is without its measure: 道路硬化工程 of 道路硬化工程全长.
  private func entity(of subject: String) -> String {
    let scalars = Scalars(subject)
    guard let length = Self.measures.match(in: scalars, endingAt: scalars.count),
      length < scalars.count
    else {
      // 新入规企业14家，总数: what was counted.
      return Self.counted.match(in: scalars, endingAt: scalars.count) != nil ? subject : ""
    }
    var words = Segmentation(Scalars(scalars.dropLast(length))).words
    let rest = Scalars(scalars.dropLast(length))
    if words.count > 1, let last = words.last, Self.workings.contains(Scalars(rest[last.range])) {
      words.removeLast()
    }
    let name = words.last.map { rest[..<$0.range.upperBound].string } ?? ""
    return Self.workings.contains(Scalars(name)) ? "" : name
  }

  /// 平均20分钟出具一份报告: a time is of what it is taken for.
  func timed(_ own: String, _ token: NumberToken) -> String? {
    guard Units.time.contains(Scalars(token.unit)), own.isEmpty else { return nil }
    var low = token.range.upperBound
    let high = sentence.clauseEnd(after: low)
    if low < high, "即就可便".unicodeScalars.contains(text[low]) { low += 1 }
    guard (3...12).contains(high - low), let word = words.word(at: low),
      word.partOfSpeech == .verb, word.range.lowerBound == low
    else { return nil }
    var rest = Scalars(text[low..<high])
    for one in ["一份", "一张", "一件", "一次", "一台", "一个"] {
      if let place = rest.first(of: one, in: rest.indices) {
        rest.removeSubrange(place..<(place + 2))
      }
    }
    return rest.contains(where: { $0.isDigit }) ? nil : rest.string + "用时"
  }

  /// Whether words end with a noun and are more than a verb.
  func isNounPhrase(_ words: String) -> Bool {
    let scalars = Scalars(words)
    guard (2...12).contains(scalars.count),
      !scalars.contains(where: { Marks.clause.contains($0) || $0 == "、" || $0.isDigit }),
      let last = Segmentation(scalars).words.last, let first = Segmentation(scalars).words.first
    else { return false }
    let isFirstVerb =
      first.partOfSpeech == .preposition
      || Segmentation(scalars).words.contains { $0.partOfSpeech == .verb && $0.range.count > 1 }
    if "天年月日时".unicodeScalars.contains(scalars[scalars.count - 1]),
      last.partOfSpeech == .counted || last.partOfSpeech == .numeral
    {
      return false
    }
    return !isFirstVerb && Segmentation(scalars).words.contains { $0.range.count > 1 }
      && [.noun, .name, .place, .body, .counted, .numeral].contains(last.partOfSpeech)
  }

  static let measures = Lexicon(
    """
    年销售收入 销售收入 营业收入 总数 总量 总产 总产量 年产量 亩产 年收入 年销售额 年销量 总额 总值 总收入 总支出 产值 年产值 总产值 产量 单产 面积 全长 总长 中标价 总价值 造价 总造价 投资 总投资 工程量 完成工程量 余额
    销量 销售额 价格 均价 规模 容量 覆盖率 完成率
    """)
  private static let counted = Lexicon("企业 项目 村 户 农户 学校 医院 机构 合作社 主体 经营主体 个体工商户")
  private static let workings = Lexicon("播种 种植 养殖 建设 栽植 收获 施工 建筑 改造")
}
