import Geometry
import LayoutSpecs
import TestSupport
import Testing
import Typesetting

/// PG-12, PG-13.
@Suite struct HeadingTests {
  private func lines(_ text: String, ems: Double) throws -> [String] {
    let style = ParagraphStyle(
      character: bodyStyle, alignment: .centred, firstLineIndent: 0, isHeading: true)
    return try Composer(shaper: SquareShaper()).compose(
      [TextSpan(text, bodyStyle)], style: style,
      measures: LineMeasures(bodyStyle.size.scaled(by: ems))
    ).lines.map(\.text)
  }

  @Test func halvesTakeALineEach() throws {
    #expect(try lines("征程万里风正劲 重任千钧再奋蹄", ems: 11) == ["征程万里风正劲", "重任千钧再奋蹄"])
    #expect(try lines("征程万里风正劲 重任千钧再奋蹄", ems: 20) == ["征程万里风正劲 重任千钧再奋蹄"])
    #expect(
      try lines("盯项目 优服务 推动经济社会持续发展", ems: 11) == ["盯项目 优服务", "推动经济社会持续发展"])
  }

  @Test func wordsStayWhole() throws {
    #expect(
      try lines("钢山街道2022年高质量发展纪实", ems: 11) == ["钢山街道2022年", "高质量发展纪实"])
    #expect(try lines("基层治理水平持续提升的主要经验和成效", ems: 11) == ["基层治理水平持续提升的", "主要经验和成效"])
  }

  @Test(arguments: ["全面推进乡村振兴的经验和做法", "加强党的建设与基层治理", "人民群众得到的实惠及满意度"])
  func particlesStayOff(text: String) throws {
    for ems in 7...13 {
      for line in try lines(text, ems: Double(ems)).dropFirst() {
        #expect(!"的得地了".contains(line.first ?? " "), "\(line)")
      }
      for line in try lines(text, ems: Double(ems)).dropLast() {
        #expect(!"和与及第".contains(line.last ?? " "), "\(line)")
      }
    }
  }

  /// A head that has no room for its words is parted inside them, and says so.
  @Test(arguments: [
    ("开展工作情况", 1.0, HeadParting.insideWord), ("征程万里风正劲 重任千钧再奋蹄", 11, .whole),
    ("开展工作情况", 11, .whole),
  ])
  func aHeadSaysHowItIsParted(text: String, ems: Double, wanted: HeadParting) throws {
    let style = ParagraphStyle(
      character: bodyStyle, alignment: .centred, firstLineIndent: 0, isHeading: true)
    let set = try Composer(shaper: SquareShaper()).compose(
      [TextSpan(text, bodyStyle)], style: style,
      measures: LineMeasures(bodyStyle.size.scaled(by: ems)))
    #expect(set.parting == wanted)
  }

  /// A half that is half as long again stands on a line of its own all the same (AD-5).
  @Test func unlikeHalvesStayWhole() throws {
    #expect(try lines("青石街道：一张网格图 解开百家结", ems: 11) == ["青石街道：一张网格图", "解开百家结"])
  }

  /// 为, 地, 了 … keep off line edges as words, not as parts of words; words are those of a lexicon.
  @Test(arguments: [
    ("让好作风成为开门红的底色", 7.0, ["让好作风成为", "开门红的底色"]),
    ("老旧厂房变身地标商圈", 6.0, ["老旧厂房变身", "地标商圈"]),
    ("走进山村学堂了解孩子心愿", 7.0, ["走进山村学堂", "了解孩子心愿"]),
    ("一条小巷见证过程与变迁", 7.0, ["一条小巷见证", "过程与变迁"]),
  ])
  func aParticleInsideAWordMayStandAtAnEdge(text: String, ems: Double, wanted: [String]) throws {
    #expect(try lines(text, ems: ems) == wanted)
  }

  /// A number in Chinese and its measure word are one word.
  @Test(arguments: ["五个社区三百八十六名学生有人管有书读", "全县一千二百零五户村民喝上自来水", "二〇三一年十件实事全部办结"])
  func writtenNumbersStayWhole(text: String) throws {
    for ems in 8...13 {
      let found = try lines(text, ems: Double(ems))
      #expect(
        found.contains { $0.contains(/三百八十六名|一千二百零五户|二〇三一年/) }, "\(ems): \(found)")
    }
  }

  @Test func quotedNamesStayWhole() throws {
    let found = try lines("打造城市基层治理的“钢山样板”经验", ems: 12)
    #expect(found.contains { $0.contains("“钢山样板”") }, "\(found)")
  }

  @Test func evenLines() throws {
    let found = try lines("坚持以人民为中心的发展思想推动民生保障力度持续加大", ems: 20)
    #expect(found.count == 2)
    #expect(abs(found[0].count - found[1].count) <= 4, "\(found)")
  }

  @Test func aBookCalledAHeadingIsSetAllTheSame() throws {
    let text = String(repeating: "坚持以人民为中心的发展思想", count: 1000)
    #expect(try lines(text, ems: 20).joined() == text)
  }

  @Test func shortHeadingsAreSpaced() throws {
    let tracked = CharacterStyle(
      role: "head", size: .points(10), tracking: HeadingSpacing.tracking(forCharacters: 2))
    let style = ParagraphStyle(
      character: tracked, alignment: .centred, firstLineIndent: 0, isHeading: true)
    let line = try Composer(shaper: SquareShaper()).compose(
      [TextSpan("附件", tracked)], style: style, measures: LineMeasures(.points(200))
    ).lines[0]
    #expect(line.width == .points(37.5))
    #expect(line.indent == .points(81.25))
  }
}
