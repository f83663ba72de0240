import Foundation
import Testing

/// The sample page measured on its PDF by a tool that knows nothing of how it was made.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct PageCheckTests {
  private static let python = Program.root.appendingPathComponent(".build/venv/bin/python").path

  private func measure() throws -> [String: Any]? {
    guard FileManager.default.isExecutableFile(atPath: Self.python) else {
      try Test.cancel("no Python environment under .build/venv: make test makes it")
    }
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appendingPathComponent("page.pdf").path
    let source = folder.appendingPathComponent("source.txt")
    let outcome = try Program.run([
      "render", SamplePageTests.sample, "-l", "newspaper-tabloid", "-o", page, "--photos",
      Program.fixture("photos"),
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    try joinedSource().write(to: source, atomically: true, encoding: .utf8)
    let check = Process()
    check.executableURL = URL(fileURLWithPath: Self.python)
    check.arguments = [
      Program.root.appendingPathComponent("Tests/Tools/pagecheck.py").path, page, "--source",
      source.path, "--tolerance", "0.05",
    ]
    let pipe = Pipe()
    check.standardOutput = pipe
    try check.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    check.waitUntilExit()
    return try JSONSerialization.jsonObject(with: data) as? [String: Any]
  }

  /// One paragraph a line, the two broken ones joined by hand.
  private func joinedSource() throws -> String {
    let text = try String(contentsOfFile: SamplePageTests.sample, encoding: .utf8)
    return text.split(separator: "\n").joined(separator: "\n")
      .replacingOccurrences(of: "城市基\n层治理", with: "城市基层治理")
      .replacingOccurrences(of: "引入规范化\n公司", with: "引入规范化公司")
  }

  private func value(_ tree: [String: Any], _ path: String...) -> Any? {
    var node: Any? = tree
    for key in path { node = (node as? [String: Any])?[key] }
    return node
  }

  @Test func theSamplePageIsSetRight() throws {
    guard let page = try measure() else { return }
    #expect(page["pages"] as? Int == 1)
    #expect(value(page, "typesetting", "grid", "off_grid") as? Int == 0)
    #expect(value(page, "typesetting", "justified", "right_edge_off") as? Int == 0)
    for fault in [
      "forbidden_first", "forbidden_last", "numbers_split", "dashes_split",
      "one_character_last_lines", "paragraph_last_line_alone_at_top", "lines_beyond_measure",
    ] {
      #expect(value(page, "typesetting", "line_breaking", fault) as? Int == 0, "\(fault)")
    }
    let bottoms = value(page, "typesetting", "column_bottoms") as? [[String: Any]]
    #expect(bottoms?.first?["not_aligned"] as? Int == 0, "PG-11")
    #expect(value(page, "words", "poppler_raw", "characters_missing") as? Int == 0)
    let whole = value(page, "words", "poppler_raw", "paragraphs_found_whole") as? Int
    #expect(whole == value(page, "words", "poppler_raw", "paragraphs") as? Int)
    for good in ["all_embedded", "all_subset", "all_to_unicode"] {
      #expect(value(page, "fonts", good) as? Bool == true, "\(good)")
    }
    #expect(value(page, "fonts", "bytes") as? Int ?? .max < 250_000)
    let fill = (page["fill"] as? [[String: Any]])?.first
    #expect(fill?["overlapping_lines"] as? Int == 0)
    #expect(fill?["body_glyphs_over_art"] as? Int == 0)
  }
}
