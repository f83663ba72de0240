import Diagnostics
import DisplayList
import Geometry
import ReportModel
import Testing

@testable import PageMakeup

/// The way back from ink to words.
@Suite struct PagePlacesTests {
  private func line(_ text: String, x: Double, y: Double) -> PlacedItem {
    let glyphs = (0..<text.count).map {
      PlacedGlyph(id: 1, x: .points(10 * Double($0)))
    }
    let run = GlyphRun(
      face: "song", size: .points(10), ink: .black, glyphs: glyphs,
      text: text, clusters: [], width: .points(10 * Double(text.count)))
    return PlacedItem(at: Point(x: .points(x), y: .points(y)), .glyphs(run))
  }

  @Test func linesOfAParagraphAreOneRectangleInEachColumn() {
    let range = SourceRange(file: "a.txt", line: 1)
    let report = Report(
      source: "a.txt",
      blocks: [
        ReportBlock(role: .body, text: "甲乙丙丁戊己庚辛壬癸", range: range),
        ReportBlock(role: .body, text: "子丑寅卯辰巳", range: range),
      ])
    let page = Page(
      trim: Size(width: .points(400), height: .points(400)),
      items: [
        line("甲乙丙丁", x: 10, y: 20), line("戊己庚辛", x: 10, y: 32), line("壬癸", x: 200, y: 20),
        line("子丑寅卯", x: 200, y: 32), line("辰巳", x: 200, y: 44),
      ])
    var places = PagePlaces(of: [(report, [:])])
    let found = places.places(on: page)
    #expect(found.map(\.block) == [0, 0, 1])
    #expect(found[0].bottom > 30 && found[0].top < 20)
    #expect(found[1].left > 190)
  }
}
