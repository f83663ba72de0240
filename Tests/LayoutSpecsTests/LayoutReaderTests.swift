import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import Testing

/// A layout that is right, for tests to break.
let goodLayout = """
  format: 1
  title: { en: test page, zh: 测试版面 }
  page: { trim: [100mm, 120mm] }
  grid: { columns: 2, measure: 11em, gutter: 1em, lines: 20, body: 9pt, leading: 12pt }
  inks:
    red: [0, 100, 100, 0]
  styles:
    body: { font: body, size: 9pt, indent: 2em }
    headline: { like: body, size: chu, ink: red, align: centred }
  masters:
    first:
      frames:
        story: { columns: 1-2, lines: 1-end }
      furniture:
        - column-rules: { weight: 0.1mm, ink: black }
  objects:
    picture: { crop: 0.1 }
    skeletons: [{ name: a, pictures: [1-2 head] }]
  """

func readLayout(
  _ text: String, settings: [(path: String, value: String)] = []
) throws -> LayoutSpec {
  var problems = Problems()
  let reader = LayoutReader { file throws(Rejection) in
    guard file == "layouts/test/layout.yaml" else {
      throw Rejection(Diagnostic(.error, "file.missing", Wording("no \(file)", "无")))
    }
    return text
  }
  return try reader.read("test", settings: settings, into: &problems)
}

@Suite struct LayoutReaderTests {
  @Test func readsAWholeLayout() throws {
    let layout = try readLayout(goodLayout)
    #expect(layout.title.chinese == "测试版面")
    #expect(layout.grid.characters(inColumns: 2) == 23)
    #expect(layout.grid.typeArea.size.width == .points(9 * 23))
    #expect(layout.first.frames[0].lines == 1...20)
    #expect(layout.styles.resolved("headline").paragraph.character.size == .points(42))
    #expect(layout.styles.resolved("headline").paragraph.character.ink.magenta == 1)
    #expect(layout.styles.resolved("headline").paragraph.firstLineIndent == 2)
    #expect(layout.objects.picture?.crop == 0.1)
  }

  @Test func aTypeAreaIsCentredWithoutMargins() throws {
    let layout = try readLayout(goodLayout)
    let right = layout.trim.width - layout.grid.typeArea.right
    #expect((layout.grid.typeArea.left - right).magnitude <= Length(units: 1))
  }

  @Test func settingsOverrideAndTheTrimFollows() throws {
    let plain = try readLayout(goodLayout)
    let layout = try readLayout(goodLayout, settings: [("grid.lines", "18")])
    #expect(layout.grid.lines == 18)
    #expect(layout.first.frames[0].lines == 1...18)
    #expect(plain.trim.height - layout.trim.height == .points(24))
  }

  /// Broken files: what is wrong, in place of what, the code, and the line and column it is found at.
  static let mistakes: [(find: String, put: String, code: Code, line: Int, column: Int)] = [
    ("columns: 2,", "colums: 2,", "spec.unknown-key", 4, 9),
    ("leading: 12pt", "leading: 12px", "spec.bad-unit", 4, 80),
    ("measure: 11em", "measure: 11.5em", "spec.wrong-type", 4, 30),
    ("measure: 11em", "measure: 99em", "layout.type-area-too-large", 4, 7),
    ("lines: 20", "lines: many", "spec.wrong-type", 4, 56),
    ("ink: red", "ink: rde", "layout.unknown-ink", 9, 43),
    ("like: body", "like: boby", "layout.unknown-style", 9, 13),
    ("align: centred", "align: center", "spec.unknown-choice", 9, 55),
    ("red: [0, 100, 100, 0]", "red: [0, 100]", "layout.bad-ink", 6, 8),
    (
      "red: [0, 100, 100, 0]", "red: { spot: Cyan, as: [0, 100, 100, 0] }", "layout.bad-spot", 6, 8
    ),
    ("red: [0, 100, 100, 0]", "red: { spot: 大红 }", "spec.missing-key", 6, 8),
    (
      "lines: 1-end }", "lines: 1-end }\n      other: { columns: 2-2, lines: 5-9 }",
      "layout.frames-overlap", 14, 7
    ),
    ("lines: 1-end", "lines: 1-21", "spec.out-of-range", 13, 37),
    ("weight: 0.1mm", "weight: 0.01mm", "spec.out-of-range", 15, 33),
    ("1-2 head", "1-3 head", "layout.bad-slot", 18, 37),
    ("format: 1", "format: 2", "spec.out-of-range", 1, 9),
    ("format: 1", "format: [1", "spec.not-yaml", 2, 6),
  ]

  @Test(arguments: mistakes.indices)
  func aMistakeIsReportedAtItsPlace(_ index: Int) throws {
    let (find, put, code, line, column) = Self.mistakes[index]
    let text = goodLayout.replacingOnce(find, with: put)
    #expect(text != goodLayout)
    let rejection = try #require(throws: Rejection.self) { try readLayout(text) }
    let found = rejection.diagnostics.filter { $0.severity == .error }
    #expect(found.first?.code == code)
    #expect(found.first?.range?.start == SourcePosition(line: line, column: column))
  }

  @Test func anUnknownKeyNamesItsNeighbour() throws {
    let rejection = try #require(throws: Rejection.self) {
      try readLayout(goodLayout.replacingOnce("columns: 2,", with: "colums: 2,"))
    }
    #expect(rejection.diagnostics[0].hints[0].english == "did you mean \"columns\"?")
  }

  @Test func allMistakesAreFoundAtOnce() throws {
    let text = goodLayout.replacingOnce("ink: red", with: "ink: rde")
      .replacingOnce("crop: 0.1", with: "corp: 0.1")
    let rejection = try #require(throws: Rejection.self) { try readLayout(text) }
    #expect(rejection.diagnostics.count == 2)
  }

  @Test(arguments: [
    "", String(repeating: "[", count: 5000),
    "a: &a [1]\nb: [\(String(repeating: "*a,", count: 100))]",
  ])
  func emptyAndHostileFilesAreRefused(_ text: String) {
    #expect(throws: Rejection.self) { try readLayout(text) }
  }

  @Test func unknownSettingsAreRefused() {
    #expect(throws: Rejection.self) { try readLayout(goodLayout, settings: [("gird.lines", "9")]) }
    #expect(throws: Rejection.self) { try readLayout(goodLayout, settings: [("grid.lins", "9")]) }
  }
}

extension String {
  /// The text with the first occurrence of a piece replaced.
  func replacingOnce(_ piece: String, with other: String) -> String {
    guard let range = firstRange(of: piece) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
