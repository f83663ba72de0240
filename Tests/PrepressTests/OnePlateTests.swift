import DisplayList
import Geometry
import Prepress
import Testing

/// AD-8: inks by what they print, under `--grayscale`.
@Suite struct OnePlateTests {
  private let red = Ink(cyan: 0, magenta: 1, yellow: 0.9, black: 0)

  private func printed(_ item: DisplayItem) -> DisplayItem? {
    let group = DisplayItem.group(Group(items: [PlacedItem(at: .zero, item)]))
    let page = Page(
      trim: Size(width: .points(10), height: .points(10)), items: [PlacedItem(at: .zero, group)])
    let plain = OnePlate.document(PagedDocument(pages: [page]))
    guard case .group(let inner)? = plain.pages.first?.items.first?.item else { return nil }
    return inner.items.first?.item
  }

  private func words(_ ink: Ink) -> Ink? {
    let run = GlyphRun(
      face: "hei", size: .points(9), ink: ink, glyphs: [], text: "", clusters: [], width: .zero)
    guard case .glyphs(let run)? = printed(.glyphs(run)) else { return nil }
    return run.ink
  }

  private func paint(_ paint: Paint) -> Paint? {
    let square = Path.rect(
      Rect(origin: .zero, size: Size(width: .points(5), height: .points(5))))
    guard case .path(_, let found)? = printed(.path(square, paint)) else { return nil }
    return found
  }

  @Test func wordsAreBlackAndReversedWordsStayLight() {
    #expect(words(red) == .black)
    #expect(words(.paper) == .paper)
    #expect(words(.grey(0.6)) == .grey(0.6))
    let yellow = Ink(cyan: 0, magenta: 0, yellow: 1, black: 0)
    #expect(words(yellow) == yellow)
    #expect(words(.spot("大红", alternate: red)) == .black)
    #expect(words(.registration) == .registration)
  }

  /// The red rule under a red head is black, drawn as a bar or as a line; a curve of a chart and a
  /// thick band go by their lightness.
  @Test func rulesAreBlack() {
    func printed(_ width: Double, _ height: Double) -> Ink? {
      let bar = Path.rect(
        Rect(origin: .zero, size: Size(width: .points(width), height: .points(height))))
      guard case .path(_, let found)? = self.printed(.path(bar, Paint(fill: red))) else {
        return nil
      }
      return found.fill
    }
    #expect(printed(400, 1.5) == .black && printed(1.2, 90) == .black)
    #expect(printed(400, 2.5) == red && printed(20, 1.5) == red)
    let line = Path.line(from: .zero, to: Point(x: .points(90), y: .zero))
    let slope = Path.line(from: .zero, to: Point(x: .points(90), y: .points(30)))
    for (path, ink) in [(line, Ink.black), (slope, red)] {
      let paint = Paint(stroke: Stroke(ink: red, width: .points(1.5)))
      guard case .path(_, let found)? = self.printed(.path(path, paint)) else {
        Issue.record("no path")
        continue
      }
      #expect(found.stroke?.ink == ink)
    }
  }

  @Test func hairlinesAreBlackAndTintsLight() {
    let hair = paint(Paint(stroke: Stroke(ink: red, width: .millimetres(0.1))))
    #expect(hair?.stroke?.ink == .black)
    let curve = paint(Paint(stroke: Stroke(ink: red, width: .points(1.5))))
    #expect(curve?.stroke?.ink == red)
    let tint = paint(Paint(fill: Ink(cyan: 0, magenta: 0.04, yellow: 0.1, black: 0)))
    #expect((0.05...0.12).contains(tint?.fill?.black ?? 0) && tint?.fill?.yellow == 0)
    #expect(paint(Paint(fill: red))?.fill == red)
  }
}
