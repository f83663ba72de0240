import Foundation
import Testing

/// Tables and templates as offices have them, through the commands.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct OfficeTests {
  private func inFolder(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try body(folder)
  }

  private func outputs(_ folder: URL) throws -> [String: Data] {
    let out = folder.appendingPathComponent("out")
    let names = try FileManager.default.contentsOfDirectory(atPath: out.path)
    return try Dictionary(
      uniqueKeysWithValues: names.filter { $0.hasSuffix(".pdf") }.map {
        ($0, try Data(contentsOf: out.appendingPathComponent($0)))
      })
  }

  /// A page of the web under the name of an old workbook, whose columns have names of their own; zeros
  /// before a number stay.
  @Test func anExportIsMergedByAMap() throws {
    let rows = [("0012", "甲办", "急"), ("0007", "乙办", "缓"), ("0103", "丙办", "急")]
    let page =
      "<html><body><table><tr><td>工单号</td><td>主责单位</td><td>缓急</td></tr>"
      + rows.map { "<tr><td>\($0)</td><td>\($1)</td><td>\($2)</td></tr>" }.joined()
      + "</table></body></html>"
    let files = [
      "导出.xls": page, "slip.md": "# 交办单\n\n第{{编号}}号，请{{单位}}办理并回复。\n",
      "map.yaml": "template: slip.md\noutput: \"单-{{编号}}\"\n"
        + "fields: { 编号: 工单号, 单位: 主责单位 }\ntable: { 筛选: 缓急=急, 排序: 工单号 降 }\n",
    ]
    try inFolder(files) { folder in
      let outcome = try Program.run(
        ["merge", "-l", "bulletin-a4", "--data", "导出.xls", "--map", "map.yaml", "-o", "out"]
          + ["--join", "all.pdf", "--home", Program.root.path], folder: folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(try outputs(folder).keys.sorted() == ["单-0012.pdf", "单-0103.pdf"])
      guard Program.hasText else { return }
      let words = try Program.text(of: folder.appendingPathComponent("all.pdf"))
        .filter { !$0.isWhitespace }
      let (first, second) = (words.range(of: "第0103号"), words.range(of: "第0012号"))
      #expect(first != nil && second != nil && first!.lowerBound < second!.lowerBound)
    }
  }

  /// A merge that was killed goes on where it was, and makes the same files.
  @Test func aKilledMergeIsResumed() throws {
    let table =
      "编号,单位\n" + (1...24).map { "\($0),第\($0)村" }.joined(separator: "\n") + "\n"
    try inFolder(["t.csv": table, "s.md": "# 单\n\n{{编号}}：{{单位}}请办理。\n"]) { folder in
      let arguments =
        ["merge", "-l", "bulletin-a4", "--data", "t.csv", "--template", "s.md", "-o", "out"]
        + ["--home", Program.root.path, "--resume"]
      #expect(try Program.run(arguments, folder: folder).code == 0)
      let expected = try outputs(folder)
      #expect(expected.count == 24)
      for round in 1...3 {
        try FileManager.default.removeItem(at: folder.appendingPathComponent("out"))
        try FileManager.default.removeItem(at: folder.appendingPathComponent("out.journal"))
        let process = Process()
        process.executableURL = Program.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: 0.25 * Double(round))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let again = try Program.run(arguments, folder: folder)
        #expect(again.code == 0, "\(again.errors)")
        #expect(try outputs(folder) == expected)
      }
    }
  }

  /// What a plan asks of the table of an article.
  @Test(.enabled(if: Program.hasText)) func aPlanChoosesColumnsAndRows() throws {
    let rows = (1...9).map { "第\($0)村,\($0 * 10),王某\($0),\($0 % 2 == 0 ? "已完成" : "施工中")" }
    let text =
      "路灯改造进度\n\n" + (1...12).map { "第\($0)批。各村路灯改造按计划推进，群众出行更加方便。" }.joined()
      + "\n\n村名\t盏数\t联系人\t进度\n" + rows.map { $0.replacing(",", with: "\t") }.joined(separator: "\n")
      + "\n"
    let plan = """
      format: 1
      layout: newspaper-tabloid
      facts: { paper: 清河报, date: 2031-05-01 }
      articles:
        - report: a.txt
          table: { columns: [村名, 盏数], sort: 盏数 降, where: 进度=已完成 }
      """
    try inFolder(["a.txt": text, "plan.yaml": plan]) { folder in
      let outcome = try Program.run(
        ["page", "plan.yaml", "-o", "p.pdf", "--home", Program.root.path], folder: folder)
      #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent("p.pdf").path))
      let words = try Program.text(of: folder.appendingPathComponent("p.pdf"))
        .filter { !$0.isWhitespace }
      #expect(!words.contains("王某") && !words.contains("第3村"), "\(outcome.errors)")
      let places = ["第8村", "第6村", "第4村", "第2村"].map { words.range(of: $0)?.lowerBound }
      #expect(!places.contains(nil), "\(words.suffix(200))")
      #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    }
  }
}
