import Diagnostics
import Foundation
import LayoutSpecs
import TestSupport
import Testing

@testable import Exporting

/// PG-15 on the styles that the layouts have.
@Suite struct StyleRuleTests {
  private let home: ResourceHome

  init() throws {
    let root = DumpSnapshot.packageRoot(
      above: URL(fileURLWithPath: #filePath).deletingLastPathComponent())
    home = try ResourceHome.find(
      given: root.path, variable: nil, executable: "", in: FileSystem())
  }

  @Test func headsAreLargerOrHeavierThanTheirText() throws {  // PG-15
    for name in try home.layoutNames() {
      var problems = Problems()
      let styles = try home.layout(name, into: &problems).styles
      let body = styles.resolved("body").paragraph.character
      for head in ["headline", "h1", "h2", "subhead", "slogan"] {
        guard let style = styles[head]?.paragraph.character else { continue }
        #expect(style.size >= body.size, "\(name) \(head)")
        #expect(style.size > body.size || style.role != body.role, "\(name) \(head)")
      }
    }
  }

  /// Western words are parted in the narrow columns of newspapers alone, where a whole one would tear
  /// the line above it open.
  @Test func hyphenationIsOffButInNarrowColumns() throws {  // LB-9
    for name in try home.layoutNames() {
      var problems = Problems()
      let layout = try home.layout(name, into: &problems)
      let isNarrow = name.hasPrefix("newspaper-")
      #expect(try isNarrow || home.hyphenation(for: layout, into: &problems) == nil)
      #expect(problems.diagnostics.allSatisfy { $0.code != "compose.no-patterns" })
    }
  }
}
