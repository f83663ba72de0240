import Notations

/// A time named in a sentence.
struct PeriodSpan {
  /// How it relates to what surrounds it.
  enum Kind {
    /// Holds for what follows: 5月份, 截至9月20日, 今年以来, 目前.
    case period
    /// Holds for the next number only: 由4月份的19件.
    case local
    /// Says nothing of a period: a comparison's base, a deadline behind a number, a street number.
    case other
  }

  /// Where it stands.
  var range: Range<Int>
  /// As written.
  var text: String
  /// What it does.
  var kind: Kind
  /// Whether it names a year, month or day by number.
  var isAbsolute: Bool

  /// Whether it runs up to a day: 截至6月30日.
  var isCumulative: Bool { text.hasPrefix("截") || text.hasPrefix("到") }
}

/// Finds times: 1-9月份, 截至5月31日, 今年3月以来, 改造完成后的半个月内.
struct PeriodScanner {
  private let sentence: Sentence
  private var text: Scalars { sentence.text }
  private var end: Int { sentence.range.upperBound }

  /// Prepares a sentence.
  init(_ sentence: Sentence) { self.sentence = sentence }

  /// The times, in their order.
  func spans() -> [PeriodSpan] {
    var result: [PeriodSpan] = []
    var place = sentence.range.lowerBound
    if let clause = openingClause() {
      result.append(clause)
      place = clause.range.upperBound
    }
    while place < end {
      if var span = span(at: place) {
        // 第28周（7月8日—7月14日）: the same time once more.
        if let last = result.last, last.range.upperBound + 1 == span.range.lowerBound,
          "（(".unicodeScalars.contains(text[last.range.upperBound])
        {
          span.kind = .other
        }
        result.append(span)
        place = max(span.range.upperBound, place + 1)
      } else {
        place += 1
      }
    }
    return result
  }

  private func span(at start: Int) -> PeriodSpan? {
    guard let (core, isAbsolute) = core(at: start) else { return nil }
    var place = core
    if isAbsolute, start > sentence.range.lowerBound, text[start - 1].isDigit { return nil }
    // 五年前年产: no word of its own.
    if text.has("前年", at: start), start > sentence.range.lowerBound, text[start - 1] == "年" {
      return nil
    }
    if let length = Self.after.match(in: text, at: place, limit: end) { place += length }
    return PeriodSpan(
      range: start..<place, text: text[start..<place].string, kind: kind(start, place),
      isAbsolute: isAbsolute)
  }

  /// The end of a time without what stands behind it, and whether it names a date.
  private func core(at start: Int) -> (Int, Bool)? {
    // 增加到2020年的4.5亿元: the verb has its 到.
    let floor = sentence.range.lowerBound
    if text[start] == "到" || text[start] == "至",
      IndicatorWords.changes.match(in: text, endingAt: start, from: floor) ?? 0 > 1
    {
      return nil
    }
    let behind = Self.before.match(in: text, at: start, limit: end).map { start + $0 } ?? start
    if let date = date(at: behind) { return (date, true) }
    if behind > start, let stretch = stretch(start, behind) { return (stretch, false) }
    if let length = Self.words.match(in: text, at: start, limit: end) {
      return (date(at: start + length) ?? start + length, false)
    }
    guard behind > start, let length = Self.words.match(in: text, at: behind, limit: end) else {
      return nil
    }
    // 截至今年6月底.
    return (date(at: behind + length) ?? behind + length, false)
  }

  /// The end of [N年][N月[份]][N日][至…], 第N季度, N个月内; nil when there is none.
  private func date(at start: Int) -> Int? {
    var place = start
    var found: Int?
    for _ in 0..<2 {
      guard let next = singleDate(at: place) else { break }
      found = next
      guard next < end, Marks.rangeDash.contains(text[next]) else { break }
      place = next + 1
    }
    return found
  }

