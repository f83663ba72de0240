import Foundation
import Testing

/// Stories in vertical lines, and what layouts and plans refuse rather than leave without effect.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct VerticalStoryTests {
  private static let essay =
    "# 石桥记\n\n作者 何玉芬\n\n"
    + String(repeating: "石桥在村东头，建于1926年，三孔，长18.6米，桥栏上的石狮子原有24只。“回家了！”父亲说。", count: 9)
    + "\n"

  private static func story(_ title: String, _ count: Int) -> String {
    "# \(title)\n\n"
      + (1...count).map {
        "第\($0)段。近日，钢山街道鸿景社区党群服务中心正式启用，居民步行十五分钟，就能办理医保、养老、公积金等32项业务。"
          + "中心设有图书室、健身房、儿童活动室和老年食堂，每天开放12个小时，周末不休息。"
      }.joined(separator: "\n\n") + "\n"
  }

  private func inFolder(
    _ files: [String: String], _ command: [String], _ body: (URL, Program.Outcome) throws -> Void
  ) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    try body(folder, try Program.run(command + ["--home", Program.root.path], folder: folder))
  }

  private func plan(_ more: String) -> [String: String] {
    [
      "essay.md": Self.essay, "lead.md": Self.story("十五分钟服务圈建成", 24),
      "second.md": Self.story("秋粮颗粒归仓", 12),
      "PLAN.yaml": """
      format: 1
      layout: newspaper-a3
      facts: { paper: 钢山报, section: 副刊 }
      articles:
        - { report: lead.md, importance: 3 }
        - { report: essay.md, \(more) }
        - { report: second.md }

      """,
    ]
  }

  @Test func anEssayStandsInVerticalLines() throws {
    try inFolder(
      plan("writing: vertical"), ["page", "PLAN.yaml", "-o", "page.pdf", "--dump"]
    ) { folder, outcome in
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(!outcome.errors.contains("page.text-o"), "\(outcome.errors)")
      let dump = try String(
        contentsOf: folder.appendingPathComponent("page.txt"), encoding: .utf8)
      // Two digits stand upright beside each other, four lie on their side.
      #expect(dump.contains("\"24\"") && dump.contains("\"1926\""))
    }
  }

  @Test func whatHasNoPlaceInVerticalLinesIsRefused() throws {
    try inFolder(
      plan("writing: vertical, box: thick"), ["page", "PLAN.yaml", "-o", "page.pdf"]
    ) { _, outcome in
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("[spec.not-in-vertical]"), "\(outcome.errors)")
    }
    var files = plan("writing: vertical")
    files["essay.md", default: ""] += "\n| 名 | 数 |\n|---|---|\n| 甲 | 1 |\n"
    try inFolder(files, ["page", "PLAN.yaml", "-o", "page.pdf"]) { _, outcome in
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("[page.not-vertical]"), "\(outcome.errors)")
    }
  }

  @Test func secondFramesAndKeysOfOtherMakeupsAreNotSilent() throws {
    let layout = """
      format: 1
      title: { en: two, zh: 两框 }
      like: bulletin-a4
      tile: 100mm
      masters:
        first:
          frames:
            story: { columns: 1-1, lines: 1-10 }
            other: { columns: 1-1, lines: 12-20, stand: foot }

      """
    try inFolder(["two/layout.yaml": layout], ["check", "./two"]) { _, outcome in
      #expect(outcome.code == 1, "\(outcome.errors)")
      #expect(outcome.errors.contains("[layout.unused-frames]"), "\(outcome.errors)")
      #expect(outcome.errors.contains("\"tile\" has no effect"), "\(outcome.errors)")
      #expect(outcome.errors.contains("\"stand\" has no effect"), "\(outcome.errors)")
    }
  }

  @Test func aPairOfPicturesIsOfOneSize() throws {
    let photos = Program.fixture("photos")
    let text = "# 整改前后对比\n\n![整改前](1-site.jpg)\n\n![整改后](2-community.jpg)\n"
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["1-site.jpg", "2-community.jpg"] {
      try FileManager.default.copyItem(
        atPath: "\(photos)/\(name)", toPath: folder.appendingPathComponent(name).path)
    }
    try text.write(
      to: folder.appendingPathComponent("pair.md"), atomically: true, encoding: .utf8)
    let outcome = try Program.run(
      [
        "render", "pair.md", "-l", "before-after", "-o", "pair.pdf", "--dump", "--verbose",
        "--home", Program.root.path,
      ], folder: folder)
    #expect(outcome.code == 0 && outcome.errors.contains("[picture.cropped]"), "\(outcome.errors)")
    let dump = try String(contentsOf: folder.appendingPathComponent("pair.txt"), encoding: .utf8)
    let sizes = dump.matches(of: /image \S+ (?<size>[0-9.]+x[0-9.]+) crop/)
      .map { String($0.output.size) }
    #expect(sizes.count == 2 && Set(sizes).count == 1, "\(sizes)")
  }

  @Test func ninetySevenBranchesFillAWallChart() throws {
    var rows: [String] = ["{\"单位\": \"街道党工委\", \"上级\": \"\"}"]
    func unit(_ name: String, _ parent: String) {
      rows.append("{\"单位\": \"\(name)\", \"上级\": \"\(parent)\"}")
    }
    for part in 0..<4 {
      unit("第\(part)片区党委", "街道党工委")
      for house in 0..<4 { unit("第\(part)\(house)社区党委", "第\(part)片区党委") }
    }
    for leaf in 0..<97 {
      let house = "第\(leaf % 4)\(leaf / 4 % 4)社区党委"
      unit("第\(leaf + 1)党支部", house)
    }
    let chart =
      "{\"preset\": \"org-tree\", \"x\": \"单位\", \"parent\": \"上级\", \"data\": {\"values\": [\(rows.joined(separator: ", "))]}}"
    try inFolder(
      ["org.vl.json": chart, "org.md": "# 组织架构图\n\n![](org.vl.json)\n"],
      [
        "render", "org.md", "-l", "org-chart", "--set", "page.trim=[594mm, 841mm]", "--set",
        "grid.body=34pt", "--set", "grid.leading=56pt", "-o", "org.pdf", "--dump",
      ]
    ) { folder, outcome in
      #expect(outcome.code == 0, "\(outcome.errors)")
      let dump = try String(contentsOf: folder.appendingPathComponent("org.txt"), encoding: .utf8)
      let sizes = dump.matches(of: /text \S+ (?<size>[0-9.]+) \[[^\]]*\] "[^"]*党支部/)
        .compactMap { Double($0.output.size) }
      #expect(sizes.count == 97 && (sizes.min() ?? 0) >= 9, "\(sizes.min() ?? 0) \(sizes.count)")
    }
  }
}
