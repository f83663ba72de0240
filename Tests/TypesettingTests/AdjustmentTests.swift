import Geometry
import LayoutSpecs
import TestSupport
import Testing
import Typesetting

/// LA-1…LA-6, PG-2, PG-3 and measures that vary.
@Suite struct AdjustmentTests {
  private let composer = Composer(shaper: SquareShaper())

  @Test func stepsShrinkInOrder() throws {  // S2…S7
    // One of each: a middle dot is fixed, brackets go first, then commas, gaps, full stops.
    let text = "甲（乙）丙，丁A戊。己庚"
    var last = -1
    var seen: [ShrinkStep] = []
    for tenths in stride(from: 120, through: 98, by: -1) {
      let paragraph = try Composer(shaper: SquareShaper(), breaker: WholeLine()).compose(
        text, ems: Double(tenths) / 10)
      let fit = paragraph.lines[0].fit
      let steps = fit.shrink.filter { $0.step != .lineEnd }
      for use in steps.dropLast() { #expect(use.used == use.limit, "LA-3") }
      if let step = steps.last?.step, Int(step.rawValue) != last {
        last = Int(step.rawValue)
        seen.append(step)
      }
    }
    #expect(seen == [.bracket, .pause, .mixedGap, .stop])
  }

  @Test func stepsStretchInOrder() throws {  // T1…T3
    let text = "甲乙A丙the city丁"
    var seen: [StretchStep] = []
    let breaker = WholeLine(spreads: true)
    for tenths in 90...130 {
      let paragraph = try Composer(shaper: SquareShaper(), breaker: breaker).compose(
        text, ems: Double(tenths) / 10, alignment: .even)
      let uses = paragraph.lines[0].fit.stretch
      for use in uses.dropLast() { #expect(use.used == use.limit, "LA-3") }
      if let step = uses.last?.step, step != seen.last { seen.append(step) }
    }
    #expect(seen == [.mixedGap, .character])
  }

  /// A short line of a narrow column is opened beside its marks before its characters part; a wide one
  /// has places enough.
  @Test func narrowColumnsOpenAtTheirMarksFirst() throws {
    func steps(_ text: String, _ measures: ClosedRange<Int>) throws -> [StretchStep] {
      var seen: [StretchStep] = []
      let breaker = WholeLine(spreads: true)
      for tenths in measures {
        let paragraph = try Composer(shaper: SquareShaper(), breaker: breaker).compose(
          text, ems: Double(tenths) / 10, alignment: .even)
        let uses = paragraph.lines[0].fit.stretch
        for use in uses.dropLast() { #expect(use.used == use.limit, "LA-3") }
        if let step = uses.last?.step, step != seen.last { seen.append(step) }
      }
      return seen
    }
    #expect(try steps("甲乙，丙丁戊", 61...75) == [.mark, .character])
    #expect(try steps("甲乙“丙丁戊", 61...75) == [.mark, .character])
    #expect(try steps("甲乙，2丙丁戊", 66...80) == [.mixedGap, .character])
    #expect(try steps("甲乙丙丁戊己庚辛壬癸子丑寅卯，辰巳", 171...180) == [.character])
  }

  @Test func aMarkHangsOnlyWhereALineWouldBeOpened() throws {  // PW-8
    var profile = CompositionProfile()
    profile.hangsAtNeed = true
    let hanging = Composer(shaper: SquareShaper(), profile: profile)
    let text = "一二三四五六七八九十甲，乙丙丁戊己庚辛壬"
    let pushed = try composer.compose(text, ems: 11).lines[0]
    #expect(pushed.text == "一二三四五六七八九十" && pushed.fit.gap > 0.1)
    let hung = try hanging.compose(text, ems: 11).lines[0]
    #expect(hung.text == "一二三四五六七八九十甲，" && hung.fit.gap == 0)
    #expect(hung.width == .points(110))
    #expect(hung.fit.shrink.last?.step == .hang)
    let even = try hanging.compose("一二三四五六七八九十，甲乙丙丁戊己庚辛", ems: 11).lines[0]
    #expect(even.fit.shrink.allSatisfy { $0.step != .hang })
  }

  @Test func remaindersAreDealtToTheUnit() throws {  // LA-1
    for units in 0..<40 {
      let measure = Length.points(110) + Length(units: units)
      let style = ParagraphStyle(character: bodyStyle, firstLineIndent: 0)
      let text = "抓住项目建设这一“牛鼻子”，牢固树立项目为王发展理念"
      let lines = try composer.compose(
        [TextSpan(text, bodyStyle)], style: style, measures: LineMeasures(measure)
      ).lines
      for line in lines.dropLast() { #expect(line.width == measure) }
    }
  }

  @Test func equalPlacesGetEqualShares() throws {
    let line = try composer.compose("张三李四", ems: 7, alignment: .even).lines[0]
    #expect(LineReading(line).origins == [0, 2, 4, 6])  // LA-6
    #expect(line.width == .points(70))
    let two = try composer.compose("张三", ems: 4, alignment: .even).lines[0]
    #expect(LineReading(two).origins == [0, 3])
  }

  @Test func solidLinesStaySolid() throws {  // LA-4
    for ems in 5...30 {
      let text = String(repeating: "中", count: 200)
      for line in try composer.compose(text, ems: Double(ems), indent: 2).lines.dropLast(2) {
        #expect(line.fit.gap == 0 && line.fit.shrink.isEmpty)
      }
    }
  }

  /// A line of nothing but Han is not opened to spare the line behind it a gap.
  @Test func pureHanIsNotOpenedForItsNeighbour() throws {  // LA-4
    let han = String(repeating: "国", count: 18)
    let lines = try composer.compose("\(han)abcdef\(han)", ems: 10).lines
    #expect(lines[0].text == String(repeating: "国", count: 10), "\(lines.map(\.text))")
    #expect(lines[1].text == String(repeating: "国", count: 8), "\(lines.map(\.text))")
  }

  @Test func pushedOutCharactersAreNamed() throws {  // LA-4
    let start = try composer.compose("一二三四五六七八九十。甲乙丙丁戊己庚辛", ems: 10).lines[0]
    #expect(start.fit.pushedOut == .forbiddenStart && start.fit.pushedOutText == "十")
    let end = try composer.compose("一二三四五六七八九“甲乙丙”丁戊己庚辛", ems: 10).lines[0]
    #expect(end.fit.pushedOut == .forbiddenEnd && end.fit.pushedOutText == "“")
    let word = try composer.compose("一二三四五六七32276万元丁戊己庚辛", ems: 9).lines[0]
    #expect(word.fit.pushedOut == .unbreakable && word.fit.pushedOutText == "32276")
  }

  @Test(arguments: 8...20) func noLoneCharacterEndsAParagraph(ems: Int) throws {  // PG-3
    for extra in 1...2 {
      let count = ems * 4 + extra
      let text = String(repeating: "中", count: count - 2) + "中。"
      let last = try composer.compose(text, ems: Double(ems)).lines.last
      #expect((last?.text ?? "").filter { $0 == "中" }.count >= 2, "\(count) at \(ems)")
    }
  }

  @Test func settingsGiveALineMoreOrLess() throws {
    let text =
      "健全五级组织体系，成立“五位一体”小区党支部97个，成立4个新社区，设置251个网格，加强网格党支部建设，织密基层治理红色网络，发挥网格化管理优势，打造志愿服务队伍。"
    let style = ParagraphStyle(character: bodyStyle)
    var counts: Set<Int> = []
    for ems in 9...28 {
      let variants = try composer.variants(
        [TextSpan(text, bodyStyle)], style: style,
        measures: LineMeasures(bodyStyle.size * ems))
      let normal = try #require(variants.first { $0.tightness == .normal })
      #expect(Set(variants.map(\.lines)).count == variants.count)
      for variant in variants {
        #expect(variant.badness >= normal.badness)
        let direct = try composer.compose(
          [TextSpan(text, bodyStyle)], style: style, measures: LineMeasures(bodyStyle.size * ems),
          tightness: variant.tightness)
        #expect(direct.lines.count == variant.lines)
        counts.insert(variant.lines - normal.lines)
      }
    }
    #expect(counts == [-1, 0, 1])
  }

  @Test func measuresVaryLineByLine() throws {
    let em = bodyStyle.size
    let measures = LineMeasures(
      lines: [(indent: em * 4, width: em * 8), (indent: em * 4, width: em * 8)],
      rest: (indent: .zero, width: em * 12))
    let style = ParagraphStyle(character: bodyStyle)
    let lines = try composer.compose(
      [TextSpan(String(repeating: "中", count: 40), bodyStyle)], style: style, measures: measures
    ).lines
    #expect(lines.map(\.text.count) == [6, 8, 12, 12, 2])
    #expect(lines.map(\.indent) == [em * 6, em * 4, .zero, .zero, .zero])
  }

  @Test func alignments() throws {
    let left = try composer.compose("中中中", ems: 10, alignment: .left).lines[0]
    let middle = try composer.compose("中中中", ems: 10, alignment: .centred).lines[0]
    let right = try composer.compose("中中中", ems: 10, alignment: .right).lines[0]
    #expect([left.indent, middle.indent, right.indent] == [.zero, .points(35), .points(70)])
  }

  @Test func forcedLineEnds() throws {
    let lines = try composer.compose("甲乙丙\u{2028}丁戊己", ems: 10).lines
    #expect(lines.map(\.text) == ["甲乙丙", "丁戊己"])
    #expect(lines[0].width == .points(30))
  }

  @Test func emptyTextHasNoLines() throws {
    #expect(try composer.compose("", ems: 10).lines.isEmpty)
    #expect(try composer.compose("  \n", ems: 10).lines.isEmpty)
  }

  @Test func tinyMeasuresStillGiveLines() throws {
    let lines = try composer.compose("中——文“字”12345", ems: 0.5).lines
    #expect(lines.map(\.text).joined() == "中——文“字”12345")
    #expect(lines.contains { $0.fit.isEmergency })
  }

  @Test func reportsAreText() throws {
    let paragraph = try composer.compose("一二三四五六七八九十。甲\"乙", ems: 10)
    let report = LineReport(paragraph, em: bodyStyle.size)
    #expect(report.text().contains("T3 0.125×8, no-line-start 十"))
    #expect(report.json().contains(#""text": "十。甲\"乙""#))
    #expect(report.json().contains(#""step": "T3", "used": 1.000, "limit": 1.000, "places": 8"#))
  }
}

/// All in one line, to see the steps alone.
private struct WholeLine: LineBreaker {
  var spreads = false

  func breaks(in problem: BreakProblem) -> [Int] { [problem.count] }
}
