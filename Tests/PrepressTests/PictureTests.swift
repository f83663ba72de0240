import Diagnostics
import DisplayList
import ImageFiles
import LayoutSpecs
import TestSupport
import Testing

@testable import Prepress

@Suite struct PictureTests {
  private func converter(isGrayscale: Bool = false) throws -> PictureConverter {
    PictureConverter(
      profile: try Press.profile(), icc: try Press.icc(), isGrayscale: isGrayscale)
  }

  private func picture(_ pixels: [UInt8], _ layout: RawPicture.Layout) -> RawPicture {
    let size = layout == .grey ? 1 : 4
    return RawPicture(width: pixels.count / size, height: 1, layout: layout, pixels: pixels)
  }

  @Test(arguments: [0, 7, 1234])
  func aStandInNamesItsPicture(_ number: Int) throws {
    let file = StandIn.file(for: number)
    #expect(StandIn.number(in: file) == number)
    let header = try ImageProbe.header(path: "x", bytes: file)
    #expect(header.width == 1 && header.components == 1 && header.passesThrough)
    #expect(StandIn.number(in: try FixtureFiles().contents(of: "images/grey.jpg")) == nil)
  }

  /// INK-4: the limit is kept after conversion, whatever the profile's tables give.
  @Test func convertedColoursKeepTheInkLimit() throws {
    var pixels: [UInt8] = []
    for red in stride(from: 0, through: 255, by: 15) {
      for green in stride(from: 0, through: 255, by: 15) {
        for blue in stride(from: 0, through: 255, by: 15) {
          pixels += [UInt8(blue), UInt8(green), UInt8(red), 255]
        }
      }
    }
    var problems = Problems()
    let prepared = try converter().convert(
      picture(pixels, .color), packing: .lossless, name: "x", into: &problems)
    #expect(prepared.space == .cmyk)
    let heaviest =
      stride(from: 0, to: prepared.data.count, by: 4).map { start in
        prepared.data[start..<start + 4].reduce(0) { $0 + Int($1) }
      }.max() ?? 0
    #expect(Double(heaviest) / 2.55 <= 240)
    #expect(problems.diagnostics.map(\.code) == ["press.assumed-srgb"])
  }

  @Test func theClampKeepsBlackAndHue() {
    var pixels: [UInt8] = [255, 255, 255, 255, 200, 100, 0, 50]
    let heaviest = InkLimit(percent: 240).clamp(&pixels)
    #expect(heaviest == 400)
    #expect(pixels[3] == 255 && pixels[0] == pixels[1])
    #expect(pixels[0..<4].reduce(0) { $0 + Int($1) } <= 612)
    #expect(Array(pixels[4...]) == [200, 100, 0, 50])
  }

  @Test func whiteStaysPaper() throws {
    var problems = Problems()
    let prepared = try converter().convert(
      picture([255, 255, 255, 255], .color), packing: .lossless, name: "x", into: &problems)
    #expect(prepared.data == [0, 0, 0, 0])
  }

  /// One plate: grey goes to black alone, lighter than it is on a screen since dots grow on newsprint.
  @Test func greyIsOnePlateAndRisesSteadily() throws {
    var problems = Problems()
    let prepared = try converter().convert(
      picture((0...255).map { UInt8($0) }, .grey), packing: .lossless, name: "x", into: &problems)
    #expect(prepared.space == .grey)
    #expect(prepared.data.first == 0 && prepared.data.last == 255)
    #expect(zip(prepared.data, prepared.data.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(prepared.data[128] > 128)
  }

  @Test func aPressWithOnePlateGetsGrey() throws {
    var problems = Problems()
    let prepared = try converter(isGrayscale: true).convert(
      picture([0, 0, 255, 255], .color), packing: .lossless, name: "x", into: &problems)
    #expect(prepared.space == .grey)
    let grey = try #require(GreyInks(press: try Press.icc()))
    let red = grey.grey(of: TestPage.red)
    #expect(red.cyan == 0 && red.magenta == 0 && (0.3...0.95).contains(red.black))
    #expect(grey.grey(of: .black) == .black && grey.grey(of: .paper) == .paper)
  }

  @Test func lineArtStaysOneBit() throws {
    let art = RawPicture(width: 9, height: 1, layout: .bitmap, pixels: [0xAA, 0x80])
    var problems = Problems()
    let prepared = try converter().convert(
      art, packing: .lossless, name: "x", into: &problems)
    #expect(prepared.bits == 1 && prepared.data == [0xAA, 0x80])
    #expect(Reduction.reduce(art, by: 4) == art)
  }

  @Test func reductionAverages() {
    let checker = RawPicture(
      width: 4, height: 2, layout: .grey, pixels: [0, 255, 0, 255, 255, 0, 255, 0])
    let small = Reduction.reduce(checker, by: 2)
    #expect(small.width == 2 && small.height == 1 && small.pixels == [128, 128])
    #expect(Reduction.reduce(checker, by: 0.5) == checker)
  }

