import Diagnostics
import Notations
import ReportModel
import Testing

@testable import CaseRecords

@Suite struct CaseTests {
  private func day(_ text: String) throws -> CaseDay { try #require(CaseDay(text)) }

  private func make(
    _ number: Int, _ received: String, unit: String = "城管办", category: String = "噪音扰民",
    place: String = "", closed: Bool = true, satisfied: Bool? = nil
  ) throws -> CaseRecord {
    // One telephone a place.
    let phone =
      place.isEmpty ? "" : "1380000\(place.unicodeScalars.reduce(0) { $0 + Int($1.value) })"
    return CaseRecord(
      number: "\(number)", received: try day(received), source: "12345热线", category: category,
      place: place, unit: unit, phone: phone, isClosed: closed,
      answer: satisfied.map { $0 ? .satisfied : .unsatisfied },
      range: SourceRange(file: "c.csv", line: number))
  }

  @Test func daysAreThoseOfTheCalendar() throws {
    #expect(CaseDay(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(CaseDay(year: 2031, month: 5, day: 20)?.number == 22_419)
    #expect(try day("2031-05-20").weekday == 1)
    // The days before 1970 are counted back from it.
    #expect(CaseDay(number: -4).weekday == 6 && CaseDay(number: -3).weekday == 0)
    #expect(try day("2032/2/29 08:30").day == 29)
    #expect(try day("2031年12月1日").month == 12)
    for text in ["2031-02-29", "2031-13-01", "五月", "", "2031-05", "20310520", "99999-2031-5-20"] {
      #expect(CaseDay(text) == nil, "\(text)")
    }
    for number in stride(from: -3000, to: 60_000, by: 37) {
      let one = CaseDay(number: number)
      #expect(CaseDay(year: one.year, month: one.month, day: one.day) == one || one.year < 1900)
    }
  }

  @Test(arguments: [
    (CasePeriod.Kind.monthly, "2031-05", "2031年5月", 31),
    (.monthly, "2032-02", "2032年2月", 29), (.monthly, "2031-12-05", "2031年12月", 31),
    (.weekly, "2031-05-20", "2031年5月19日至25日", 7),
    (.weekly, "2031-05-31", "2031年5月26日至6月1日", 7), (.daily, "2031-05-20", "2031年5月20日", 1),
  ])
  func periods(_ kind: CasePeriod.Kind, _ text: String, _ words: String, _ days: Int) throws {
    let period = try #require(CasePeriod(kind, text))
    #expect(period.chinese == words)
    #expect(period.last.number - period.first.number + 1 == days)
    #expect(period.previous.last.number == period.first.number - 1)
  }

  @Test(arguments: [
    ("5个工作日", 5, CaseTerm.Kind.workdays), ("十五个工作日内", 15, .workdays), ("两个工作日", 2, .workdays),
    ("3 个自然日", 3, .days), ("10日", 10, .days), ("48小时内", 2, .days), ("二十一天", 21, .days),
  ])
  func terms(_ text: String, _ count: Int, _ kind: CaseTerm.Kind) throws {
    let term = try #require(CaseTerm(text))
    #expect(term.count == count && term.kind == kind)
  }

  @Test func noTermsAreDatesOrNothing() {
    for text in ["2031-05-20", "5月20日", "", "0个工作日", "尽快", "5", "5个月", "100000日", "5小时"] {
      #expect(CaseTerm(text) == nil, "\(text)")
    }
  }

  @Test func workingDaysPassOverHolidaysAndCountDaysMadeUp() throws {
    let bare = WorkCalendar()
    // 20 May 2031 is a Tuesday.
    #expect(bare.day(3, after: try day("2031-05-20")) == (try day("2031-05-23")))
    #expect(bare.day(4, after: try day("2031-05-20")) == (try day("2031-05-26")))
    // 1 to 7 October off, Sunday 28 September and Saturday 11 October worked.
    let off = try Set((1...7).map { try day("2031-10-0\($0)") })
    let year = WorkCalendar(
      holidays: off, workdays: [try day("2031-09-28"), try day("2031-10-11")])
    #expect(year.day(2, after: try day("2031-09-26")) == (try day("2031-09-29")))
    #expect(year.day(5, after: try day("2031-09-29")) == (try day("2031-10-11")))
    #expect(year.covers(2031) && !year.covers(2032))
    let term = try #require(CaseTerm("7个自然日"))
    #expect(term.deadline(from: try day("2031-09-29"), in: year) == (try day("2031-10-06")))
    // A calendar of nothing but days off ends.
    let none = WorkCalendar(holidays: Set((0...9000).map { CaseDay(number: 22_000 + $0) }))
    #expect(none.day(1, after: CaseDay(number: 22_000)).number > 22_000)
  }

  @Test func theBulletinSaysHowDaysWereCounted() throws {
    var one = try make(1, "2031-05-20", closed: false)
    one.term = CaseTerm("3个工作日")
    one.deadline = try day("2031-05-23")
    let period = try #require(CasePeriod(.monthly, "2031-05"))
    let report = CaseBulletin([one], period: period, head: .init(), file: "c.yaml").model
    #expect(report.blocks.last?.text == "注：办理时限自受理次日起算，工作日周六、周日不计。")
    #expect(report.tables.last?.rows.first?[2] == "5月23日（3个工作日）")
    one.term = nil
    let plain = CaseBulletin([one], period: period, head: .init(), file: "c.yaml").model
    #expect(!plain.blocks.contains { $0.text.contains("自受理次日起算") })
    #expect(plain.blocks.last?.text == "注：本表只列本期到期仍未办结的。")
    // A full rate stands beside late cases: which it counts is said.
    var other = try make(2, "2031-05-06", closed: true)
    other.closed = try day("2031-05-07")
    other.deadline = try day("2031-05-09")
    let both = CaseBulletin([one, other], period: period, head: .init(), file: "c.yaml").model
    #expect(both.blocks.last?.text == "注：按期办结率只计已办结的；本表只列本期到期仍未办结的。")
  }

  @Test func ratesRoundHalfUp() {
    #expect(CaseRate(1, of: 3).text == "33.3%")
    #expect(CaseRate(2, of: 3).text == "66.7%")
    #expect(CaseRate(1, of: 2000).text == "0.1%")
    #expect(CaseRate(0, of: 0).text == "—")
  }

  @Test func equalUnitsShareAPlace() throws {
    var cases: [CaseRecord] = []
    for (place, unit) in ["甲", "甲", "乙", "乙", "乙", "乙", "丙", "丁"].enumerated() {
      cases.append(
        try make(place, "2031-05-01", unit: unit, closed: ![1, 4, 5, 7].contains(place)))
    }
    let units = CaseStatistics(of: cases).units
    #expect(units.map(\.name) == ["丙", "乙", "甲", "丁"])
    #expect(units.map(\.rank) == [1, 2, 2, 4])
    #expect(units.reduce(0) { $0 + $1.count } == 8)
  }

  @Test func aBulletinSaysOnlyWhatTheCasesShow() throws {
    var cases: [CaseRecord] = []
    for number in 1...4 {
      cases.append(
        try make(number, "2031-04-10", place: "东村", closed: number > 2, satisfied: number == 4))
    }
    for number in 5...7 { cases.append(try make(number, "2031-05-1\(number)", satisfied: true)) }
    let may = try #require(CasePeriod(.monthly, "2031-05"))
    let texts = CaseBulletin(cases, period: may, head: .init(unit: "柳林街道"), file: "b.yaml").model
      .blocks.map(
        \.text)
    #expect(texts[0] == "柳林街道社情民意办理情况月分析")
    #expect(
      texts.contains(
        "2031年5月，共受理群众诉求3件，比上月减少1件，下降25.0%。已办结3件，办结率100.0%，"
          + "比上月提高50.0个百分点。回访3件，满意3件，满意率100.0%，比上月提高75.0个百分点。"))
    #expect(texts.contains { $0.hasSuffix("实现“双降双提升”。") })
    // Without an earlier month and without answers, neither is spoken of.
    let april = try #require(CasePeriod(.monthly, "2031-04"))
    for index in cases.indices { cases[index].answer = nil }
    let first = CaseBulletin(cases, period: april, head: .init(), file: "b.yaml").model
    let words = first.blocks.map(\.text).joined()
    for absent in ["上月", "满意", "按期", "双降"] { #expect(!words.contains(absent), "\(absent)") }
    #expect(words.contains("其中重复诉求3件，占75.0%"))
    #expect(first.tables.map(\.title).contains("重复诉求"))
  }

  @Test func percentagesThatMissAHundredAreNoted() throws {
    let kinds = ["甲", "乙", "丙"]
    var cases: [CaseRecord] = []
    for number in 0..<3 { cases.append(try make(number, "2031-05-01", category: kinds[number])) }
    let may = try #require(CasePeriod(.monthly, "2031-05"))
    let report = CaseBulletin(cases, period: may, head: .init(), file: "b.yaml").model
    #expect(report.blocks(.note).map(\.text) == ["注：各项占比因四舍五入，合计为99.9%。"])
  }

  @Test func aLongListOfRepeatsIsCut() throws {
    let cases = try (0..<40).map { try make($0, "2031-05-01", place: "第\($0 / 2)村") }
    let may = try #require(CasePeriod(.monthly, "2031-05"))
    let report = CaseBulletin(cases, period: may, head: .init(), file: "b.yaml").model
    #expect(report.tables.last?.rows.count == CaseBulletin.listedRepeats)
    #expect(report.blocks(.note).map(\.text) == ["注：来电号码相同、类别相同的计为重复诉求；只列前15项，另有5项。"])
  }

  /// One community and one class are no repeated case; one caller is, or words that are alike.
  @Test func casesRepeatByCallerOrContent() throws {
    var cases = try (0..<4).map { try make($0, "2031-05-01", place: "东村") }
    let columns: Set<CaseField> = [.received, .place, .category]
    #expect(CaseRepeats(of: cases, known: columns).basis == nil)
    #expect(CaseRepeats(of: cases, known: columns.union([.phone])).count == 3)
    for index in cases.indices { cases[index].phone = "匿名" }
    #expect(CaseRepeats(of: cases, known: columns.union([.phone])).groups.isEmpty)
    cases[0].content = "东村大桥北侧路灯连续三天不亮"
    cases[1].content = "反映东村大桥北侧路灯三天不亮了"
    cases[2].content = "东村菜市场门口垃圾没有清运"
    let alike = CaseRepeats(of: cases, known: columns.union([.content]))
    #expect(alike.count == 1 && alike.reason.contains("内容相近"))
  }

  /// What a table has no column for is not spoken of.
  @Test func sectionsWithoutDataAreLeftOut() throws {
    let may = try #require(CasePeriod(.monthly, "2031-05"))
    let cases = try (0..<3).map { try make($0, "2031-05-0\($0 + 1)") }
    let report = CaseBulletin(
      cases, period: may, head: .init(), file: "b.yaml", known: [.number, .received]
    ).model
    #expect(report.tables.isEmpty)
    #expect(report.blocks(.body).map(\.text) == ["2031年5月，共受理群众诉求3件。"])
  }

  /// How places in a ranking moved is said where there is an earlier period.
  @Test func changesAreShownByArrows() throws {
    var cases: [CaseRecord] = []
    for (place, unit) in ["甲", "乙"].enumerated() {
      cases.append(try make(place, "2031-04-01", unit: unit, closed: unit == "甲"))
      cases.append(try make(place + 2, "2031-05-01", unit: unit, closed: unit == "乙"))
    }
    let may = try #require(CasePeriod(.monthly, "2031-05"))
    let report = CaseBulletin(cases, period: may, head: .init(hasMasthead: true), file: "b.yaml")
      .model
    #expect(report.blocks.first?.role == .masthead)
    let ranking = try #require(report.tables.first { $0.title.contains("排名") })
    #expect(ranking.rows.map(\.last) == ["↑1", "↓1", ""])
    #expect(report.indicators.map(\.subject).contains("办结率"))
  }

  /// Names with 某 and contents picked from a list tell kinds of cases and no repeated one.
  @Test func namesOfNobodyAndPickedContentsRepeatNothing() throws {
    var cases = try (0..<12).map { try make($0, "2031-05-01", place: "东村") }
    for index in cases.indices {
      cases[index].caller = "张某"
      cases[index].content = index.isMultiple(of: 2) ? "路口有垃圾没有及时清运走" : "井盖缺损存在安全隐患等待处理"
    }
    let known: Set<CaseField> = [.received, .place, .category, .caller, .content]
    #expect(CaseRepeats(of: cases, known: known).basis == nil)
    for index in cases.indices { cases[index].caller = "张大海" }
    #expect(CaseRepeats(of: cases, known: known).basis == .caller)
  }

  /// A table that begins within the month before does not hold the whole of it.
  @Test(arguments: [("2031-04-20", "从4月20日起，上月不全"), ("2031-04-02", nil)])
  func halfAMonthIsNotCompared(_ first: String, _ words: String?) throws {
    let may = try #require(CasePeriod(.monthly, "2031-05"))
    let start = try #require(CaseDay(first)).number
    let end = may.last.number
    let days = stride(from: start, through: end, by: 2).map { CaseDay(number: $0) }
    let cases = try days.enumerated().map { try make($0.offset, $0.element.iso) }
    let report = CaseBulletin(cases, period: may, head: .init(), file: "b.yaml").model
    #expect(report.blocks(.note).contains { $0.text.contains("不与上月比较") } == (words != nil))
    if let words { #expect(report.blocks(.note).contains { $0.text.contains(words) }) }
    let summary = try #require(report.blocks(.body).first).text
    #expect(summary.contains("上月") == (words == nil))
  }
}
