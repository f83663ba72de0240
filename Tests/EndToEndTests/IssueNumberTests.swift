import Foundation
import Testing

/// Issue numbers of briefs that count themselves, and facts that no place takes.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct IssueNumberTests {
  private func text(_ title: String, date: String, more: String = "") -> String {
    "---\npaper: 杏溪工作简报\nsponsor: 杏溪街道党政办编\ndate: \(date)\n\(more)---\n# \(title)\n\n"
      + "今年3月以来，杏溪街道组织42名网格员对13个社区逐户摸底。\n"
  }

  private func inFolder(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    try body(folder)
  }

  private func set(_ name: String, _ folder: URL) throws -> Program.Outcome {
    try Program.run(
      [
        "render", "\(name).md", "-l", "jianbao", "--issues", "issues.csv", "-o", "\(name).pdf",
        "--home", Program.root.path,
      ], folder: folder)
  }

  @Test(.enabled(if: Program.hasText)) func numbersCountOnFromTextToText() throws {
    try inFolder([
      "first.md": text("甲", date: "2031-11-06", more: "issue: 18\ntotal: 126\n"),
      "second.md": text("乙", date: "2031-12-06"),
      "third.md": text("丙", date: "2032-01-06"),
    ]) { folder in
      // Setting a text again takes no new number.
      for name in ["first", "second", "second", "third"] {
        let outcome = try set(name, folder)
        #expect(outcome.code == 0, "\(outcome.errors)")
      }
      let table = try String(
        contentsOf: folder.appendingPathComponent("issues.csv"), encoding: .utf8)
      #expect(
        table
          == "稿件,刊名,年,期,总期\nfirst.md,杏溪工作简报,2031,18,126\nsecond.md,杏溪工作简报,2031,19,127\n"
          + "third.md,杏溪工作简报,2032,1,128\n")
      let page = try Program.text(of: folder.appendingPathComponent("second.pdf"))
      #expect(page.contains("杏溪工作简报") && page.contains("第19期（总第127期）"), "\(page)")
      #expect(page.contains("杏溪街道党政办编") && page.contains("2031年12月6日"), "\(page)")
    }
  }

  @Test func aNumberThatIsTakenAndATextWithoutADateAreRefused() throws {
    try inFolder([
      "first.md": text("甲", date: "2031-11-06", more: "issue: 18\ntotal: 126\n"),
      "second.md": text("乙", date: "2031-12-06", more: "issue: 18\ntotal: 127\n"),
      "third.md": "---\npaper: 杏溪工作简报\n---\n# 丙\n\n今年以来，街道组织逐户摸底。\n",
    ]) { folder in
      #expect(try set("first", folder).code == 0)
      let second = try set("second", folder)
      #expect(second.code == 1 && second.errors.contains("[issues.taken]"), "\(second.errors)")
      let third = try set("third", folder)
      #expect(third.code == 1 && third.errors.contains("[issues.no-date]"), "\(third.errors)")
      let table = try String(
        contentsOf: folder.appendingPathComponent("issues.csv"), encoding: .utf8)
      #expect(table.split(separator: "\n").count == 2)
    }
  }

  @Test func aFactWithoutAPlaceIsSaid() throws {
    try inFolder(["a.md": text("甲", date: "2031-11-06", more: "editor: 周敏\n")]) { folder in
      let outcome = try Program.run(
        ["render", "a.md", "-l", "jianbao", "-o", "a.pdf", "--home", Program.root.path],
        folder: folder)
      #expect(outcome.code == 0 && outcome.errors.contains("no place for editor"))
      let plain = try Program.run(
        ["render", "a.md", "-l", "bulletin-a4", "-o", "a.pdf", "--home", Program.root.path],
        folder: folder)
      #expect(plain.errors.contains("no place for paper, sponsor, date, editor"), "\(plain.errors)")
    }
  }
}