  private func singleDate(at start: Int) -> Int? {
    var place = start
    var parts = 0
    for unit in ["年", "月", "日"] {
      var next = place
      while next < end, text[next].isDigit { next += 1 }
      guard next > place, next - place <= 4 else { continue }
      if unit == "年", next - place < 4 { continue }
      if unit == "月", let behind = monthRange(at: next) { next = behind }
      guard text.has(unit, at: next) || (unit == "日" && text.has("号", at: next) && parts > 0)
      else { continue }
      place = next + 1
      parts += 1
      if unit == "月", place < end, text[place] == "份" { place += 1 }
      if unit == "年", place < end, text[place] == "度" { place += 1 }
    }
    if parts == 1, text[place - 1] == "日",
      Self.lasting.match(in: text, endingAt: start, from: sentence.range.lowerBound) != nil
    {
      return nil
    }
    if parts == 1, text[place - 1] == "年" || text[place - 1] == "度",
      let quarter = quarter(at: place)
    {
      return quarter
    }
    if parts > 0 { return week(at: place) ?? hour(at: place) }
    return quarter(at: start) ?? monthsInside(at: start)
  }

  /// 第28周 behind a year.
  private func week(at start: Int) -> Int? {
    guard start < end, text[start] == "第" else { return nil }
    var place = start + 1
    while place < end, text[place].isDigit { place += 1 }
    return place > start + 1 && text.has("周", at: place) ? place + 1 : nil
  }

  /// 18时, 18时30分 behind a day.
  private func hour(at start: Int) -> Int {
    let first = clock(at: start)
    // 0时至24时.
    guard first > start, first < end, Marks.rangeDash.contains(text[first]) else { return first }
    let second = clock(at: first + 1)
    return second > first + 1 ? second : first
  }

  private func clock(at start: Int) -> Int {
    var place = start
    for unit in ["时", "分"] {
      var next = place
      while next < end, text[next].isDigit { next += 1 }
      guard next > place, text.has(unit, at: next) else { break }
      place = next + 1
    }
    return place
  }

  /// The second number of 1-9月; 12日至16日 is two dates.
  private func monthRange(at place: Int) -> Int? {
    guard place + 1 < end, Marks.rangeDash.contains(text[place]) else { return nil }
    var next = place + 1
    while next < end, text[next].isDigit { next += 1 }
    return next > place + 1 && text.has("月", at: next) ? next : nil
  }

  private func quarter(at start: Int) -> Int? {
    var place = start
    if place < end, text[place] == "第" || text[place] == "前" { place += 1 }
    let first = place
    while place < end, place - first < 2,
      text[place].isDigit || HanNumerals.all.contains(text[place])
    {
      place += 1
    }
    guard place > first else { return nil }
    if text.has("季度", at: place) { return place + 2 }
    if first > start, text[start] == "前", text.has("个月", at: place) { return place + 2 }
    return nil
  }

  /// 一个月内, 三年来, 近五年.
  private func monthsInside(at start: Int) -> Int? {
    var place = start
    while place < end, place - start < 3,
      text[place].isDigit || HanNumerals.all.contains(text[place])
        || text[place] == "半"
    {
      place += 1
    }
    guard place > start else { return nil }
    return Self.spans.match(in: text, at: place, limit: end).map { place + $0 }
  }

  /// 过去五年，, 近3年，: years up to now that open a clause; 近三年级 and 近8年的 are none.
  private func stretch(_ start: Int, _ number: Int) -> Int? {
    guard ["过去", "最近", "近"].contains(text[start..<number].string),
      start == sentence.clauseStart(before: start)
    else { return nil }
    var place = number
    while place < end, place - number < 3,
      text[place].isDigit || HanNumerals.all.contains(text[place])
    {
      place += 1
    }
    guard place > number,
      let unit = ["个月", "年", "周", "天"].first(where: { text.has($0, at: place) })
    else { return nil }
    place += unit.unicodeScalars.count
    return place < end && "，间里".unicodeScalars.contains(text[place]) ? place : nil
  }

