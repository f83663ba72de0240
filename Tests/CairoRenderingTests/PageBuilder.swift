import DisplayList
import Geometry
import LayoutSpecs
import PangoShaping
import TestSupport
import Typesetting

/// Sets lines of text on a page, one run a line, without any layout.
struct PageBuilder {
  private let shaper: PangoShaper
  private var items: [PlacedItem] = []
  private var line = 1
  var images: [ImageID: ImageSource] = [:]
  var ink = Ink.black

  init() throws { shaper = try PangoShaper(catalog: .fixture, files: FixtureFiles()) }

  mutating func add(_ text: String, role: FontRole = "heading", size: Length = .points(10)) throws {
    let scalars = Array(text.unicodeScalars)
    let shaped = try shaper.shape(
      StyledRun(scalars: scalars, role: role, size: size, script: .han(.simplified)))
    var pen = Length.zero
    var glyphs: [PlacedGlyph] = []
    var clusters: [GlyphCluster] = []
    for (index, glyph) in shaped.glyphs.enumerated() {
      glyphs.append(PlacedGlyph(id: glyph.id, x: pen + glyph.dx, y: glyph.dy))
      pen = pen + glyph.advance
      let end = index + 1 < shaped.glyphs.count ? shaped.glyphs[index + 1].cluster : scalars.count
      let bytes = scalars[glyph.cluster..<end].reduce(0) { $0 + UTF8.width($1) }
      clusters.append(GlyphCluster(bytes: bytes, glyphs: 1))
    }
    let run = GlyphRun(
      face: shaped.glyphs[0].face, size: size, ink: ink, glyphs: glyphs, text: text,
      clusters: clusters, width: pen)
    add(.glyphs(run), at: Point(x: .points(20), y: 14 * line * .points(1)))
    line += 1
  }

  mutating func add(_ item: DisplayItem, at origin: Point) {
    items.append(PlacedItem(at: origin, item))
  }

  func document(
    width: Length = .points(200), height: Length = .points(100),
    metadata: DocumentMetadata = DocumentMetadata(title: "题目", author: "作者", date: "2022-04-08")
  ) -> PagedDocument {
    PagedDocument(
      pages: [Page(trim: Size(width: width, height: height), items: items)], faces: shaper.faces,
      images: images, metadata: metadata)
  }
}

/// A filled rectangle in points.
func box(
  _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ ink: Ink
) -> PlacedItem {
  let size = Size(width: .points(width), height: .points(height))
  return PlacedItem(
    at: Point(x: .points(x), y: .points(y)),
    .path(.rect(Rect(origin: .zero, size: size)), Paint(fill: ink)))
}
