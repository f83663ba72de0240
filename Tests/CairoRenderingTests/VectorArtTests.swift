import Diagnostics
import DisplayList
import Foundation
import Geometry
import TestSupport
import Testing

@testable import CairoRendering

@Suite struct VectorArtTests {
  private static func svg(_ inside: String, _ head: String = "width=\"20\" height=\"10\"")
    -> [UInt8]
  {
    Array("<svg xmlns=\"http://www.w3.org/2000/svg\" \(head)>\(inside)</svg>".utf8)
  }

  private func code(_ bytes: [UInt8]) -> String? {
    do throws(Rejection) {
      _ = try VectorDrawing(path: "a.svg", bytes: bytes)
      return nil
    } catch { return error.diagnostics.first?.code.rawValue }
  }

  @Test func sizesAreInPoints() throws {
    let bytes = try FixtureFiles().contents(of: "art/bridge.svg")
    let source = try VectorDrawing(path: "bridge.svg", bytes: bytes).source
    #expect(source.format == .svg)
    #expect(abs(Length(units: source.pixelWidth).millimetres - 90) < 0.01)
    #expect(abs(Length(units: source.pixelHeight).millimetres - 50) < 0.01)
    // Without width and height the view box counts as pixels.
    let boxed = try VectorDrawing(path: "b.svg", bytes: Self.svg("", "viewBox='0 0 40 20'")).source
    #expect(boxed.pixelWidth == Length.points(30).units)
  }

  @Test(arguments: [
    ("art.text", svg("<text x='1' y='9'>字</text>")),
    ("art.no-size", svg("", "width='0' height='0'")),
    ("art.broken", Array(svg("<rect width='9' height='9'/>").dropLast(9))),
    ("art.broken", Array("<!DOCTYPE svg [<!ENTITY a 'b'>]>".utf8) + svg("")),
    ("art.too-large", svg(String(repeating: " ", count: 17 << 20))),
  ])
  func badFilesAreRefused(_ expected: String, _ bytes: [UInt8]) {
    #expect(code(bytes) == expected)
  }

