internal import Segmentation

/// The noun left of a number: what is counted, without time, place, adverb and empty verb.
struct LeftNoun {
  private let text: Scalars
  private let periods: [PeriodSpan]
  private let words: SentenceWords

  /// Prepares a sentence's text, its times and its words.
  init(_ text: Scalars, _ periods: [PeriodSpan], _ words: SentenceWords) {
    self.text = text
    self.periods = periods
    self.words = words
  }

  /// The subject in a range; empty when nothing of weight is left.
  func subject(_ range: Range<Int>) -> String {
    var low = range.lowerBound
    var high = range.upperBound
    while high > low, text[high - 1].isSpace || "、，—".unicodeScalars.contains(text[high - 1]) {
      high -= 1
    }
    // 占比已, 产值也: what only says when or that as well.
    while high - low > 2, "已均也将又仍就却".unicodeScalars.contains(text[high - 1]),
      words.word(at: high - 1)?.range.count == 1
    {
      high -= 1
    }
    high = beforeExamples(low, high)
    low = behindSize(low, high)
    low = behindReceiver(low, high)
    low = stripStart(low, high)
    low = behindAdverb(low, high)
    low = stripStart(low, high)
    low = behindPlainVerb(low, high)
    let words = Brackets.plain(Scalars(listed(low..<high)))
    return withoutTimes(Scalars(words.drop { "、，".unicodeScalars.contains($0) })).string
  }

  /// 宽9米、长80米的大棚, 6元的早餐: the label is the thing, not its size or price.
  private func behindSize(_ low: Int, _ high: Int) -> Int {
    guard let of = text[low..<high].lastIndex(of: "的"), of + 2 < high, of - 2 > low,
      "元米".unicodeScalars.contains(text[of - 1]), text[low..<of].contains(where: \.isDigit),
      !"离距".unicodeScalars.contains(text[low])
    else { return low }
    return of + 1
  }

  /// 发放洗具（钢丝刷、洗衣粉等）850份: examples in brackets right before a number.
  private func beforeExamples(_ low: Int, _ high: Int) -> Int {
    guard high > low, text[high - 1] == "）" || text[high - 1] == ")",
      let open = Brackets.open(of: high - 1, in: text, from: low), open > low,
      text[open..<high].contains("、"), high - open > Self.longestAlternative
    else { return high }
    return open
  }

  private static let longestAlternative = 8

  /// 东书村今年第二季度账目: a time inside the words is no part of the label.
  private func withoutTimes(_ words: Scalars) -> Scalars {
    for span in periods where span.kind == .period && span.text.unicodeScalars.count >= 3 {
      guard let place = words.first(of: span.text, in: words.indices), place >= 2,
        place + span.text.unicodeScalars.count + 2 <= words.count
      else { continue }
      var rest = words
      rest.removeSubrange(place..<(place + span.text.unicodeScalars.count))
      return rest
    }
    return words
  }

  /// Whether 累计 opens the range, or stands behind who did it.
  func opensWithTotal(_ range: Range<Int>) -> Bool {
    var low = range.lowerBound
    if let place = text.first(of: "累计", in: range), place + 2 < range.upperBound { return true }
    for span in periods where span.range.lowerBound <= low && span.range.upperBound > low {
      low = min(span.range.upperBound, range.upperBound)
    }
    return text.has("累计", at: low) && low + 2 < range.upperBound
  }

  private func stripStart(_ start: Int, _ high: Int) -> Int {
    var low = start
    while low < high {
      if text[low].isSpace || Marks.clause.contains(text[low]) || Marks.closing.contains(text[low])
      {
        low += 1
      } else if "“‘（".unicodeScalars.contains(text[low]),
        !text[low..<high].contains(where: { Marks.closing.contains($0) })
      {
        low += 1
      } else if let span = periods.first(where: { $0.range.contains(low) }), span.text != "现有" {
        low = min(span.range.upperBound, high)
      } else if let length = IndicatorWords.regions.match(in: text, at: low, limit: high),
        cuts(low, length, high)
      {
        low += length
      } else if let length = IndicatorWords.adverbs.match(in: text, at: low, limit: high),
        cuts(low, length, high)
      {
        low += length
      } else if let length = IndicatorWords.plainVerbs.match(in: text, at: low, limit: high),
        low + length < high, cuts(low, length, high)
      {
        low += length
      } else {
        break
      }
    }
    return low
  }

  /// A word is stripped only where it is one: not the start of a longer word (建议类, 有限空间), nor
  /// one character of a village's name (正阳村).
  private func cuts(_ low: Int, _ length: Int, _ high: Int) -> Bool {
    if let longer = Self.kept.match(in: text, at: low, limit: high), longer > length {
      return false
    }
    guard words.isBoundary(low + length) else { return false }
    // 有效灌溉面积, 重点项目投资额: what is measured, told apart by its adjective.
    if Self.adjectives.match(in: text, at: low, limit: high) == length,
      Self.measureEnds.match(in: text, endingAt: high, from: low + length) != nil
    {
      return false
    }
    guard length == 1, low + 3 <= high else { return true }
    return !(low + 2..<min(high, low + 4)).contains { place in
      Self.placeEnds.contains(text[place]) && words.isBoundary(place + 1)
        && (low + 1..<place).allSatisfy { words.word(at: $0)?.range.count == 1 }
    }
  }

  private static let adjectives = Lexicon("有效 重点 主要 统一 剩余 正式")
  private static let measureEnds = Lexicon("面积 率 量 额 数 值 比重 比例")
  private static let placeEnds = ScalarSet("村镇乡县区市组社寨庄屯")

