import DisplayList
import Geometry
import LayoutSpecs
import TestSupport
import Testing
import Typesetting

/// MX-1…MX-9 and LB-7…LB-9.
@Suite struct MixedTextTests {
  private let style = ParagraphStyle(character: bodyStyle, firstLineIndent: 0)
  private let composer = Composer(shaper: SquareShaper())

  private func legal(_ text: String) throws -> [Int] {
    try composer.breakPositions(text, style: style).legal
  }

  @Test func gaps() throws {  // MX-1, MX-2
    #expect(LineReading(try composer.compose("国A国", ems: 9).lines[0]).origins == [0, 1.25, 2])
    #expect(
      LineReading(try composer.compose("国，A。国", ems: 9).lines[0]).origins == [0, 1, 2, 2.5, 3.5])
    #expect(LineReading(try composer.compose("（A）", ems: 9).lines[0]).origins == [-0.5, 0.5, 1])
  }

  @Test func typedSpaces() throws {  // MX-3
    let typed = try composer.compose("共 10 处 GDP 增长", ems: 20)
    #expect(typed.lines[0].text == "共10处GDP增长")
    #expect(typed.notes.replacedSpaces == 4)
    #expect(typed.lines[0].width == (try composer.compose("共10处GDP增长", ems: 20)).lines[0].width)
    #expect(try composer.compose("一行\n又一行", ems: 20).lines[0].text == "一行又一行")
    #expect(try composer.compose("甲 乙", ems: 20).lines[0].text == "甲 乙")
    #expect(try composer.compose("the  city", ems: 20).lines[0].text == "the city")
    #expect(LineReading.text(of: try composer.compose("the city", ems: 20).lines[0]) == "the city")
  }

  @Test func wordsAreNotOpened() throws {  // MX-4
    let lines = try composer.compose("发展理念internet建设大局以及the city的经济", ems: 9).lines
    for line in lines {
      let reading = LineReading(line)
      for index in reading.characters.indices.dropFirst()
      where reading.characters[index].isASCII && reading.characters[index - 1].isASCII
        && reading.characters[index] != " " && reading.characters[index - 1] != " "
      {
        #expect(abs(reading.origins[index] - reading.origins[index - 1] - 0.5) < 0.001)
      }
    }
  }

  @Test func aWordMayNeedTwoFaces() throws {  // the subscript of CO₂ comes from a fallback
    let shaper = SquareShaper()
    shaper.elsewhere = ["2"]
    let line = try Composer(shaper: shaper).compose("排放CO2气", ems: 20).lines[0]
    #expect(line.hasWholeRuns)
    let runs = line.items.compactMap { item -> String? in
      guard case .glyphs(let run) = item.item else { return nil }
      return "\(run.text) \(item.origin.x.points) \(run.width.points)"
    }
    #expect(runs == ["排放CO 0.0 32.5", "2 32.5 5.0", "气 40.0 10.0"])
  }

  @Test func digitsOnHalfEms() throws {  // MX-5
    let shaper = SquareShaper()
    shaper.western = 0.57
    var look = bodyStyle
    look.halfWidthDigits = true
    let line = try Composer(shaper: shaper).compose(
      [TextSpan("2025", look)], style: style, measures: LineMeasures(.points(100))
    ).lines[0]
    #expect(line.width == .points(20))
  }

  @Test func fullWidthIsNormalised() throws {  // MX-6
    let paragraph = try composer.compose("２０２２年ＧＤＰ增长８％", ems: 20)
    #expect(paragraph.lines[0].text == "2022年GDP增长8％")
    #expect(paragraph.notes.normalised == 8)
    #expect(paragraph.lines[0].range == 0..<12)
  }

  @Test func quotesFollowTheirText() throws {  // MX-8
    let chinese = LineReading(try composer.compose("实行“GDP”考核", ems: 20).lines[0])
    #expect(chinese.origins[3] - chinese.origins[2] == 1)
    let western = LineReading(try composer.compose("the “Swift” language", ems: 20).lines[0])
    #expect(western.origins[5] - western.origins[4] == 0.5)
    #expect(LineReading(try composer.compose("don’t", ems: 20).lines[0]).origins.last == 2)
  }

  @Test func westernWordsHaveWesternQuotes() throws {  // MX-8
    // A Chinese face without proportional forms: quotes on a whole em, set by their ink.
    let shaper = SquareShaper()
    shaper.latinQuotes = 1
    let reading = LineReading(
      try Composer(shaper: shaper).compose("don’t", ems: 20).lines[0])
    let last = try #require(reading.origins.last)
    #expect(last < 2.2, "the apostrophe takes less than an em: \(reading.origins)")
    #expect(shaper.features.contains("palt"))
  }

  @Test(arguments: ["2022", "-5", "8.5%", "1,234.5", "32276", "1-9", "10—20", "3∶5"])
  func numbersStayWhole(number: String) throws {  // LB-7
    let legal = try legal("共\(number)项")
    let inside = 2..<number.unicodeScalars.count + 1
    let dash = number.unicodeScalars.firstIndex { $0 == "—" }
    if dash == nil { #expect(legal.allSatisfy { !inside.contains($0) }, "\(legal)") }
  }

  @Test func unitsStayWithNumbers() throws {  // LB-8
    #expect(!(try legal("共30℃左右")).contains(3))
    #expect(!(try legal("共￥30元")).contains(2))
    #expect(!(try legal("长 30 km 的路")).contains(5))
    #expect((try legal("共30元整")).contains(3))
    #expect(!(try legal("面积50㎡大")).contains(4))
  }

  @Test func noteMarksStayWithTheirText() throws {  // LB-10
    #expect(!(try legal("文献[1]指出")).contains(2))
    #expect(!(try legal("面积²大")).contains(2))
    #expect((try legal("其中①是")).contains(2))
  }

  @Test func thousandsGapsAreFixed() throws {  // MX-9, LB-7
    #expect(!(try legal("共 12 000 人")).contains(5))
    let line = try composer.compose("共12 000人", ems: 8, alignment: .even).lines[0]
    let reading = LineReading(line)
    let zero = try #require(reading.characters.firstIndex(of: "0"))
    #expect(abs(reading.origins[zero] - reading.origins[zero - 2] - 0.75) < 0.001)
  }

  @Test func wordsBreakAtHyphens() throws {  // LB-9
    #expect(try legal("state-of-the-art") == [6, 9, 13])
    #expect(try legal("COVID-19").isEmpty)
    #expect(try legal("the city") == [4])
  }

  @Test func wordsAreHyphenatedWhereAsked() throws {  // LB-9
    let patterns = HyphenationPatterns("% made for this test\n.hy1p hen1a a1tion")
    #expect(patterns.places(in: "Hyphenation".unicodeScalars.map(\.value)) == [2, 6, 7])
    var profile = CompositionProfile()
    let text = "发展理念hyphenation建设"
    for (hyphenates, expected) in [(false, "发展理念"), (true, "发展理念hyphen")] {
      profile.hyphenates = hyphenates
      let lines = try Composer(
        shaper: SquareShaper(), profile: profile, breaker: FirstFitBreaker(),
        hyphenation: patterns
      ).compose(text, ems: 8).lines
      #expect(lines[0].text == expected)
      #expect(lines[0].width == .points(80))
      #expect(LineReading.text(of: lines[0]) == expected)
    }
  }

  @Test func hyphensOnlyHelp() throws {  // LB-9
    let patterns = HyphenationPatterns("in1ter n1a1t t1io na1l l1i1z 1za c1u1m n1ta")
    var profile = CompositionProfile()
    profile.hyphenates = true
    let plain = Composer(shaper: SquareShaper())
    let parted = Composer(shaper: SquareShaper(), profile: profile, hyphenation: patterns)
    let text = "坚持以发展理念推动internationalization建设和documentation工作全面落实"
    var helped = 0
    for ems in 12...24 {
      let whole = try plain.compose(text, ems: Double(ems), indent: 2)
      let found = try parted.compose(text, ems: Double(ems), indent: 2)
      #expect(found.badness <= whole.badness + 1e-6, "\(ems) em")
      if found.badness < whole.badness { helped += 1 }
    }
    #expect(helped > 0)
  }

  @Test func missingCharactersAreNamed() throws {
    let shaper = SquareShaper()
    shaper.lacking = ["𬭚", "x"]
    let paragraph = try Composer(shaper: shaper).compose("元素𬭚与box及𬭚", ems: 20)
    #expect(paragraph.missing.map(\.offset) == [2, 6, 8])
    #expect(paragraph.missing[0].scalar == "𬭚")
    #expect(!LineReading.text(of: paragraph.lines[0]).contains("𬭚"))
  }

  @Test func rolesWithoutFaceAreRejected() {
    let look = CharacterStyle(role: "none", size: .points(10))
    #expect(throws: (any Error).self) {
      try composer.compose(
        [TextSpan("国", look)], style: ParagraphStyle(character: look),
        measures: LineMeasures(.points(100)))
    }
  }
}
