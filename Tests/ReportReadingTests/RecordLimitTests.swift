import Diagnostics
import Testing

@testable import ReportReading

/// A table of more records than a table may have is refused, not cut.
@Suite struct RecordLimitTests {
  @Test func moreRecordsThanTheLimitAreRefused() throws {
    var problems = Problems()
    let grids = try TableFiles.grids(
      Array("编号,内容\n1,甲\n2,乙\n3,丙\n".utf8), name: "t.csv", part: nil, into: &problems)
    let shape = try #require(grids.first.flatMap { TableShape($0) })
    let whole = try RecordTable.table(of: shape, file: "t.csv", most: 3, into: &problems)
    #expect(whole.rows.count == 3)
    let rejection = try #require(throws: Rejection.self) {
      _ = try RecordTable.table(of: shape, file: "t.csv", most: 2, into: &problems)
    }
    #expect(rejection.diagnostics.map(\.code.rawValue) == ["reading.too-many-lines"])
  }
}
