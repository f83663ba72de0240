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

  @Test(arguments: layouts, reports)
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
}
