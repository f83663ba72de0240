import Geometry
import LayoutSpecs

/// Lengths as Word writes them.
extension Length {
  /// Twentieths of a point.
  var twips: Int { Int((points * 20).rounded()) }
  /// Half points, the sizes of type.
  var halfPoints: Int { Int((points * 2).rounded()) }
  /// English metric units, the sizes of pictures: 12,700 a point.
  var units360: Int { Int((points * 12_700).rounded()) }
}

/// The paper and lines of a layout as a Word section: lines of exactly the leading, the first and the
/// last with their share of it over and under them.
struct WordSection {
  private let layout: LayoutSpec

  init(_ layout: LayoutSpec) { self.layout = layout }

  /// What of a line lies over its characters.
  var over: Int { (layout.grid.leading - layout.grid.em).twips / 2 }
  var top: Int { max(0, layout.grid.origin.y.twips - over) }
  var left: Int { layout.grid.origin.x.twips }
  var measure: Int { layout.grid.typeArea.size.width.twips }
  var leading: Int { layout.grid.leading.twips }
  /// A line more than fits is not wanted, so half a point is kept free.
  private var bottom: Int {
    max(0, layout.trim.height.twips - top - leading * layout.grid.lines - 10)
  }
  private var right: Int { max(0, layout.trim.width.twips - left - measure) }
  /// Whether page numbers stand at the outer edge.
  var isOuter: Bool { folio?.side == .outer }

  var folio: FolioSpec? {
    (layout.first.furniture + layout.next.furniture).lazy.compactMap { item in
      if case .folio(let folio) = item { folio } else { nil }
    }.first
  }

  /// From the foot of the sheet to the foot of the page number.
  private var foot: Int {
    guard let folio else { return bottom / 2 }
    return max(0, bottom - folio.distance.twips - layout.styles.resolved(folio.style).size.twips)
  }

  var xml: String {
    let footers =
      folio == nil
      ? ""
      : "<w:footerReference w:type=\"default\" r:id=\"rIdFoot\"/>"
        + (isOuter ? "<w:footerReference w:type=\"even\" r:id=\"rIdFootEven\"/>" : "")
    return """
      <w:sectPr>\(footers)<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/>\
      <w:numRestart w:val="eachPage"/></w:footnotePr>\
      <w:pgSz w:w="\(layout.trim.width.twips)" w:h="\(layout.trim.height.twips)"\
      \(layout.trim.width > layout.trim.height ? " w:orient=\"landscape\"" : "")/>\
      <w:pgMar w:top="\(top)" w:right="\(right)" w:bottom="\(bottom)" w:left="\(left)" \
      w:header="0" w:footer="\(foot)" w:gutter="0"/></w:sectPr>
      """
  }
}

extension NamedStyle {
  var size: Length { paragraph.character.size }
}
