import Diagnostics
import Foundation
import ReportModel
import ReportReading
import Testing

@Suite("Reports with gold")
struct GoldTests {
  /// What `score_reading.py` prints, as far as it is needed.
  private struct Score: Decodable {
    var roles, join_precision, join_recall, table_cells, core_precision, core_recall: Double
    var unit, period, rank, qualifier, subject: Double
    var traps_taken: [String]
    var under: [String]
  }

  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private func score(_ name: String) throws -> Score {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("reading-\(ProcessInfo.processInfo.processIdentifier)-\(name).json")
    defer { try? FileManager.default.removeItem(at: folder) }
    try ReadingJSON.text(of: Fixtures.report(name))
      .write(to: folder, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    let base = Fixtures.reports.appendingPathComponent(name).deletingPathExtension().path
    process.arguments = [Fixtures.scorer.path, base, folder.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Score.self, from: data)
  }

  @Test(
    .enabled(if: GoldTests.python != nil, "python3 is not installed: the scorer did not run"),
    arguments: Fixtures.names)
  func floorsHold(_ name: String) throws {
    let score = try score(name)
    #expect(score.under.isEmpty)
    #expect(score.traps_taken.isEmpty)
    #expect(score.roles >= 0.97)
    #expect(score.join_precision == 1)
    #expect(score.join_recall == 1)
    #expect(score.table_cells >= 0.99)
    #expect(score.core_precision >= 0.95)
    #expect(score.core_recall >= 0.9)
    #expect(min(score.unit, score.period, score.rank) >= 0.9)
    #expect(score.qualifier >= 0.85)
    #expect(score.subject >= 0.8)
  }

  /// The roles once more without Python, so that they are never unchecked.
  @Test(arguments: Fixtures.names)
  func rolesAndJoins(_ name: String) throws {
    struct Gold: Decodable {
      struct Line: Decodable {
        var n: Int
        var role: String
        var continues: Bool?
      }
      struct Join: Decodable {
        var from_line, to_line: Int
        var glue: String
      }
      var lines: [Line]
      var joins: [Join]
    }
    let base = Fixtures.reports.appendingPathComponent(name).deletingPathExtension().path
    let data = try Data(contentsOf: URL(fileURLWithPath: base + ".structure.json"))
    let gold = try JSONDecoder().decode(Gold.self, from: data)
    let report = try Fixtures.report(name)
    #expect(
      report.lines.map { "\($0.number) \($0.role.rawValue) \($0.continues)" }
        == gold.lines.map { "\($0.n) \($0.role) \($0.continues ?? false)" })
    #expect(
      report.joins.map { "\($0.fromLine)-\($0.toLine)" }
        == gold.joins.map { "\($0.from_line)-\($0.to_line)" })
  }

  @Test func theRealPageHasItsLeadsAndSections() throws {
    let report = try Fixtures.report("gangshan-2022.txt")
    #expect(report.blocks.compactMap(\.runInLeadText).count == 14)
    #expect(report.sections.count == 4)
    #expect(report.sections.allSatisfy { report.blocks[$0.head].parts.count == 3 })
    #expect(report.byline?.names.count == 5)
    #expect(report.publicService?.lines.count == 3)
    #expect(report.imprint == "济宁日报社制作")
  }

  @Test(arguments: Fixtures.names)
  func twoReadingsAreTheSame(_ name: String) throws {
    #expect(
      try ReadingJSON.text(of: Fixtures.report(name)) == ReadingJSON.text(of: Fixtures.report(name))
    )
  }
}
