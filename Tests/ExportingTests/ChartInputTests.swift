import Charting
import Diagnostics
import Testing

@testable import Exporting

@Suite struct ChartInputTests {
  private func code(_ yaml: String) -> String? {
    do {
      _ = try YAMLTree.read(Array(yaml.utf8), file: "a.vl.yaml")
      return nil
    } catch {
      return error.diagnostics.first?.code.rawValue
    }
  }

  /// A few aliases stand for more values than any machine holds.
  @Test func bombsAreRefused() {
    var bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (before, letter) in zip("abcdefg", "bcdefgh") {
      bomb +=
        "\(letter): &\(letter) [\(Array(repeating: "*\(before)", count: 10).joined(separator: ", "))]\n"
    }
    #expect(code(bomb) == "chart.too-large")
    #expect(
      code(String(repeating: "[", count: 200) + String(repeating: "]", count: 200))
        == "chart.too-large")
    #expect(code("a: &a [x]\nb: *a\n") == nil)
  }

  @Test(arguments: [
    ("data:text/plain;base64,5Lit", "中"), ("data:;base64,YQ", "a"), ("data:,a%20b", "a b"),
    ("data:image/svg+xml,%E4%B8%AD", "中"), ("data:;base64,5Li*", nil), ("data:no-comma", nil),
    ("picture.png", nil),
  ])
  func filesInsideTexts(_ name: String, _ words: String?) {
    #expect(EmbeddedFile.bytes(of: name) == words.map { Array($0.utf8) })
  }

  /// A row may not be written where the sheets of all rows will stand.
  @Test(arguments: [
    ("out/sheets.pdf", true), ("sheets-2.pdf", true), ("out/sheets-x.pdf", false),
    ("out/sheet.pdf", false),
  ])
  func sheetsKeepTheirNames(_ output: String, _ isTaken: Bool) {
    #expect(MergeSheets.isName(of: output) == isTaken)
  }

  @Test(arguments: [
    ("*.vl.json", "9月.vl.json", true), ("?月*", "9月.vl.json", true), ("??", "九月", true),
    ("?", "九月", false), ("*月*月*", "九月十月", true), ("*月*月*月", "九月十月", false),
    ("*", "", true), ("", "", true), ("", "a", false), ("a*", "ba", false), ("[a]", "a", false),
    (String(repeating: "*a", count: 40) + "b", String(repeating: "a", count: 4000), false),
  ])
  func patternsMeanNames(_ pattern: String, _ name: String, _ expected: Bool) {
    #expect(NamePattern.matches(pattern[...], name[...]) == expected)
  }
}
