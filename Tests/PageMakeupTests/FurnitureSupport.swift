import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import TestSupport

@testable import PageMakeup

/// A page of two columns of eleven characters, twenty lines, body of ten points.
func testSetter(isProof: Bool = false) -> TextSetter {
  let grid = PageGrid(
    columns: 2, measure: 11, gutter: 1, lines: 20, em: .points(10), leading: .points(12),
    origin: Point(x: .points(40), y: .points(60)))
  var styles = StyleSheet()
  styles["body"] = NamedStyle(
    paragraph: ParagraphStyle(character: bodyStyle, alignment: .left, firstLineIndent: 0))
  let master = MasterPage(
    name: "first", frames: [FrameSpec(name: "story", columns: 1...2, lines: 1...20)],
    furniture: [])
  let layout = LayoutSpec(
    name: "test", title: .init("test", "测试"), makeup: .newspaper,
    trim: Size(width: .points(310), height: .points(340)), bleed: .zero, grid: grid,
    composition: CompositionProfile(), styles: styles, palette: Palette(), first: master,
    next: master, objects: ObjectSpecs())
  return TextSetter(layout: layout, shaper: SquareShaper(), isProof: isProof)
}

func testPage(
  _ facts: [FactKey: String] = [:], objects: [ObjectBox] = [], setter: TextSetter = testSetter(),
  matrix: CodeMatrix? = nil
) -> PageContext {
  PageContext(
    number: 0, count: 1, setter: setter, facts: MakeupFacts(facts, matrix: matrix),
    objects: objects, lines: 1...20)
}

/// The texts of items in painting order.
func texts(_ items: [PlacedItem]) -> [String] {
  items.compactMap { if case .glyphs(let run) = $0.item { run.text } else { nil } }
}

/// The words of all texts without their spaces.
func words(_ items: [PlacedItem]) -> String {
  texts(items).joined().filter { !$0.isWhitespace }
}

func paths(_ items: [PlacedItem]) -> [(path: Path, paint: Paint)] {
  items.compactMap { if case .path(let path, let paint) = $0.item { (path, paint) } else { nil } }
}

/// The baseline of the first run with a text.
func baseline(of text: String, in items: [PlacedItem]) -> Length? {
  items.first {
    if case .glyphs(let run) = $0.item { run.text.contains(text) } else { false }
  }?.origin.y
}