  private func kind(_ start: Int, _ stop: Int) -> PeriodSpan.Kind {
    let floor = sentence.range.lowerBound
    if start > floor, "比较同与较".unicodeScalars.contains(text[start - 1]) { return .other }
    if start > floor, text[start - 1] == "由" || text[start - 1] == "从" { return .local }
    if text.has("的", at: stop),
      IndicatorWords.changesTo.match(in: text, endingAt: start, from: floor) != nil
    {
      return .local
    }
    if text.has("同期", at: stop) || text.has("同日", at: stop) || text.has("起", at: stop) {
      return .other
    }
    let word = text[start..<stop].string
    if text.has("的", at: stop), word.hasSuffix("年来") { return .other }
    if ["上半年", "下半年", "年底", "月底", "周末"].contains(word),
      start > sentence.clauseStart(before: start)
    {
      return .other
    }
    if text.has("相比", at: stop) { return .other }
    // 本年度报告: its name.
    if word == "本年度" || word == "年度", text.has("报告", at: stop) { return .other }
    return .period
  }

  /// A first clause that ends with 以来, 期间, 内 or 后 names the time: 改造完成后的半个月内，
  private func openingClause() -> PeriodSpan? {
    let start = sentence.range.lowerBound
    if let since = text.first(of: "以来", in: start..<min(start + 14, end)),
      !text[start..<since].contains(where: { Marks.clause.contains($0) }), since > start
    {
      let whole = start..<(since + 2)
      return PeriodSpan(
        range: whole, text: text[whole].string, kind: .period,
        isAbsolute: text[whole].contains { $0.isDigit })
    }
    let stop = sentence.clauseEnd(after: start)
    guard stop < end, text[stop] == "，", (3...18).contains(stop - start),
      let length = Self.clauseEnds.match(in: text, endingAt: stop, from: start), length > 0,
      !text[start..<stop].contains(where: { $0 == "、" }),
      !text[start..<stop].contains("比")
    else { return nil }
    return PeriodSpan(
      range: start..<stop, text: text[start..<stop].string, kind: .period,
      isAbsolute: text[start..<stop].contains { $0.isDigit })
  }

  /// 停产整顿15日: days that are counted.
  private static let lasting = Lexicon("整顿 停业 停产 拘留 连续 超期 逾期 历时 缩短 延长 用时 为期 公示")
  private static let spans = Lexicon("个月内 年内 周内 年来 年多来 个月来 个多月来 年间 多年来 余年来 个月以来 年以来 周以来 个月间")
  private static let clauseEnds = Lexicon("以来 期间 年来 个月来 月内 年内 周内 天内 时段")
  private static let before = Lexicon("截至 截止 截止到 截至到 自 近 过去 最近 今年 去年 本年 今年前 到 至 上年 明年 今年截至")
  private static let after = Lexicon(
    """
    以来 以后 之前 前 底 底前 末 初 中旬 上旬 下旬 中旬前 上旬前 下旬前 止 期间 底以来 初以来 间 上半年 下半年
    """)
  private static let words = Lexicon(
    """
    今年以来 近年来 去年以来 今年 全年 年内 上半年 下半年 今年上半年 今年下半年 前三季度 今年前三季度 上月
    当年 当季 当期 本月 当月 全月 本周 上周 当周 本季度 上季度 昨日 今日 目前 如今 眼下 现在 迄今 现有 当前 截至目前 截止目前 到目前 去年 前年 年末
    上年 上年末 前一日 昨天 今天 本年度 全周 一年来 五年来 三年来 入夏以来 入冬以来 入汛以来 汛期以来 春节期间 国庆期间 春节假期 国庆假期 清明假期 中秋假期 元旦假期 端午假期 今春 今夏 今秋 今冬 去冬 去冬今春
    近两年 近三年 近四年 近五年 近十年 近三年来 近五年来 明年 下月 下季度 十四五 十五五 月底 年底 本轮 全季 双休日 周末 节日期间 假期
    """)
}
