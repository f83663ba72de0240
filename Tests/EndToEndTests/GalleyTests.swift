import Foundation
import Testing

/// The reports' running text in galleys of three measures, read back from the PDF files by a tool
/// that knows nothing of the engine: LB-1…LB-5, LA-1, PW-1, PG-3 as printed.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct GalleyTests {
  private static let python = Program.root.appendingPathComponent(".build/venv/bin/python").path

  private func check(_ file: String) throws -> [String: Any] {
    let check = Process()
    check.executableURL = URL(fileURLWithPath: Self.python)
    check.arguments = [
      Program.root.appendingPathComponent("Tests/Tools/pagecheck.py").path, file, "--tolerance",
      "0.05",
    ]
    let pipe = Pipe()
    check.standardOutput = pipe
    try check.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    check.waitUntilExit()
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return try #require(object?["typesetting"] as? [String: Any])
  }

  @Test func linesAreRightOnThePage() throws {
    guard FileManager.default.isExecutableFile(atPath: Self.python) else {
      try Test.cancel("no Python environment under .build/venv: make test makes it")
    }
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try Program.run([
      "bench", "lines", Program.fixture("reports"), "--galleys", folder.path,
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(files.count >= 12)
    var judged = 0
    var short = 0
    for file in files {
      let found = try check(folder.appendingPathComponent(file).path)
      let justified = try #require(found["justified"] as? [String: Any])
      judged += justified["lines_judged"] as? Int ?? 0
      // A line that would be torn open is left short (AD-3); that is seldom so.
      short += try #require(justified["right_edge_off"] as? Int, "\(file)")
      let breaking = try #require(found["line_breaking"] as? [String: Any])
      for fault in [
        "forbidden_first", "forbidden_last", "numbers_split", "dashes_split",
        "one_character_last_lines", "lines_beyond_measure",
      ] {
        #expect(breaking[fault] as? Int == 0, "\(file) \(fault)")
      }
      let marks = try #require(found["punctuation"] as? [String: Any])
      let pairs = marks["adjacent_pairs"] as? Int
      #expect(pairs != nil && marks["adjacent_compressed"] as? Int == pairs, "\(file)")
    }
    #expect(short * 100 <= judged)
    #expect(judged > 900)
  }
}