  /// What ends librsvg 2.54, or would draw for days, is refused by name, and the program goes on.
  @Test(arguments: [
    ("art.fault", "<filter id='f'><feFlood x='2' y='2' width='0' height='0'/><feTile/></filter>"),
    (
      "art.slow",
      "<filter id='f'><feTurbulence baseFrequency='.01' numOctaves='2000000'/></filter>"
    ),
  ])
  func drawingsThatEndTheLibraryAreRefused(_ expected: String, _ filter: String) {
    #expect(
      code(Self.svg(filter + "<rect width='9' height='9' filter='url(#f)'/>")) == expected)
  }

  @Test func linksAreGroups() {
    let linked = Array("<svg><x:a href='b'><a/><abbr/><!-- <a> --></x:a></svg>".utf8)
    let plain = "<svg><x:g href='b'><g/><abbr/><!-- <a> --></x:g></svg>"
    #expect(String(decoding: SVGScan.withoutLinks(linked), as: UTF8.self) == plain)
  }

  /// Steps of colour at the ends reach to the ends.
  @Test func gradientsThatEndInAStepAreCompleted() {
    func completed(_ stops: String) -> String {
      let bytes = Array("<svg><linearGradient id='g'>\(stops)</linearGradient></svg>".utf8)
      return String(decoding: SVGGradients.completed(bytes), as: UTF8.self)
    }
    let late = completed(
      "<stop offset='0'/><stop offset='50%'/><stop id='z' offset='0.5' class='a'/>")
    #expect(
      late.contains(
        "<stop id='z' offset='0.5' class='a'/><stop id='' offset='1' class='a'/></linear"))
    let early = completed("<stop offset='.3'/><stop offset='.3'></stop><stop offset='1'/>")
    #expect(early.contains("<linearGradient id='g'><stop offset='0'/><stop offset='.3'/>"))
    let plain = "<stop offset='0'/><stop offset='.4'/><stop offset='.4'/><stop offset='1'/>"
    #expect(completed(plain).contains(plain))
    // A tag that ends where a value should stand is left as it is.
    let torn = "<stop offset='.5'/><stop offset=>"
    #expect(completed(torn).contains(torn))
  }

  @Test func wordsInADrawingInsideAreFound() {
    let inner = "%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Ctext%3Ea%3C/text%3E%3C/svg%3E"
    let packed = Data("<svg><text>a</text></svg>".utf8).base64EncodedString()
    for data in ["utf8,\(inner)", "base64,\(packed)"] {
      let image = "<image width='9' height='9' href=\"data:image/svg+xml;\(data)\"/>"
      #expect(code(Self.svg(image)) == "art.text")
    }
  }

  @Test func wordsInCommentsAreNoText() {
    #expect(code(Self.svg("<!-- <text> --><textPathology/>")) == nil)
  }

  private func page(_ source: ImageSource, substitute: [PlacedItem] = []) -> PagedDocument {
    let id = ImageID(rawValue: source.path)
    let size = Size(width: .points(20), height: .points(10))
    let image = PlacedImage(image: id, size: size, substitute: substitute)
    return PagedDocument(
      pages: [
        Page(
          trim: Size(width: .points(60), height: .points(40)),
          items: [PlacedItem(at: Point(x: .points(20), y: .points(20)), .image(image))])
      ], images: [id: source])
  }

  private func color(_ document: PagedDocument, _ files: FixtureFiles, x: Int, y: Int) throws
    -> ScreenColour
  {
    try PNGRenderer(dpi: 72).withRaster(of: document, from: files) { $0.color(x: x, y: y) }
  }

  @Test func artIsDrawnInItsPlace() throws {
    let source = ImageSource(path: "a.svg", format: .svg, pixelWidth: 20, pixelHeight: 10)
    let files = FixtureFiles(["a.svg": Self.svg("<rect width='10' height='10' fill='#102030'/>")])
    let blue = ScreenColour(red: 16, green: 32, blue: 48)
    let white = ScreenColour(red: 255, green: 255, blue: 255)
    #expect(try color(page(source), files, x: 25, y: 25) == blue)
    #expect(try color(page(source), files, x: 35, y: 25) == white)
    // As vectors: no picture in the PDF.
    let pdf = try PDFRenderer().render(page(source), from: files)
    #expect(!String(decoding: pdf, as: UTF8.self).contains("/Image"))
    let svg = try SVGRenderer().render(page(source), from: files)
    #expect(!String(decoding: svg, as: UTF8.self).contains("<image"))
  }

  /// Filters become pixels, 200 an inch of the page and not one a point.
  @Test func filtersAreFineOnVectorPages() throws {
    let source = ImageSource(path: "a.svg", format: .svg, pixelWidth: 20, pixelHeight: 10)
    let filter = "<filter id='f'><feGaussianBlur stdDeviation='1'/></filter>"
    let files = FixtureFiles([
      "a.svg": Self.svg(filter + "<rect width='20' height='10' fill='#102030' filter='url(#f)'/>")
    ])
    let pdf = String(
      decoding: try PDFRenderer().render(page(source), from: files), as: UTF8.self)
    let widths = pdf.matches(of: /\/Width (\d+)/).compactMap { Int($0.1) }
    #expect(widths.contains { $0 >= 50 }, "\(widths)")
    // In its place and of its colour.
    #expect(try color(page(source), files, x: 30, y: 25).blue < 120)
  }

  @Test func aPageOfAPDFFileIsABox() throws {
    let source = ImageSource(path: "a.pdf", format: .pdf, pixelWidth: 20, pixelHeight: 10)
    let files = FixtureFiles(["a.pdf": Array("%PDF-1.4".utf8)])
    let size = Size(width: .points(20), height: .points(10))
    let box = PlacedItem(
      at: .zero, .path(.rect(Rect(origin: .zero, size: size)), Paint(fill: .black)))
    let document = page(source, substitute: [box])
    #expect(try color(document, files, x: 30, y: 25) == ScreenColour(red: 0, green: 0, blue: 0))
    #expect(
      try color(document, files, x: 45, y: 25) == ScreenColour(red: 255, green: 255, blue: 255))
  }
}
