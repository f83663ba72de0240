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

  @Test func captionsStandUnderTheirPicture() throws {  // PG-17
    let files = [(300, 200), (200, 200)].map { wide, high in
      ImageSource(path: "\(wide).jpg", format: .jpeg, pixelWidth: wide, pixelHeight: high)
    }
    let group = PictureGroup(
      pictures: files, caption: "两处", spec: PictureSpec(crop: 0.18, captionRows: 2),
      setter: setter, columns: 1...2)
    let rows = try #require(group.heights(atMost: 18).first?.rows)
    let items = try group.draw(rows: rows).items
    var foot = Length.zero
    var caption: Length?
    for item in items {
      if case .image(let image) = item.item { foot = max(foot, item.origin.y + image.size.height) }
      if case .glyphs = item.item { caption = item.origin.y }
    }
    // One object holds both, so no page or column comes between them.
    let baseline = try #require(caption)
    #expect(baseline > foot && baseline <= setter.grid.height(ofLines: rows))
  }
}
