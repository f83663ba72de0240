import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import TestSupport
import Testing

@testable import PageMakeup

/// The rules of part 5 that are a matter of rows.
@Suite struct PageRuleTests {
  private let setter = testSetter()

  private func block(_ role: ReportRole, _ text: String, lead: Int = 0) -> ReportBlock {
    ReportBlock(
      role: role, text: text, runInLead: lead, range: SourceRange(file: "test", line: 1))
  }

  private func realizer() throws -> Realizer {
    try Realizer(setter: setter, measure: setter.grid.width(ofColumns: 1), withVariants: false)
  }

  @Test func headsTakeWholeRows() throws {  // PG-6
    for size in [10.0, 14, 18, 26, 42] {
      let rows = Realizer.rows(for: .points(size), grid: setter.grid)
      let room = setter.grid.height(ofLines: rows)
      #expect(room >= .points(size))
      #expect(rows == 1 || setter.grid.height(ofLines: rows - 1) < .points(size))
    }
    let head = try realizer().head(block(.h2, "加强党的建设"), name: "head")
    #expect(head.keepsWithNext && !head.isSplittable)
    #expect(head.choices[0].rows.count >= 1)
  }

  @Test func nothingStandsBetweenParagraphs() throws {  // PG-7, PG-9
    let text = String(repeating: "中", count: 30)
    let item = try realizer().paragraph(block(.body, text), name: "body")
    // Three lines, three rows, no more: spaces are whole lines, and none is asked for.
    #expect(item.choices[0].rows.count == 3)
    #expect(item.choices[0].rows.allSatisfy { !$0.isEmpty })
    let baselines = item.choices[0].rows.flatMap { $0.map(\.origin.y) }
    #expect(Set(baselines).count == 1, "every row has its baseline at one height")
  }

  /// Whatever the length of the words, the width and the place: all lines under the picture, none
  /// on it, none out of the object, and the rows are those of the lines.
  @Test(arguments: [ObjectPlace.head, .foot])
  func captionsStandUnderTheirPicture(place: ObjectPlace) throws {  // PG-17, AD-1
    let files = [(300, 200), (200, 200)].map { wide, high in
      ImageSource(path: "\(wide).jpg", format: .jpeg, pixelWidth: wide, pixelHeight: high)
    }
    let spec = PictureSpec(crop: 0.18, captionRows: 0)
    for length in [1, 9, 12, 24, 31, 60, 90] {
      let caption = String(repeating: "甲", count: length)
      for columns in 1...4 {
        let picture = try PictureObject(
          picture: MakeupPicture(image: files[0], caption: caption), spec: spec, setter: setter,
          columns: 1...columns, place: place)
        let height = try #require(picture.heights(atMost: 60).first?.rows)
        try expectUnder(try picture.draw(rows: height), characters: length)
        let group = try PictureGroup(
          pictures: files, caption: caption, spec: spec, setter: setter, columns: 1...columns)
        let rows = group.heights(atMost: 60).first?.rows ?? 30
        try expectUnder(try group.draw(rows: rows), characters: length)
      }
    }
  }

  private func expectUnder(_ drawn: Fragment, characters: Int) throws {
    var foot = Length.zero
    var text = 0
    for case .image(let image) in drawn.items.map(\.item) { foot = max(foot, image.size.height) }
    let top = drawn.items.compactMap { if case .image = $0.item { $0.origin.y } else { nil } }.min()
    foot += try #require(top)
    for item in drawn.items {
      guard case .glyphs(let run) = item.item else { continue }
      text += run.text.count
      #expect(item.origin.y - run.size.scaled(by: 0.88) >= foot, "words on their picture")
      #expect(item.origin.y <= drawn.size.height, "words under their object")
    }
    #expect(text == characters)
  }
}
