import Foundation
import Testing

/// `banxin issue` and `banxin page`, run as an editor runs them.
@Suite(.enabled(if: Program.hasFonts)) struct IssueTests {
  private static let paragraph =
    "近日，钢山街道鸿景社区党群服务中心正式启用，居民步行十五分钟，就能办理医保、养老、公积金等32项业务。"
    + "中心设有图书室、健身房、儿童活动室和老年食堂，每天开放12个小时，周末不休息。"

  private func story(_ title: String, paragraphs: Int) -> String {
    title + "\n\n"
      + (1...paragraphs).map { "第\($0)段。" + Self.paragraph }.joined(separator: "\n\n") + "\n"
  }

  private func folder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "banxin-issue-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    return folder
  }

  @Test func anIssueIsOneFileWhoseStoriesJump() throws {
    let folder = try folder([
      "long.txt": story("十五分钟服务圈建成", paragraphs: 62),
      "short.txt": story("秋粮颗粒归仓", paragraphs: 24),
      "ISSUE.yaml": """
      format: 1
      layout: newspaper-a3
      facts: { paper: 钢山报 }
      pages:
        - articles: [{ report: long.txt, continues: 2 }]
        - articles: [{ report: short.txt }]
      """,
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try Program.run(
      ["issue", "ISSUE.yaml", "-o", "i.pdf", "--dump", "-v"], folder: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("issue.sheets"))
    let dump = try String(contentsOf: folder.appendingPathComponent("i.txt"), encoding: .utf8)
    let words = dump.filter { !$0.isWhitespace }
    #expect(words.contains("下转第2版") && words.contains("上接第1版"))
  }

  private static let python = Program.root.appendingPathComponent(".build/venv/bin/python")

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: Self.python.path),
      "make test prepares the Python that makes the picture"))
  func coarsePicturesAreNotPrinted() throws {
    let photos = try folder([:])
    defer { try? FileManager.default.removeItem(at: photos) }
    // 300 pixels across two columns of 73 mm are 104 an inch.
    let source = Program.root.appendingPathComponent("Tests/Fixtures/photos/1-site.jpg")
    let shrink = Process()
    shrink.executableURL = Self.python
    shrink.arguments = [
      "-c",
      "import sys; from PIL import Image; i = Image.open(sys.argv[1]); "
        + "i.resize((300, 200)).save(sys.argv[2])", source.path,
      photos.appendingPathComponent("1.jpg").path,
    ]
    try shrink.run()
    shrink.waitUntilExit()
    #expect(shrink.terminationStatus == 0)
    let output = photos.appendingPathComponent("p.pdf")
    let outcome = try Program.run([
      "render", "Tests/Fixtures/reports/gangshan-2022.txt", "--layout", "newspaper-tabloid",
      "--photos", photos.path, "--press", "newsprint", "-o", output.path,
    ])
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("picture.too-coarse"))
    #expect(!FileManager.default.fileExists(atPath: output.path))
  }
}
