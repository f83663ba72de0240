import Foundation
import Testing

/// Office papers written as Word files and read back by our own reader.
@Suite(.enabled(if: Program.hasFonts)) struct WordTests {
  /// Twenty papers of all forms: 公文 with tables, notes, attachments and pictures, 简报, bulletins with
  /// lists, letters. The model is the same; pages against LibreOffice's are compared by the tool alone.
  @Test func papersComeBackAsTheyWere() throws {
    let python = Program.root.appendingPathComponent(".build/venv/bin/python").path
    guard FileManager.default.isExecutableFile(atPath: python) else {
      try Test.cancel("no Python environment under .build/venv: make test makes it")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [
      Program.root.appendingPathComponent("Tests/Tools/word_pages.py").path,
      Program.executable.path, "--no-office",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let did = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let papers = try #require(did["papers"] as? [[String: Any]])
    #expect(papers.count == 20)
    for paper in papers {
      #expect(paper["model"] as? Bool == true, "\(paper)")
    }
  }
}
