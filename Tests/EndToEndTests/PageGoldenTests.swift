import Foundation
import TestSupport
import Testing

/// Whole pages and charts as text: each glyph's place, each rule, each picture. A change of a
/// layout, of a text or of the engine shows here as lines that moved; look at the page, then
/// record with `make goldens`.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct PageGoldenTests {
  /// A page to draw: its name, the command without `-o`.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var command: [String]
    /// Files beside the plan, by name.
    var files: [String: String] = [:]
    var testDescription: String { name }
  }

  private static let reports = Program.root.appendingPathComponent("Tests/Fixtures/reports").path
  private static let photos = Program.fixture("photos")

  /// The samples that layouts bring along.
  static let samples: [Case] = {
    let layouts = Program.root.appendingPathComponent("layouts").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: layouts)) ?? []
    return names.sorted().compactMap { name in
      let sample = "\(layouts)/\(name)/sample.md"
      guard FileManager.default.fileExists(atPath: sample) else { return nil }
      return Case(name: name, command: ["render", sample, "--layout", name])
    }
  }()

  /// Layouts that bring none, with reports of the tests.
  static let others: [Case] =
    ["newspaper-broadsheet", "newspaper-front", "newspaper-a3"].map { layout in
      Case(
        name: layout,
        command: ["render", "\(reports)/b-daily-bulletin.txt", "--layout", layout])
    } + [
      Case(
        name: "bulletin-a4",
        command: ["render", "\(reports)/a-monthly-opinion-analysis.md", "-l", "bulletin-a4"]),
      Case(
        name: "newspaper-tabloid",
        command: [
          "render", "\(reports)/gangshan-2022.txt", "--layout", "newspaper-tabloid", "--photos",
          photos, "--variants", "3",
        ]),
    ]

  /// Pages of several articles, and an issue whose first story jumps.
  static let plans: [Case] = [
    Case(
      name: "plan-pinned", command: ["page", "PLAN.yaml"],
      files: [
        "lead.txt": story("十五分钟服务圈建成", paragraphs: 18),
        "second.txt": story("秋粮颗粒归仓", paragraphs: 9),
        "third.txt": story("乡间公交通到家门口", paragraphs: 5),
        "PLAN.yaml": """
        format: 1
        layout: newspaper-tabloid
        facts: { paper: 钢山报, section: 要闻, page: "02", date: 2031-05-01 }
        articles:
          - { report: lead.txt, importance: 3, photos: \(photos) }
          - { report: second.txt }
          - { report: third.txt, pin: { columns: 5-6, lines: 1-40 } }
        """,
      ]),
    Case(
      name: "plan-advertisement", command: ["page", "PLAN.yaml"],
      files: [
        "lead.txt": story("秋粮颗粒归仓", paragraphs: 20),
        "second.txt": story("乡间公交通到家门口", paragraphs: 12),
        "PLAN.yaml": """
        format: 1
        layout: newspaper-a3
        facts: { paper: 钢山报, date: 2031-05-01 }
        articles: [{ report: lead.txt }, { report: second.txt }]
        fixed: [{ image: \(photos)/1-site.jpg, columns: 1-3, lines: 1-16, label: 广告 }]
        """,
      ]),
    Case(
      name: "issue", command: ["issue", "ISSUE.yaml"],
      files: [
        "long.txt": story("十五分钟服务圈建成", paragraphs: 62),
        "short.txt": story("秋粮颗粒归仓", paragraphs: 24),
        "ISSUE.yaml": """
        format: 1
        layout: newspaper-a3
        facts: { paper: 钢山报, date: 2031-05-01 }
        pages:
          - articles: [{ report: long.txt, continues: 2 }]
          - articles: [{ report: short.txt }]
        """,
      ]),
  ]

  private static func story(_ title: String, paragraphs: Int) -> String {
    let paragraph =
      "近日，钢山街道鸿景社区党群服务中心正式启用，居民步行十五分钟，就能办理医保、养老、公积金等32项业务。"
      + "中心设有图书室、健身房、儿童活动室和老年食堂，每天开放12个小时，周末不休息。"
    return title + "\n\n"
      + (1...paragraphs).map { "第\($0)段。" + paragraph }.joined(separator: "\n\n") + "\n"
  }

  @Test(arguments: samples + others + plans) func pagesStay(_ example: Case) throws {
    let dumps = try Golden.withFolder(example.files) { folder in
      // Whether the material suits the layout is not the question here: a proof is a page too.
      let outcome = try Program.run(
        example.command + ["-o", "page.pdf", "--dump", "--quiet"], folder: folder)
      #expect([0, 5].contains(outcome.code), "\(outcome.errors)")
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .filter { $0.hasPrefix("page") && $0.hasSuffix(".txt") }
        .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    }
    try #require(!dumps.isEmpty)
    // Pictures are named by their place, which is another on each machine.
    let text = CompactDump.text(
      of: dumps.joined(separator: "\n").replacing(Program.root.path, with: "."))
    let mismatch = DumpSnapshot.mismatch(text, named: "pages/\(example.name)")
    #expect(mismatch == nil, "\(mismatch ?? "")")
  }

  @Test func chartPresetsStay() throws {
    let specs = Program.root.appendingPathComponent("Tests/ChartingTests/PresetSpecs")
    try Golden.withFolder([:]) { folder in
      let outcome = try Program.run(
        ["chart", specs.path, "-o", folder.path, "--format", "svg", "--quiet"])
      #expect(outcome.code == 0, "\(outcome.errors)")
      let charts = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .filter { $0.hasSuffix(".svg") }
      #expect(charts.count >= 22)
      for chart in charts {
        let picture = try String(
          contentsOf: folder.appendingPathComponent(chart), encoding: .utf8)
        let name = "charts/\(chart.dropLast(4))"
        let mismatch = DumpSnapshot.mismatch(Golden.text(ofSVG: picture), named: name)
        #expect(mismatch == nil, "\(mismatch ?? "")")
      }
    }
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/qpdf"), "no qpdf"))
  func aPressSheetStays() throws {
    try Golden.withFolder([:]) { folder in
      let sample = Program.root.appendingPathComponent("layouts/case-slip/sample.md").path
      let outcome = try Program.run(
        [
          "render", sample, "--layout", "case-slip", "--press", "newsprint", "--marks", "full",
          "--impose", "2up", "-o", "sheet.pdf", "--quiet",
        ], folder: folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let sheet = try Golden.sheet(of: folder.appendingPathComponent("sheet.pdf"))
      let mismatch = DumpSnapshot.mismatch(sheet, named: "pages/press-sheet")
      #expect(mismatch == nil, "\(mismatch ?? "")")
    }
  }

  /// What a list of runs cannot say: order of painting, colours, pictures. Few dots an inch keep
  /// the files small and let the machine's own rasteriser differ a little.
  @Test(arguments: [
    "newspaper-tabloid", "gongwen-a4", "grid-board", "monthly-analysis", "poster", "case-slip",
  ])
  func picturesOfPagesStay(_ name: String) throws {
    let example = try #require((Self.samples + Self.others).first { $0.name == name })
    try Golden.withFolder([:]) { folder in
      var command = example.command
      if let variants = command.firstIndex(of: "--variants") { command[variants + 1] = "1" }
      let outcome = try Program.run(
        command + ["-o", "page.png", "--dpi", "20", "--quiet"], folder: folder)
      #expect([0, 5].contains(outcome.code), "\(outcome.errors)")
      let file = try #require(
        FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
          .first { $0.hasSuffix(".png") })
      let picture = try Data(contentsOf: folder.appendingPathComponent(file))
      let mismatch = try Golden.mismatch(picture, named: name)
      #expect(mismatch == nil, "\(mismatch ?? "")")
    }
  }
}
