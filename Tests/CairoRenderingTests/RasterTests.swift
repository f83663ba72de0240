import Diagnostics
import DisplayList
import Geometry
import TestSupport
import Testing

@testable import CairoRendering

/// The colours of a page at places in points, drawn at 72 dpi.
private func colors(
  of document: PagedDocument, files: FixtureFiles = FixtureFiles(), at places: [(Int, Int)]
) throws -> [ScreenColour] {
  try PNGRenderer(dpi: 72).withRaster(of: document, from: files) { raster in
    places.map { raster.color(x: $0.0, y: $0.1) }
  }
}

private func page(_ items: [PlacedItem], width: Double = 100, height: Double = 100) -> PagedDocument
{
  PagedDocument(
    pages: [Page(trim: Size(width: .points(width), height: .points(height)), items: items)])
}

private let white = ScreenColour(red: 255, green: 255, blue: 255)
private let black = ScreenColour(red: 0, green: 0, blue: 0)

@Suite("Pictures of pages")
struct RasterTests {
  @Test("Areas are painted in their place, later ones over earlier ones")
  func areas() throws {
    let found = try colors(
      of: page([box(10, 10, 40, 40, .black), box(30, 30, 40, 40, .paper)]),
      at: [(5, 5), (15, 15), (35, 35), (60, 60)])
    #expect(found == [white, black, white, white])
  }

  @Test("Groups turn about their origin and clip")
  func groups() throws {
    let clip = Path.rect(Rect(left: .zero, top: .zero, right: .points(20), bottom: .points(5)))
    let group = Group(
      items: [box(0, 0, 40, 40, .black)], transform: .quarterTurnClockwise, clip: clip)
    let document = page([
      PlacedItem(at: Point(x: .points(50), y: .points(50)), .group(group)),
      box(90, 90, 5, 5, .black),
    ])
    let found = try colors(of: document, at: [(47, 60), (47, 75), (40, 60), (55, 52), (92, 92)])
    #expect(found == [black, white, white, white, black])
  }

  @Test("Strokes have their width, dashes their gaps")
  func strokes() throws {
    let line = Path.line(from: .zero, to: Point(x: .points(80), y: .zero))
    let stroke = Stroke(ink: .black, width: .points(4), dash: [.points(10), .points(10)])
    let document = page([
      PlacedItem(at: Point(x: .points(10), y: .points(50)), .path(line, Paint(stroke: stroke)))
    ])
    let found = try colors(of: document, at: [(15, 49), (25, 49), (35, 51), (35, 53)])
    #expect(found == [black, white, black, white])
  }

  @Test("Text leaves ink where it stands")
  func text() throws {
    var builder = try PageBuilder()
    try builder.add("国国国国", size: .points(12))
    let document = builder.document()
    let inked = try PNGRenderer(dpi: 72).withRaster(of: document, from: FixtureFiles()) { raster in
      (20..<68).count { x in (4..<15).contains { y in raster.color(x: x, y: y).red < 128 } }
    }
    #expect(inked > 30)
  }

  @Test("A page is written as a PNG file of its size, grey when it has no colour")
  func file() throws {
    let grey = try PNGRenderer(dpi: 144).render(
      page([box(1, 1, 9, 9, .black)]), from: FixtureFiles())
    #expect(grey.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(Array(grey[16..<26]) == [0, 0, 0, 200, 0, 0, 0, 200, 8, 0])
    let red = Ink(cyan: 0, magenta: 1, yellow: 1, black: 0)
    let color = try PNGRenderer(dpi: 72).render(page([box(1, 1, 9, 9, red)]), from: FixtureFiles())
    #expect(color[25] == 2)
  }

