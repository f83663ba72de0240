import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import PangoShaping
import Testing
import Typesetting

@testable import Exporting

/// What Ghostscript's plates show under text: black leaves a tint whole, every other ink knocks it
/// out, and a black-and-white page has one plate.
@Suite(.enabled(if: PressPage.hasFonts, "fonts/files is empty: run make bootstrap"))
struct OverprintTests {
  private static let trim = Size(width: .points(240), height: .points(160))
  private static let dpi = 144
  private static let tint = Ink(cyan: 0.5, magenta: 0, yellow: 0, black: 0)

  /// A tint of 180 × 100 pt with three lines of text in an ink on it; without a tint, on paper.
  private func page(text ink: Ink, on tint: Ink?) throws -> [UInt8] {
    let environment = FileSystem()
    let home = try ResourceHome.find(
      given: PressPage.root, variable: nil, executable: "", in: environment)
    let files = JobFiles(home: home.path, pictures: [:])
    let shaper = try PangoShaper(catalog: try home.fontCatalog(), files: files)
    var style = CharacterStyle(role: "hei", size: .points(14))
    style.ink = ink
    var items: [PlacedItem] = []
    if let tint {
      let box = Rect(
        origin: .zero, size: Size(width: .points(180), height: .points(100)))
      items.append(
        PlacedItem(
          at: Point(x: .points(30), y: .points(30)), .path(.rect(box), Paint(fill: tint))))
    }
    let set = try Composer(shaper: shaper).compose(
      [TextSpan("钢山街道鸿景社区党群服务中心正式启用居民步行十五分钟就能办", style)],
      style: ParagraphStyle(character: style, alignment: .left, firstLineIndent: 0),
      measures: LineMeasures(.points(160)))
    for (number, line) in set.lines.enumerated() {
      let origin = Point(x: .points(40), y: .points(60 + 20 * Double(number)))
      items += line.items.map { PlacedItem(at: origin + $0.origin, $0.item) }
    }
    var document = PagedDocument(
      pages: [Page(label: "1", trim: Self.trim, items: items)],
      metadata: DocumentMetadata(title: "样张", date: "2022-04-08"))
    document.nameFaces(from: shaper.faces)
    var options = PressOptions(profile: "newsprint")
    options.isForced = true
    options.marks = "none"
    var problems = Problems()
    return try PressPipeline(
      options: options, environment: environment, stock: ExportStock(home: home)
    ).files(of: document, named: "page", from: files, into: &problems).files[0].bytes
  }

  /// The values of a plate well inside the tint, row by row.
  private func inside(_ plate: [UInt8]) -> [UInt8] {
    let scale = Self.dpi / 72
    let width = 240 * scale
    let columns = 34 * scale..<206 * scale
    var values: [UInt8] = []
    for y in 34 * scale..<126 * scale {
      values += plate[y * width + columns.lowerBound..<y * width + columns.upperBound]
    }
    return values
  }

  @Test func blackTextLeavesATintWhole() throws {
    let bytes = try page(text: .black, on: Self.tint)
    guard let plates = try Separations(of: bytes, dpi: Self.dpi)?.plates else { return }
    let cyan = inside(plates[0])
    #expect(Set(cyan).count == 1, "\(Set(cyan).sorted())")
    #expect((120...135).contains(Int(cyan[0])), "\(cyan[0])")
    let black = inside(plates[3])
    #expect(black.count { $0 == 0 } > 500)
    #expect(
      inside(plates[1]).allSatisfy { $0 == 255 } && inside(plates[2]).allSatisfy { $0 == 255 })
  }

  /// The same measurement sees the holes of what must not overprint: it is not blind.
  @Test(arguments: [Ink.paper, Ink.grey(0.5), Ink(cyan: 0, magenta: 1, yellow: 0, black: 0)])
  func everyOtherInkKnocksOut(_ ink: Ink) throws {
    let bytes = try page(text: ink, on: Self.tint)
    guard let plates = try Separations(of: bytes, dpi: Self.dpi)?.plates else { return }
    #expect(inside(plates[0]).count { $0 == 255 } > 500)
  }

  @Test func bodyTextIsOnTheBlackPlateOnly() throws {
    let bytes = try page(text: .black, on: nil)
    guard let plates = try Separations(of: bytes, dpi: Self.dpi)?.plates else { return }
    for color in plates.prefix(3) { #expect(color.allSatisfy { $0 == 255 }) }
    #expect(plates[3].count { $0 == 0 } > 500)
  }

  /// Black, white and greys, and no option asks for it.
  @Test func aBlackAndWhitePageHasOnePlate() throws {
    let bytes = try page(text: .paper, on: .grey(0.5))
    guard let plates = try Separations(of: bytes, dpi: Self.dpi)?.plates else { return }
    for color in plates.prefix(3) { #expect(color.allSatisfy { $0 == 255 }) }
    let black = inside(plates[3])
    #expect(black.contains(255) && black.contains { (120...135).contains(Int($0)) })
  }
}
