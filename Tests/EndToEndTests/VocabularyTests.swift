import Foundation
import Testing

/// A county's own words, in its folder of layouts.
@Suite struct VocabularyTests {
  private func inFolder(_ table: String, _ words: String, _ body: (URL) throws -> Void) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = folder.appendingPathComponent("版式/_shared/vocabulary")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    try words.write(
      to: own.appendingPathComponent(table), atomically: true, encoding: .utf8)
    try "# 全县巡查情况\n\n上半年，全县累计开展夜间巡查1235网格次，整改隐患86件。\n".write(
      to: folder.appendingPathComponent("report.md"), atomically: true, encoding: .utf8)
    try body(folder)
  }

  @Test func aUnitIsAddedWithoutACompiler() throws {
    try inFolder("units.tsv", "# 本县的量词\nall\t网格次\n") { folder in
      let file = folder.appendingPathComponent("report.md").path
      let plain = try Program.run(["read", file, "--json"])
      #expect(plain.code == 0 && !plain.output.contains("\"unit\": \"网格次\""), "\(plain.output)")
      let layouts = folder.appendingPathComponent("版式").path
      let own = try Program.run(["read", file, "--json", "--layouts", layouts])
      #expect(own.code == 0 && own.output.contains("\"unit\": \"网格次\""), "\(own.errors)")
    }
  }

  @Test(arguments: [
    ("units.tsv", "al\t网格次\n", "vocabulary.unknown-list"),
    ("units.tsv", "all 网格次\n", "vocabulary.row"),
    ("unit.tsv", "all\t网格次\n", "vocabulary.unknown-table"),
  ])
  func aMistakeIsSaid(_ table: String, _ words: String, _ code: String) throws {
    try inFolder(table, words) { folder in
      let layouts = folder.appendingPathComponent("版式").path
      let outcome = try Program.run(["check", "ledger", "--layouts", layouts])
      #expect(outcome.code == 1 && outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
      #expect(outcome.errors.contains("\(table):1"), "\(outcome.errors)")
    }
  }
}