  private static let kept = Lexicon(
    """
    总体 总产 总数 总额 总量 总人口 总投资 总面积 总户数 总值 总收入 又好 再生 对外 向日葵 使用 已婚 现金 现场 现代 现有 建筑 建设 建档 设施 设备 用水 用电
    用地 用工 用户 其他 其它 共享 共青团 共同 并网 并购 正式 有效 有机 在建 在校 在册 在库 在岗 由于 均价 均分 为民 为老 给水 按时 按期 按揭 可用 可利用
    可停放 可再生 可回收 获奖 以工 多层 多式 日均 日处理 余热 则 至 另案 从业 将军 全程 成功率 完成率 完成投资 实现率 再建 新建 全部完成 获得率 组织化
    建档立卡 建筑垃圾 设施农业 用人单位 拥有量 存在问题 首次诉求 现场发现 现场观摩 对接 在外 为期 已建 已签 已办 均已
    """)

  /// 为环卫工人发放防暑物资 is 发放防暑物资.
  private func behindReceiver(_ low: Int, _ high: Int) -> Int {
    guard low < high, "为向给".unicodeScalars.contains(text[low]),
      let verb = Self.givingVerbs.first(in: text, low..<high), verb.place + verb.length < high
    else { return low }
    return verb.place
  }

  private static let givingVerbs = Lexicon(
    "发放 提供 赠送 送去 送上 配发 减免 捐赠 办理 解决 争取 协调 免除 垫付 追回 讨回 挽回")

  /// 街道社情民意办共受理…: what stands before 共, 已, 累计 is who did it.
  private func behindAdverb(_ low: Int, _ high: Int) -> Int {
    guard let found = Self.middleAdverbs.first(in: text, low..<high),
      found.place - low <= 16, high - found.place - found.length >= 2,
      !Self.opensBracket(text[low..<found.place]),
      LeftNoun.kept.match(in: text, at: found.place, limit: high) == nil,
      words.isBoundary(found.place), words.isBoundary(found.place + found.length),
      found.place == low || text[found.place - 1] != "公"
    else { return low }
    return found.place + found.length
  }

  /// Whether a bracket or quotation is still open; “ may open a name that goes on.
  private static func opensBracket(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    words.count { Marks.opening.contains($0) && $0 != "“" }
      > words.count { Marks.closing.contains($0) && $0 != "”" }
  }

  private static let middleAdverbs = Lexicon("共 累计 已 先后 共计 同步 已经 新上 共有 现有 累计共 仍 还")

  /// 街道督查室发出督办单: what stands before an empty verb is who did it.
  private func behindPlainVerb(_ low: Int, _ high: Int) -> Int {
    guard let found = Self.middleVerbs.first(in: text, low..<high), found.place - low <= 16,
      high - found.place - found.length >= 2, words.isBoundary(found.place),
      words.isBoundary(found.place + found.length)
    else { return low }
    return stripStart(found.place + found.length, high)
  }

  /// Who did what a range tells, 规模企业 of 规模企业实现总产值; empty where nobody is named.
  func actor(_ range: Range<Int>) -> String {
    let low = stripStart(range.lowerBound, range.upperBound)
    guard let found = Self.middleVerbs.first(in: text, low..<range.upperBound),
      (2...8).contains(found.place - low), words.isBoundary(found.place),
      words.word(at: found.place - 1)?.partOfSpeech.isNominal == true
    else { return "" }
    return text[low..<found.place].string
  }

  private static let middleVerbs = Lexicon(
    "发出 完成 实现 建立 成立 建成 收到 印发 下发 配备 抽调 组织 召开 实施 开展 有 拥有 集中在 主要是 主要有 主要为 依次是 依次为 分别是")

  /// 引进民宿、小院等业态 is 引进业态.
  private func listed(_ range: Range<Int>) -> String {
    var low = range.lowerBound
    let high = range.upperBound
    guard let etc = text[low..<high].lastIndex(of: "等"), etc + 1 < high,
      words.isBoundary(etc), words.isBoundary(etc + 1),
      text[low..<etc].contains("、") || etc - low > 4
    else { return Self.withoutFiller(text[low..<high].string) }
    var verb = ""
    if let length = Self.listVerbs.match(in: text, at: low, limit: etc) {
      verb = text[low..<(low + length)].string
      low += length
    } else if let word = words.word(at: low), word.range.lowerBound == low,
      word.partOfSpeech == .verb, word.range.count == 2
    {
      verb = text[word.range].string
    }
    var start = etc + 1
    if let length = Self.kinds.match(in: text, at: start, limit: high) { start += length }
    // 疏通水沟、修复道路等类工单.
    if text[start] == "类" || text[start] == "项", high - start > 2 { start += 1 }
    return verb + text[start..<high].string
  }

  /// 发放各类救助资金 is 发放救助资金.
  private static func withoutFiller(_ subject: String) -> String {
    for filler in ["各类", "各种", "各项"] {
      if let found = subject.firstRange(of: filler), found.lowerBound > subject.startIndex {
        return subject.replacing(filler, with: "", maxReplacements: 1)
      }
    }
    return subject
  }

  private static let kinds = Lexicon("各类 各种 多种 一批 共")
  private static let listVerbs = Lexicon(
    """
    引进 发放 安装 改造 新建 修建 购置 更换 栽植 清理 拆除 排查 整治 淘汰 筹措 投入 培育 引育 新增 采购 种植 治理 建设 受理 化解 检查 走访 修复 整改
    处理 举办 开展 查处 捐赠 募集 惠及
    """)
}

extension String {
  /// The range of the first occurrence of some words.
  func range(of words: String) -> Range<String.Index>? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(words) {
        return place..<index(place, offsetBy: words.count)
      }
      place = index(after: place)
    }
    return nil
  }

}
