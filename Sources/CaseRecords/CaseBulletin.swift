public import Notations
public import ReportModel

/// Writes the bulletin of a period from its cases: a report that an editor may correct before it is
/// set. Nothing is said that the cases do not show: a section whose column the table lacks is left out.
public struct CaseBulletin {
  /// Most places with repeated cases that are listed; the rest are counted.
  static let listedRepeats = 15

  /// Names over the bulletin.
  public struct Head: Hashable, Sendable {
    /// The unit before the title.
    public var unit: String
    /// The number of the issue, as printed: 2031年第12期; empty for none.
    public var issue: String
    /// Whether a masthead stands over the title, as a layout of bulletins has it.
    public var hasMasthead: Bool

    /// Makes a head.
    public init(unit: String = "", issue: String = "", hasMasthead: Bool = false) {
      self.unit = unit
      self.issue = issue
      self.hasMasthead = hasMasthead
    }
  }

  private let period: CasePeriod
  private let cases: [CaseRecord]
  private let now: CaseStatistics
  private let before: CaseStatistics?
  /// Why the period is not compared with the one before.
  private let gap: String?
  private let overdue: [CaseRecord]
  private let calendar: WorkCalendar
  private let known: Set<CaseField>
  private let uncounted: Int
  /// Whether sentences on the tables are proposed.
  private let proposes: Bool
  private var report: BulletinReport
  private var sections = 0

  /// Counts the cases of a period; the one before is compared where the table holds all of both.
  ///
  /// `known` are the columns that the table has. `calendar` is what limits in working days were reckoned
  /// by, for the note that says so; with `proposes` marked sentences on the tables are added; `uncounted` are the days of rows that could not be counted, nil where
  /// not even that could be read.
  public init(
    _ cases: [CaseRecord], period: CasePeriod, head: Head, file: String,
    known: Set<CaseField> = Set(CaseField.allCases), calendar: WorkCalendar = WorkCalendar(),
    uncounted: [CaseDay?] = [], proposes: Bool = false
  ) {
    self.proposes = proposes
    self.uncounted = uncounted.count { $0.map { period.contains($0) } ?? true }
    self.period = period
    self.calendar = calendar
    self.known = known
    self.cases = cases.filter { period.contains($0.received) }
    now = CaseStatistics(of: self.cases, known: known)
    let earlier = cases.filter { period.previous.contains($0.received) }
    let span = CaseSpan(cases.map(\.received))
    gap = earlier.isEmpty ? nil : span.gap(in: period)
    before = earlier.isEmpty || gap != nil ? nil : CaseStatistics(of: earlier, known: known)
    // Whenever they came in: what fell due in the period is listed in it, and only there.
    overdue =
      known.contains(.state) || known.contains(.closed)
      ? cases.filter { !$0.isClosed && ($0.deadline.map { period.contains($0) } ?? false) }
        .sorted { ($0.deadline?.number ?? 0, $0.number) < ($1.deadline?.number ?? 0, $1.number) }
      : []
    report = BulletinReport(file: file)
    write(head)
  }

  /// The report.
  public var model: Report { report.report }

  // MARK: - Writing

  private mutating func write(_ head: Head) {
    writeHead(head)
    addHead("总体情况")
    writeSummary()
    if let directions { report.add(.body, directions) }
    if let gap { report.add(.note, "注：\(gap)，不与\(period.chinesePrevious)比较。") }
    if let answers { report.add(.note, answers) }
    if uncounted > 0 { report.add(.note, "注：台账中有\(uncounted)行的状态或时间无法辨认，没有统计。") }
    if let chart = CaseCharts(cases, period: period).course { report.add(chart) }
    if !now.categories.isEmpty || !now.sources.isEmpty {
      addHead("诉求构成")
      addShares("类别", now.categories, \.categories)
      propose(proposals.categories)
      if let chart = CaseCharts(cases, period: period).ranking(of: now.categories) {
        report.add(chart)
      }
      addShares("来源", now.sources, \.sources)
      propose(proposals.sources)
    }
    writeUnits()
    propose(proposals.units)
    writeRepeats()
    writeOverdue()
    if let reckoning { report.add(.note, reckoning) }
    if model.blocks.contains(where: { $0.text.hasPrefix(CaseProposals.mark) }) {
      report.add(.note, CaseProposals.note)
    }
  }

  private var proposals: CaseProposals {
    CaseProposals(now: now, before: before, period: period)
  }

  private mutating func propose(_ text: String?) {
    if proposes, let text { report.add(.body, text) }
  }

