internal import Segmentation

/// Numbers that only tell which thing is meant, or how large it is.
extension NumberTraps {
  /// A number that only describes a thing: 16排CT, 海拔900米, 80亿元项目1个, 340亩智谷产业园,
  /// 年产5000台套的项目, 10万吨级码头.
  static func describes(
    _ text: Scalars, _ token: NumberToken, _ clause: Range<Int>
  ) -> Bool {
    let (start, end) = (token.range.lowerBound, token.range.upperBound)
    if heights.match(in: text, endingAt: start, from: clause.lowerBound) != nil { return true }
    if isDistance(text, token, clause.lowerBound) || isModel(text, token, clause)
      || isDimension(text, token) || isCapacity(text, token, clause.lowerBound)
    {
      return true
    }
    guard end < clause.upperBound, token.after.isEmpty, !token.isRelative else { return false }
    let next = text[end]
    if next.isLatin, token.unit.unicodeScalars.allSatisfy({ $0.isHan }) { return true }
    if next == "级" { return true }
    guard Measures.contains(token.unit) || next == "的" else { return false }
    // With its own noun before it (总投资80亿元的项目) it is a figure.
    if start > clause.lowerBound,
      measuresOf.occurs(in: text, max(clause.lowerBound, start - 6)..<start)
    {
      return false
    }
    if next == "的" {
      guard end + 1 < clause.upperBound, text[end + 1].isHan else { return false }
      // 住在20平方米的宿舍: where something is.
      // 400平方米的小剧场: nothing before it says that the size is told.
      let isWhere =
        start > clause.lowerBound
        ? "在从到于往".unicodeScalars.contains(text[start - 1]) : !token.unit.hasSuffix("元")
      return isWhere || isAttribute(text, token, clause.lowerBound)
        || hasThing(text, end + 1, clause.upperBound)
    }
    let last = nounEnd(text, end, clause.upperBound)
    return last - end >= 2 && sites.contains(text[last - 1]) && !token.unit.hasSuffix("元")
      || hasThing(text, end, clause.upperBound)
  }

  /// 一台320吨的破碎机, 15元的套餐: what is behind 的 was counted or is told of by itself, and the number
  /// tells which it is.
  private static func isAttribute(_ text: Scalars, _ token: NumberToken, _ low: Int) -> Bool {
    let start = token.range.lowerBound
    // A price, unless it is money that is told of.
    if token.unit == "元" {
      let limit = min(token.range.upperBound + 10, text.count)
      return !moneys.occurs(in: text, token.range.upperBound..<limit)
    }
    guard start > low, let length = Units.all.match(in: text, endingAt: start, from: low),
      start - length > low
    else { return false }
    let count = text[start - length - 1]
    return HanNumerals.all.contains(count) || count.isDigit
  }

  /// 能装500人的报告厅, 能停200辆车的车库: what a thing can hold.
  private static func isCapacity(_ text: Scalars, _ token: NumberToken, _ low: Int) -> Bool {
    let (start, end) = (token.range.lowerBound, token.range.upperBound)
    guard !token.unit.hasSuffix("元"), start > low,
      capacity.occurs(in: text, max(low, start - 4)..<start),
      let of = text[end..<min(end + 4, text.count)].firstIndex(of: "的"), of + 1 < text.count
    else { return false }
    return text[end..<of].allSatisfy(\.isHan) && text[of + 1].isHan
      && Segmentation(Scalars(text[low..<start])).words.last?.partOfSpeech == .verb
  }

  private static let moneys = Lexicon("资金 款 补 贷 钱 金 费 收入 产值 利润 投资 工资 月薪 年薪 罚 奖 收益 分红")
  private static let capacity = Lexicon("能 可 可以 能够")

  /// 宽24米、长140米、高6米的大棚: how large the thing behind 的 is.
  private static func isDimension(_ text: Scalars, _ token: NumberToken) -> Bool {
    let (start, end) = (token.range.lowerBound, token.range.upperBound)
    // 120米高的吊机.
    if lengths.contains(Scalars(token.unit)), end + 1 < text.count, sides.contains(text[end]),
      text[end + 1] == "的"
    {
      return true
    }
    guard start > 0, sides.contains(text[start - 1]), lengths.contains(Scalars(token.unit)) else {
      return false
    }
    var place = token.range.upperBound
    while place < text.count, place - start < 40,
      text[place].isDigit || sides.contains(text[place])
        || "，、.约米厘毫分公里".unicodeScalars.contains(text[place])
    {
      place += 1
    }
    return place < text.count && text[place] == "的"
  }

