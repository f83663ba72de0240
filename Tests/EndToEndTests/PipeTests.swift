import Foundation
import Testing

/// `-` as standard input and output, and results that never write over each other.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct PipeTests {
  private static let text = """
    # 柳溪街道走访通报

    本周走访居民12户，收到意见3条，已办结2条。
    """

  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func write(_ text: String, _ path: String, in folder: URL) throws -> URL {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file
  }

  /// Runs the program with its standard output in a file.
  private func pipe(_ arguments: String, from input: URL, in folder: URL) throws -> Data {
    let outcome = try Program.run(
      [], folder: folder, through: ["/bin/sh", "-c", "\"$0\" \(arguments) > out"], input: input)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try Data(contentsOf: folder.appendingPathComponent("out"))
  }

  @Test func reportsComeInAndGoOutThroughPipes() throws {
    try inFolder { folder in
      let input = try write(Self.text, "in.md", in: folder)
      let piped = try pipe("render - -l jianbao -o -", from: input, in: folder)
      #expect(piped.starts(with: Data("%PDF-".utf8)))
      let named = try Program.run(
        ["render", "in.md", "-l", "jianbao", "-o", "named.pdf"], folder: folder)
      #expect(named.code == 0, "\(named.errors)")
      #expect(try piped == Data(contentsOf: folder.appendingPathComponent("named.pdf")))
      // The same report as the model that `read` writes.
      let model = try pipe("read - -o -", from: input, in: folder)
      let yaml = try write(String(decoding: model, as: UTF8.self), "model", in: folder)
      let again = try pipe("render - -l jianbao -o - --svg", from: yaml, in: folder)
      #expect(String(decoding: again.prefix(200), as: UTF8.self).contains("<svg"))
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/output"))
    }
  }

  /// Where LibreOffice is not, what is piped in gets the advice that a file gets.
  @Test func oldFormatsInPipesAreNamed() throws {
    try inFolder { folder in
      let input = try write("{\\rtf1\\ansi notice}", "in", in: folder)
      let outcome = try Program.run(
        ["render", "-", "-l", "jianbao", "-o", "a.pdf"], environment: ["PATH": folder.path],
        folder: folder, input: input)
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("[file.office]") && outcome.errors.contains("另存为 .docx"))
    }
  }

  @Test func filesForThePressAreCheckedThroughAPipe() throws {
    try inFolder { folder in
      let input = try write(Self.text, "in.md", in: folder)
      let pdf = try pipe("render - -l jianbao -o -", from: input, in: folder)
      let file = folder.appendingPathComponent("page.pdf")
      try pdf.write(to: file)
      let piped = try Program.run(["preflight", "-"], folder: folder, input: file)
      let named = try Program.run(["preflight", "page.pdf"], folder: folder)
      #expect(
        piped.output.split(separator: "\n").first == named.output.split(separator: "\n").first)
    }
  }

  @Test func chartsGoThroughPipesAndIntoNamedFiles() throws {
    try inFolder { folder in
      let spec = """
        {"data": {"values": [{"a": "甲", "b": 3}, {"a": "乙", "b": 5}]}, "mark": "bar",
         "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"}}}
        """
      let input = try write(spec, "in.vl.json", in: folder)
      let piped = try pipe("chart - -o - --format svg", from: input, in: folder)
      let named = try Program.run(["chart", "in.vl.json", "-o", "a.svg"], folder: folder)
      #expect(named.code == 0, "\(named.errors)")
      #expect(try piped == Data(contentsOf: folder.appendingPathComponent("a.svg")))
      let wrong = try Program.run(["chart", "in.vl.json", "-o", "a.docx"], folder: folder)
      #expect(wrong.code == 1 && wrong.errors.contains("[output.format]"), "\(wrong.errors)")
      let many = try Program.run(
        ["chart", "-", "-o", "-", "--format", "svg,pdf"], folder: folder, input: input)
      #expect(many.code == 1 && many.errors.contains("[output.one-file]"), "\(many.errors)")
    }
  }

  @Test func reportsOfOneNameKeepTheirFolders() throws {
    try inFolder { folder in
      for (place, head) in [("a", "甲街道通报"), ("b", "乙街道通报")] {
        _ = try write("# \(head)\n\n本周走访居民12户。\n", "\(place)/report.md", in: folder)
      }
      for (report, page) in [
        ("a/report.md", "output/report/jianbao.pdf"),
        ("b/report.md", "output/report-2/jianbao.pdf"),
        ("./a/report.md", "output/report/jianbao.pdf"),
      ] {
        let outcome = try Program.run(["render", report, "-l", "jianbao"], folder: folder)
        #expect(outcome.output.split(separator: "\n").contains { $0 == page }, "\(outcome.output)")
      }
    }
  }

  @Test(arguments: [
    ["page", "plan.yaml", "-o", "x.docx"], ["issue", "plan.yaml", "-o", "x.doc"],
    ["bulletin", "月", "--data", "c.csv", "--period", "2031-05", "-o", "x.docx"],
  ])
  func unknownEndingsAreRefusedBeforeAnythingIsRead(_ arguments: [String]) throws {
    try inFolder { folder in
      let outcome = try Program.run(arguments, folder: folder)
      #expect(outcome.code == 1 && outcome.errors.contains("[output.format]"), "\(outcome.errors)")
    }
  }
}
