import Notations

/// Numbers that are no figures of a report.
enum NumberTraps {
  /// Whether what stands before a number makes it part of a name or an ordinal: PM2.5, 第3, 〔2031〕,
  /// 前三名.
  static func precedes(_ text: Scalars, _ start: Int, floor: Int) -> Bool {
    guard start > floor else { return false }
    let before = text[start - 1]
    if before.isLatin || before == "第" || before == "〔" || before == "." || before == "№" {
      return true
    }
    if before == "-" || before == "/" || before == ":" || before == "∶" || before == "×" {
      return true
    }
    if before == "：", start - 2 >= floor, text[start - 2].isDigit { return true }
    return isMinutes(text, start, floor: floor)
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
    case "期", "楼", "层": return true
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
    if text[low..<high].contains(where: { $0 == "×" || $0 == "÷" }) { return true }
    if Units.time.contains(Scalars(token.unit)) { return !isMeasuredTime(text, token, low) }
    return false
  }

  /// Time is a figure only where it is measured: 平均办理时长3.8天, 缩短5天, 优良天数312天.
  private static func isMeasuredTime(_ text: Scalars, _ token: NumberToken, _ low: Int) -> Bool {
    if token.after == "内" || token.after == "之内" { return false }
    var place = token.range.lowerBound
    var isChange = false
    while place > low {
      if let length = IndicatorWords.changesTo.match(in: text, endingAt: place, from: low)
        ?? IndicatorWords.changes.match(in: text, endingAt: place, from: low)
      {
        if length > 1 { isChange = true }
        if isChange { return true }
      }
      if IndicatorWords.timeNouns.match(in: text, endingAt: place, from: low) != nil { return true }
      guard
        let length = IndicatorWords.approximateBefore.match(in: text, endingAt: place, from: low)
          ?? IndicatorWords.empty.match(in: text, endingAt: place, from: low)
      else { break }
      place -= length
    }
    return hasTimeNoun(text, low..<token.range.lowerBound)
  }

  /// 平均办理时长由前一日的31.5小时: the noun stands before 由.
  private static func hasTimeNoun(_ text: Scalars, _ range: Range<Int>) -> Bool {
    guard let by = text.first(of: "由", in: range) ?? text.first(of: "从", in: range) else {
      return false
    }
    return IndicatorWords.timeNouns.match(in: text, endingAt: by, from: range.lowerBound) != nil
  }
}
