import Foundation
import Testing

/// `banxin compare` on reports, on PDF files and on plans, run as a proof-reader runs it.
@Suite(.enabled(if: Program.hasFonts)) struct CompareTests {
  /// Fifty edits, each found and named, and none invented; equal versions do not differ.
  @Test func editsAreFoundAndNoneInvented() throws {
    let did = try Script.outcome(of: "compare_edits.py")
    let edits = try #require(did["edits"] as? [[String: Any]])
    #expect(edits.count == 50)
    for edit in edits {
      #expect(edit["found"] as? Bool == true, "\(edit)")
      #expect((edit["invented"] as? [Any])?.isEmpty == true, "\(edit)")
    }
    #expect(did["equal"] as? [Int] == [0, 0])
  }

  /// The marked pages are those of the later version, then a list; a report is not compared with pages.
  @Test func markedPagesEndWithAList() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [("old", "检查堤段12处，发现问题3个，均已整改到位。"), ("new", "检查堤段13处，发现问题3个，均已整改到位。")] {
      try Data("# 汛期检查完成\n\n\(text)\n".utf8).write(
        to: folder.appendingPathComponent("\(name).md"))
      let made = try Program.run(
        [
          "render", "\(folder.path)/\(name).md", "-l", "bulletin-a4", "-o",
          "\(folder.path)/\(name).pdf",
        ])
      #expect(made.code == 0, "\(made.errors)")
    }
    let marked = folder.appendingPathComponent("marked.pdf")
    let outcome = try Program.run(
      ["compare", "\(folder.path)/old.pdf", "\(folder.path)/new.pdf", "-o", marked.path])
    #expect(outcome.code == 3, "\(outcome.errors)")
    #expect(outcome.output.contains("[-12-]{+13+}"), "\(outcome.output)")
    let words = try Program.text(of: marked)
    #expect(words.contains("改动清单") && words.contains("检查堤段13处"))
    let unlike = try Program.run(["compare", "\(folder.path)/old.md", "\(folder.path)/new.pdf"])
    #expect(unlike.code == 1 && unlike.errors.contains("compare.unlike"))
  }
}
