import CaseRecords
import Notations
import ReportReading

/// What the values of cases mean: states, answers, days.
enum CaseValues {
  /// Whether a state says that a case is closed; nil for what is not known.
  static func isClosed(_ text: String) -> Bool? {
    let state = text.lowercased().filter { !$0.isWhitespace }
    if ["open", "processing", "pending", "×", "✗", "☐", "否", "no", "false", "0"].contains(state) {
      return false
    }
    if ["closed", "done", "resolved", "√", "✓", "✔", "☑", "是", "yes", "true", "1", "结案"].contains(
      state)
    {
      return true
    }
    if stages.contains(state) { return false }
    // A sentence tells what was done, and may use any of these words.
    if state.count > 8 { return nil }
    if openWords.contains(where: state.contains) { return false }
    // 处置中, 整改中: whatever is being done is not done.
    if state.count > 1, state.hasSuffix("中"), !state.contains("回访") { return false }
    if closedWords.contains(where: state.contains) { return true }
    return openStates.contains(where: state.contains) ? false : nil
  }

  /// Whether a mark says that something is done.
  static func isTick(_ text: String) -> Bool { ["√", "✓", "✔", "☑", "是"].contains(text) }

  /// Parts of words that say a case is not closed, whatever else stands beside them.
  private static let openWords = [
    "未", "待", "在办", "办理中", "处理中", "正在", "推进", "延期", "退回", "挂账", "滞后",
  ]
  private static let closedWords = [
    "办结", "结案", "已办", "完成", "完毕", "办毕", "销号", "归档", "已解决", "已答复", "已回复", "已处理", "已整改", "已反馈", "已处置",
    "已修复", "已维修",
    "已清理", "已清除", "已拆除", "已消除", "已整治", "已纠正", "已调解", "调解成功", "已化解", "化解成功", "息访", "息诉",
  ]
  /// Names of the steps that a case goes through before its end.
  private static let stages: Set<String> = [
    "登记", "受理", "立案", "派遣", "派单", "转办", "交办", "签收", "处置", "办理", "核查", "核实", "复核", "审核", "整改",
  ]
  private static let openStates = ["超期", "逾期", "超时", "已受理", "已交办", "已派", "已签收", "已转办", "转办中", "督办"]

  /// Nobody asked, or nobody answered; nothing was written.
  static func isBlank(_ text: String) -> Bool {
    text.allSatisfy { "-—–－/／\\.… \t\u{3000}".contains($0) }
      || ["无", "暂无", "空", "未知", "不详", "null", "n/a", "none"].contains(text.lowercased())
  }

  private static let unasked: Set<String> = [
    "未回访", "未评价", "未接通", "无法接通", "无法联系", "联系不上", "未接", "拒访", "拒评", "无人接听", "默认", "未参评", "待回访",
    "回访中", "未办结",
  ]
  private static let yes: Set<String> = ["是", "yes", "true"]
  private static let no: Set<String> = ["否", "no", "false"]

  /// An answer, nil where nobody asked; `.none` of the outer optional is an answer that is not known.
  static func answer(_ text: String) -> CaseAnswer?? {
    let words = text.lowercased().filter { !$0.isWhitespace }
    if isBlank(words) || unasked.contains(words) { return .some(nil) }
    if yes.contains(words) { return .satisfied }
    if no.contains(words) { return .unsatisfied }
    guard words.contains("满意"), words.count <= 8 else { return .none }
    if ["不", "非满意", "欠"].contains(where: words.contains) { return .unsatisfied }
    return ["基本", "比较", "较满意", "一般"].contains(where: words.contains) ? .fairly : .satisfied
  }

  /// Whether words in place of a day say that the row sums up others: 本月共接访.
  static func isSum(_ text: String) -> Bool {
    text.count <= 10 && !text.contains(where: \.isNumber)
      && ["合计", "小计", "总计", "累计", "本月共", "本周共", "本期共", "全月共", "共计"].contains(where: text.contains)
  }

