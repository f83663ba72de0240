import Diagnostics
import Foundation
import Geometry
import LayoutSpecs
import Testing

@Suite struct PressReaderTests {
  private func text(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: root.appendingPathComponent(PressReader.file(of: name)), encoding: .utf8)
  }

  private func read(_ text: String) throws -> PressProfile {
    var problems = Problems()
    return try PressReader.read(text, name: "x", file: "press.yaml", into: &problems)
  }

  @Test(arguments: ["newsprint", "coated", "office"])
  func theShippedProfilesRead(_ name: String) throws {
    let profile = try read(try text(name))
    #expect(profile.ink.hard >= profile.ink.limit)
    #expect(profile.pictures.over >= profile.pictures.target)
    #expect(profile.sheet.offset >= profile.sheet.bleed)
  }

  /// Table 2 of the press checklist, column newsprint.
  @Test func newsprintHasTheNumbersOfTheChecklist() throws {
    let profile = try read(try text("newsprint"))
    #expect(profile.ink.limit == 240 && profile.ink.richBlack == 220 && profile.ink.spots == 1)
    #expect(profile.text.least == .points(6) && profile.text.reversed == .points(8))
    #expect(profile.lines.least == .points(0.25) && profile.lines.manyInks == .points(1))
    #expect(profile.pictures.least == 99 && profile.pictures.low == 149)
  }

  @Test func mistakesHaveTheirPlaces() throws {
    let wrong = try text("newsprint").replacingOccurrences(of: "limit: 240", with: "limt: 240")
    let error = try #require(throws: Rejection.self) { try read(wrong) }
    let codes = error.diagnostics.map(\.code.rawValue)
    #expect(codes.contains("spec.unknown-key") && codes.contains("spec.missing-key"))
    #expect(error.diagnostics[0].range?.start.line == 10)
  }
}
