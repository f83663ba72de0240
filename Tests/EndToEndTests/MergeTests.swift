import Foundation
import Testing

/// One document a row.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct MergeTests {
  private func inFolder(_ table: String, _ body: (URL) throws -> Void) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [
      "cases.csv": table,
      "slip.md": "# 社情民意交办单\n\n编号：{{编号}}　承办单位：{{单位}}\n\n{{内容}}请于{{时限|三日}}内办结并回复。\n",
      "map.yaml": "template: slip.md\noutput: \"交办单-{{编号}}\"\nfields: { 编号: no, 单位: unit }\n",
    ]
    for (name, text) in files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    try body(folder)
  }

  private func merge(_ folder: URL, _ more: [String] = []) throws -> Program.Outcome {
    try Program.run(
      ["merge", "--layout", "bulletin-a4", "--data", "cases.csv", "--map", "map.yaml", "-o", "out"]
        + ["--home", Program.root.path] + more, folder: folder)
  }

  @Test func aRowWithAHoleIsReportedAndNeverPrinted() throws {
    let table =
      "no,unit,内容,时限\n101,城管办,东城社区路灯不亮，影响居民夜间出行。,五日\n102,,西关社区反映噪音扰民问题。,\n"
      + "101,司法所,编号重复的一件，不应覆盖前一件。,\n104,司法所,居民王𬱖反映楼道堆放杂物问题。,\n"
    try inFolder(table) { folder in
      let outcome = try merge(folder, ["--verbose"])
      #expect(outcome.code == 1, "\(outcome.errors)")
      let names = try FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent("out").path)
      #expect(names.sorted() == ["交办单-101.pdf", "交办单-104.pdf"])
      #expect(outcome.errors.contains("cases.csv:3:1: error"), "\(outcome.errors)")
      #expect(outcome.errors.contains("merge.missing-value"))
      #expect(outcome.errors.contains("batch.duplicate"))
      // A rare character of a name is named before the run, with what has it.
      #expect(outcome.errors.contains("U+2CC56"), "\(outcome.errors)")
      #expect(outcome.errors.contains("共 4 行：排出 2 份 2 页，未排 2 行"))
    }
  }

  @Test func wrongColumnsStopTheRunBeforeItBegins() throws {
    try inFolder("no,部门,内容,时限\n1,城管办,路灯不亮。,五日\n") { folder in
      let outcome = try merge(folder)
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("[merge.unknown-field]"), "\(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("out").path))
    }
  }
}
