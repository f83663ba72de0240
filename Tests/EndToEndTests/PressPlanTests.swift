import Foundation
import Testing

/// `banxin page` and `banxin issue` with `--press`, as an editor sends pages to the plant.
@Suite(.enabled(if: Program.hasFonts)) struct PressPlanTests {
  private static let paragraph =
    "近日，钢山街道鸿景社区党群服务中心正式启用，居民步行十五分钟，就能办理医保、养老、公积金等32项业务。"
    + "中心设有图书室、健身房、儿童活动室和老年食堂，每天开放12个小时，周末不休息。"

  private func story(_ title: String, paragraphs: Int) -> String {
    title + "\n\n"
      + (1...paragraphs).map { "第\($0)段。" + Self.paragraph }.joined(separator: "\n\n") + "\n"
  }

  /// Runs a body in a folder with an issue of two pages, a plan that fits and one that does not.
  private func withPlans(_ body: (URL) throws -> Void) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let facts = "facts: { paper: 钢山报, date: 2031-05-01 }"
    let files = [
      "long.txt": story("十五分钟服务圈建成", paragraphs: 62),
      "short.txt": story("秋粮颗粒归仓", paragraphs: 24),
      "page.txt": story("秋粮颗粒归仓", paragraphs: 38),
      "endless.txt": story("秋粮颗粒归仓", paragraphs: 60),
      "ISSUE.yaml": """
      format: 1
      layout: newspaper-a3
      \(facts)
      pages:
        - articles: [{ report: long.txt, continues: 2 }]
        - articles: [{ report: short.txt }]
      """,
      "PLAN.yaml": """
      format: 1
      layout: newspaper-a3
      \(facts)
      articles: [{ report: page.txt }]
      """,
      "OVER.yaml": """
      format: 1
      layout: newspaper-a3
      \(facts)
      articles: [{ report: endless.txt }]
      """,
    ]
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try body(folder)
  }

  private func finished(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".pdf") }.sorted()
  }

  private func report(on file: String, in folder: URL) throws -> [String: Any] {
    let outcome = try Program.run(["preflight", file, "--json", "--quiet"], folder: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(report as? [String: Any])
  }

  private func expectReady(_ file: String, pages: Int, in folder: URL) throws {
    let report = try report(on: file, in: folder)
    #expect(report["pressReady"] as? Bool == true)
    #expect(report["claim"] as? String == "PDF/X-4")
    #expect(report["pages"] as? Int == pages)
    #expect((report["blackGlyphs"] as? Int ?? 0) > 500)
  }

  @Test func anIssueIsOneReadyFile() throws {
    try withPlans { folder in
      let outcome = try Program.run(
        ["issue", "ISSUE.yaml", "-o", "i.pdf", "--press", "newsprint"], folder: folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(try finished(in: folder) == ["i.pdf"])
      try expectReady("i.pdf", pages: 2, in: folder)
    }
  }

  /// Names carry the date and the page, and each file has one page.
  @Test func aSplitIssueIsAFileAPage() throws {
    try withPlans { folder in
      let outcome = try Program.run(
        ["issue", "ISSUE.yaml", "-o", "i.pdf", "--press", "newsprint", "--split"], folder: folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let names = try finished(in: folder)
      #expect(names == ["i-20310501-01.pdf", "i-20310501-02.pdf"])
      for name in names {
        #expect(outcome.output.contains(name))
        try expectReady(name, pages: 1, in: folder)
      }
    }
  }

  @Test(arguments: [false, true]) func aPageIsReady(_ isSplit: Bool) throws {
    try withPlans { folder in
      let order = ["page", "PLAN.yaml", "-o", "p.pdf", "--press", "newsprint"]
      let outcome = try Program.run(order + (isSplit ? ["--split"] : []), folder: folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let names = try finished(in: folder)
      #expect(names.count == 1)
      #expect(names[0] == "p.pdf" || isSplit && names[0].hasPrefix("p-20310501-"))
      try expectReady(names[0], pages: 1, in: folder)
    }
  }

  /// Text without a place: nothing is written for the plant, whether in one file or in several.
  @Test(arguments: [[], ["--split"]]) func anOversetPageIsRefused(_ options: [String]) throws {
    try withPlans { folder in
      let outcome = try Program.run(
        ["page", "OVER.yaml", "-o", "p.pdf", "--press", "newsprint"] + options, folder: folder)
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("press.not-ready"))
      #expect(try finished(in: folder).isEmpty)
    }
  }
}