  /// A heavy CMYK picture is brought down with a finding; a light one goes in byte for byte.
  @Test func heavyInksAreBroughtDown() throws {
    var problems = Problems()
    let prepared = try converter().convert(
      picture([255, 255, 255, 255], .cmyk), packing: .lossless, name: "x", into: &problems)
    #expect(prepared.data.reduce(0) { $0 + Int($1) } <= 612)
    #expect(problems.diagnostics.first?.code == "press.picture-ink")
  }

  /// `image-resolution`: over-resolved pictures are reduced, poor ones are findings.
  @Test func resolutionIsThatOfThePlacedSize() throws {
    func prepare(_ width: Double) throws -> (PreparedPicture?, [String]) {
      var page = TestPage()
      page.picture("images/quarters.jpg", 10, width: width, height: width * 64 / 96)
      var problems = Problems()
      let outcome = try PicturePreparer(
        profile: try Press.profile(), icc: try Press.icc(), isGrayscale: false, standard: .x4
      ).prepare(page.document, from: FixtureFiles(), into: &problems)
      return (
        outcome.pictures.first?.pixels, problems.diagnostics.map(\.code.rawValue)
      )
    }
    // 96 pixels: 384 ppi at 18 pt, 200 at 34.5 pt, 120 at 57.6 pt, 48 at 144 pt.
    #expect(try prepare(18).0?.width == 50)
    #expect(try prepare(34.5).0?.width == 96)
    #expect(try prepare(57.6).1.contains("image-resolution-low"))
    #expect(try prepare(144).1.contains("image-resolution"))
  }

  @Test func clearPartsBecomePaperWhereNoMaskMayStand() {
    var clear = picture([0, 0, 0, 255, 10, 20, 30, 255], .color)
    clear.alpha = [0, 255]
    let flat = Flattening.flatten(clear)
    #expect(flat.alpha == nil)
    #expect(
      Array(flat.pixels[0..<3]) == [255, 255, 255] && Array(flat.pixels[4..<7]) == [10, 20, 30])
  }

  @Test func transformIsFastEnough() throws {
    let transform = try #require(
      ScreenToPress(source: nil, press: try Press.icc(), intent: .perceptual))
    let pixels = [UInt8](repeating: 90, count: 4 * 100_000)
    #expect(transform.convert(pixels, count: 100_000).count == 400_000)
  }
}

/// Ink of pictures in files that others made, and in pages that are placed.
struct PictureInkTests {
  /// A picture of 40 × 40 pixels, 60 pt wide, in four inks of one share each.
  private func file(_ share: UInt8, decode: String = "", inForm: Bool) -> [UInt8] {
    let digits = Array("0123456789ABCDEF")
    let byte = String([digits[Int(share >> 4)], digits[Int(share & 15)]])
    let hex = String(repeating: byte, count: 40 * 40 * 4) + ">"
    let image = """
      << /Type /XObject /Subtype /Image /Width 40 /Height 40 /BitsPerComponent 8 \(decode)
      /ColorSpace /DeviceCMYK /Filter /ASCIIHexDecode /Length \(hex.utf8.count) >>
      stream
      \(hex)
      endstream
      """
    let draw = "q 60 0 0 60 20 20 cm /P Do Q"
    let form = """
      << /Type /XObject /Subtype /Form /BBox [0 0 200 200] /Length \(draw.utf8.count)
      /Resources << /XObject << /P 10 0 R >> >> >>
      stream
      \(draw)
      endstream
      """
    var pdf = MiniPDF()
    pdf.content = inForm ? "/F Do" : draw
    pdf.resources = "/XObject << /P 10 0 R /F 11 0 R >>"
    pdf.objects = [image, form]
    return pdf.bytes
  }

  private func finds(_ bytes: [UInt8], pagePictures: Bool = true) throws -> PreflightFinding? {
    try Preflight(profile: Press.profile(), measuresPagePictures: pagePictures)
      .check(bytes).findings.first { $0.rule.id == "tac-over-limit" }
  }

  @Test(arguments: [false, true]) func tooMuchInkInAPictureIsFound(_ inForm: Bool) throws {
    // 4 × 75 % = 300 %, then 4 × 50 % = 200 %; the paper takes 240 %.
    let found = try #require(try finds(file(191, inForm: inForm)))
    #expect(found.details == ["300 %"] && found.pages == [1])
    let place = try #require(found.places.first)
    #expect(abs(place.width - 21.17) < 0.01)
    #expect(try finds(file(128, inForm: inForm)) == nil)
  }

  @Test func anInvertedPictureIsReadAsItPrints() throws {
    let decode = "/Decode [1 0 1 0 1 0 1 0]"
    #expect(try finds(file(191, decode: decode, inForm: true)) == nil)
    #expect(try finds(file(64, decode: decode, inForm: true))?.details == ["300 %"])
  }

  /// A page's own pictures were limited when they were converted.
  @Test func onlyPlacedPicturesMayBeAskedFor() throws {
    #expect(try finds(file(191, inForm: false), pagePictures: false) == nil)
    #expect(try finds(file(191, inForm: true), pagePictures: false) != nil)
  }
}
