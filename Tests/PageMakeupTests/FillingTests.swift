import DisplayList
import Geometry
import LayoutSpecs
import Testing

@testable import PageMakeup

@Suite struct FillingTests {
  // MARK: Frames in turn

  @Test func fillsFramesInTurnAndHandsOnTheRest() {
    let items = [item([6]), item([9])]
    let (pieces, next) = FrameFiller().fill(items, from: FlowPlace(item: 0), into: [5, 5])
    #expect(pieces.map(\.rows) == [0..<4, 4..<6, 0..<3])
    #expect(next == FlowPlace(item: 1, row: 3))
  }

  @Test func aHeadMovesWithItsText() {
    let head = item([2], splittable: false, keeps: true)
    let (pieces, _) = FrameFiller().fill(
      [item([3]), head, item([4])], from: FlowPlace(item: 0), into: [6, 9])
    #expect(pieces[1].region == 1 && pieces[1].row == 0)
  }

  @Test func aHeadTallerThanItsFrameStillStands() {
    let head = item([9], splittable: false, keeps: true)
    let (pieces, next) = FrameFiller().fill([head], from: FlowPlace(item: 0), into: [4])
    #expect(pieces.map(\.rows) == [0..<4])
    #expect(next == FlowPlace(item: 0, row: 4))
  }

  // MARK: Objects

  private func object(_ columns: ClosedRange<Int>, _ place: ObjectPlace, name: String) -> PageObject
  {
    PageObject(
      columns: columns, place: place, heights: [FlowShape.Height(rows: 3, cost: 0)],
      draw: { _ in Fragment(size: .zero) }, name: name)
  }

  @Test func objectsStackAndLeaveRegions() throws {
    let objects = [
      object(1...2, .head, name: "title"), object(2...2, .head, name: "a"),
      object(1...2, .foot, name: "strip"),
    ]
    let stack = try #require(
      ObjectStack(objects, rows: [3, 4, 2], columns: 1...2, lines: 1...20))
    #expect(
      stack.regions == [
        Region(column: 1, line: 4, rows: 15),
        Region(column: 2, line: 8, rows: 11),
      ])
    #expect(stack.boxes[2].lines == 19...20)
  }

  @Test func sliversAndOverflowsAreRefused() {
    let objects = [object(1...2, .head, name: "a"), object(1...2, .foot, name: "b")]
    #expect(ObjectStack(objects, rows: [10, 8], columns: 1...2, lines: 1...20) == nil)
    #expect(ObjectStack(objects, rows: [10, 11], columns: 1...2, lines: 1...20) == nil)
    #expect(ObjectStack(objects, rows: [10, 10], columns: 1...2, lines: 1...20) != nil)
  }

  @Test func settingsComeCheapestFirst() {
    let knob = AreaSearch.Knob(span: 2, heights: Self.heights([3, 4, 5], costs: [1, 0, 2]))
    let found = AreaSearch.settings(of: [knob, knob], area: 14...18)
    #expect(found.map(\.cost) == found.map(\.cost).sorted())
    #expect(found.first?.heights == [1, 1])
    #expect(found.allSatisfy { (14...18).contains($0.area) })
  }

  private static func heights(_ rows: [Int], costs: [Double]) -> [FlowShape.Height] {
    zip(rows, costs).map { FlowShape.Height(rows: $0, cost: $1) }
  }

  @Test func theSearchFillsAModuleExactly() throws {
    let picture = PageObject(
      columns: 1...2, place: .head, heights: Self.heights([3, 4, 5], costs: [1, 0, 1]),
      draw: { _ in Fragment(size: .zero) }, name: "picture 1")
    let flow = ArticleFlow(headRows: 0, cost: 0, items: [item([7]), item([9]), item([8])])
    let article = Article(
      name: "a", importance: 1, flows: [flow],
      skeletons: { _ in [Skeleton(name: "s", pictures: [], panel: nil, cost: 0)] },
      objects: { _, _ in [picture] })
    let search = ModuleSearch(article: article, columns: 2)
    let module = try #require(try search.fill(lines: 17))
    #expect(module.objectRows == [5])
    #expect(module.plan.blankRows == 0)
    #expect(try article.reach(columns: 2) == 30...34)
    #expect(try search.fill(lines: 18) == nil)
  }

  // MARK: Tables

  @Test func narrowColumnsKeepTheirWidth() {
    let natural: [Length] = [.points(10), .points(100), .points(100)]
    let widths = ColumnWidths.share(.points(100), among: natural, least: natural)
    #expect(widths[0] == .points(10))
    #expect(widths[1] == .points(45))
    let small: [Length] = [.points(10), .points(30)]
    let wide = ColumnWidths.share(.points(100), among: small, least: small)
    #expect(wide == [.points(25), .points(75)])
  }
}
