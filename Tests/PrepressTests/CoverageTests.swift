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
    func tone(_ plate: PlateDocuments.Plate, x: Int, y: Int) throws -> UInt8 {
      let png = try PNGRenderer(dpi: 72).render(
        plates.document(of: plate), from: FixtureFiles())
      let raster = try PictureDecoder.decode(path: "x", bytes: png)
      return raster.layout == .grey
        ? raster.pixels[y * raster.width + x] : raster.pixels[(y * raster.width + x) * 4 + 1]
    }
    // The area of black knocks the tint out; elsewhere the cyan plate is whole, under type too.
    #expect(try tone(.cyan, x: 30, y: 120) == 255)
    #expect(try tone(.cyan, x: 100, y: 200) == 128)
    #expect(try tone(.black, x: 30, y: 120) == 0)
    let cyan = try PictureDecoder.decode(
      path: "x",
      bytes: PNGRenderer(dpi: 72).render(plates.document(of: .cyan), from: FixtureFiles()))
    let size = cyan.layout == .grey ? 1 : 4
    let type = (20..<50).flatMap { y in
      (20..<190).map { x in cyan.pixels[(y * cyan.width + x) * size] }
    }
    #expect(Set(type) == [128])
  }

  @Test func aPictureGivesItsPlates() throws {
    let prepared = PreparedPicture(
      width: 1, height: 1, space: .cmyk, data: [255, 0, 128, 10])
    let plate = try #require(prepared.file(of: .cyan))
    #expect(try PictureDecoder.decode(path: "x", bytes: plate).pixels == [0])
    let grey = PreparedPicture(width: 1, height: 1, space: .grey, data: [40])
    let black = try #require(grey.file(of: .black))
    #expect(abs(Int(try PictureDecoder.decode(path: "x", bytes: black).pixels[0]) - 40) <= 2)
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
