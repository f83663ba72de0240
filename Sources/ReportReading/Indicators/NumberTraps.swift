import Notations
internal import Segmentation

/// Numbers that are no figures of a report.
enum NumberTraps {
  /// Whether what stands before a number makes it part of a name or an ordinal: PM2.5, 第3, 〔2031〕,
  /// 前三名.
  static func precedes(_ text: Scalars, _ start: Int, floor: Int) -> Bool {
    guard start > floor else { return false }
    let before = text[start - 1]
    if before.isLatin, isAbbreviation(text, start, floor: floor) { return false }
    if before.isLatin || before == "第" || before == "〔" || before == "." || before == "№" {
      return true
    }
    if before == "-" || before == "/" || before == ":" || before == "∶" || before == "×" {
      return true
    }
    if before == "：", start - 2 >= floor, text[start - 2].isDigit { return true }
    return isMinutes(text, start, floor: floor)
  }

  /// GDP19.92亿元: an abbreviation that is measured in money or per cent; PM2.5 and CT16 are names.
  private static func isAbbreviation(_ text: Scalars, _ start: Int, floor: Int) -> Bool {
    var low = start
    while low > floor, text[low - 1].isLatin { low -= 1 }
    guard start - low >= 2 else { return false }
    var end = start
    while end < text.count, text[end].isDigit || text[end] == "." { end += 1 }
    guard end < text.count else { return false }
    if text[end] == "%" || text[end] == "％" { return true }
    return text[end] == "元" || text.has("万元", at: end) || text.has("亿元", at: end)
      || text.has("万亿元", at: end)
  }

  /// Whether a place has a minus: behind words or a mark, not in a range (3-5) or a code.
  static func isSign(_ text: Scalars, _ place: Int, floor: Int) -> Bool {
    guard place >= floor, "-−－﹣".unicodeScalars.contains(text[place]) else { return false }
    guard place > floor else { return true }
    let before = text[place - 1]
    return before.isHan && !"第号".unicodeScalars.contains(before)
      || "：:，、（(".unicodeScalars.contains(before) || before.isSpace
  }

  /// 6点40分, 八时三十分: what stands behind the hour is of the clock.
  private static func isMinutes(_ text: Scalars, _ start: Int, floor: Int) -> Bool {
    guard start - 2 >= floor, "点时".unicodeScalars.contains(text[start - 1]) else { return false }
    let hour = text[start - 2]
    return hour.isDigit || HanNumerals.digit(hour) != nil || hour == "十"
  }

  /// Small numbers in characters are seldom figures (三张清单, 一个): only with %-units, times, and a
  /// scale (两万元). Those that begin with a scale (千万元以上) are size classes.
  static func isVagueWritten(_ number: ArraySlice<Unicode.Scalar>, _ token: NumberToken) -> Bool {
    guard let first = number.first else { return true }
    if first == "万" || first == "亿" { return true }
    if first == "百" || first == "千" { return token.after.isEmpty || token.after.hasPrefix("以") }
    if token.isPercent { return false }
    if number.count == 1, first != "十" {
      return !(token.unit.hasPrefix("万") || token.unit.hasPrefix("亿") || token.unit == "倍")
    }
    if number.count == 1 { return token.after.isEmpty }
    return false
  }

  /// Whether a unit is the start of another word: 分别, 人民, 个月 as part of a time.
  static func isFalseUnit(_ text: Scalars, _ start: Int, _ unitEnd: Int, end: Int) -> Bool {
    let last = text[unitEnd - 1]
    if last.isLatin, unitEnd < end, text[unitEnd].isLatin { return true }
    guard unitEnd < end else { return false }
    let next = text[unitEnd]
    switch last {
    case "分": return next.isHan && !"以左".unicodeScalars.contains(next)
    case "个": return text.has("多月", at: unitEnd) || text.has("余月", at: unitEnd)
    case "人" where next == "家": return true
    case "人": return next == "民" || next == "才" || next == "大"
    case "次": return next == "日" || next == "年" || next == "月" || next == "生"
    case "元": return next == "旦" || next == "月" || next == "宵"
    case "里": return next == "面" || next == "程"
    case "天": return next == "然" || next == "气"
    case "家": return next == "庭" || next == "园" && start + 1 == unitEnd
    case "部": return next == "门" || next == "分"
    case "年": return next == "度" || next == "级"
    case "处": return next == "理" || next == "置" || next == "罚"
    case "件": return false
    case "场": return next == "馆" || next == "所"
    case "组": return next == "织"
    case "面": return next == "积"
    case "门": return next == "诊" || next == "店"
    case "期": return next.isHan
    case "楼", "层": return true
    case "级": return true
    case "本": return next == "地" || next == "级"
    case "对": return next == "照"
    case "封": return next == "堵"
    case "排": return next == "名" || next == "查" || next == "污"
    case "点": return next == "位"
    case "类": return next == "别"
    case "路": return next == "公" || next == "车"
    case "条": return next == "件" || next == "例"
    default: return false
    }
  }

