import Foundation
import Testing

/// Office papers written as Word files and read back by our own reader.
@Suite(.enabled(if: Program.hasFonts)) struct WordTests {
  /// Twenty papers of all forms: 公文 with tables, notes, attachments and pictures, 简报, bulletins with
  /// lists, letters. The model is the same; pages against LibreOffice's are compared by the tool alone.
  @Test func papersComeBackAsTheyWere() throws {
    let did = try Script.outcome(of: "word_pages.py", ["--no-office"])
    let papers = try #require(did["papers"] as? [[String: Any]])
    #expect(papers.count == 20)
    for paper in papers {
      #expect(paper["model"] as? Bool == true, "\(paper)")
    }
  }
}
