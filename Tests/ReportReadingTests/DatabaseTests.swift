import Diagnostics
import Foundation
import Testing

@testable import ReportReading

@Suite("Databases", .enabled(if: WordFile.python != nil, "python3 is not installed"))
struct DatabaseTests {
  /// A database made by statements.
  private func bytes(_ statements: [String]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("banxin-\(UUID().uuidString).db")
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(WordFile.python))
    let script =
      "import sqlite3,sys\nd=sqlite3.connect(sys.argv[1])\n[d.execute(s) for s in sys.argv[2:]]\n"
      + "d.commit()\nd.close()"
    process.arguments = ["-c", script, file.path] + statements
    try process.run()
    process.waitUntilExit()
    return [UInt8](try Data(contentsOf: file))
  }

  private func table(_ bytes: [UInt8], part: String? = nil) throws -> RecordTable {
    var problems = Problems()
    return try RecordTable.read(bytes: bytes, name: "a.db", part: part, into: &problems)
  }

  private let cases = [
    "create table cases(编号 integer, 时间 text)", "insert into cases values(1, '2031-05-01')",
    "insert into cases values(2, null)", "create table other(a)",
  ]

  @Test func rowsAreReadAsText() throws {
    let table = try table(bytes(cases))
    #expect(table.fields == ["编号", "时间"])
    #expect(table.rows.map(\.values) == [["1", "2031-05-01"], ["2", ""]])
  }

  @Test func aDatabaseWithALogOfWritesIsRead() throws {
    #expect(try table(bytes(["pragma journal_mode=wal"] + cases)).rows.count == 2)
  }

  @Test func oneOfSeveralTablesHasToBeNamed() throws {
    let two = try bytes(["create table 甲(a)", "create table 乙(b)"])
    #expect(throws: Rejection.self) { try table(two) }
    #expect(try table(two, part: "乙").fields == ["b"])
    #expect(throws: Rejection.self) { try table(two, part: "丙") }
  }

  @Test func aQueryWithoutEndIsEnded() throws {
    let loop =
      "create view cases as with recursive c(x) as (select 1 union all select x+1 from c) "
      + "select count(*) as 编号 from c"
    let bytes = try bytes([loop])
    #expect(throws: Rejection.self) { try table(bytes) }
  }

  /// Damaged pages are refused or read; nothing crashes.
  @Test func damagedFilesDoNotCrash() throws {
    let whole = try bytes(cases)
    var state: UInt64 = 9
    for _ in 0..<400 {
      var broken = whole
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        broken[100 + Int(state >> 33) % (broken.count - 100)] = UInt8(
          truncatingIfNeeded: state >> 20)
      }
      _ = try? table(broken)
    }
    for cut in stride(from: 16, to: whole.count, by: 511) {
      _ = try? table(Array(whole.prefix(cut)))
    }
  }
}
