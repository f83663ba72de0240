import Diagnostics
import Foundation
import ReportModel
import Testing

@testable import Exporting

/// The whole text of a report is in its finished file, as two readers see it.
///
/// Compared are letters: everything but white space, since readers differ in where they see it. Each
/// paragraph, head and cell of the report, as it was read, must be found unbroken in the text of the
/// file in painting order; a paragraph may be cut once, where a page ends and its folio comes in
/// between. Jump lines, folios and other furniture are what the file has besides, so the letters of
/// all paragraphs must be among those of the file, each as often as the report has it.
@Suite(.enabled(if: PressPage.hasFonts, "fonts/files is empty: run make bootstrap"))
struct PressTextTests {
  private static let reports = PressPage.root + "/Tests/Fixtures/reports/"

  private struct Case {
    var report: String
    var layout: String
    var press: PressOptions
  }

  private static var cases: [Case] {
    let newsprint = PressOptions(profile: "newsprint")
    var archive = newsprint
    archive.isArchive = true
    return [
      Case(report: "gangshan-2022.txt", layout: "newspaper-tabloid", press: newsprint),
      Case(
        report: "gangshan-2022.txt", layout: "newspaper-tabloid",
        press: PressOptions(profile: "newsprint", claim: .x1a)),
      Case(report: "b-daily-bulletin.txt", layout: "bulletin-a4", press: newsprint),
      Case(report: "a-monthly-opinion-analysis.md", layout: "bulletin-a4", press: archive),
    ]
  }

  @Test(arguments: 0..<4) func everyParagraphIsInTheFile(_ number: Int) throws {
    let one = Self.cases[number]
    var problems = Problems()
    let path = Self.reports + one.report
    let report = try Exporter.readReport(path, in: FileSystem(), into: &problems)
    let bytes = try finished(one, report: path)
    let passages = Self.passages(of: report)
    #expect(passages.count > 10)
    for (tool, arguments) in [
      ("pdftotext", ["-raw", "page.pdf", "-"]),
      ("mutool", ["draw", "-q", "-F", "txt", "page.pdf"]),
    ] {
      guard let words = try Checker.output(of: tool, arguments, on: bytes) else { continue }
      let text = Self.letters(words)
      for passage in passages {
        #expect(Self.holds(text, passage), "\(tool) lacks: \(passage)")
      }
      let missing = Self.counts(passages.joined()).filter { letter, count in
        Self.counts(text)[letter, default: 0] < count
      }
      #expect(missing.isEmpty, "\(tool): \(missing)")
    }
  }

  /// A file whose text lacks one letter of one paragraph is noticed.
  @Test func aLostLetterIsNoticed() {
    let text = "近日，钢山街道鸿景社区党群服务中心正式启用。第1版居民步行十五分钟。"
    #expect(Self.holds(text, "近日，钢山街道鸿景社区党群服务中心正式启用。"))
    #expect(Self.holds(text, "社区党群服务中心正式启用。居民步行十五分钟。"))
    #expect(!Self.holds(text, "近日，钢山街道鸿景社区党群服务中心正式启用了。"))
    #expect(!Self.holds(text, "近日，钢山鸿景社区正式启用。"))
  }

  // MARK: -

  private func finished(_ one: Case, report: String) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("banxin-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let home = try ResourceHome.find(
      given: PressPage.root, variable: nil, executable: "", in: FileSystem())
    var press = one.press
    press.isForced = true
    let output = folder.appendingPathComponent("page.pdf")
    var problems = Problems()
    _ = try Exporter(home: home, environment: FileSystem()).run(
      ExportJob(
        input: report, layout: one.layout, output: output.path,
        photos: PressPage.root + "/Tests/Fixtures/photos", press: press), into: &problems)
    return [UInt8](try Data(contentsOf: output))
  }

  private static func letters(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace })
  }

  private static func counts(_ text: String) -> [Character: Int] {
    text.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The letters of each paragraph and each cell.
  private static func passages(of report: Report) -> [String] {
    let texts = report.blocks.filter { $0.role != .tableTitle }.map(\.text)
    let cells = report.tables.flatMap { $0.rows.joined() }
    return (texts + cells).map(letters).filter { !$0.isEmpty }
  }

  /// Whether a text holds a passage in one piece, or in two, one behind the other.
  private static func holds(_ text: String, _ passage: String) -> Bool {
    if text.contains(passage) { return true }
    // The longest beginning that is there; a page ends nowhere else.
    let (whole, wanted) = (Array(text.utf8), Array(passage.utf8))
    for start in whole.indices {
      var length = 0
      while length < wanted.count, start + length < whole.count,
        whole[start + length] == wanted[length]
      { length += 1 }
      guard length >= 12 else { continue }
      // A cut through a letter is moved to its front.
      while length > 0, length < wanted.count, wanted[length] & 0xC0 == 0x80 { length -= 1 }
      let rest = String(decoding: wanted[length...], as: UTF8.self)
      let tail = String(decoding: whole[(start + length)...], as: UTF8.self)
      if tail.contains(rest) { return true }
    }
    return false
  }
}
