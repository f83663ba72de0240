import Diagnostics
public import ReportModel

/// Writes the bulletin of a period from its cases: a report that an editor may correct before it is
/// set. Nothing is said that the cases do not show.
public struct CaseBulletin {
  /// Most places with repeated cases that are listed; the rest are counted.
  static let listedRepeats = 15

  private let period: CasePeriod
  private let cases: [CaseRecord]
  private let now: CaseStatistics
  private let before: CaseStatistics?
  private let overdue: [CaseRecord]
  private let calendar: WorkCalendar
  private let uncounted: Int
  private let file: String
  private var report: Report
  private var line = 0

  /// Counts the cases of a period; the one before is compared where it has any.
  ///
  /// `calendar` is what limits in working days were reckoned by, for the note that says so; `uncounted`
  /// are the days of rows that could not be counted, nil where not even that could be read.
  public init(
    _ cases: [CaseRecord], period: CasePeriod, unit: String, file: String,
    calendar: WorkCalendar = WorkCalendar(), uncounted: [CaseDay?] = []
  ) {
    self.uncounted = uncounted.count { $0.map { period.contains($0) } ?? true }
    self.period = period
    self.calendar = calendar
    self.file = file
    self.cases = cases.filter { period.contains($0.received) }
    now = CaseStatistics(of: self.cases)
    let earlier = cases.filter { period.previous.contains($0.received) }
    before = earlier.isEmpty ? nil : CaseStatistics(of: earlier)
    // Whenever they came in: what fell due in the period is listed in it, and only there.
    overdue = cases.filter {
      !$0.isClosed && ($0.deadline.map { period.contains($0) } ?? false)
    }.sorted { ($0.deadline?.number ?? 0, $0.number) < ($1.deadline?.number ?? 0, $1.number) }
    report = Report(source: file)
    write(unit: unit)
  }

  /// The report.
  public var model: Report { report }

  /// What is counted.
  public var statistics: CaseStatistics { now }

  // MARK: - Writing

  private mutating func write(unit: String) {
    let name = [CasePeriod.Kind.daily: "日通报", .weekly: "周总结", .monthly: "月分析"][period.kind] ?? ""
    add(.headline, "\(unit)社情民意办理情况\(name)")
    add(.issue, "（\(period.chinese)）")
    var number = 0
    let ordinals = Array("一二三四五六")
    func head(_ text: String) -> String {
      defer { number += 1 }
      return "\(ordinals[number])、\(text)"
    }
    add(.h1, head("总体情况"))
    add(.body, summary)
    if let directions { add(.body, directions) }
    if uncounted > 0 { add(.note, "注：台账中有\(uncounted)行的状态或时间无法辨认，没有统计。") }
    if let chart = CaseCharts(cases, period: period).course { add(chart) }
    if now.count > 0 {
      add(.h1, head("诉求构成"))
      addShares("按类别", now.categories)
      if let chart = CaseCharts(cases, period: period).ranking(of: now.categories) { add(chart) }
      addShares("按来源", now.sources)
      add(.h1, head("承办单位办理情况"))
      addTable(
        "承办单位办结率排名", ["名次", "承办单位", "受理(件)", "办结(件)", "办结率"],
        now.units.map {
          ["\($0.rank)", $0.name, "\($0.count)", "\($0.closed)", $0.completion.text]
        } + [["", "合计", "\(now.count)", "\(now.completion.part)", now.completion.text]])
    }
    if !now.repeated.isEmpty {
      add(.h1, head("重复诉求"))
      let shown = now.repeated.prefix(Self.listedRepeats)
      addTable("重复诉求", ["地点、事项", "件数(件)"], shown.map { [$0.name, "\($0.count)"] })
      let more = now.repeated.count - shown.count
      if more > 0 { add(.note, "注：只列前\(shown.count)项，另有\(more)项。") }
    }
    if !overdue.isEmpty {
      add(.h1, head("到期未办结"))
      addTable(
        "到期未办结诉求", ["编号", "承办单位", "时限", "类别"],
        overdue.map { one in
          let day = one.deadline.map { "\($0.month)月\($0.day)日" } ?? ""
          let term = one.term.map { "（\($0.chinese)）" } ?? ""
          return [one.number, one.unit, day + term, one.category]
        })
    }
    if let reckoning { add(.note, reckoning) }
  }

  /// How limits in days were counted, where any of the period were.
  private var reckoning: String? {
    let kinds = Set(cases.compactMap { $0.term?.kind })
    if kinds.isEmpty { return nil }
    let off = calendar.isBare ? "周六、周日不计" : "周六、周日和节假日不计，调休上班日计入"
    let work = "工作日\(off)"
    let all = "自然日连续计算"
    let words = kinds.count == 2 ? "\(work)；\(all)" : kinds.contains(.workdays) ? work : all
    return "注：办理时限自受理次日起算，\(words)。"
  }

