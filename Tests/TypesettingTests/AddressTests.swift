import DisplayList
import Geometry
import LayoutSpecs
import TestSupport
import Testing
import Typesetting

/// Addresses and long numbers part at their marks, so that no line before them is torn open.
@Suite struct AddressTests {
  private let composer: Composer = {
    var profile = CompositionProfile()
    profile.tornGap = 0.2
    return Composer(shaper: SquareShaper(), profile: profile)
  }()

  @Test(arguments: [
    "详情见https://www.example.gov.cn/art/2031/5/6/art_12345_67890.html网页。",
    "邮箱service.centre@mail.example.gov.cn随时受理。",
    "网址news.example.com/a/b/2031-05-06-item.html可查。",
    "咨询电话0537-23166889，欢迎拨打。",
    "开户账号6222021602012345678请核对。",
  ])
  func linesEndBehindTheMarks(_ text: String) throws {
    for ems in 8...20 {
      let lines = try composer.compose(text, ems: Double(ems)).lines
      for (line, next) in zip(lines, lines.dropFirst()) where !line.fit.isEmergency {
        let isParted =
          line.text.last?.isASCII == true && next.text.first?.isASCII == true
          && line.text.last?.isLetter == true && next.text.first?.isLetter == true
        #expect(!isParted, "\(ems): \(line.text)|\(next.text)")
        #expect(line.fit.gap <= 0.2001, "\(ems): \(line.text)")
      }
    }
  }

  @Test(arguments: ["2031-05-06", "3.14159", "v2.10.4", "1,234,567", "ISO9001"])
  func wordsNumbersAndDatesStayWhole(_ word: String) throws {
    for ems in 8...20 {
      let lines = try composer.compose("今年完成的项目是\(word)这一个", ems: Double(ems)).lines
      #expect(lines.contains { $0.text.contains(word) }, "\(ems)")
    }
  }

  @Test func noSettingOpensALineThatIsSeen() throws {
    let text = "柳溪街道坚持把走访作为第一件事，干部每周到小区和村庄走访，现场解答群众关心的停车、供暖和物业问题，群众的事情有人问、有人管、有人办。"
    for ems in 9...24 {
      let style = ParagraphStyle(character: bodyStyle)
      let variants = try composer.variants(
        [TextSpan(text, bodyStyle)], style: style, measures: LineMeasures(bodyStyle.size * ems))
      let normal = try #require(variants.first { $0.tightness == .normal })
      let own = normal.paragraph.lines.map(\.fit.gap).max() ?? 0
      for variant in variants where variant.tightness != .normal {
        #expect(variant.paragraph.lines.allSatisfy { $0.fit.gap <= max(0.1, own) + 1e-9 })
        let short = variant.paragraph.lines.count(where: \.fit.isShort)
        #expect(short <= normal.paragraph.lines.count(where: \.fit.isShort))
      }
    }
  }
}
