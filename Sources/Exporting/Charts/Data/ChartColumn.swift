import ReportReading

/// A column of a table as a chart sees it: what it is called, in which unit, and what its cells are.
struct ChartColumn {
  /// What cells are to a chart.
  enum Kind: Hashable {
    /// Numbers that can be drawn.
    case measure
    /// Months, quarters, years, days.
    case time
    /// Names of things.
    case name
    /// Numbers that name things: serial numbers, telephones.
    case code
    case empty
    /// Mostly numbers, but not in this row; or numbers of units that cannot be compared.
    case damaged(row: Int)
  }

  /// The head as written.
  let head: String
  /// The head without its unit, as it stands in the chart.
  var name: String
  var unit: String
  private(set) var cells: [String]
  private(set) var values: [Double?]
  private(set) var kind: Kind

  init(head: String, cells: [String]) {
    self.head = head
    self.cells = cells
    (name, unit) = ColumnHead.parts(of: head)
    values = cells.map { _ in nil }
    kind = .name
    let filled = cells.indices.filter { !CellAmount.isBlank(cells[$0]) }
    defer {
      // A head with a unit promises numbers.
      if kind == .name, !unit.isEmpty, let first = filled.first { kind = .damaged(row: first) }
    }
    if filled.isEmpty {
      kind = .empty
    } else if PeriodCells.areTimes(filled.map { cells[$0] }, under: name) {
      kind = .time
    } else {
      readAmounts(filled)
    }
  }

  private mutating func readAmounts(_ filled: [Int]) {
    let amounts = filled.map { CellAmount(cells[$0]) }
    let failed = filled.indices.filter { amounts[$0] == nil }
    guard failed.count * 5 <= filled.count * 2, failed.count < filled.count else { return }
    if let first = failed.first {
      kind = ColumnHead.isCode(name) ? .name : .damaged(row: filled[first])
      return
    }
    let found = amounts.compactMap { $0 }
    if ColumnHead.isCode(name), found.allSatisfy({ $0.unit.isEmpty }) {
      kind = .code
      return
    }
    kind = .measure
    // A zero needs no unit.
    let units = found.filter { $0.value != 0 || !$0.unit.isEmpty }.map(\.unit)
    let common = units.max { a, b in units.count { $0 == a } < units.count { $0 == b } } ?? ""
    let (factor, base) = CellAmount.scaled(common)
    for (row, amount) in zip(filled, found) {
      let own = CellAmount.scaled(amount.unit.isEmpty && amount.value == 0 ? common : amount.unit)
      // A number without a unit among others that have one stays in doubt.
      guard own.base == base else {
        kind = .damaged(row: row)
        return
      }
      values[row] = own.factor == factor ? amount.value : amount.value * own.factor / factor
    }
    if unit.isEmpty { unit = common } else if common == "%" { unit = "%" }
  }

  /// The column with its rows in another order, and its cells perhaps in other words.
  func reordered(_ order: [Int], cells: [String]) -> ChartColumn {
    var column = self
    column.cells = order.map { cells[$0] }
    column.values = order.map { values[$0] }
    return column
  }

  /// Whether numbers are rates of change.
  var isGrowth: Bool {
    ["同比", "环比", "增速", "增幅", "增长", "涨幅", "升降"].contains { name.contains($0) } && isRate
  }

  /// Whether numbers are shares or rates, which cannot be added.
  var isRate: Bool {
    ["%", "‰", "个百分点", "百分点"].contains(unit) || name.hasSuffix("率") || name.contains("占比")
      || name.contains("比重") || ["同比", "环比", "增速", "增幅"].contains { name.contains($0) }
  }

  /// Whether numbers are places in a contest.
  var isRank: Bool {
    ["排名", "位次", "名次", "排位"].contains { name.contains($0) } || unit == "位" || unit == "名"
  }

  /// Different words in the column.
  var distinct: [String] {
    var seen: Set<String> = []
    return cells.filter { !CellAmount.isBlank($0) && seen.insert($0).inserted }
  }

  /// What the cells are, for messages.
  var kindWords: (english: String, chinese: String) {
    switch kind {
    case .measure:
      (unit.isEmpty ? "numbers" : "numbers in \(unit)", unit.isEmpty ? "数" : "数，\(unit)")
    case .time: ("times", "时间")
    case .name: ("names", "名称")
    case .code: ("codes", "编号")
    case .empty: ("empty", "空")
    case .damaged: ("not all numbers", "不全是数")
    }
  }
}

/// What the head of a column says: a name, and the unit behind it.
enum ColumnHead {
  /// 投资（万元）, 投资/万元, 投资：万元, 投资(单位:万元), 同比%, 件数.
  static func parts(of head: String) -> (name: String, unit: String) {
    let plain = head.split(whereSeparator: \.isNewline).joined().withoutBlanks
    if let last = plain.last, last == ")" || last == "）",
      let open = plain.lastIndex(where: { $0 == "(" || $0 == "（" }), open > plain.startIndex
    {
      let inner = bare(String(plain[plain.index(after: open)...].dropLast()))
      let name = String(plain[..<open]).withoutBlanks
      return UnitWords.isUnit(inner) ? (name, inner) : (plain, "")
    }
    if let mark = plain.lastIndex(where: { "/／:：_，, 、".contains($0) }), mark > plain.startIndex {
      let (name, unit) = (String(plain[..<mark]), bare(String(plain[plain.index(after: mark)...])))
      if UnitWords.isUnit(unit), !name.hasSuffix("元") { return (name.withoutBlanks, unit) }
    }
    if plain.count > 1, let last = plain.last, "%％‰".contains(last) {
      return (String(plain.dropLast()), last == "‰" ? "‰" : "%")
    }
    if plain.count == 2, plain.last == "数", UnitWords.isUnit(plain.prefix(1)) {
      return (plain, String(plain.prefix(1)))
    }
    return (plain, "")
  }

  private static func bare(_ words: String) -> String {
    var words = words.withoutBlanks
    for lead in ["单位：", "单位:", "单位"] where words.hasPrefix(lead) {
      words = String(words.dropFirst(lead.count)).withoutBlanks
    }
    return words == "％" ? "%" : words
  }

  /// Whether numbers under a head name things.
  static func isCode(_ name: String) -> Bool {
    let exact: Set<String> = ["序号", "编号", "序", "排序", "No", "No.", "NO", "NO.", "ID", "id"]
    return exact.contains(name)
      || ["编号", "号码", "电话", "手机", "手机号", "邮编", "代码", "编码", "证号", "账号", "卡号"].contains {
        name.hasSuffix($0)
      }
  }

  /// The units that a line over the table gives: `单位：万元、%`.
  static func units(in line: String) -> [String] {
    // 填报单位：商务局 comes before 单位：万元.
    for mark in line.ranges(of: "单位") {
      let found = units(after: line[mark.upperBound...])
      if !found.isEmpty { return found }
    }
    return []
  }

  private static func units(after start: Substring) -> [String] {
    var rest = start
    guard let colon = rest.first(where: { !$0.isWhitespace }), "：:".contains(colon) else {
      return []
    }
    rest = rest.drop { $0.isWhitespace || "：:".contains($0) }
    let words = rest.prefix { !$0.isWhitespace && !"）)；;".contains($0) }
    return words.split { "、，,/".contains($0) }.map { bare(String($0)) }
      .filter { UnitWords.isUnit($0) }
  }
}
