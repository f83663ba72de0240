import Foundation
import Testing

/// Reports written in every format that reads back: JSON, Markdown, HTML, Word; tables as CSV.
@Suite(.enabled(if: Program.hasFonts)) struct ReadBackTests {
  /// The models are the same, and every cell of the tables.
  @Test func reportsComeBackAsTheyWere() throws {
    let folder = Program.root.appendingPathComponent("Tests/Fixtures/reports")
    let names = [
      "gangshan-2022.txt", "a-monthly-opinion-analysis.md", "f-brief-with-attachments.txt",
    ]
    let paths = names.map { folder.appendingPathComponent($0).path }
    let did = try Script.outcome(of: "export_check.py", paths)
    let reports = try #require(did["reports"] as? [String: [String: [Any]]])
    #expect(Set(reports.keys) == Set(names))
    for (name, formats) in reports {
      #expect(Set(formats.keys) == ["json", "md", "html", "docx", "csv"])
      for (format, differences) in formats {
        #expect(differences.isEmpty, "\(name) as \(format): \(differences)")
      }
    }
  }
}