  @Test("What was written is read back the same")
  func roundTrip() throws {
    let inks = [Ink.black, .grey(0.5), Ink(cyan: 1, magenta: 0.2, yellow: 0, black: 0.1)]
    let document = page(inks.enumerated().map { box(Double($0) * 30, 0, 30, 50, $1) })
    let png = try PNGRenderer(dpi: 72).render(document, from: FixtureFiles())
    let places = [(5, 5), (35, 20), (65, 49), (65, 51), (99, 99)]
    let image = PlacedImage(
      image: ImageID(rawValue: "p"), size: Size(width: .points(100), height: .points(100)))
    var again = page([PlacedItem(at: .zero, .image(image))])
    again.images[image.image] = ImageSource(
      path: "p.png", format: .png, pixelWidth: 100, pixelHeight: 100)
    let files = FixtureFiles(["p.png": png])
    #expect(
      try colors(of: document, at: places) == colors(of: again, files: files, at: places))
  }

  @Test("A picture of more than 32,767 pixels on a side is refused")
  func tooLarge() {
    let error = #expect(throws: Rejection.self) {
      try PNGRenderer(dpi: 96).render(page([], height: 24_600), from: FixtureFiles())
    }
    #expect(error?.diagnostics.map(\.code) == ["render.too-large"])
  }

  @Test("SVG holds outlines of the page's size")
  func svg() throws {
    var builder = try PageBuilder()
    try builder.add("国骨")
    let svg = String(
      decoding: try SVGRenderer().render(builder.document(), from: FixtureFiles()), as: UTF8.self)
    #expect(svg.contains("viewBox=\"0 0 200 100\""))
    #expect(svg.contains("<use"))
  }
}

@Suite("Photographs")
struct PhotographTests {
  private let red = ScreenColour(red: 255, green: 0, blue: 0)
  private let green = ScreenColour(red: 0, green: 255, blue: 0)
  private let blue = ScreenColour(red: 0, green: 0, blue: 255)
  private let yellow = ScreenColour(red: 255, green: 255, blue: 0)

  private func quarters(
    _ bytes: [UInt8], crop: Crop = .whole
  ) throws -> [ScreenColour] {
    let image = PlacedImage(
      image: ImageID(rawValue: "p"), size: Size(width: .points(100), height: .points(100)),
      crop: crop)
    var document = page([PlacedItem(at: .zero, .image(image))])
    document.images[image.image] = ImageSource(
      path: "p", format: .jpeg, pixelWidth: 96, pixelHeight: 64)
    let places = [(20, 20), (80, 20), (20, 80), (80, 80)]
    return try colors(of: document, files: FixtureFiles(["p": bytes]), at: places).map(\.pure)
  }

  @Test("Photographs stand upright whatever their turn", arguments: 1...8)
  func orientation(number: Int) throws {
    let (a, b, c, d) = (red, green, blue, yellow)
    let expected = [
      [a, b, c, d], [b, a, d, c], [d, c, b, a], [c, d, a, b], [a, c, b, d], [c, a, d, b],
      [d, b, c, a], [b, d, a, c],
    ]
    let jpeg = try FixtureFiles().contents(of: "images/quarters.jpg")
    let exif: [UInt8] = [
      0xFF, 0xE1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0, 0x12,
      0x01, 3, 0, 1, 0, 0, 0, UInt8(number), 0, 0, 0, 0, 0, 0, 0,
    ]
    #expect(try quarters(jpeg[0..<2] + exif + jpeg[2...]) == expected[number - 1])
  }

  @Test("All kinds of files show their colours", arguments: ["progressive.jpg", "cmyk.jpg"])
  func kinds(name: String) throws {
    let bytes = try FixtureFiles().contents(of: "images/" + name)
    #expect(try quarters(bytes) == [red, green, blue, yellow])
  }

  @Test("A crop shows its part")
  func crop() throws {
    let bytes = try FixtureFiles().contents(of: "images/quarters.jpg")
    let right = Crop(x: 0.5, y: 0, width: 0.5, height: 1)
    #expect(try quarters(bytes, crop: right) == [green, green, yellow, yellow])
  }
}

extension ScreenColour {
  /// The colour with each channel at the nearer end, so that JPEG's small errors do not count.
  fileprivate var pure: ScreenColour {
    ScreenColour(
      red: red < 128 ? 0 : 255, green: green < 128 ? 0 : 255, blue: blue < 128 ? 0 : 255)
  }
}
