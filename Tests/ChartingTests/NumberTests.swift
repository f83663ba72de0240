import Testing

@testable import Charting

@Suite struct NumberTests {
  @Test(arguments: [
    (",d", 32276.0, "32,276"), (".1f", 31.25, "31.3"), (".1%", 0.8907, "89.1%"),
    ("+.1f", -3.14, "−3.1"),
    (".2s", 12345, "12k"), ("", 28, "28"), (".3g", 0.00012345, "0.000123"), ("~s", 1500, "1.5k"),
    ("$,.2f", 1234.5, "$1,234.50"), ("05d", 42, "00042"), (".0%", 1, "100%"),
    (",.10~f", 57.9, "57.9"),
  ])
  func formatsAreD3s(_ pattern: String, _ number: Double, _ words: String) throws {
    #expect(try #require(NumberFormat(pattern)).text(number) == words)
  }

  /// The binary value decides for Vega, the decimal that people see for print.
  @Test func halvesAreRoundedAsAsked() {
    #expect(NumberText.fixed(1.005, 2) == "1.00")
    #expect(NumberText.fixed(1.005, 2, rounding: .decimal) == "1.01")
    #expect(NumberText.fixed(0.0004, 2) == "0.00")
    #expect(NumberText.fixed(9.996, 2) == "10.00")
  }

  @Test func plainNumbersHaveNoNeedlessZeros() {
    #expect(NumberText.plain(28) == "28")
    #expect(NumberText.plain(0.1) == "0.1")
    #expect(NumberText.plain(1e22) == "1e+22")
    #expect(NumberText.plain(-1.5e-7) == "-1.5e-7")
  }

  @Test func badPatternsAreNone() { #expect(NumberFormat(".x") == nil) }

  @Test func oneUnitIsChosenForAll() {
    #expect(ChineseScale.one(for: [3, 9999]).unit == "")
    #expect(ChineseScale.one(for: [3, 12_000]).unit == "万")
    #expect(ChineseScale.one(for: [2e7, -3e8]).unit == "亿")
    #expect(ChineseFormat(name: "期", pattern: nil)?.text(.number(9)) == "1—9月")
    #expect(ChineseFormat(name: "百分点", pattern: nil)?.text(.number(1.25)) == "+1.3个百分点")
  }
}

@Suite struct TickTests {
  @Test func ticksAreRound() {
    #expect(Ticks.linear(0, 91, 10) == [0, 10, 20, 30, 40, 50, 60, 70, 80, 90])
    #expect(Ticks.nice(0, 0.343) == (0, 0.35))
    #expect(Ticks.linear(5, 5, 4) == [5])
    #expect(Ticks.linear(0, .infinity, 4) == [])
  }

  @Test func timesTickAtRoundMoments() {
    let start = CivilDate(year: 2006).time
    let stop = CivilDate(year: 2009, month: 4).time
    let ticks = TimeTicks(from: start, to: stop, count: 8).ticks(start, stop)
    #expect(ticks.count == 14)
    #expect(CivilDate(ticks[1]).month == 4)
  }
}

@Suite struct TimeTests {
  @Test(arguments: [
    ("2012-01-05", 1_325_721_600_000.0), ("2012/1/5", 1_325_721_600_000),
    ("2012年1月5日", 1_325_721_600_000),
    ("2006-01-01T08:00:00.000Z", 1_136_102_400_000), ("Jan 5 2012", 1_325_721_600_000),
    ("2012-01-05T08:00:00+08:00", 1_325_721_600_000),
  ])
  func datesAreRead(_ words: String, _ time: Double) { #expect(DateParser.time(words) == time) }

  @Test func wordsAreNoDates() {
    #expect(DateParser.time("东湖社区") == nil)
    #expect(DateParser.time("2012-13-01") == nil)
  }

  @Test func unitsCut() throws {
    let month = try #require(TimeUnit("month"))
    let date = CivilDate(month.floor(CivilDate(year: 2025, month: 9, day: 17).time))
    #expect((date.year, date.month, date.day) == (2012, 9, 1))
    #expect(try #require(TimeUnit("yearmonthdate")).format(.english) == "%b %d, %Y")
    #expect(TimeUnit("monht") == nil)
  }

  @Test func monthsAreChineseWhereAsked() {
    let time = CivilDate(year: 2025, month: 9, day: 3).time
    #expect(TimeFormat(pattern: "%Y年%-m月%e日").text(time) == "2025年9月 3日")
    #expect(TimeFormat(pattern: "%b", locale: .chinese).text(time) == "9月")
    #expect(TimeFormat(pattern: "Q%q").text(time) == "Q3")
  }
}
