import CairoRendering
import DisplayList
import ImageFiles
import TestSupport
import Testing

@testable import Prepress

@Suite struct CoverageTests {
  @Test func theHeaviestSquareIsAMeanAndHasAPlace() throws {
    let (width, height) = (100, 80)
    var plate = [UInt8](repeating: 255, count: width * height)
    for y in 40..<60 { for x in 50..<70 { plate[y * width + x] = 0 } }
    // 11 pixels are 3.88 mm at 72 dpi.
    let ink = try #require(
      InkCoverage(plates: [plate, plate], width: width, height: height, dpi: 72))
    #expect(ink.maximum == 200)
    #expect(ink.heaviestSquare == 200)
    #expect(abs(ink.place.x - 50 / 72 * 25.4) < 0.01 && abs(ink.place.y - 40 / 72 * 25.4) < 0.01)
    var dot = [UInt8](repeating: 255, count: width * height)
    dot[5000] = 0
    let light = try #require(InkCoverage(plates: [dot], width: width, height: height, dpi: 72))
    #expect(light.maximum == 100 && light.heaviestSquare < 1)
    #expect(InkCoverage(plates: [[0]], width: 2, height: 2, dpi: 72) == nil)
  }

  @Test func platesKeepOverprint() throws {
    var page = TestPage()
    page.box(0, 0, 200, 300, Ink(cyan: 0.5, magenta: 0, yellow: 0, black: 0))
    page.text(50, size: 40)
    page.box(10, 100, 50, 50, .black)
    let plates = PlateDocuments(page.document, overprintUnder: 2)
    func draw(_ shown: PlateDocuments.Plates) throws -> PixelImage {
      try PageSampler(dpi: 72).pixels(of: plates.document(of: shown), from: FixtureFiles())
    }
    let (colors, black) = (try draw(.colors), try draw(.black))
    // Cyan is what red lacks.
    func cyan(_ x: Int, _ y: Int) -> UInt8 { colors.bytes[(y * colors.width + x) * 4 + 2] }
    // The area of black knocks the tint out; elsewhere the cyan plate is whole, under type too.
    #expect(cyan(30, 120) == 255)
    #expect(cyan(100, 200) == 128)
    #expect(black.bytes[(120 * black.width + 30) * 4] == 0)
    let type = (20..<50).flatMap { y in (20..<190).map { x in cyan(x, y) } }
    #expect(Set(type) == [128])
    let ink = try #require(InkCoverage(colors: colors, black: black, dpi: 72))
    #expect(abs(ink.maximum - 149.8) < 0.3, "half cyan under black type: \(ink.maximum)")
  }

  @Test func aPictureGivesItsPlates() throws {
    func pixel(_ picture: PreparedPicture, _ plates: PlateDocuments.Plates) throws -> [UInt8] {
      let file = try #require(picture.samples(width: 1, height: 1)?.file(of: plates))
      return Array(try PictureDecoder.decode(path: "x", bytes: file).pixels.prefix(3))
    }
    let inks = PreparedPicture(width: 1, height: 1, space: .cmyk, data: [255, 0, 128, 10])
    #expect(try pixel(inks, .colors) == [127, 255, 0])
    #expect(try pixel(inks, .black) == [245, 245, 245])
    let grey = PreparedPicture(width: 1, height: 1, space: .grey, data: [40])
    #expect(try pixel(grey, .colors) == [255, 255, 255])
    #expect(try pixel(grey, .black) == [40, 40, 40])
    let half = PreparedPicture(width: 1, height: 1, space: .grey, data: [40], alpha: [0])
    #expect(try pixel(half, .black) == [255, 255, 255])
  }

  @Test func theMapShowsWhatIsTooMuch() throws {
    let ink = try #require(
      InkCoverage(
        plates: [[0, 255], [0, 255], [0, 255]], width: 2, height: 1, dpi: 72))
    #expect(ink.heatMap(limit: 240) == [200, 0, 0, 255, 255, 255])
    #expect(
      PNGWriter.file(width: 2, height: 1, pixels: ink.heatMap(limit: 240), dpi: 72) != nil)
  }
}
