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

  @Test(.enabled(if: Program.hasText)) func limitsInWorkingDaysBecomeDays() throws {
    let table =
      "no,unit,内容,受理时间,时限\n1,城管办,路灯不亮。,2031-09-29,5个工作日\n"
      + "2,城管办,路面破损。,2031-09-29,7日\n3,城管办,井盖松动。,,5个工作日\n"
    try inFolder(table) { folder in
      try "holidays: [2031-10-01 至 2031-10-07]\nworkdays: [2031-10-11]\n".write(
        to: folder.appendingPathComponent("days.yaml"), atomically: true, encoding: .utf8)
      let outcome = try merge(folder, ["--holidays", "days.yaml"])
      #expect(outcome.errors.contains("[cases.no-receipt]"), "\(outcome.errors)")
      #expect(outcome.errors.contains("排出 2 份"), "\(outcome.errors)")
      let first = try Program.text(of: folder.appendingPathComponent("out/交办单-1.pdf"))
      #expect(first.contains("2031年10月11日（5个工作日）"), "\(first)")
      let second = try Program.text(of: folder.appendingPathComponent("out/交办单-2.pdf"))
      #expect(second.contains("2031年10月6日（7个自然日）"), "\(second)")
      try "holidays: [2031-13-01]\n".write(
        to: folder.appendingPathComponent("days.yaml"), atomically: true, encoding: .utf8)
      let wrong = try merge(folder, ["--holidays", "days.yaml"])
      #expect(wrong.code == 1 && wrong.errors.contains("[cases.bad-date]"), "\(wrong.errors)")
    }
  }

  /// Each class has its template, all documents are joined in the order of a column, and only rows whose
  /// values changed are set again.
  @Test func changedRowsAloneAreSetAgain() throws {
    func table(_ name: String) -> String {
      "no,unit,内容,时限,类\n2,甲办,一。,,急\n10,乙办,二。,,缓\n1,\(name),三。,,急\n合计,,3件,,\n"
    }
    try inFolder(table("丙办")) { folder in
      for kind in ["急", "缓"] {
        try "# 单（\(kind)）\n\n{{no}}：{{unit}}\n".write(
          to: folder.appendingPathComponent("\(kind).md"), atomically: true, encoding: .utf8)
      }
      let more = ["--template", "急.md", "--template-by", "类", "--join", "all.pdf", "--order", "no"]
      func merge() throws -> Program.Outcome {
        try Program.run(
          ["merge", "-l", "bulletin-a4", "--data", "cases.csv", "-o", "out"]
            + ["--home", Program.root.path] + more, folder: folder)
      }
      #expect(try merge().errors.contains("共 3 行：排出 3 份"))
      let first = try Data(contentsOf: folder.appendingPathComponent("out/0001.pdf"))
      try table("丁办").write(
        to: folder.appendingPathComponent("cases.csv"), atomically: true, encoding: .utf8)
      let again = try merge()
      #expect(again.errors.contains("其中 2 份未变"), "\(again.errors)")
      #expect(try Data(contentsOf: folder.appendingPathComponent("out/0001.pdf")) == first)
      guard Program.hasText else { return }
      let words = try Program.text(of: folder.appendingPathComponent("all.pdf"))
        .filter { !$0.isWhitespace }
      let places = ["1：丁办", "2：甲办", "10：乙办"].map { words.range(of: $0)?.lowerBound }
      #expect(
        !places.contains(nil) && places.compactMap { $0 }.sorted() == places.compactMap { $0 })
      #expect(words.contains("单（缓）"))
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

/// Boards and slips of the layouts' own templates.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct OwnTemplateTests {
  private func merge(
    _ layout: String, _ files: [String: Data], _ check: (Program.Outcome, URL) throws -> Void
  ) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, data) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }
    let outcome = try Program.run(
      ["merge", "-l", layout, "--data", "data.csv", "-o", "out", "--home", Program.root.path],
      folder: folder)
    try check(outcome, folder.appendingPathComponent("out"))
  }

  @Test func slipsAreGatheredTwoOnASheet() throws {
    let head = "街道,编号,来源,时间,反映人,电话,地点,内容,承办单位,交办人,时限"
    let row = "杏溪街道,A_1,网格,11月6日,王䶮,0000,东城,路灯不亮。,城管办,李建国,11月13日"
    let table = ([head] + Array(repeating: row, count: 3)).joined(separator: "\n")
    try merge("case-slip", ["data.csv": Data(table.utf8)]) { outcome, out in
      #expect(outcome.code == 0, "\(outcome.errors)")
      let names = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
      #expect(names == ["0001.pdf", "0002.pdf", "0003.pdf", "sheets.pdf"])
      // The rare character is named before the run.
      #expect(outcome.errors.contains("U+4DAE"), "\(outcome.errors)")
    }
  }

  @Test func aBoardFindsItsPhotoBesideTheTable() throws {
    let lines = ["党建线", "综治线", "民生线", "安全线", "城管线", "宣传线"]
    let head = ["网格", "社区", "街道", "网格长", "电话", "照片", "二维码", "概况", "监督电话"]
    let fields = head + lines.flatMap { [$0, "\($0)电话"] }
    func row(_ photo: String, leader: String) -> String {
      (["第1网格", "东城社区", "街道办", leader, "0000", photo, "https://example.cn/a_b", "东至河。", "1"]
        + Array(repeating: "王䶮", count: 12)).joined(separator: ",")
    }
    let table = [
      fields.joined(separator: ","), row("photos/a_1.jpg", leader: "王一"),
      row("photos/none.jpg", leader: "王二"), row("photos/a_1.jpg", leader: ""),
    ].joined(separator: "\n")
    let photo = try Data(contentsOf: URL(fileURLWithPath: Program.fixture("photos/1-site.jpg")))
    try merge("grid-board", ["data.csv": Data(table.utf8), "photos/a_1.jpg": photo]) {
      outcome, out in
      #expect(outcome.code == 1)
      let names = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
      #expect(names == ["0001.pdf", "0002.pdf"])
      #expect(outcome.errors.contains("data.csv:3:1: warning"), "\(outcome.errors)")
      #expect(outcome.errors.contains("picture.missing"))
      #expect(outcome.errors.contains("data.csv:4:1: error"))
      let first = try Data(contentsOf: out.appendingPathComponent("0001.pdf"))
      let second = try Data(contentsOf: out.appendingPathComponent("0002.pdf"))
      #expect(first.count > second.count + 100_000, "the photo is in the first file alone")
    }
  }
}