  private var summary: String {
    if now.count == 0 { return "\(period.chinese)没有受理群众诉求。" }
    var text = "\(period.chinese)，共受理群众诉求\(now.count)件\(change(\.count))"
    if now.repeats > 0 {
      text += "；其中重复诉求\(now.repeats)件，占\(CaseRate(now.repeats, of: now.count).text)"
    }
    text += "。已办结\(now.completion.part)件，办结率\(now.completion.text)\(points(\.completion))"
    if now.onTime.whole > 0 { text += "；按期办结率\(now.onTime.text)\(points(\.onTime))" }
    if now.satisfaction.whole > 0 {
      text += "。回访\(now.satisfaction.whole)件，满意\(now.satisfaction.part)件，"
      text += "满意率\(now.satisfaction.text)\(points(\.satisfaction))"
    }
    return text + "。"
  }

  private func change(_ value: KeyPath<CaseStatistics, Int>) -> String {
    guard let before else { return "" }
    let difference = now[keyPath: value] - before[keyPath: value]
    if difference == 0 { return "，与\(period.chinesePrevious)持平" }
    let rate = CaseRate(abs(difference), of: before[keyPath: value])
    let words = difference > 0 ? ("增加", "增长") : ("减少", "下降")
    let percent = rate.tenths == nil ? "" : "，\(words.1)\(rate.text)"
    return "，比\(period.chinesePrevious)\(words.0)\(abs(difference))件\(percent)"
  }

  /// Points are the difference of the printed rates, so that a reader who subtracts finds them.
  private func points(_ rate: KeyPath<CaseStatistics, CaseRate>) -> String {
    guard let old = before?[keyPath: rate].tenths, let new = now[keyPath: rate].tenths else {
      return ""
    }
    if old == new { return "，与\(period.chinesePrevious)持平" }
    let words = new > old ? "提高" : "下降"
    return "，比\(period.chinesePrevious)\(words)\(CaseRate.text(tenths: abs(new - old)))个百分点"
  }

  /// 双降双提升, said only of measures that went that way.
  private var directions: String? {
    guard let before, now.count > 0 else { return nil }
    func rose(_ rate: KeyPath<CaseStatistics, CaseRate>) -> Bool {
      guard let old = before[keyPath: rate].tenths, let new = now[keyPath: rate].tenths else {
        return false
      }
      return new > old
    }
    var words: [String] = []
    if now.count < before.count { words.append("受理量下降") }
    if now.repeats < before.repeats { words.append("重复量下降") }
    if rose(\.completion) { words.append("办结率提升") }
    if rose(\.satisfaction) { words.append("满意率提升") }
    if words.isEmpty { return nil }
    let all = words.count == 4 ? "，实现“双降双提升”" : ""
    return "与\(period.chinesePrevious)相比，\(words.joined(separator: "、"))\(all)。"
  }

  // MARK: - Tables

  private mutating func addShares(_ title: String, _ groups: [CaseStatistics.Group]) {
    let rates = groups.map { CaseRate($0.count, of: now.count) }
    let sum = rates.reduce(0) { $0 + ($1.tenths ?? 0) }
    addTable(
      "\(title)统计", [String(title.dropFirst()), "件数(件)", "占比"],
      zip(groups, rates).map { [$0.name, "\($0.count)", $1.text] }
        + [["合计", "\(now.count)", "100.0%"]])
    if sum != 1000 { add(.note, "注：各项占比因四舍五入，合计为\(CaseRate.text(tenths: sum))%。") }
  }

  private mutating func addTable(_ title: String, _ names: [String], _ rows: [[String]]) {
    add(.tableTitle, title)
    line += 1
    let range = SourceRange(file: file, line: line)
    let rowLines = Array((line + 1)...(line + rows.count))
    let columns = names.map { name in
      let type: ColumnType =
        name.hasSuffix("(件)") || name == "名次"
        ? .int : name.hasSuffix("率") || name == "占比" ? .percent : .text
      return TableColumn(name: name, type: type, unit: name.hasSuffix("(件)") ? "件" : "")
    }
    report.tables.append(
      ReportTable(
        title: title, columns: columns, rows: rows,
        hasTotalRow: rows.last?.contains("合计") ?? false, headerLine: line, ruleLine: nil,
        rowLines: rowLines, range: range))
    report.blocks.append(
      ReportBlock(
        role: .tableHeader, text: "", lines: [line] + rowLines, table: report.tables.count - 1,
        range: range))
    line += rows.count
  }

  private mutating func add(_ chart: CaseCharts.Chart) {
    line += 1
    let range = SourceRange(file: file, line: line)
    report.figures.append(
      ReportFigure(
        kind: .chart, path: nil, chart: chart.text, caption: chart.caption, range: range))
    report.blocks.append(
      ReportBlock(
        role: .caption, text: chart.caption, lines: [line], figure: report.figures.count - 1,
        range: range))
  }

  private mutating func add(_ role: ReportRole, _ text: String) {
    line += 1
    report.blocks.append(
      ReportBlock(
        role: role, text: text, lines: [line], range: SourceRange(file: file, line: line)))
  }
}
