import Foundation
import Testing

/// Every layout folder is under test at once: it checks, and every report kind is set in it.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct LayoutTests {
  static let layouts: [String] = {
    let folder = Program.root.appendingPathComponent("layouts")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter {
      FileManager.default.fileExists(
        atPath: folder.appendingPathComponent("\($0)/layout.yaml").path)
    }.sorted()
  }()

  static let reports: [String] = {
    let folder = Program.fixture("reports")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.sorted()
  }()

  @Test(arguments: layouts)
  func aLayoutHasNoMistakes(_ name: String) throws {
    let outcome = try Program.run(["check", name])
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  /// A poster holds what its smallest size allows and a banner one slogan: other reports are refused.
  static let sheets: Set<String> = ["poster", "banner"]

  @Test(arguments: layouts.filter { !sheets.contains($0) }, reports)
  func everyReportIsSet(_ layout: String, _ report: String) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appendingPathComponent("page.pdf")
    let outcome = try Program.run([
      "render", Program.fixture("reports/\(report)"), "-l", layout, "-o", page.path,
    ])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try Data(contentsOf: page).starts(with: Data("%PDF".utf8)))
  }

  @Test(arguments: layouts)
  func aLayoutSetsItsSample(_ layout: String) throws {
    let sample = Program.root.appendingPathComponent("layouts/\(layout)/sample.md")
    guard FileManager.default.fileExists(atPath: sample.path) else { return }
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appendingPathComponent("page.pdf")
    let outcome = try Program.run(["render", sample.path, "-l", layout, "-o", page.path])
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
  }

  @Test(arguments: sheets.sorted())
  func aSheetRefusesWhatItCannotHold(_ layout: String) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = folder.appendingPathComponent("long.txt")
    let slogan = String(repeating: "人人参与网格治理", count: 12)
    let text = String(repeating: "国", count: 3000) + "。"
    try "\(slogan)\n\n\(text)\n".write(to: report, atomically: true, encoding: .utf8)
    let page = folder.appendingPathComponent("page.pdf")
    let outcome = try Program.run(["render", report.path, "-l", layout, "-o", page.path])
    #expect(outcome.code == 1 && outcome.errors.contains("page.overset"), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: page.path))
  }
}
