import DisplayList
import Geometry
import LayoutSpecs
import Testing

@testable import Prepress

@Suite struct SheetTests {
  private func pages(_ count: Int) -> PagedDocument {
    PagedDocument(
      pages: (1...count).map {
        Page(
          label: "\($0)", trim: Size(width: .points(100), height: .points(150)),
          items: [PlacedItem(at: .zero, .tag(StructureTag(.frame, name: "\($0)")))])
      })
  }

  private func order(_ scheme: ImpositionScheme, _ count: Int) -> [[Int?]] {
    scheme.sides(of: count).map { $0.map { $0.page.map { $0 + 1 } } }
  }

  @Test func pagesStandInReadingOrder() {
    #expect(order(.grid(columns: 2, rows: 1), 3) == [[1, 2], [3, nil]])
    #expect(order(.grid(columns: 2, rows: 2), 5) == [[1, 2, 3, 4], [5, nil, nil, nil]])
  }

  @Test func aStitchedSectionFoldsToReadingOrder() {
    #expect(
      order(.saddle(creep: .zero), 8) == [[8, 1], [2, 7], [6, 3], [4, 5]])
    #expect(order(.saddle(creep: .zero), 3) == [[nil, 1], [2, 3]])
  }

  @Test func innerSheetsCreepToTheSpine() {
    let sides = ImpositionScheme.saddle(creep: .points(1)).sides(of: 12)
    for (number, side) in sides.enumerated() {
      let wanted = Length.points(1) * (number / 2)
      for place in side { #expect(place.shift == (place.column == 0 ? wanted : -wanted)) }
    }
    #expect(sides[0].map(\.shift) == [.zero, .zero])
    #expect(sides[4].map(\.shift) == [.points(2), .points(-2)])
  }

  @Test func aSheetHoldsItsPagesAtTheirPlaces() throws {
    let imposed = Imposer(.grid(columns: 2, rows: 1)).impose(pages(2))
    #expect(imposed.pages.count == 1)
    #expect(imposed.pages[0].trim.width == .points(200))
    #expect(imposed.pages[0].items.map(\.origin.x) == [.zero, .points(100)])
    #expect(imposed.pages[0].label == "1+2")
  }

  @Test func tilesCoverThePageAndOverlap() {
    let size = Size(width: .points(60), height: .points(150))
    let tiles = Imposer(.tiles(size: size, overlap: .points(10))).impose(pages(1)).pages
    #expect(tiles.count == 2)
    #expect(tiles.map(\.trim.width) == [.points(60), .points(50)])
    #expect(tiles.map { $0.items[0].origin.x } == [.zero, .points(-50)])
    // A tile no larger than its overlap cannot move on: the page stays whole.
    let stuck = Size(width: .points(10), height: .points(10))
    #expect(Imposer(.tiles(size: stuck, overlap: .points(10))).impose(pages(1)).pages.count == 1)
  }

  /// INK-7 and table 2: 0.25 pt, all plates, outside the bleed.
  @Test func marksStandOutsideTheBleed() throws {
    var document = pages(1)
    document.pages[0].items = []
    document.pages[0].bleed = Insets(all: .millimetres(5))
    var settings = try Press.profile("coated").sheet
    settings.marks = .crop
    let sheets = PressMarks(settings).sheets(of: document)
    let bleed = sheets.boxes[0].bleed
    for item in sheets.document.pages[0].items {
      guard case .path(let path, let paint) = item.item else { continue }
      #expect(paint.stroke?.ink == .registration && paint.stroke?.width == .points(0.25))
      for case .line(let end) in path.elements {
        #expect(
          end.x <= bleed.left || end.x >= bleed.right || end.y <= bleed.top
            || end.y >= bleed.bottom)
      }
    }
    settings.marks = .full
    #expect(
      PressMarks(settings).sheets(of: document).document.pages[0].items.count
        > sheets.document.pages[0].items.count)
  }

  @Test func aNewspaperPageIsItsOwnSheet() throws {
    let document = pages(2)
    let sheets = PressMarks(try Press.profile().sheet).sheets(of: document)
    #expect(sheets.document == document)
    #expect(sheets.boxes[1].media == document.pages[1].trim)
  }
}
