import CaseRecords
import Diagnostics
import Notations
import ReportReading
import Testing

@testable import Exporting

/// What offices write into tables of cases.
@Suite struct CaseWordTests {
  private func table(_ text: String) throws -> (CaseTable, [Code]) {
    var problems = Problems()
    let records = try RecordTable.read(bytes: Array(text.utf8), name: "a.csv", into: &problems)
    let period = try #require(CasePeriod(.monthly, "2031-05"))
    let table = try CaseTable(records, file: "a.csv", period: period, into: &problems)
    return (table, problems.diagnostics.map(\.code))
  }

  @Test func columnsAndStatesAreKnownByWhatTheySay() throws {
    let (table, codes) = try table(
      "来件日期,反映事项,整改情况,回访结果\n5月2日,路灯,已整改,满意\n二〇三一年五月九日,噪声,处置中,无法联系\n本月合计2件\n")
    #expect(codes.isEmpty)
    #expect(table.cases.map(\.isClosed) == [true, false])
    #expect(table.cases.map(\.received.month) == [5, 5])
    #expect(table.cases.map(\.answer) == [.satisfied, nil])
  }

  @Test func aTableOfSumsIsNoTableOfCases() {
    #expect(throws: Rejection.self) { try table("日期,类别,件数\n2031-05-01,噪声,3\n") }
    #expect(throws: Rejection.self) { try table("日期,类别,受理件数\n2031-05-01,噪声,12件\n") }
    #expect(throws: Never.self) { try table("日期,类别,数量\n2031-05-01,噪声,1\n") }
  }

  /// Columns that their names alone do not tell are known by what stands in them.
  @Test func onlyDaysAndOnlyAnswersAreKnownByTheirValues() throws {
    let (table, codes) = try table(
      """
      台账号,巡防日,填表日期,去向,群众意见
      1,5月3日,6月1日,甲所,满意
      2,5月4日,6月1日,乙所,不满意
      3,5月9日,6月1日,乙所,
      """)
    #expect(codes.isEmpty)
    #expect(table.columns.columns[.received] == "巡防日")
    #expect(table.cases.map(\.answer) == [.satisfied, .unsatisfied, nil])
  }

  /// A column that is only ticked leaves open cases blank, and that is said.
  @Test func whatIsNotTickedIsOpen() throws {
    let (table, codes) = try table(
      """
      登记日期,问题描述,是否解决
      2031-05-03,路灯不亮,√
      2031-05-04,井盖缺失,
      """)
    #expect(codes == ["cases.blank-open"])
    #expect(table.cases.map(\.isClosed) == [true, false])
  }

  @Test(arguments: [
    ("调解中", false), ("已处置", true), ("处置", false), ("化解中", false), ("处置完毕", true), ("☐", false),
    ("PENDING", false), ("已化解", true), ("滞后", false),
    ("立案", false), ("结案", true),
  ])
  func stepsAreNoEnds(_ state: String, _ isClosed: Bool) {
    #expect(CaseValues.isClosed(state) == isClosed)
  }

  @Test(arguments: [
    ("6月底前", "2031-06-30"), ("2032年2月末", "2032-02-29"), ("年底前", "2031-12-31"),
    ("5月20日前", "2031-05-20"), ("月底", nil),
  ])
  func lastDaysAreUnderstood(_ text: String, _ day: String?) throws {
    let near = try #require(CaseDay("2031-05-01"))
    #expect(CaseValues.day(text, near: near) == day.flatMap { CaseDay($0) })
  }

  /// Rows that sum up, and rows that found nothing.
  @Test func rowsThatAreNoCasesAreNotCountedSilently() throws {
    let (table, codes) = try table(
      """
      巡查日期,发现问题,整改情况
      5月3日,排口有异味,已整改
      5月4日,无,
      本月共巡查,2次,
      """)
    #expect(table.cases.count + table.uncounted.count == 2)
    #expect(codes.contains("cases.nothing-found"))
    #expect(!codes.contains("cases.bad-date"))
  }
}
