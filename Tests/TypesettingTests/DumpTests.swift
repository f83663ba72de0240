import DisplayList
import Geometry
import LayoutSpecs
import TestSupport
import Testing
import Typesetting

/// A set paragraph as a reviewer reads it: a change of composition is a diff of this dump.
@Suite struct DumpTests {
  @Test func aNewspaperParagraph() throws {
    let lead = CharacterStyle(role: "hei", size: .points(10))
    let spans = [
      TextSpan("重点项目高效推进。", lead),
      TextSpan(
        "在确保安全质量、落实环保措施的前提下，快速推进保利工业文化创意园、鸿润·锦绣乾城、碧桂园云玺等项目建设"
          + "——目前，东海院子等10处房地产项目（含5处片区改造）均按照计划顺利推进……", bodyStyle),
    ]
    let paragraph = try Composer(shaper: SquareShaper()).compose(
      spans, style: ParagraphStyle(character: bodyStyle), measures: LineMeasures(.points(110)))
    var items: [PlacedItem] = []
    for (number, line) in paragraph.lines.enumerated() {
      let origin = Point(x: line.indent, y: .points(13) * number)
      items += line.items.map { PlacedItem(at: $0.origin + origin, $0.item) }
    }
    let size = Size(width: .points(110), height: .points(13) * paragraph.lines.count)
    let dump = Fragment(size: size, items: items).dump()
    let report = LineReport(paragraph, em: bodyStyle.size).text()
    let mismatch = DumpSnapshot.mismatch(dump + report, named: "newspaper-paragraph")
    #expect(mismatch == nil)
  }
}
