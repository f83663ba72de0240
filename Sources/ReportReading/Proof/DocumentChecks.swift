internal import Diagnostics
internal import ReportModel

/// Checks that need the whole report: sums of tables, ranks, digits, the headline's echo.
enum DocumentChecks {
  /// The flags, in no order.
  static func flags(_ report: Report) -> [ProofFlag] {
    sums(report) + differences(report) + ranks(report) + mixedDigits(report) + echo(report)
  }

  /// Columns of numbers whose total row is another number than their sum.
  private static func sums(_ report: Report) -> [ProofFlag] {
    var result: [ProofFlag] = []
    for (index, table) in report.tables.enumerated() where table.hasTotalRow {
      for (place, column) in table.columns.enumerated()
      where column.type == .int || column.type == .decimal {
        let cells = table.rows.compactMap { place < $0.count ? hundredths($0[place]) : nil }
        guard cells.count == table.rows.count, let total = cells.last, cells.count > 2 else {
          continue
        }
        let sum = cells.dropLast().reduce(0, +)
        guard abs(sum - total) > 5 else { continue }
        result.append(
          ProofFlag(
            kind: .sumMismatch, text: "\(column.name) \(table.rows.last?[place] ?? "")",
            message: Wording(
              "the column's sum is \(decimal(sum)), its total says \(decimal(total))",
              "本列合计应为\(decimal(sum))，表中为\(decimal(total))"),
            block: report.blocks.firstIndex { $0.table == index } ?? 0, range: table.range))
      }
    }
    return result
  }

  /// 本月, 上月 and 增减 of one row that do not go together.
  private static func differences(_ report: Report) -> [ProofFlag] {
    var result: [ProofFlag] = []
    for (index, table) in report.tables.enumerated() {
      func column(_ words: [String]) -> Int? {
        table.columns.firstIndex { column in words.contains { column.name.hasPrefix($0) } }
      }
      guard let now = column(["本月", "本期", "本周", "今日"]), let old = column(["上月", "上期", "上周", "昨日"]),
        let change = column(["增减"]), !table.columns[change].name.contains("%"),
        !table.columns[change].name.contains("率")
      else { continue }
      for row in table.rows where row.count > max(now, old, change) {
        guard let a = hundredths(row[now]), let b = hundredths(row[old]),
          let c = signed(row[change]), abs(a - b - c) > 5
        else { continue }
        let right = (a < b ? "-" : "") + decimal(abs(a - b))
        result.append(
          ProofFlag(
            kind: .sumMismatch, text: "\(row[0]) \(row[change])",
            message: Wording(
              "the difference is \(right), the table says \(row[change])",
              "增减应为\(right)，表中为\(row[change])"),
            block: report.blocks.firstIndex { $0.table == index } ?? 0, range: table.range))
      }
    }
    return result
  }

  private static func signed(_ cell: String) -> Int? {
    if let first = cell.first, "-−－".contains(first) {
      return hundredths(String(cell.dropFirst())).map { -$0 }
    }
    return hundredths(cell.first == "+" || cell.first == "＋" ? String(cell.dropFirst()) : cell)
  }

  /// A place in a ranking beyond its size.
  private static func ranks(_ report: Report) -> [ProofFlag] {
    report.indicators.compactMap { indicator in
      let parts = indicator.rank.split(separator: "#")
      guard parts.count == 2, let place = Int(parts[1]) else { return nil }
      let digits = Scalars(String(parts[0])).drop { !$0.isDigit }.prefix { $0.isDigit }
      guard let size = Int(digits.string.halfWidthDigits), place > size else { return nil }
      return ProofFlag(
        kind: .rankBeyondScope, text: indicator.raw,
        message: Wording(
          "place \(place) of only \(size)", "共\(size)个，却排第\(place)"),
        block: indicator.block, range: indicator.range)
    }
  }

  /// Full-width digits in a text that has half-width ones: one flag, at the first block.
  private static func mixedDigits(_ report: Report) -> [ProofFlag] {
    let texts = report.blocks.map { $0.text.unicodeScalars }
    guard texts.contains(where: { $0.contains { (0x30...0x39).contains($0.value) } }),
      let place = texts.firstIndex(where: { $0.contains { (0xFF10...0xFF19).contains($0.value) } })
    else { return [] }
    let digits = texts[place].filter { (0xFF10...0xFF19).contains($0.value) }
    return [
      ProofFlag(
        kind: .mixedDigits, text: String(String.UnicodeScalarView(digits)),
        message: Wording(
          "full-width digits in a text that has half-width ones", "全角数字与半角数字混用"),
        block: place, range: report.blocks[place].range)
    ]
  }

  /// One half of the couplet comes back in the closing, the other with other characters.
  private static func echo(_ report: Report) -> [ProofFlag] {
    let parts = report.headlineParts.filter { $0.count >= 5 }
    guard parts.count == 2, let place = report.blocks.firstIndex(where: { $0.role == .closing })
    else { return [] }
    let closing = report.blocks[place]
    let text = Scalars(closing.text)
    let missing = parts.filter { !text.contains($0) }
    guard missing.count == 1, let half = missing.first, text.contains(String(half.prefix(2))) else {
      return []
    }
    return [
      ProofFlag(
        kind: .headlineEcho, text: half,
        message: Wording(
          "the closing repeats the headline with other characters", "结尾与标题的呼应文字不一致"),
        block: place, range: closing.range)
    ]
  }

  private static func hundredths(_ cell: String) -> Int? {
    var digits = ""
    var decimals: Int?
    for character in cell where character != "," {
      if character == ".", decimals == nil {
        decimals = 0
      } else if character.isNumber, character.isASCII, digits.count < 15 {
        digits.append(character)
        if let known = decimals { decimals = known + 1 }
      } else {
        return nil
      }
    }
    guard let value = Int(digits), (decimals ?? 0) <= 2 else { return nil }
    return value * [100, 10, 1][decimals ?? 0]
  }

  private static func decimal(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    if rest == 0 { return String(hundredths / 100) }
    let digits = rest < 10 ? "0\(rest)" : String(rest)
    return "\(hundredths / 100)." + (rest % 10 == 0 ? String(digits.dropLast()) : digits)
  }
}