  /// Whether the number is a condition: 以上 with something behind it, or a comparison before it
  /// and 的 behind.
  static func isCondition(_ text: Scalars, _ token: NumberToken, tailLength: Int, end: Int) -> Bool
  {
    let next = token.range.upperBound
    guard next < end else { return false }
    if tailLength > 0, token.after.contains("以"),
      text[next].isHan || text[next] == "“"
        || text[next].isDigit
    {
      return true
    }
    // 项目（投资额1000万元以上）48个: which ones are counted.
    if tailLength > 0, token.after.contains("以"), !token.isPercent, text[next] == "）",
      let open = Brackets.open(of: next, in: text, from: 0), open > 0, text[open - 1].isHan
    {
      return true
    }
    // 20张床位以上的病区.
    if let bound = (next + 1..<min(next + 6, end)).first(where: {
      text.has("以上", at: $0) || text.has("以下", at: $0)
    }), text.has("的", at: bound + 2), text[next..<bound].allSatisfy(\.isHan) {
      return true
    }
    guard text[next] == "的" else { return false }
    return bounds.match(in: text, endingAt: token.range.lowerBound) != nil
  }

  private static let bounds = Lexicon("低于 高于 超过 不足 不满 达到 大于 小于 不低于 满 未满 超 达 不少于 少于 多于")

  /// What makes a number with a unit no figure: weights of a formula, ranks, times as conditions.
  static func isTrap(_ text: Scalars, _ token: NumberToken, _ sentence: Sentence) -> Bool {
    let start = token.range.lowerBound
    let floor = sentence.range.lowerBound
    if start > floor, "前后".unicodeScalars.contains(text[start - 1]),
      token.unit == "名" || token.unit == "位" || token.unit == "强" || token.unit == "个"
    {
      let isMove = start - 2 >= floor && text[start - 2] == "提"
      if !isMove { return true }
    }
    let low = sentence.clauseStart(before: start)
    let high = sentence.clauseEnd(after: token.range.upperBound)
    if isDescribed(text, token, low..<high) || isRule(text, token, low..<high)
      || describes(text, token, low..<high)
    {
      return true
    }
    if text[low..<high].contains(where: { $0 == "×" || $0 == "÷" }) { return true }
    // 64节, 36期 count lessons and courses.
    if token.style == .digits, ["节", "期", "轮", "届"].contains(token.unit) { return false }
    if Units.time.contains(Scalars(token.unit)) { return !isMeasuredTime(text, token, low) }
    return false
  }

  /// A rule or penalty: 每少报1次扣2分, 超过6次取消资格.
  private static func isRule(_ text: Scalars, _ token: NumberToken, _ clause: Range<Int>) -> Bool {
    let (start, end) = (token.range.lowerBound, token.range.upperBound)
    if isLimit(text, start, clause) { return true }
    if isStep(text, start, clause.lowerBound) { return true }
    if penalties.match(in: text, endingAt: start, from: clause.lowerBound) != nil,
      text[clause.lowerBound..<start].indices.contains(where: {
        text[$0].isDigit && isStep(text, $0, clause.lowerBound)
      })
    {
      return true
    }
    if penalties.occurs(in: text, clause.lowerBound..<start),
      let each = text[clause.lowerBound..<start].lastIndex(of: "每"), start - each <= 10
    {
      return true
    }
    if text[clause].contains("每"), penalties.match(in: text, at: end) != nil { return true }
    // 累计3次的不得评优.
    if text.has("的", at: end), consequences.match(in: text, at: end + 1) != nil { return true }
    if isOffence(text, token, clause) { return true }
    let isBound = bounds.match(in: text, endingAt: start, from: clause.lowerBound) != nil
    return isBound && consequences.match(in: text, at: end) != nil
  }

  /// 3次欠费的，列入名单: what is done to those who do so.
  private static func isOffence(_ text: Scalars, _ token: NumberToken, _ clause: Range<Int>) -> Bool
  {
    let (start, end) = (token.range.upperBound, clause.upperBound)
    guard token.unit == "次", (2...8).contains(end - start), text[end - 1] == "的",
      end < text.count, text[end] == "，"
    else { return false }
    return consequences.match(in: text, at: end + 1) != nil
  }

