import Diagnostics
import Foundation
import TestSupport
import Testing
import Typesetting

@testable import Exporting

/// The pattern file that the bootstrap copies (LB-9).
@Suite struct HyphenationTests {
  @Test func debiansPatternsAreRead() throws {
    let root = DumpSnapshot.packageRoot(
      above: URL(fileURLWithPath: #filePath).deletingLastPathComponent())
    let home = try ResourceHome.find(
      given: root.path, variable: nil, executable: "", in: FileSystem())
    var problems = Problems()
    guard let patterns = try home.hyphenationPatterns(into: &problems) else {
      #expect(problems.diagnostics.map(\.code) == ["compose.no-patterns"])
      try Test.cancel("no fonts/files/hyph_en_US.dic: make bootstrap puts it there")
    }
    func parts(_ word: String) -> String {
      let scalars = word.unicodeScalars.map(\.value)
      let places = patterns.places(in: scalars)
      var text = ""
      for (index, character) in word.enumerated() {
        if places.contains(index) { text += "-" }
        text.append(character)
      }
      return text
    }
    #expect(parts("hyphenation") == "hy-phen-ation")
    #expect(parts("Concatenation") == "Con-cate-na-tion")
    #expect(parts("city") == "city")
    #expect(parts("GDP") == "GDP")
  }
}
