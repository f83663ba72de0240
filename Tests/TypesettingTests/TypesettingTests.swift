import DisplayList
import Geometry
import LayoutSpecs
import TestSupport
import Testing
import Typesetting

@Suite struct FirstLines {
  @Test func hanFillsWholeEms() throws {
    let composer = Composer(shaper: SquareShaper())
    let text = String(repeating: "中", count: 25)
    let paragraph = try composer.compose(text, ems: 10)
    #expect(paragraph.lines.map(\.text.count) == [10, 10, 5])
    #expect(paragraph.lines[0].width == .points(100))
    #expect(paragraph.lines[0].items.count == 1)
  }

  @Test func linesAreExact() throws {
    let composer = Composer(shaper: SquareShaper())
    let text = "截至2022年9月，全街道完成一般公共预算收入32276万元，同比增长8.5%，“双招双引”成效明显；GDP总量居全市第一。"
    let paragraph = try composer.compose(text, ems: 11, indent: 2)
    for line in paragraph.lines.dropLast() {
      let indent = line.indent
      #expect(indent + line.width == .points(110), "\(line.text)")
    }
    #expect(paragraph.lines.map(\.text).joined() == text)
  }
}
