import CairoRendering
import DisplayList
import Geometry
import TestSupport
import Testing

@Suite("Inks as colours")
struct InkPreviewTests {
  private func previews(_ inks: [Ink]) -> InkPreviews {
    let items = inks.map { box(0, 0, 1, 1, $0) }
    return InkPreviews(
      of: PagedDocument(pages: [Page(trim: .zero, items: items)]))
  }

  @Test("Black is 0 0 0 and paper white, whatever was painted first")
  func ends() {
    let rich = Ink(cyan: 0.6, magenta: 0.4, yellow: 0.4, black: 1)
    let faint = Ink(cyan: 0, magenta: 0, yellow: 0, black: 0.001)
    let colors = previews([rich, faint, .paper, .black])
    #expect(colors.color(of: .black) == ScreenColour(red: 0, green: 0, blue: 0))
    #expect(colors.color(of: .paper) == ScreenColour(red: 255, green: 255, blue: 255))
    #expect(colors.color(of: rich) == ScreenColour(red: 0, green: 0, blue: 1))
    #expect(colors.color(of: faint) == ScreenColour(red: 255, green: 255, blue: 254))
  }

  @Test("No two inks of a document share a colour")
  func unique() {
    let inks = (0..<300).map { Ink.grey(0.5 + Double($0) / 100_000) }
    let colors = previews(inks)
    #expect(Set(inks.map { colors.color(of: $0) }).count == inks.count)
    #expect(previews(inks) == colors)
  }
}