  /// 每投放1公斤, 每少报1次, 每满100元: what is counted by, not what was counted. 每户拿到5800元 is a figure.
  private static func isStep(_ text: Scalars, _ start: Int, _ low: Int) -> Bool {
    guard let each = text[max(low, start - 4)..<start].lastIndex(of: "每"), each + 1 < start else {
      return false
    }
    let between = Segmentation(Scalars(text[(each + 1)..<start])).words
    return between.allSatisfy {
      $0.partOfSpeech == .verb || $0.partOfSpeech == .verbNoun || $0.partOfSpeech == .adverb
    }
  }

  /// 每人每天不超过120升, 罚款不低于50元, 一次扣10元: what is allowed, not what was.
  private static func isLimit(_ text: Scalars, _ start: Int, _ clause: Range<Int>) -> Bool {
    let low = clause.lowerBound
    if let length = bounds.match(in: text, endingAt: start, from: low) {
      let verb = start - length
      let before = max(low, verb - 12)..<verb
      // 单日最高不超过20元.
      if verb > low, text[verb - 1] == "不" || text[verb] == "不",
        highest.match(in: text, endingAt: text[verb] == "不" ? verb : verb - 1, from: low) != nil
      {
        return true
      }
      return each.occurs(in: text, before)
        || fines.match(in: text, endingAt: verb, from: low) != nil
    }
    guard let length = fines.match(in: text, endingAt: start, from: low) else { return false }
    return once.occurs(in: text, low..<(start - length))
  }

  private static let each = Lexicon("每人 每天 每日 每户 每次 每餐 每班 每学期")
  private static let highest = Lexicon("最高 最多 最低 最少 最长")
  private static let fines = Lexicon("扣 罚 扣减 扣除 罚款 处罚 扣分 处")
  private static let once = Lexicon("一次 一项 一处 一例 一起 一天 一条 每")
  private static let penalties = Lexicon("扣 罚 加 奖 奖励 扣减 扣除 加记 计 记 积 得 奖补")
  private static let consequences = Lexicon("取消 予以 给予 不得 一律 按 视为 则 的按 责令 停 扣 罚 通报 列入 纳入 暂停 追究")

  /// Time is a figure only where it is measured: 平均办理时长3.8天, 缩短5天, 优良天数312天, 平均20分钟.
  private static func isMeasuredTime(_ text: Scalars, _ token: NumberToken, _ low: Int) -> Bool {
    if token.after == "内" || token.after == "之内" { return false }
    var place = token.range.lowerBound
    while place > low {
      if let length = IndicatorWords.changesTo.match(in: text, endingAt: place, from: low)
        ?? IndicatorWords.changes.match(in: text, endingAt: place, from: low), length > 1
      {
        return true
      }
      if IndicatorWords.timeNouns.match(in: text, endingAt: place, from: low) != nil { return true }
      if lastingVerbs.match(in: text, endingAt: place, from: low) != nil {
        // 连续3天居末位的社区 only describes.
        var end = token.range.upperBound
        while end < text.count, !Marks.clause.contains(text[end]), text[end] != "的" { end += 1 }
        return end >= text.count || text[end] != "的"
      }
      guard
        let length = IndicatorWords.approximateBefore.match(in: text, endingAt: place, from: low)
          ?? IndicatorWords.empty.match(in: text, endingAt: place, from: low)
      else { break }
      place -= length
    }
    // 平均气温、降水量和日照时数分别为27.4℃、163.2毫米和198.5小时.
    if let row = text.first(of: "分别", in: low..<token.range.lowerBound),
      IndicatorWords.timeNouns.occurs(in: text, low..<row)
    {
      return true
    }
    // 抢修平均到场35分钟.
    let start = token.range.lowerBound
    if text.first(of: "平均", in: max(low, start - 6)..<start) != nil { return true }
    return hasTimeNoun(text, low..<start) || isStreak(text, token, low)
  }

  /// 连续安全生产2190天.
  private static func isStreak(_ text: Scalars, _ token: NumberToken, _ low: Int) -> Bool {
    let start = token.range.lowerBound
    guard text.first(of: "连续", in: max(low, start - 10)..<start) != nil else { return false }
    return !text.has("的", at: token.range.upperBound)
  }

  private static let lastingVerbs = Lexicon(
    """
    只需 仅需 需要 平均需 平均 最长 最短 最快 最慢 超期 逾期 超时 延误 整顿 停业 停产 连续 历时 耗时 持续 等待 等候 缩至 提速 超长 平均用 只用 仅用 累计停
    """)

  /// 平均办理时长由前一日的31.5小时: the noun stands before 由.
  private static func hasTimeNoun(_ text: Scalars, _ range: Range<Int>) -> Bool {
    guard let by = text.first(of: "由", in: range) ?? text.first(of: "从", in: range) else {
      return false
    }
    return IndicatorWords.timeNouns.match(in: text, endingAt: by, from: range.lowerBound) != nil
  }
}
