import Diagnostics
import Geometry
import LayoutSpecs
import Testing

/// A layout with every piece of furniture.
private let layout = """
  format: 1
  title: { en: front page, zh: 头版 }
  page: { trim: [100mm, 120mm] }
  grid: { columns: 2, measure: 11em, gutter: 1em, lines: 20, body: 9pt, leading: 12pt }
  inks:
    red: [0, 100, 100, 0]
    pale: [0, 4, 10, 0]
  styles:
    body: { font: body, size: 9pt, indent: 2em }
  masters:
    first:
      frames:
        story: { columns: 1-2, lines: 9-end }
      furniture:
        - masthead:
            { columns: 1-2, lines: 1-7, ear: 2-2,
              ear-box: { border: wenwu, ink: red },
              weight: 1mm, ink: red }
        - code: { columns: 2-2, lines: 8-8 }
        - credit-line: { distance: 2mm, style: body }
        - foot-rule: { distance: 1mm, weight: 0.2mm, ink: red }
        - page-head: { distance: 3mm, style: body, weight: 0.5mm, ink: red }
        - folio: { distance: 3mm, style: body }
        - column-rules: { weight: 0.1mm, ink: black }
  objects:
    panel: { rows: 8-12, ideal: 9, note: 据本文 }
    strip: { rows: 5-7, box: { border: meander, ink: red, tint: pale } }
    column-sets: { measure: 13-23 }
    prices: { column-set: 8, tight: 2.5 }
  """

@Suite struct FurnitureReaderTests {
  @Test func readsEveryPiece() throws {
    let spec = try readLayout(layout)
    #expect(spec.first.furniture.count == 7)
    guard case .masthead(let head) = spec.first.furniture[0] else {
      Issue.record("no masthead")
      return
    }
    #expect(head.area == GridArea(columns: 1...2, lines: 1...7) && head.ear == 2...2)
    #expect(head.earBox == BoxSpec(border: .wenwu, ink: "red"))
    #expect(head.rule == RuleSpec(weight: .millimetres(1), ink: "red"))
    #expect(spec.first.furniture[1].area?.lines == 8...8)
    #expect(
      spec.first.furniture[2]
        == .creditLine(CreditLineSpec(distance: .millimetres(2), style: "body")))
    #expect(
      spec.first.furniture[3]
        == .footRule(
          FootRuleSpec(
            distance: .millimetres(1), rule: RuleSpec(weight: .millimetres(0.2), ink: "red"))))
    #expect(spec.objects.columnSets == ColumnSetSpec(measure: 13...23))
    #expect(spec.objects.prices.columnSet == 8 && spec.objects.prices.tight == 2.5)
    #expect(spec.objects.prices.loose == FitPrices().loose)
    #expect(spec.objects.panel?.note == "据本文")
    #expect(spec.objects.strip?.box == BoxSpec(border: .meander, ink: "red", tint: "pale"))
  }

  static let mistakes: [(find: String, put: String, code: Code)] = [
    ("lines: 1-7,", "lines: 1-9,", "layout.frames-overlap"),
    ("lines: 8-8", "lines: 8-9", "layout.frames-overlap"),
    ("ear: 2-2", "ear: 1-2", "layout.ear-outside"),
    ("border: wenwu", "border: wenwuu", "spec.unknown-choice"),
    ("border: meander, ink: red", "border: meander, ink: rad", "layout.unknown-ink"),
    ("tint: pale", "tint: pail", "layout.unknown-ink"),
    ("distance: 2mm, style: body", "distance: 2mm, style: bodi", "layout.unknown-style"),
    ("- code: {", "- cod: {", "spec.unknown-key"),
    ("{ columns: 1-2, lines: 1-7,", "{ lines: 1-7,", "spec.missing-key"),
    ("ear-box: { border", "ear-box: { bordr", "spec.unknown-key"),
  ]

  @Test(arguments: mistakes.indices)
  func aMistakeIsReportedOnItsLine(_ index: Int) throws {
    let (find, put, code) = Self.mistakes[index]
    let text = layout.replacingOnce(find, with: put)
    #expect(text != layout)
    let rejection = try #require(throws: Rejection.self) { try readLayout(text) }
    let found = try #require(rejection.diagnostics.first { $0.code == code }, "\(code)")
    // The masthead's own map starts a line under its key.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains(put) }) + 1
    let place = try #require(found.range?.start.line)
    #expect((line - 1...line).contains(place))
  }

  @Test func aStrongTintIsWarnedAbout() throws {
    var problems = Problems()
    let strong = layout.replacingOnce("pale: [0, 4, 10, 0]", with: "pale: [0, 40, 10, 0]")
    _ = try LayoutReader { _ in strong }.read("test", into: &problems)
    #expect(problems.diagnostics.map(\.code) == ["layout.tint-too-strong"])
  }
}
