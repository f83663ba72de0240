import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import PangoShaping
import Typesetting

/// The line under a sheet that says what it is: title, date, page, press.
struct SlugLine {
  let shaper: PangoShaper

  private static let style = CharacterStyle(role: "hei", size: .points(7))
  private static let measure = Length.millimetres(180)

  /// The items of each page's line, and the faces that they need.
  func set(
    _ document: PagedDocument, press: PressProfile
  ) throws(Rejection) -> (items: [[PlacedItem]], faces: [FontFaceID: FontFace]) {
    let composer = Composer(shaper: shaper)
    var items: [[PlacedItem]] = []
    for (index, page) in document.pages.enumerated() {
      let number = page.label.isEmpty ? "\(index + 1)/\(document.pages.count)" : page.label
      let words = [
        document.metadata.title, document.metadata.date ?? "", number, press.title.chinese,
        press.condition.identifier, "C M Y K",
      ].filter { !$0.isEmpty }.joined(separator: "\u{3000}")
      let line = try composer.compose(
        [TextSpan(words, Self.style)],
        style: ParagraphStyle(
          character: Self.style, alignment: .left, firstLineIndent: 0),
        measures: LineMeasures(Self.measure)
      ).lines.first
      items.append(line?.items ?? [])
    }
    return (items, shaper.faces)
  }
}
