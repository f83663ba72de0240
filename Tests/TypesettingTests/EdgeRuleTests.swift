import Geometry
import LayoutSpecs
import TestSupport
import Testing
import Typesetting

/// LB-6, LB-11, LB-12, LB-13, PG-14 and PG-16, one by one.
@Suite struct EdgeRuleTests {
  private let style = ParagraphStyle(character: bodyStyle, firstLineIndent: 0)
  private let composer = Composer(shaper: SquareShaper())

  private func legal(_ text: String, _ composer: Composer? = nil) throws -> [Int] {
    try (composer ?? self.composer).breakPositions(text, style: style).legal
  }

  @Test func linesEndAtTheOuterSideOfQuotes() throws {  // LB-6
    #expect(try legal("国“家”国") == [1, 4])
    #expect(try legal("国‘家’国") == [1, 4])
    #expect(try legal("：“国") == [1])
    var unicode = composer
    unicode.omitted = .directionalQuotes
    #expect(try legal("国“家”国", unicode).isEmpty)
  }

  @Test func squeezingComesBeforePushing() throws {  // LB-11
    // Ten boxes and half a mark: nine and a half ems, of which the brackets give the half.
    let text = "全部（含改造）项目，均按照计划顺利推进完成。"
    let lines = try composer.compose(text, ems: 9).lines
    #expect(lines[0].text == "全部（含改造）项目，")
    #expect(lines[0].fit.stretch.isEmpty)
    let pushed = try Composer(
      shaper: SquareShaper(), breaker: FirstFitBreaker(squeezesIn: false)
    ).compose(text, ems: 9).lines
    let squeezed = try Composer(shaper: SquareShaper(), breaker: FirstFitBreaker())
      .compose(text, ems: 9).lines
    #expect(pushed[0].text.count < squeezed[0].text.count)
    #expect(!squeezed[0].fit.shrink.isEmpty && squeezed[0].fit.stretch.isEmpty)
  }

  @Test func forbiddenEndsAreReported() throws {  // LB-12
    let lines = try composer.compose("国”）》”）》”）》", ems: 3).lines
    #expect(lines.contains { $0.fit.isEmergency })
    let fine = try composer.compose("国民经济和社会发展”）》", ems: 4).lines
    #expect(!fine.contains { $0.fit.isEmergency })
  }

  @Test func dashesBesideMarks() throws {  // LB-13
    #expect(!(try legal("国“——国")).contains(2))
    #expect(!(try legal("国——，国")).contains(3))
    #expect(!(try legal("国——。国")).contains(3))
    #expect(!(try legal("国——……国")).contains(3))
    #expect((try legal("国，——国")).contains(2))
  }

  @Test func leadsKeepTheMeasure() throws {  // PG-14
    let lead = CharacterStyle(role: "hei-bold", size: .points(10))
    let lines = try composer.compose(
      [TextSpan("重点项目推进。", lead), TextSpan("东海院子等10处项目均按照计划顺利推进。", bodyStyle)],
      style: ParagraphStyle(character: bodyStyle), measures: LineMeasures(.points(110))
    ).lines
    for line in lines.dropLast() { #expect(line.indent + line.width == .points(110)) }
    // The full-width mark behind the lead is the space that parts it.
    #expect(LineReading(lines[0]).origins[7] == 7)
  }

  @Test func quotationsOfSeveralParagraphs() throws {  // PG-16
    // “ at each start, ” only at the last end: a quote without its partner is Chinese all the same.
    let first = try composer.compose("“第一段没有下引号。", ems: 20, indent: 2)
    let last = try composer.compose("“末段才有下引号。”", ems: 20, indent: 2)
    for paragraph in [first, last] {
      #expect(LineReading(paragraph.lines[0]).origins.prefix(2) == [-0.5, 0.5])
    }
    #expect(first.lines[0].text == "“第一段没有下引号。")
  }
}
