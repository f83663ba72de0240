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
      columns: columns, place: place, heights: [(3, 0)], draw: { _ in Fragment(size: .zero) },
      name: name)
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
        Region(page: 0, column: 1, line: 4, rows: 15),
        Region(page: 0, column: 2, line: 8, rows: 11),
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
    let knob = AreaSearch.Knob(span: 2, heights: [(3, 1), (4, 0), (5, 2)])
    let found = AreaSearch.settings(of: [knob, knob], area: 14...18)
    #expect(found.map(\.cost) == found.map(\.cost).sorted())
    #expect(found.first?.heights == [1, 1])
    #expect(found.allSatisfy { (14...18).contains($0.area) })
  }

  @Test func theSearchFillsAPageExactly() throws {
    let picture = PageObject(
      columns: 1...2, place: .head, heights: [(3, 1), (4, 0), (5, 1)],
      draw: { _ in Fragment(size: .zero) }, name: "picture 1")
    let flow = [item([7]), item([9]), item([8])]
    let search = PageSearch(objects: [picture], flows: [(0, 0, flow)], columns: 1...2)
    let page = try #require(search.fill(lines: 1...17, slack: 0))
    #expect(page.objectRows == [5])
    #expect(page.flow.blankRows == 0)
    #expect(search.reach == 30...34)
    #expect(search.fill(lines: 1...18, slack: 0) == nil)
  }

  // MARK: Tables

  @Test func narrowColumnsKeepTheirWidth() {
    let widths = TableSetter.share(
      .points(100), among: [.points(10), .points(100), .points(100)])
    #expect(widths[0] == .points(10))
    #expect(widths[1] == .points(45))
    let wide = TableSetter.share(.points(100), among: [.points(10), .points(30)])
    #expect(wide == [.points(25), .points(75)])
  }
}
