import Geometry
import Testing

@testable import Prepress

/// Pages on the sheets of office printers: at their size, in order, with marks.
@Suite struct SheetPlanTests {
  private func size(_ width: Double, _ height: Double) -> Size {
    Size(width: .millimetres(width), height: .millimetres(height))
  }

  private func paper(_ width: Double, _ height: Double, margin: Double = 5) -> SheetPaper {
    SheetPaper(
      size: size(width, height), sides: .millimetres(margin), ends: .millimetres(margin))
  }

  private func near(_ one: Length, _ millimetres: Double) -> Bool {
    abs(one.millimetres - millimetres) < 0.01
  }

  @Test func aPageStandsInTheMiddleOfItsSheet() throws {
    let sheets = try SheetPlanner(paper: paper(297, 420)).plan([size(260, 184)], .single)
    #expect(near(sheets[0].size.width, 420) && near(sheets[0].size.height, 297))
    #expect(near(sheets[0].placed[0].origin.x, 80) && near(sheets[0].placed[0].origin.y, 56.5))
  }

  @Test func aPageThatIsTooLargeIsRefused() {
    #expect(throws: SheetPlanner.TooLarge.self) {
      try SheetPlanner(paper: paper(210, 297)).plan([size(211, 297)], .single)
    }
  }

  @Test func aSectionLiesAcrossTheFold() throws {
    let pages = Array(repeating: size(210, 297), count: 12)
    let sheets = try SheetPlanner(paper: paper(297, 420)).plan(pages, .saddle(creep: .zero))
    #expect(sheets.map { $0.placed.map { $0.page + 1 } }.first == [12, 1])
    #expect(sheets.count == 6 && sheets.allSatisfy { near($0.size.width, 420) })
    #expect(sheets.allSatisfy { near($0.placed[1].origin.x, 210) })
  }

  /// Between slips that fill their sheet the cut is marked at its ends; where there is room, beside.
  @Test func slipsHaveMarksToCutAt() throws {
    let full = try SheetPlanner(paper: paper(210, 297)).plan(
      [size(210, 148.5), size(210, 148.5), size(210, 148.5)], .slips)
    #expect(full.map(\.placed.count) == [2, 1])
    #expect(full[0].lines.count == 2)
    #expect(full[0].lines.allSatisfy { near($0.from.y, 148.5) && near($0.to.y, 148.5) })
    let cards = try SheetPlanner(paper: paper(210, 297)).plan([size(90, 54)], .slips)
    #expect(cards.count == 1 && cards[0].placed.count == 10)
    // Three cuts down and six across, a mark at both ends of each.
    #expect(cards[0].lines.count == 2 * 3 + 2 * 6)
    let windows = cards[0].placed.map(\.window)
    for line in cards[0].lines {
      let mark = Rect(
        left: min(line.from.x, line.to.x), top: min(line.from.y, line.to.y),
        right: max(line.from.x, line.to.x), bottom: max(line.from.y, line.to.y))
      #expect(windows.allSatisfy { !$0.contains(mark) })
    }
  }

  /// Pieces are of one size, overlap by what is asked for, and show the whole page.
  @Test(arguments: [(390.0, 550.0, 2), (4000, 700, 30), (300, 430, 2), (1000, 2000, 20)])
  func tilesCoverThePage(_ width: Double, _ height: Double, _ count: Int) throws {
    let overlap = Length.millimetres(10)
    let page = size(width, height)
    let sheets = try SheetPlanner(paper: paper(297, 420)).plan([page], .tiles(overlap: overlap))
    #expect(sheets.count == count)
    var area = 0.0
    for sheet in sheets {
      let placed = sheet.placed[0]
      let (window, origin) = (placed.window, placed.origin)
      #expect(window.left.millimetres >= 4.99 && window.top.millimetres >= 4.99)
      #expect(window.left >= origin.x && window.top >= origin.y)
      #expect(window.right <= origin.x + page.width && window.bottom <= origin.y + page.height)
      area += window.size.width.millimetres * window.size.height.millimetres
    }
    #expect(area > width * height)
    // Neighbours show the same strip.
    let (one, other) = (sheets[0].placed[0], sheets[1].placed[0])
    let ends = (one.window.right - one.origin.x, one.window.bottom - one.origin.y)
    let starts = (other.window.left - other.origin.x, other.window.top - other.origin.y)
    let strips = [ends.0 - starts.0, ends.1 - starts.1]
    #expect(strips.contains { near($0, 10) }, "\(strips.map(\.millimetres))")
    #expect(sheets.dropLast().allSatisfy { !$0.notes.isEmpty && !$0.lines.isEmpty })
  }

  /// A written sheet shows its page where the plan puts it, turned pages too.
  @Test(arguments: [0, 90, 180, 270]) func aSheetShowsItsPage(_ turn: Int) throws {
    let content = "1 0 0 rg 20 30 40 10 re f"
    let bytes = Array(
      """
      %PDF-1.4
      1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
      2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
      3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [10 20 110 170] /Rotate \(turn)
        /Contents 4 0 R /Resources << >> >> endobj
      4 0 obj << /Length \(content.utf8.count) >> stream
      \(content)
      endstream endobj
      trailer << /Root 1 0 R /Size 5 >>

      """.utf8)
    let page = try #require(try PageContents.read(bytes, name: "p").first)
    let ink = try #require(page.ink)
    let plan = try SheetPlanner(paper: paper(210, 297)).plan([page.size], .single)
    let written = try SheetWriter(plan).write(bytes, name: "p")
    let sheet = try #require(try PageContents.read(written, name: "p").first)
    let shown = try #require(sheet.ink)
    let origin = plan[0].placed[0].origin
    #expect(abs((shown.left - ink.left - origin.x).points) < 0.01)
    #expect(abs((shown.top - ink.top - origin.y).points) < 0.01)
    #expect(abs((shown.size.width - ink.size.width).points) < 0.01)
    #expect(page.size.width == (turn % 180 == 0 ? .points(100) : .points(150)))
  }
}
