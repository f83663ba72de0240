import CairoRendering
import DisplayList
import Geometry
import TestSupport
import Testing

@testable import Prepress

/// The bound of the ink on a page, and the part that has to be measured.
@Suite struct InkBoundTests {
  private static let red = Ink(cyan: 0, magenta: 1, yellow: 1, black: 0)
  private static let limit = 240.0

  private func parts(_ page: TestPage) -> [CrowdedPart] {
    PlateDocuments(page.document, overprintUnder: 2).crowdedParts(over: Self.limit, page: 0)
  }

  /// The heaviest square of a page by drawing it.
  private func heaviest(_ document: PagedDocument) throws -> Double {
    let plates = PlateDocuments(document, overprintUnder: 2)
    let sampler = PageSampler(dpi: 72)
    let ink = InkCoverage(
      colors: try sampler.pixels(of: plates.document(of: .colors), from: FixtureFiles()),
      black: try sampler.pixels(of: plates.document(of: .black), from: FixtureFiles()), dpi: 72)
    return try #require(ink).heaviestSquare
  }

  @Test func textBesideAColourNeedsNoDrawing() {
    var page = TestPage()
    page.text(30)
    page.box(10, 200, 60, 60, Self.red)
    page.box(100, 200, 60, 60, Ink(cyan: 0.5, magenta: 0.6, yellow: 0.6, black: 0.6))
    #expect(parts(page).isEmpty)
  }

  /// Only black prints on top of what is under it.
  @Test func blackTextOnRedHasToBeMeasured() throws {
    var page = TestPage()
    page.box(10, 20, 180, 30, Self.red)
    page.text(40)
    page.text(250)
    let part = try #require(parts(page).first)
    // The line far below does not belong to it.
    #expect(part.page.trim.height < .points(80))
    var white = TestPage()
    white.box(10, 20, 180, 30, Self.red)
    white.text(40, .paper)
    #expect(parts(white).isEmpty)
  }

  /// Two crowded places far apart are two small parts, not one large one.
  @Test func placesFarApartAreMeasuredApart() {
    var page = TestPage()
    page.box(10, 20, 180, 20, Self.red)
    page.text(35)
    page.box(10, 240, 180, 20, Self.red)
    page.text(255)
    let parts = parts(page)
    #expect(parts.count == 2)
    #expect(parts.allSatisfy { $0.page.trim.height < .points(80) })
  }

  @Test func aPictureHasToBeMeasured() {
    var page = TestPage()
    page.picture("images/grey.jpg", 100, width: 60, height: 60)
    #expect(parts(page).count == 1)
  }

  /// The part alone gives the figure of the whole page, wherever its heavy place lies; and where
  /// there is no part, the page is within the limit.
  @Test func thePartMeasuresLikeThePage() throws {
    var random = SystemLessRandom(seed: 11)
    var measured = 0
    for _ in 0..<40 {
      var page = TestPage()
      for _ in 0..<6 {
        func share() -> Double { Double(random.next(11)) / 10 }
        let ink =
          random.next(3) == 0
          ? Ink.black : Ink(cyan: share(), magenta: share(), yellow: share(), black: share())
        let (x, y) = (Double(random.next(140)), Double(random.next(240)))
        if random.next(3) == 0 {
          page.text(y + 20, size: 10 + Double(random.next(40)), ink)
        } else {
          page.box(x, y, 20 + Double(random.next(80)), 2 + Double(random.next(60)), ink)
        }
      }
      let whole = try heaviest(page.document)
      let own = try parts(page).map { part in
        var cropped = page.document
        cropped.pages = [part.page]
        return try heaviest(cropped)
      }.max()
      guard let own else {
        #expect(whole <= Self.limit + 0.5, "\(whole)")
        continue
      }
      if whole > Self.limit {
        measured += 1
        // Edges fall on other parts of a dot.
        #expect(abs(own - whole) < 8, "\(own) instead of \(whole)")
      } else {
        #expect(own <= Self.limit + 8, "\(own) instead of \(whole)")
      }
    }
    #expect(measured > 5)
  }
}