  private static let sides = ScalarSet("长宽高深厚径")
  private static let lengths = Lexicon("米 厘米 毫米 公分 公里 千米")

  /// 离县城35公里: where a place lies.
  private static func isDistance(_ text: Scalars, _ token: NumberToken, _ low: Int) -> Bool {
    guard ["公里", "千米", "里", "米"].contains(token.unit) else { return false }
    // 就在3公里外.
    if text.has("外", at: token.range.upperBound) { return true }
    let start = token.range.lowerBound
    return text[max(low, start - 12)..<start].contains { "离距".unicodeScalars.contains($0) }
      && IndicatorWords.changes.match(in: text, endingAt: start, from: low) == nil
      && IndicatorWords.approximateBefore.match(in: text, endingAt: start, from: low) == nil
  }

  /// 256排螺旋CT, 32米登高车, 5吨水罐车: a measure right before a machine or vehicle is its type.
  private static func isModel(_ text: Scalars, _ token: NumberToken, _ clause: Range<Int>) -> Bool {
    guard token.after.isEmpty, !token.isRelative else { return false }
    let start = token.range.upperBound
    let end = nounEnd(text, start, clause.upperBound)
    guard end - start >= 2 || end < clause.upperBound && text[end].isLatin else { return false }
    if token.unit == "座" { return "车机船艇巴".unicodeScalars.contains(text[end - 1]) }
    if token.unit == "排" { return end < clause.upperBound && text[end].isLatin }
    return Measures.contains(token.unit) && !token.unit.hasSuffix("元")
      && machines.contains(text[end - 1])
  }

  private static let machines = ScalarSet("车机塔船炉艇泵仪罐屏吊")

  /// Where the words before the first verb, 的 or mark end: 蓄水池 of 蓄水池建成3座.
  private static func nounEnd(_ text: Scalars, _ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, end - start < longestThing, text[end].isHan,
      !"和与及各等的".unicodeScalars.contains(text[end])
    {
      end += 1
    }
    for word in Segmentation(Scalars(text[start..<end])).words.dropFirst()
    where word.range.count > 1 && [.verb, .adverb, .idiom, .state].contains(word.partOfSpeech) {
      return start + word.range.lowerBound
    }
    return end
  }

  private static let longestThing = 10
  /// What things that have a size end with.
  private static let sites = ScalarSet("园站池坝桥馆棚仓")

  /// 连续3次倒数的单位: how often tells which ones.
  static func isDescribed(_ text: Scalars, _ token: NumberToken, _ clause: Range<Int>)
    -> Bool
  {
    guard text.has("连续", at: token.range.lowerBound - 2), token.unit == "次" else { return false }
    return text[token.range.upperBound..<clause.upperBound].contains("的")
  }

  /// Whether the phrase at a place ends with a thing that has a size or a price.
  private static func hasThing(_ text: Scalars, _ start: Int, _ limit: Int) -> Bool {
    var place = start
    while place < min(limit, start + 14),
      text[place].isHan || text[place] == "“" || text[place] == "”"
    {
      if things.match(in: text, at: place, limit: limit) != nil { return true }
      if "和、与".unicodeScalars.contains(text[place]) { return false }
      place += 1
    }
    return false
  }

  private static let heights = Lexicon("海拔 东经 北纬 海拔高度 限高 限速 时速 电压")
  private static let measuresOf = Lexicon("投资 占地 面积 资金 收入 产值 价值 造价 金额 贷款 引资 采购 投入 补助 补贴 融资 达成")
  private static let things = Lexicon(
    """
    项目 产业园 园区 工业园 公园 广场 基地 企业 码头 机组 电站 厂房 中心 工程 大桥 大厦 村庄 村子 行政村 小区 市场 医院 学校 泵站 水库 高速 生产线 车间 订单 冠军 亚军 季军 决赛 预赛 接力 纪录 自由泳 蛙泳 蝶泳 仰泳 跨栏 赛跑 长跑
    """)
}
