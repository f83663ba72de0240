import Foundation
import Testing

/// `banxin compose`: text from standard input, lines with their fit to standard output.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct ComposeTests {
  private func compose(_ bytes: Data, _ arguments: [String]) throws -> Program.Outcome {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("text.txt")
    try bytes.write(to: file)
    return try Program.run(["compose"] + arguments, input: file)
  }

  private static let text = Data("征程万里风正劲，重任千钧再奋蹄，全年增长8.5%。\n\n“好。”他说。\n".utf8)

  @Test func linesAndSteps() throws {
    let outcome = try compose(Self.text, ["--measure", "11em", "--size", "9pt"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let lines = outcome.output.components(separatedBy: "\n")
    #expect(lines[0].hasPrefix("1  ") && lines[0].hasSuffix("征程万里风正劲，重"), "\(lines)")
    #expect(outcome.output.contains("S4 ") || outcome.output.contains("solid"))
    #expect(outcome.output.contains("lines, badness "))
    // Two paragraphs, an empty line between their reports.
    #expect(outcome.output.components(separatedBy: "\n\n").count == 2)
  }

  @Test func jsonHoldsEveryCharacterOnce() throws {
    for more in [["--scheme", "kaiming", "--level", "strict"], ["--tightness", "loose"]] {
      let outcome = try compose(
        Self.text, ["--measure", "11em", "--style", "body", "--json"] + more)
      #expect(outcome.code == 0, "\(outcome.errors)")
      let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
      let paragraphs = try #require(object as? [[String: Any]])
      #expect(paragraphs.count == 2)
      let lines = try #require(paragraphs[0]["lines"] as? [[String: Any]])
      let text = lines.compactMap { $0["text"] as? String }.joined()
      #expect(text == "征程万里风正劲，重任千钧再奋蹄，全年增长8.5%。")
      for line in lines.dropLast() {
        #expect((line["width"] as? Double) == line["measure"] as? Double)
      }
    }
  }

  @Test func badInputIsNamed() throws {
    let cases: [(Data, [String], Int32, String)] = [
      (Data([0xD5, 0xF7, 0xB3, 0xCC]), ["--measure", "11em"], 1, "input.not-utf8"),
      (Data(repeating: 0x61, count: 16 << 20 | 1), ["--measure", "11em"], 1, "input.too-large"),
      (Self.text, ["--measure", "11"], 1, "compose.bad-length"),
      (Self.text, ["--measure", "0.5em"], 1, "compose.out-of-range"),
      (Self.text, ["--measure", "11em", "--style", "bdy"], 1, "compose.unknown-style"),
    ]
    for (bytes, arguments, code, finding) in cases {
      let outcome = try compose(bytes, arguments)
      #expect(outcome.code == code && outcome.errors.contains("[\(finding)]"), "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }
    #expect(try compose(Self.text, ["--measure", "11em", "--scheme", "x"]).code == 2)
  }
}
