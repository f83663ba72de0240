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
    #expect(throws: Never.self) { try table("日期,类别,数量\n2031-05-01,噪声,1\n") }
  }
}
