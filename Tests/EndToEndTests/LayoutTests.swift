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

  /// Posters and boards hold what their smallest sizes allow and a banner one slogan: other reports are
  /// refused.
  static let sheets = Set(layouts.filter(isSheet))

  private static func isSheet(_ layout: String) -> Bool {
    let file = Program.root.appendingPathComponent("layouts/\(layout)/layout.yaml")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
    func value(_ key: String) -> String? {
      lines.first { $0.hasPrefix("\(key):") }.map {
        $0.dropFirst(key.count + 1).trimmingCharacters(in: .whitespaces)
      }
    }
    if let base = value("like") { return isSheet(base) }
    return ["poster", "board", "banner"].contains(value("makeup") ?? "")
  }

  @Test(arguments: layouts.filter { !sheets.contains($0) }, reports)
  func everyReportIsSet(_ layout: String, _ report: String) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appendingPathComponent("page.pdf")
    let outcome = try Program.run([
      "render", Program.fixture("reports/\(report)"), "-l", layout, "-o", page.path,
    ])
    // A newspaper page that a report leaves more than a third blank is a proof, and says so (AD-6).
    let isShort = layout.hasPrefix("newspaper") && outcome.errors.contains("[page.not-filled]")
    #expect(outcome.code == 0 || isShort && outcome.code == 5, "\(outcome.errors)")
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
    // A line that may be read in two ways asks; nothing else may be said of a sample.
    let findings = outcome.errors.split(separator: "\n").filter {
      $0.contains(": warning:") || $0.contains("error:")
    }
    #expect(
      outcome.code == 0 && findings.allSatisfy { $0.contains("[report.doubtful-") },
      "\(outcome.errors)")
  }

  /// The table of a layout fills its template, or that of each row's class, row by row.
  @Test(arguments: layouts)
  func aTemplateTakesItsTable(_ layout: String) throws {
    let base = Program.root.appendingPathComponent("layouts/\(layout)")
    let table = base.appendingPathComponent("sample.csv").path
    guard FileManager.default.fileExists(atPath: table) else { return }
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let templates = base.appendingPathComponent("templates").path
    let isClassed = FileManager.default.fileExists(atPath: templates)
    let outcome = try Program.run(
      ["merge", "-l", layout, "--data", table, "-o", folder.appendingPathComponent("out").path]
        + (isClassed ? ["--template", templates, "--template-by", "类别"] : []))
    #expect(
      outcome.code == 0 && !outcome.errors.contains(": warning:"), "\(outcome.errors)")
  }

  @Test(arguments: sheets.sorted())
  func aSheetRefusesWhatItCannotHold(_ layout: String) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let report = folder.appendingPathComponent("long.txt")
    let slogan = String(repeating: "人人参与网格治理", count: 12)
    let text = String(repeating: "国", count: 9000) + "。"
    try "\(slogan)\n\n\(text)\n".write(to: report, atomically: true, encoding: .utf8)
    let page = folder.appendingPathComponent("page.pdf")
    let outcome = try Program.run(["render", report.path, "-l", layout, "-o", page.path])
    #expect(outcome.code == 1 && outcome.errors.contains("page.overset"), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: page.path))
  }
}

/// The sample page's report on every kind of sheet.
@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct SheetLayoutTests {
  private func render(
    _ report: String, _ layout: String, as name: String, _ more: [String] = [],
    _ check: (Program.Outcome, URL) throws -> Void
  ) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    let outcome = try Program.run(["render", report, "-l", layout, "-o", file.path] + more)
    try check(outcome, folder)
  }

  private let report = Program.fixture("reports/gangshan-2022.txt")

  /// Widths and heights of PNG files, in the order of their numbers.
  private func sizes(in folder: URL) throws -> [(width: Int, height: Int)] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".png") }
      .sorted { ($0.count, $0) < ($1.count, $1) }
    return try names.map { name in
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)).prefix(24))
      let number = { (start: Int) in bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
      return (number(16), number(20))
    }
  }

  @Test func screensAreCutBetweenLinesAndHaveTheirText() throws {
    try render(report, "wechat", as: "a.png") { outcome, folder in
      #expect(outcome.code == 0, "\(outcome.errors)")
      let sizes = try sizes(in: folder)
      #expect(sizes.count > 3 && sizes.allSatisfy { $0.width == 1080 })
      // No blank foot: the last screen ends under its words.
      #expect((sizes.last?.height ?? 0) < 1920)
      let text = try String(
        contentsOf: folder.appendingPathComponent("a-text.txt"), encoding: .utf8)
      #expect(text.contains("1-9月份全街完成一般公共预算收入32276万元"))
      #expect(text.contains("努力打造城市基层治理的“钢山样板”。"))
    }
  }

  @Test func aLongNoticeTakesALargerSheetAndOnePage() throws {
    let photos = ["--photos", Program.fixture("photos")]
    for more in [[], photos] {
      try render(report, "poster", as: "a.png", more + ["--dpi", "20"]) { outcome, folder in
        #expect(outcome.code == 0, "\(outcome.errors)")
        let sizes = try sizes(in: folder)
        #expect(sizes.count == 1 && sizes[0].width == 468, "A1: \(sizes)")
      }
    }
  }

  @Test func aLongSloganTakesLongerCloth() throws {
    try render(report, "banner", as: "a.png", ["--dpi", "20", "--verbose"]) { outcome, folder in
      #expect(outcome.code == 0 && outcome.errors.contains("banner.longer"), "\(outcome.errors)")
      let sizes = try sizes(in: folder)
      // 11 m at a tenth, with its bleed left off.
      #expect(sizes[0].width == 867, "\(sizes)")
      #expect(sizes.dropFirst().map(\.width).max() ?? 0 <= 127)
    }
  }

  @Test func aScriptIsReadOut() throws {
    try render(report, "broadcast-script", as: "a.pdf", ["--dump"]) { outcome, folder in
      #expect(outcome.code == 0, "\(outcome.errors)")
      let dump = try String(contentsOf: folder.appendingPathComponent("a.txt"), encoding: .utf8)
      #expect(dump.contains("三亿") || dump.contains("亿两千"), "read out")
      #expect(!dump.contains("32276"))
    }
  }
}
