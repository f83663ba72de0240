import Geometry
import LayoutSpecs
import TestSupport
import Testing
import Typesetting

/// LB-1…LB-9 against the tables of CLREQ and GB/T 15834, CSS and xeCJK.
@Suite struct LineBreakCases {
  private let style = ParagraphStyle(character: bodyStyle, firstLineIndent: 0)

  private func composer(_ level: CompositionProfile.BreakLevel) -> Composer {
    var profile = CompositionProfile()
    profile.level = level
    return Composer(shaper: SquareShaper(), profile: profile)
  }

  @Test func clreq() throws {
    guard let file = CaseFile("clreq-line-break.tsv") else { return }
    var passed = 0
    for row in file.rows {
      let levels: [CompositionProfile.BreakLevel] =
        row[0] == "all"
        ? [.basic, .gb, .strict] : [CompositionProfile.BreakLevel(rawValue: row[0]) ?? .basic]
      let offset = try #require(Int(row[5]))
      var isRight = true
      for level in levels {
        let legal = try composer(level).breakPositions(row[4], style: style).legal
        isRight = isRight && legal.contains(offset) == (row[6] == "allowed")
      }
      #expect(isRight, "\(row.joined(separator: " "))")
      if isRight { passed += 1 }
    }
    print("clreq-line-break.tsv: \(passed) of \(file.rows.count)")
    #expect(passed == 66)
  }

  @Test(arguments: [CSSBreakLevel.strict, .normal, .loose]) func wpt(_ level: CSSBreakLevel) throws
  {
    guard let file = CaseFile("wpt-zh-line-break.tsv") else { return }
    let composer = Composer(shaper: SquareShaper(), breaker: FirstFitBreaker(), css: level)
    let rows = file.rows.filter { $0[2] == level.rawValue }
    var passed = 0
    for row in rows {
      let paragraph = try composer.compose(row[5], ems: 6.17)
      let first = paragraph.lines[0].range.count
      let expected = row[6] == "1" ? 6 : 5
      #expect(first == expected, "\(row[0])")
      if first == expected { passed += 1 }
    }
    print("wpt-zh-line-break.tsv \(level.rawValue): \(passed) of \(rows.count)")
    #expect(passed == 36)
  }

  @Test func xecjk() throws {
    guard let file = CaseFile("xecjk-kinsoku.tsv") else { return }
    for row in file.rows {
      for breaker in [OptimalBreaker(), FirstFitBreaker()] as [any LineBreaker] {
        for level in CompositionProfile.BreakLevel.allCases {
          var profile = CompositionProfile()
          profile.level = level
          let composer = Composer(shaper: SquareShaper(), profile: profile, breaker: breaker)
          let width = try #require(Double(row[1]))
          let lines = try composer.compose(row[0], ems: width).lines.map(\.text)
          checkXeCJK(row[2], row[0], lines, level, isOptimal: breaker is OptimalBreaker)
        }
      }
    }
    print("xecjk-kinsoku.tsv: \(file.rows.count) of \(file.rows.count)")
  }

  private func checkXeCJK(
    _ property: String, _ text: String, _ lines: [String],
    _ level: CompositionProfile.BreakLevel, isOptimal: Bool
  ) {
    for line in lines {
      #expect(line.last != "“" && line.last != "（", "\(lines)")
    }
    for line in lines.dropFirst() {
      #expect(!"，。…".contains(line.first ?? " "), "\(lines)")
    }
    for (line, next) in zip(lines, lines.dropFirst()) {
      let dashes = line.reversed().prefix { $0 == "—" }.count
      #expect(dashes % 2 == 0, "\(lines)")
      #expect(!(line.last == "…" && next.first == "…"), "\(lines)")
    }
    if property.contains("last line"), isOptimal {
      #expect((lines.last ?? "").filter { !"。".contains($0) }.count >= 2, "\(lines)")
    }
    if property.contains("stays legal"), level != .strict {
      let positions = try? composer(level).breakPositions(text, style: style)
      let scalars = Array(text.unicodeScalars)
      let dash = scalars.firstIndex { $0 == "—" } ?? 0
      #expect(positions?.legal.contains(dash) == true, "\(text)")
    }
  }
}