  /// Whether words say that nothing was found, so that the row may be no case.
  static func isNothing(_ text: String) -> Bool {
    ["无", "暂无", "没有", "无问题", "未发现", "未发现问题", "无异常", "正常"].contains(text)
  }

  /// Whether words in place of a last day say that there is none.
  static func isEndless(_ text: String) -> Bool {
    ["长期", "常态", "持续", "全年"].contains(where: text.hasPrefix)
  }

  // MARK: Days

  /// A day as people write it; years that are left out are those nearest to `near`.
  static func day(_ text: String, near: CaseDay) -> CaseDay? {
    let text = inFigures(text)
    if let day = CaseDay(text) { return day }
    if let end = monthEnd(text, near: near) { return end }
    if let day = serial(text) { return day }
    let numbers = numbers(in: text)
    switch numbers.count {
    case 1 where numbers[0].digits == 8:
      let whole = numbers[0].value
      return CaseDay(year: whole / 10_000, month: whole / 100 % 100, day: whole % 100)
    case 2:
      let years = [near.year - 1, near.year, near.year + 1]
      let days = years.compactMap {
        CaseDay(year: $0, month: numbers[0].value, day: numbers[1].value)
      }
      return days.min {
        (abs($0.number - near.number), $0.number) < (abs($1.number - near.number), $1.number)
      }
    case 3 where numbers[0].digits == 2:
      let year = near.year / 100 * 100 + numbers[0].value
      guard abs(year - near.year) <= 10 else { return nil }
      return CaseDay(year: year, month: numbers[1].value, day: numbers[2].value)
    default: return nil
    }
  }

  /// 6月底前, 2031年6月末, 年底前: the last day of a month.
  private static func monthEnd(_ text: String, near: CaseDay) -> CaseDay? {
    var words = text.filter { !$0.isWhitespace }[...]
    for end in ["前", "以前", "之前"] where words.hasSuffix(end) { words = words.dropLast(end.count) }
    guard let last = words.last, "底末".contains(last) else { return nil }
    words = words.dropLast()
    if words == "年" || words == "今年" { return CaseDay(year: near.year, month: 12, day: 31) }
    if words.last == "年", let year = Int(words.dropLast()) {
      return CaseDay(year: year, month: 12, day: 31)
    }
    guard words.last == "月", let first = day("\(words)1日", near: near) else { return nil }
    let next = CaseDay(number: first.number + 31)
    return CaseDay(number: next.number - next.day)
  }

  /// A day as a spreadsheet counts it, where a column lost its format: 47982.
  private static func serial(_ text: String) -> CaseDay? {
    guard let value = Double(text), (36_526..<73_051).contains(value), !text.contains("e") else {
      return nil
    }
    return CaseDay(number: Int(value) - 25_569)
  }

  /// 二〇三一年五月三日 as 2031年5月3日: a date in Chinese numerals, and nothing else.
  private static func inFigures(_ text: String) -> String {
    let words = text.last.map { "日号".contains($0) } == true ? String(text.dropLast()) : text
    guard words.count <= 12, words.contains("月"), !words.contains(where: \.isASCII) else {
      return text
    }
    var figures = ""
    var numeral = ""
    for character in words + "日" {
      guard "年月日".contains(character) else {
        numeral.append(character == "○" || character == "零" ? "〇" : character)
        continue
      }
      guard let value = HanNumeral.value(numeral) else { return text }
      figures += "\(value)\(character)"
      numeral = ""
    }
    return figures
  }

  /// The numbers of a date, without a time behind it; empty where anything else stands among them.
  private static func numbers(in text: String) -> [(value: Int, digits: Int)] {
    var numbers: [(value: Int, digits: Int)] = []
    var digits = ""
    for character in text + " " {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      if !digits.isEmpty, digits.count <= 8 { numbers.append((Int(digits) ?? 0, digits.count)) }
      let isEnd = character == " " || character == "T" || character == "日" || character == "号"
      if isEnd, !digits.isEmpty { break }
      digits = ""
      guard "-/.年月".contains(character) else { return [] }
    }
    return numbers
  }
}
