import Diagnostics
import Foundation
import ReportModel
import Testing

@testable import ReportReading

/// The example of the guide AddingAnInputFormat: subtitles as a broadcasting station keeps them.
struct SubtitleReader: ReportReader {
  static let format = InputFormat(name: "subtitles", endings: ["srt"])

  func read(_ source: Source, into problems: inout Problems) throws(Rejection) -> Report {
    let scalars = try TextDecoder(file: source.name, emoji: source.emoji)
      .decode(source.bytes, into: &problems)
    var text = String(String.UnicodeScalarView(scalars))
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    // Numbers and times are no words of the report; their lines stay, so that places stay true.
    for (line, words) in text.enumerated() {
      let isNumber = !words.isEmpty && words.allSatisfy { $0.isASCII && $0.isNumber }
      if isNumber || words.contains(" --> ") { text[line] = "" }
    }
    guard text.contains(where: { !$0.isEmpty }) else { throw Rejection(Self.silent(source.name)) }
    let plain = Source(name: source.name, bytes: Array(text.joined(separator: "\n").utf8))
    return try PlainTextReader().read(plain, into: &problems)
  }

  private static func silent(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "reading.silent", Wording("the subtitles say nothing", "字幕里没有文字"),
      at: SourceRange(file: name, line: 1),
      hints: [Wording("check the file", "请检查文件")])
  }
}

@Suite struct AddedFormatTests {
  private let subtitles = """
    1
    00:00:00,000 --> 00:00:04,000
    柳溪街道走访通报

    2
    00:00:04,000 --> 00:00:09,000
    本周走访居民12户，收到意见3条，已办结2条。

    """

  private func read(_ text: String) throws -> Report {
    var problems = Problems()
    return try SubtitleReader().read(
      Source(name: "a.srt", bytes: Array(text.utf8)), into: &problems)
  }

  @Test func wordsAreReadAndTimesAreNot() throws {
    let report = try read(subtitles)
    #expect(report.headlines == ["柳溪街道走访通报"])
    #expect(report.blocks.last?.range.start.line == 7)
    #expect(report.indicators.contains { $0.value == "12" && $0.unit == "户" })
  }

  @Test func whatSaysNothingIsRejected() throws {
    let rejection = #expect(throws: Rejection.self) {
      try read("1\n00:00:00,000 --> 00:00:04,000\n")
    }
    #expect(rejection?.diagnostics.first?.code == "reading.silent")
  }

  /// The guide shows what is compiled here.
  @Test func theGuideShowsThisReader() throws {
    func lines(_ text: String) -> [String] {
      text.components(separatedBy: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty }
    }
    let here = URL(fileURLWithPath: #filePath)
    let root = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let guide = root.appendingPathComponent(
      "Sources/Exporting/Exporting.docc/AddingAnInputFormat.md")
    let blocks = try String(contentsOf: guide, encoding: .utf8)
      .components(separatedBy: "```swift\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
    #expect(blocks.count == 2)
    let code = lines(try String(contentsOf: here, encoding: .utf8)).joined(separator: "\n")
    for block in blocks {
      #expect(code.contains(lines(block).joined(separator: "\n")), "\(block)")
    }
  }
}
