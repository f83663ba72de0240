import CaseRecords
import Foundation
import Notations
import PageMakeup
import ReportModel
import ReportReading
import Testing

@testable import Charting
@testable import Exporting

/// The tables of the manual have a row for everything that the code knows.
@Suite struct ManualTableTests {
  private func rows(of page: String) throws -> [String] {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    let file = folder.appendingPathComponent("Sources/Exporting/Exporting.docc/\(page).md")
    return try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
      .filter { $0.hasPrefix("| ") }
  }

  private func expect(_ names: [String], in page: String) throws {
    let rows = try rows(of: page)
    for name in names {
      let isThere = rows.contains { row in
        row.components(separatedBy: " | ").first?.contains("`\(name)`") == true
      }
      #expect(isThere, "\(page) has no row for \(name)")
    }
  }

  @Test func rolesAndFrontMatter() throws {
    try expect(ReportRole.allCases.map(\.rawValue), in: "Writing")
    try expect(JobFacts.keys + JobFacts.readingKeys, in: "Writing")
  }

  @Test func presetsAndTheirFields() throws {
    let rows = try rows(of: "ChartPresets")
    for preset in Preset.all {
      let row = try #require(
        rows.first { $0.hasPrefix("| `\(preset.name)` |") }, "no row for \(preset.name)")
      let cells = row.components(separatedBy: " | ")
      #expect(cells[1] == preset.title)
      for key in preset.required { #expect(cells[2].contains("`\(key)`"), "\(preset.name) \(key)") }
      for key in preset.optional { #expect(cells[3].contains("`\(key)`"), "\(preset.name) \(key)") }
    }
    try expect(Preset.shared, in: "ChartPresets")
  }

  @Test func columnsOfBulletins() throws {
    try expect(CaseField.allCases.map(\.chinese), in: "Ledgers")
    try expect(RecordMap.keys + HolidayList.keys, in: "Ledgers")
    let rows = try rows(of: "Ledgers")
    for field in CaseField.allCases {
      let row = try #require(rows.first { $0.hasPrefix("| `\(field.chinese)` |") })
      let usual = CaseColumns.usual(field).prefix(2)
      for name in usual { #expect(row.contains(name), "\(field.chinese): \(name)") }
    }
  }

  @Test func tablesAsTheyAreShown() throws {
    try expect(TableArrangement.keys.flatMap { [$0.key] }, in: "Writing")
    let rows = try rows(of: "Writing")
    for (key, name) in TableArrangement.keys {
      #expect(rows.contains { $0.hasPrefix("| `\(key)` | `\(name)` |") }, "\(key) \(name)")
    }
  }

  @Test func plansAndJobs() throws {
    let issue = try FileSchema.shape(of: .issue)
    let page = try FileSchema.shape(of: .page)
    for path in ["", "pages.*", "pages.*.articles.*"] {
      try expect(issue.keys(at: path), in: "PagesAndIssues")
    }
    try expect(page.keys(at: ""), in: "PagesAndIssues")
    let rows = try rows(of: "PagesAndIssues")
    for list in ["fixed", "fillers"] {
      for key in page.keys(at: "\(list).*") {
        #expect(
          rows.contains { $0.hasPrefix("| `\(list)` |") && $0.contains("\(key): ") }, "\(key)")
      }
    }
    try expect(BatchJobReader.keys, in: "Batches")
  }

  /// `make gallery` writes the page anew.
  @Test func theGalleryHasEverything() throws {
    let home = try ResourceHome.find(
      given: nil, variable: nil, executable: #filePath, in: FileSystem())
    let rows = try rows(of: "Gallery")
    let names =
      try home.layoutNames().map { "gallery-\($0).png" }
      + Preset.all.map { "gallery-chart-\($0.name).png" }
      + SampleKind.allCases.map { "gallery-sample-\($0.rawValue).png" }
    for name in names { #expect(rows.contains { $0.contains("/\(name))") }, "\(name)") }
  }

  @Test func layoutsThatAreNamedAreThere() throws {
    let home = try ResourceHome.find(
      given: nil, variable: nil, executable: #filePath, in: FileSystem())
    let known = try home.layoutNames()
    for page in ["TenMinutes", "PagesAndIssues", "OwnLayout", "Ledgers", "Batches"] {
      for row in try rows(of: page) {
        for match in row.matches(of: /-l ([a-z0-9\-]+)/) {
          #expect(known.contains(String(match.1)), "\(page) names \(match.1)")
        }
      }
    }
  }
}
