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
  /// The foot of the last line.
  private var foot: Int { layout.trim.height.twips - top - leading * layout.grid.lines }
  /// Office programs round each line and each space between, so the last line of a page has a third of
  /// a line to spare: less than another line takes, and more than the roundings come to.
  private var bottom: Int { max(0, foot - leading / 3) }
  private var right: Int { max(0, layout.trim.width.twips - left - measure) }
  /// Whether page numbers stand at the outer edge.
  var isOuter: Bool { folio?.side == .outer }

  var folio: FolioSpec? {
    (layout.first.furniture + layout.next.furniture).lazy.compactMap { item in
      if case .folio(let folio) = item { folio } else { nil }
    }.first
  }

  /// From the foot of the sheet to the foot of the page number.
  private var folioFoot: Int {
    guard let folio else { return bottom / 2 }
    return max(0, foot - folio.distance.twips - layout.styles.resolved(folio.style).size.twips)
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
      w:header="0" w:footer="\(folioFoot)" w:gutter="0"/></w:sectPr>
      """
  }
}

extension NamedStyle {
  var size: Length { paragraph.character.size }
}
