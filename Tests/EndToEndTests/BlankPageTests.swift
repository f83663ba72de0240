import Foundation
import Testing

/// Blank at the feet of stories counts as blank of the page (AD-6): over a tenth is said with the
/// characters that are missing, over a third is only a proof.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct BlankPageTests {
  private static func story(_ title: String, _ count: Int) -> String {
    "# \(title)\n\n"
      + (1...count).map {
        "第\($0)段。近日，钢山街道鸿景社区党群服务中心正式启用，居民步行十五分钟，就能办理医保、养老、公积金等32项业务。"
          + "中心设有图书室、健身房、儿童活动室和老年食堂，每天开放12个小时，周末不休息。"
      }.joined(separator: "\n\n") + "\n"
  }

  private static let plan = """
    format: 1
    layout: newspaper-tabloid
    facts: { paper: 钢山报, section: 综合 }
    articles:
      - { report: lead.md, importance: 3 }
      - { report: short.md, pin: { columns: 5-6, lines: 1-86 } }

    """

  /// Paragraphs of both stories, and how the page ends.
  @Test(arguments: [(20, 3, 5, "错误"), (34, 8, 0, "警告")] as [(Int, Int, Int32, String)])
  func blankAtTheFeetOfStoriesIsSaid(
    lead: Int, short: Int, code: Int32, severity: String
  ) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [
      ("lead.md", Self.story("十五分钟服务圈建成", lead)), ("short.md", Self.story("秋粮颗粒归仓", short)),
      ("PLAN.yaml", Self.plan),
    ] {
      try text.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let outcome = try Program.run(
      [
        "page", "PLAN.yaml", "-o", "page.pdf", "--lang", "zh", "--home", Program.root.path,
      ], folder: folder)
    #expect(outcome.code == code, "\(outcome.errors)")
    let said = outcome.errors.split(separator: "\n").filter { $0.contains("[page.not-filled]") }
    #expect(said.count == 1, "\(outcome.errors)")
    let line = said.first.map(String.init) ?? ""
    #expect(line.contains(severity) && line.contains("还差约"), "\(line)")
  }
}
