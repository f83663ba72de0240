import CairoRendering
import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import TestSupport

@testable import Prepress

/// The press of the tests: the newsprint profile that the project ships.
enum Press {
  static let root = FixtureFiles.root + "../../"

  static func profile(_ name: String = "newsprint") throws -> PressProfile {
    var problems = Problems()
    let text = String(decoding: try bytes("layouts/_shared/press-\(name).yaml"), as: UTF8.self)
    return try PressReader.read(text, name: name, file: "press.yaml", into: &problems)
  }

  static func icc() throws -> [UInt8] {
    try bytes("layouts/_shared/icc/newsprint-snap-tr002-240.icc")
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    try FixtureFiles().contents(of: "../../\(path)")
  }

  /// The inks of a document by the colours that Cairo draws them in.
  static func inks(of document: PagedDocument) -> InkMap {
    var map = InkMap()
    for (ink, color) in InkPreviews(of: document).colors {
      map.add(ink, red: color.red, green: color.green, blue: color.blue)
    }
    return map
  }

  /// Draws and finishes a document as the exporter does.
  static func finish(
    _ document: PagedDocument, standard: PressStandard = .x4,
    files: FixtureFiles = FixtureFiles()
  ) throws -> [UInt8] {
    var problems = Problems()
    let profile = try profile()
    let icc = try icc()
    let pictures = try PicturePreparer(
      profile: profile, icc: icc, isGrayscale: false, standard: standard
    ).prepare(document, from: files, into: &problems)
    let drawn = try PDFRenderer().render(
      document, from: FixtureFiles(files.overlay.merging(pictures.standIns) { $1 }))
    let settings = PressSettings(
      standard: standard, profile: profile, icc: icc, inks: inks(of: document),
      boxes: document.pages.map { PageBoxes(page: $0.trim) }, metadata: document.metadata)
    return try PDFFinisher(settings).finish(drawn, pictures: pictures.pictures)
  }

  /// Draws a document as a proof.
  static func draw(_ document: PagedDocument, files: FixtureFiles) throws -> [UInt8] {
    try PDFRenderer().render(document, from: files)
  }

  static func check(_ pdf: [UInt8], _ name: String = "newsprint") throws -> PreflightReport {
    try Preflight(profile: try profile(name)).check(pdf)
  }
}

/// Pages of plain things.
struct TestPage {
  var items: [PlacedItem] = []
  var images: [ImageID: ImageSource] = [:]

  static let red = Ink(cyan: 0, magenta: 1, yellow: 0.9, black: 0)

  mutating func box(_ x: Double, _ y: Double, _ w: Double, _ h: Double, _ ink: Ink) {
    let size = Size(width: .points(w), height: .points(h))
    items.append(
      PlacedItem(
        at: Point(x: .points(x), y: .points(y)),
        .path(.rect(Rect(origin: .zero, size: size)), Paint(fill: ink))))
  }

  mutating func line(_ y: Double, width: Double, _ ink: Ink) {
    let path = Path.line(
      from: Point(x: .points(10), y: .points(y)), to: Point(x: .points(190), y: .points(y)))
    items.append(
      PlacedItem(at: .zero, .path(path, Paint(stroke: Stroke(ink: ink, width: .points(width))))))
  }

  /// Some glyphs of the test font: what they show does not matter here.
  mutating func text(_ y: Double, size: Double = 9, _ ink: Ink = .black) {
    let glyphs = (1...5).map {
      PlacedGlyph(id: UInt32($0), x: .points(Double($0) * size))
    }
    let run = GlyphRun(
      face: "hei", size: .points(size), ink: ink, glyphs: glyphs, text: "abcde",
      clusters: glyphs.map { _ in GlyphCluster(bytes: 1, glyphs: 1) }, width: .points(size * 6))
    items.append(PlacedItem(at: Point(x: .points(20), y: .points(y)), .glyphs(run)))
  }

  mutating func picture(_ path: String, _ y: Double, width: Double, height: Double) {
    let id = ImageID(rawValue: path)
    images[id] = ImageSource(path: path, format: .jpeg, pixelWidth: 1, pixelHeight: 1)
    items.append(
      PlacedItem(
        at: Point(x: .points(20), y: .points(y)),
        .image(
          PlacedImage(image: id, size: Size(width: .points(width), height: .points(height))))))
  }

  var document: PagedDocument {
    PagedDocument(
      pages: [Page(trim: Size(width: .points(200), height: .points(300)), items: items)],
      faces: ["hei": FontFace(file: "fonts/sans.otf")], images: images,
      metadata: DocumentMetadata(title: "题目 <&>", author: "作者", date: "2022-04-08"))
  }
}

/// A PDF of one page written by hand, for faults that our own files never have.
struct MiniPDF {
  var content = "0 0 0 1 k 10 10 50 50 re f"
  var resources = ""
  var page = "/MediaBox [0 0 200 200] /TrimBox [10 10 190 190] /BleedBox [5 5 195 195]"
  var catalog = ""
  /// Further objects, numbered from 10.
  var objects: [String] = []
  var version = "1.6"

  var bytes: [UInt8] {
    var text = "%PDF-\(version)\n"
    var offsets: [Int: Int] = [:]
    func add(_ number: Int, _ body: String) {
      offsets[number] = text.utf8.count
      text += "\(number) 0 obj\n\(body)\nendobj\n"
    }
    add(1, "<< /Type /Catalog /Pages 2 0 R \(catalog) >>")
    add(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    add(
      3, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << \(resources) >> \(page) >>")
    add(4, "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    for (index, object) in objects.enumerated() { add(10 + index, object) }
    let start = text.utf8.count
    text += "xref\n0 1\n0000000000 65535 f \n"
    for (number, offset) in offsets.sorted(by: { $0.key < $1.key }) {
      let digits = String(offset)
      let padded = String(repeating: "0", count: 10 - digits.count) + digits
      text += "\(number) 1\n\(padded) 00000 n \n"
    }
    let size = (offsets.keys.max() ?? 0) + 1
    text += "trailer << /Size \(size) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }
}
