import DisplayList
import Geometry
import Testing

@Suite struct DumpTests {
  @Test func showsEveryKindOfItem() {
    let run = GlyphRun(
      face: "song", size: .points(9), ink: .black,
      glyphs: [PlacedGlyph(id: 7, x: .zero), PlacedGlyph(id: 8, x: .points(9), y: .points(-1))],
      text: "版心", clusters: [GlyphCluster(bytes: 3, glyphs: 1), GlyphCluster(bytes: 3, glyphs: 1)],
      width: .points(18))
    let box = Path.rect(
      Rect(left: .zero, top: .zero, right: .points(2), bottom: .points(1)))
    let picture = PlacedImage(
      image: ImageID(rawValue: "a.jpg"), size: Size(width: .points(30), height: .points(20)),
      crop: Crop(x: 0, y: 0.1, width: 1, height: 0.8))
    let page = Page(
      label: "A3", trim: Size(width: .points(100), height: .points(200)),
      items: [
        PlacedItem(at: Point(x: .points(10), y: .points(20)), .glyphs(run)),
        PlacedItem(
          at: .zero,
          .path(box, Paint(fill: .grey(0.1), stroke: Stroke(ink: .black, width: .points(0.5))))),
        PlacedItem(at: .zero, .image(picture)),
        PlacedItem(
          at: .zero, .group(Group(items: [], transform: .quarterTurnClockwise, clip: box))),
        PlacedItem(at: .zero, .tag(StructureTag(.heading, name: "标题"))),
      ])
    let document = PagedDocument(
      pages: [page], faces: ["song": FontFace(file: "files/song.otf")],
      images: [
        ImageID(rawValue: "a.jpg"): ImageSource(
          path: "a.jpg", format: .jpeg, pixelWidth: 3, pixelHeight: 2)
      ])
    #expect(
      document.dump() == """
        page 1 "A3" 100.00x200.00
          10.00,20.00 text song 9.00 [C0 M0 Y0 K100] "版心"
            at 0.00 9.00/-1.00 | 18.00
          0.00,0.00 path M0.00,0.00 L2.00,0.00 L2.00,1.00 L0.00,1.00 Z fill [C0 M0 Y0 K10] \
        stroke [C0 M0 Y0 K100] 0.50
          0.00,0.00 image a.jpg 30.00x20.00 crop 0‰ 100‰ 1000‰ 800‰
          0.00,0.00 group map 0‰ 1000‰ -1000‰ 0‰ 0.00 0.00 clip M0.00,0.00 L2.00,0.00 \
        L2.00,1.00 L0.00,1.00 Z
          0.00,0.00 tag heading 1 "标题"
        faces
          song files/song.otf#0
        images
          a.jpg jpeg 3x2

        """)
  }

  @Test func blackIsBlackOnScreenAndPaperIsWhite() {
    #expect(Ink.black.preview == (0, 0, 0))
    #expect(Ink.paper.preview == (255, 255, 255))
    #expect(Ink(cyan: 0.1, magenta: 0.2, yellow: 0.3, black: 0.4).coverage.rounded() == 100)
  }

  @Test func fragmentsMove() {
    let path = DisplayItem.path(Path(), Paint())
    let fragment = Fragment(size: .zero, items: [PlacedItem(at: .zero, path)])
    let corner = Point(x: .points(3), y: .points(4))
    #expect(fragment.placed(at: corner) == [PlacedItem(at: corner, path)])
  }
}
