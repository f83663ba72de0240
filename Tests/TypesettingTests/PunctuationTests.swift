import DisplayList
import Geometry
import LayoutSpecs
import TestSupport
import Testing
import Typesetting

/// PW-1…PW-8 and LB-14, rule by rule.
@Suite struct PunctuationTests {
  private let style = ParagraphStyle(character: bodyStyle, firstLineIndent: 0)

  private func width(
    _ text: String, _ change: (inout CompositionProfile) -> Void = { _ in }
  ) throws -> Double {
    var profile = CompositionProfile()
    change(&profile)
    let positions = try Composer(shaper: SquareShaper(), profile: profile)
      .breakPositions(text, style: style)
    return positions.widths.reduce(0, +) + positions.spaces.reduce(0, +)
  }

  @Test(arguments: ["》（", "，“", "。”", "）、", "“《", "》”", "：“", "？”"])
  func pairsTakeOneAndAHalf(pair: String) throws {  // PW-1
    #expect(try width("国\(pair)国") == 3.5)
  }

  @Test func tightPairsTakeOne() throws {  // PW-1, tight profile
    #expect(try width("国，“国") { $0.tightPairs = true } == 3)
    #expect(try width("国》（国") { $0.tightPairs = true } == 3)
  }

  @Test(arguments: ["（？", "《，", "“！"]) func pairsWithoutInnerBlank(pair: String) throws {  // PW-2
    #expect(try width("国\(pair)国") == 4)
  }

  @Test func lineEndsAreHalf() throws {  // PW-3
    let composer = Composer(shaper: SquareShaper(), breaker: FirstFitBreaker())
    for mark in "，。、；：？！”）》" {
      let lines = try composer.compose("一二三四五六七\(mark)九十甲乙丙丁", ems: 8).lines
      let reading = LineReading(lines[0])
      #expect(reading.characters.last == mark)
      #expect(abs((reading.origins.last ?? 0) - 7.5) < 0.01, "\(mark)")
    }
  }

  @Test func lineStartsAreTrimmed() throws {  // PW-4
    let lines = try Composer(shaper: SquareShaper()).compose("一二三四五六七八（九十）", ems: 8).lines
    #expect(LineReading(lines[1]).origins.prefix(2) == [-0.5, 0.5])
  }

  @Test func paragraphStarts() throws {  // PW-5
    for (start, x) in [(CompositionProfile.ParagraphStart.trim, -0.5), (.keep, 0)] {
      var profile = CompositionProfile()
      profile.paragraphStart = start
      let line = try Composer(shaper: SquareShaper(), profile: profile)
        .compose("“双轮”驱动战略", ems: 20, indent: 2).lines[0]
      #expect(line.indent == .points(20))
      #expect(LineReading(line).origins[0] == x)
    }
  }

  @Test func schemes() throws {  // PW-6
    let text = "国，国。国“国”国"
    #expect(try width(text) == 9)
    #expect(try width(text) { $0.scheme = .kaiming } == 7.5)
    #expect(try width(text) { $0.scheme = .halfWidth } == 7)
    #expect(try width("国》（国") { $0.scheme = .lineEndHalf } == 4)
  }

  @Test func trimmingCrossesSpans() throws {  // PW-7, PW-9
    let bold = CharacterStyle(role: "hei", size: .points(10))
    let red = CharacterStyle(
      role: "body", size: .points(10), ink: Ink(cyan: 0, magenta: 1, yellow: 1, black: 0))
    let composer = Composer(shaper: SquareShaper())
    let text = "重点项目高效推进。”在确保安全质量的前提下，（快速）推进2022年10处项目建设。"
    let plain = try composer.compose(
      [TextSpan(text, bodyStyle)], style: style, measures: LineMeasures(.points(110)))
    for other in [bold, red] {
      let scalars = Array(text)
      for cut in [5, 9, 10, 20, 21, 24, 29, 31, 33] {
        let spans = [
          TextSpan(String(scalars[..<cut]), other), TextSpan(String(scalars[cut...]), bodyStyle),
        ]
        let marked = try composer.compose(
          spans, style: style, measures: LineMeasures(.points(110)))
        #expect(marked.lines.map(\.text) == plain.lines.map(\.text), "cut at \(cut)")
        #expect(marked.lines.map(\.width) == plain.lines.map(\.width))
      }
    }
  }

