/// Whether cells are stretches of time: 1月, 2031年, 一季度, 周一, 2031-05-20, 5月20日, 上半年.
enum PeriodCells {
  private static let ends = ["年", "月", "日", "季", "季度", "周", "旬", "月份", "年度", "半年", "月底", "年底"]
  private static let leads = ["周", "星期", "礼拜", "Q", "第"]
  private static let numerals = Set("0123456789０１２３４５６７８９一二三四五六七八九十〇零上中下前全末")
  private static let heads = [
    "年份", "年度", "年", "月份", "月", "日期", "时间", "季度", "周", "日", "月度", "期间", "时段",
  ]

  static func areTimes(_ cells: [String], under head: String) -> Bool {
    let saysTime =
      heads.contains(head) || heads.prefix(8).contains { head.hasSuffix($0) && $0.count > 1 }
    return cells.allSatisfy { isTime($0.withoutBlanks, saysTime) }
  }

  private static func isTime(_ cell: String, _ saysTime: Bool) -> Bool {
    guard (1...20).contains(cell.count) else { return false }
    if isDate(cell, saysTime) || isWeekday(cell) { return true }
    guard cell.contains(where: { numerals.contains($0) }) else { return false }
    let body = cell.filter { !"年月日季度周旬份半底初星期礼拜第前至到—-–~～至QqHh 个".contains($0) }
    guard body.allSatisfy({ numerals.contains($0) }) else { return false }
    return ends.contains { cell.hasSuffix($0) }
      || leads.contains { cell.hasPrefix($0) && cell.count > 1 && $0 != "第" }
      || (saysTime && cell.allSatisfy(\.isNumber) && isBareTime(cell))
  }

  /// Whether cells name days of a year: 2031-05-20, 2031/5/20, 2031年5月20日, 5月20日.
  static func areDays(_ cells: [String]) -> Bool {
    cells.allSatisfy { cell in
      if CellAmount.isBlank(cell) { return true }
      let day = cell.withoutBlanks.split { $0 == "T" }.first ?? ""
      let marks = day.count { "-/.".contains($0) }
      return marks == 2 || day.contains("月") && (day.hasSuffix("日") || day.hasSuffix("号"))
    }
  }

  /// 周日 and 星期天 have no number that would tell them as times.
  static func isWeekday(_ cell: String) -> Bool {
    ["星期", "礼拜", "周"].contains { lead in
      cell.hasPrefix(lead) && cell.count == lead.count + 1
        && "一二三四五六日天".contains(cell.last ?? " ")
    }
  }

  /// 2031, 202105, 20310520, 5: only under a head that says what they are.
  private static func isBareTime(_ cell: String) -> Bool {
    guard let number = Int(cell) else { return false }
    switch cell.count {
    case 1, 2: return (1...31).contains(number)
    case 4: return (1900...2100).contains(number)
    case 6: return (1900...2100).contains(number / 100) && (1...12).contains(number % 100)
    case 8: return (1900...2100).contains(number / 10000)
    default: return false
    }
  }

  /// 2031-05-20, 2031/5, 2031.05.20, with a clock or without; 5/20 and 5.20 where the head says so.
  private static func isDate(_ cell: String, _ saysTime: Bool) -> Bool {
    let day = cell.split { $0 == " " || $0 == "T" }.first ?? ""
    guard let mark = day.first(where: { "-/.".contains($0) }) else { return false }
    let parts = day.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }) else {
      return false
    }
    let isYear = parts[0].count == 4
    switch parts.count {
    case 3: return isYear || parts[2].count == 4 || saysTime
    case 2:
      guard let second = Int(parts[1]) else { return false }
      return isYear
        ? (1...12).contains(second) && (mark != "." || saysTime)
        : saysTime && (1...31).contains(second)
    default: return false
    }
  }

  /// The cells as days of a calendar, 2031-05-20; nil where one is none.
  static func days(_ cells: [String]) -> [String]? {
    var days: [String] = []
    for cell in cells {
      let parts = cell.split { "-/.年月日 T".contains($0) }
      guard parts.count >= 3, parts[0].count == 4, let year = Int(parts[0]),
        let month = Int(parts[1]),
        let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day)
      else { return nil }
      days.append("\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)")
    }
    return days.isEmpty ? nil : days
  }
}