  /// The period as an article of a special page 专版: what the summary says, the proposed sentences, marked,
  /// and the chart of the course. Nil where nothing came in.
  public func extract(file: String) -> Report? {
    guard now.count > 0, let summary = model.blocks(.body).first else { return nil }
    var article = BulletinReport(file: file)
    article.add(.headline, "\(period.chinese)受理群众诉求\(now.count)件")
    article.add(.lead, summary.text)
    for text in [proposals.categories, proposals.sources, proposals.units].compactMap(\.self) {
      article.add(.body, text)
    }
    if let directions { article.add(.body, directions) }
    if let chart = CaseCharts(cases, period: period).course
      ?? CaseCharts(cases, period: period).ranking(of: now.categories)
    {
      article.add(chart)
    }
    if article.report.blocks.contains(where: { $0.text.hasPrefix(CaseProposals.mark) }) {
      article.add(.note, CaseProposals.note)
    }
    return article.report
  }

  private mutating func addHead(_ text: String) {
    sections += 1
    report.add(.h1, "\(HanNumeral.ordinal(sections))、\(text)")
  }

  private mutating func writeHead(_ head: Head) {
    let name = [CasePeriod.Kind.daily: "日通报", .weekly: "周总结", .monthly: "月分析"][period.kind] ?? ""
    guard head.hasMasthead else {
      report.add(.headline, "\(head.unit)社情民意办理情况\(name)")
      report.add(.issue, head.issue.isEmpty ? "（\(period.chinese)）" : head.issue)
      return
    }
    report.add(.masthead, "社情民意\(name)")
    if !head.issue.isEmpty { report.add(.issue, head.issue) }
    if !head.unit.isEmpty { report.add(.issuerDate, "\(head.unit)\u{3000}\(period.chinese)") }
    report.add(.headline, "\(period.chinese)社情民意办理情况")
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

  /// What counts as satisfied.
  private var answers: String? {
    guard now.satisfaction.whole > 0 else { return nil }
    let full = now.satisfaction.part - now.fairly
    let no = now.satisfaction.whole - now.satisfaction.part
    let fairly = now.fairly > 0 ? "、“基本满意”\(now.fairly)件计为满意" : "计为满意"
    return "注：满意率为满意件数占回访件数的比重，“满意”\(full)件\(fairly)，“不满意”\(no)件。"
  }

  // MARK: - The summary and its figures

  private mutating func writeSummary() {
    if now.count == 0 {
      report.add(.body, "\(period.chinese)没有受理群众诉求。")
      return
    }
    var text = "\(period.chinese)，共受理群众诉求\(now.count)件\(change(\.count))"
    if now.repeats.count > 0 {
      text += "；其中重复诉求\(now.repeats.count)件，占\(CaseRate(now.repeats.count, of: now.count).text)"
    }
    if now.completion.whole > 0 {
      text += "。已办结\(now.completion.part)件，办结率\(now.completion.text)\(points(\.completion))"
    }
    if now.onTime.whole > 0 {
      let scope = now.onTime.whole < now.completion.part ? "（有时限和办结时间的\(now.onTime.whole)件）" : ""
      text += "；按期办结率\(now.onTime.text)\(scope)\(points(\.onTime))"
    }
    if now.satisfaction.whole > 0 {
      text += "。回访\(now.satisfaction.whole)件，满意\(now.satisfaction.part)件，"
      text += "满意率\(now.satisfaction.text)\(points(\.satisfaction))"
    }
    report.add(.body, text + "。")
    addFigures()
  }

  private mutating func addFigures() {
    func add(_ subject: String, _ value: String, _ unit: String) {
      report.addIndicator(
        subject, value, unit: unit, raw: "\(value)\(unit)", period: period.chinese)
    }
    add("受理群众诉求", "\(now.count)", "件")
    if let before, before.count != now.count {
      let (verb, difference) = (
        now.count > before.count ? "增加" : "减少", abs(now.count - before.count)
      )
      let words = "比\(period.chinesePrevious)\(verb)"
      report.addIndicator(
        "受理群众诉求", "\(difference)", unit: "件", change: words, raw: "\(words)\(difference)件",
        period: period.chinese)
    }
    if now.completion.whole > 0 { add("已办结诉求", "\(now.completion.part)", "件") }
    for (subject, rate) in [
      ("办结率", now.completion), ("按期办结率", now.onTime), ("满意率", now.satisfaction),
    ] {
      if let tenths = rate.tenths { add(subject, CaseRate.text(tenths: tenths), "%") }
    }
    if now.satisfaction.whole > 0 { add("回访诉求", "\(now.satisfaction.whole)", "件") }
    if now.repeats.count > 0 { add("重复诉求", "\(now.repeats.count)", "件") }
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
    if now.repeats.count < before.repeats.count { words.append("重复量下降") }
    if rose(\.completion) { words.append("办结率提升") }
    if rose(\.satisfaction) { words.append("满意率提升") }
    if words.isEmpty { return nil }
    let all = words.count == 4 ? "，实现“双降双提升”" : ""
    return "与\(period.chinesePrevious)相比，\(words.joined(separator: "、"))\(all)。"
  }

  // MARK: - Tables

  /// `↑3`, `↓2`, `—`: how far something moved, up for more.
  private static func arrow(_ difference: Int) -> String {
    difference == 0 ? "—" : (difference > 0 ? "↑" : "↓") + "\(abs(difference))"
  }

  private mutating func addShares(
    _ name: String, _ groups: [CaseStatistics.Group],
    _ path: KeyPath<CaseStatistics, [CaseStatistics.Group]>
  ) {
    if groups.isEmpty { return }
    let rates = groups.map { CaseRate($0.count, of: now.count) }
    let sum = rates.reduce(0) { $0 + ($1.tenths ?? 0) }
    var names = [name, "件数(件)", "占比"]
    var rows = zip(groups, rates).map { [$0.name, "\($0.count)", $1.text] }
    var total = ["合计", "\(now.count)", "100.0%"]
    if let before {
      names.append("比\(period.chinesePrevious)(件)")
      for (row, group) in groups.enumerated() {
        let old = before[keyPath: path].first { $0.name == group.name }?.count ?? 0
        rows[row].append(Self.arrow(group.count - old))
      }
      total.append(Self.arrow(now.count - before.count))
    }
    report.addTable("按\(name)统计", names, rows + [total])
    if sum != 1000 {
      report.add(.note, "注：各项占比因四舍五入，合计为\(CaseRate.text(tenths: sum))%。")
    }
  }

  private mutating func writeUnits() {
    if now.units.isEmpty { return }
    addHead("承办单位办理情况")
    guard now.completion.whole > 0 else { return addShares("承办单位", now.units, \.units) }
    var names = ["名次", "承办单位", "受理(件)", "办结(件)", "办结率"]
    var rows = now.units.map {
      ["\($0.rank)", $0.name, "\($0.count)", "\($0.closed)", $0.completion.text]
    }
    var total = ["", "合计", "\(now.count)", "\(now.completion.part)", now.completion.text]
    if let before, !before.units.isEmpty {
      names.append("名次比\(period.chinesePrevious)")
      for (row, unit) in now.units.enumerated() {
        let old = before.units.first { $0.name == unit.name }?.rank
        rows[row].append(old.map { Self.arrow($0 - unit.rank) } ?? "新")
      }
      total.append("")
    }
    report.addTable("承办单位办结率排名", names, rows + [total])
  }

  private mutating func writeRepeats() {
    if now.repeats.groups.isEmpty { return }
    addHead("重复诉求")
    let shown = now.repeats.groups.prefix(Self.listedRepeats)
    report.addTable("重复诉求", ["地点、事项", "件数(件)"], shown.map { [$0.name, "\($0.count)"] })
    let more = now.repeats.groups.count - shown.count
    let rest = more > 0 ? "；只列前\(shown.count)项，另有\(more)项" : ""
    report.add(.note, "注：\(now.repeats.reason)\(rest)。")
  }

  private mutating func writeOverdue() {
    if overdue.isEmpty { return }
    addHead("到期未办结")
    var columns: [(name: String, words: (CaseRecord) -> String)] = []
    if known.contains(.number) { columns.append(("编号", { $0.number })) }
    if known.contains(.unit) { columns.append(("承办单位", { $0.unit })) }
    columns.append(
      (
        "时限",
        { one in
          let day = one.deadline.map { "\($0.month)月\($0.day)日" } ?? ""
          return day + (one.term.map { "（\($0.chinese)）" } ?? "")
        }
      ))
    if known.contains(.category) { columns.append(("类别", { $0.category })) }
    if columns.count < 3, known.contains(.content) { columns.append(("内容", { $0.content })) }
    report.addTable(
      "到期未办结诉求", columns.map(\.name), overdue.map { one in columns.map { $0.words(one) } })
    // A full rate of cases closed in time beside cases that are late wants a word.
    let rate = now.onTime.whole > 0 ? "按期办结率只计已办结的；" : ""
    report.add(.note, "注：\(rate)本表只列本期到期仍未办结的。")
  }
}