  @Test func hangingMarks() throws {  // PW-8
    var profile = CompositionProfile()
    profile.hangsPunctuation = true
    let lines = try Composer(shaper: SquareShaper(), profile: profile)
      .compose("一二三四五六七八，九十甲乙丙丁", ems: 8).lines
    #expect(lines[0].text == "一二三四五六七八，")
    #expect(lines[0].width == .points(80))
    #expect(LineReading(lines[0]).origins.last == 8)
  }

  @Test(arguments: [("？？", 1.0), ("！！", 1), ("？！", 1), ("！！！", 2), ("？？？？", 2)])
  func marksInARow(marks: String, ems: Double) throws {  // LB-14
    #expect(try width("国\(marks)国") == 2 + ems)
  }

  @Test func dashesAreTwoEms() throws {  // part 2: one unbroken line
    let joined = try Composer(shaper: SquareShaper()).compose("国——国", ems: 10).lines[0]
    #expect(LineReading(joined).origins == [0, 1, 3])
    let shaper = SquareShaper()
    shaper.joinsDashes = false
    let bridged = try Composer(shaper: shaper).compose("国——国", ems: 10).lines[0]
    #expect(LineReading(bridged).origins == [0, 1, 2, 3])
    let bridge = bridged.items.last
    guard case .path(let path, _) = bridge?.item else {
      Issue.record("no stroke over the slit")
      return
    }
    // From the first dash's ink to the second's, over the slit between them.
    #expect(path.elements.first == .move(Point(x: .points(0.4), y: .points(-5))))
    #expect(bridge?.origin.x == .points(10))
  }

  @Test(arguments: [0.25, 0.327, 0.5, 1.0]) func middleDotIsHalf(share: Double) throws {
    let shaper = SquareShaper()
    shaper.middleDot = share
    let reading = LineReading(try Composer(shaper: shaper).compose("国·国", ems: 10).lines[0])
    #expect(reading.origins[2] == 1.5)
    // The ink is in the middle of the half em, whatever the face's advance.
    #expect(abs(reading.origins[1] + share / 2 - 1.25) < 0.001)
  }

  @Test func aWideSlashIsDrawnInItsHalf() throws {  // part 2
    let line = try Composer(shaper: SquareShaper()).compose("国／国", ems: 10).lines[0]
    #expect(LineReading(line).origins == [0, 1, 1.5])
    guard case .glyphs(let run) = line.items[0].item else { return }
    #expect(run.glyphs[1].id == 0x2F && run.text == "国／国")
  }

  @Test func narrowQuotesStandInTheirEm() throws {  // part 11: WenKai
    let shaper = SquareShaper()
    shaper.quotes = 0.35
    let reading = LineReading(try Composer(shaper: shaper).compose("国“国”国", ems: 10).lines[0])
    #expect(reading.origins[2] == 2 && reading.origins[4] == 4)
    #expect(abs(reading.origins[1] - 1.65) < 0.001)
  }

  @Test func traditionalMarksAreCentred() throws {
    var profile = CompositionProfile()
    profile.region = .traditional
    let shaper = SquareShaper()
    shaper.centresMarks = true
    let composer = Composer(shaper: shaper, profile: profile, breaker: FirstFitBreaker())
    let lines = try composer.compose("一二三四五六七，九十甲乙丙丁", ems: 8).lines
    // A quarter em goes on each side, so the ink stays in the middle of the half em.
    #expect(LineReading(lines[0]).origins.last == 7.25)
  }
}
