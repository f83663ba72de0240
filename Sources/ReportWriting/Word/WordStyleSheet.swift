import DisplayList
import Geometry
import LayoutSpecs
import Notations
import ReportModel

/// The styles of a Word file, one for each role of the report under its name, so that the file reads
/// back as what it was.
struct WordStyleSheet {
  private let written: WrittenReport
  private let section: WordSection

  init(_ written: WrittenReport) {
    self.written = written
    section = WordSection(written.layout)
  }

  /// What the name of such a style begins with.
  static let prefix = "版心 "

  /// The styles besides those of the roles.
  static let tableStyles = ["table-head", "table-cell", "table-total"]

  /// The layout's name for the style of a role.
  static func name(of role: ReportRole) -> String {
    switch role {
    case .printCount: "distribution"
    default: role.rawValue
    }
  }

  var xml: String {
    let roles = ReportRole.allCases.filter { !$0.isTable && $0 != .furniture }
    let body = written.layout.styles.resolved("body")
    return """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
      <w:docDefaults><w:rPrDefault><w:rPr>\(characters(body.paragraph.character))\
      <w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>\
      <w:pPrDefault><w:pPr><w:spacing w:line="\(section.leading)" w:lineRule="exact"/></w:pPr>\
      </w:pPrDefault></w:docDefaults>\
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>\
      <w:pPr><w:overflowPunct/></w:pPr></w:style>\
      \(roles.map { style(Self.name(of: $0), id: $0.rawValue, role: $0) }.joined())\
      \(written.labels.map { style("addressee", id: $0.key, role: .addressee) }.joined())\
      \(Self.tableStyles.map { style($0, id: $0, role: nil) }.joined())</w:styles>
      """
  }

  private func style(_ name: String, id: String, role: ReportRole?) -> String {
    let style = written.layout.styles.resolved(name)
    let level = role?.headLevel.map { "<w:outlineLvl w:val=\"\($0 - 1)\"/>" } ?? ""
    return """
      <w:style w:type="paragraph" w:customStyle="1" w:styleId="\(id)">\
      <w:name w:val="\(Self.prefix)\(id)"/><w:basedOn w:val="Normal"/><w:qFormat/>\
      <w:pPr>\(style.paragraph.isHeading && role != .masthead ? "<w:keepNext/>" : "")\
      \(paragraph(style, isCell: role == nil))\(level)</w:pPr>\
      <w:rPr>\(characters(style.paragraph.character))</w:rPr></w:style>
      """
  }

  private func paragraph(_ style: NamedStyle, isCell: Bool) -> String {
    let shape = style.paragraph
    let line =
      isCell
      ? Self.line(style.size.scaled(by: style.lineSpacing).twips, holding: style)
      : Self.line(of: style, section)
    let spacing =
      "<w:spacing w:before=\"\(isCell ? 0 : shape.linesBefore * section.leading)\" "
      + "w:after=\"\(isCell ? 0 : shape.linesAfter * section.leading)\" "
      + "w:line=\"\(line)\" w:lineRule=\"exact\"/>"
    let em = Double(style.size.twips)
    let indent =
      "<w:ind w:left=\"\(Int(shape.leftIndent * em))\" w:right=\"\(Int(shape.rightIndent * em))\" "
      + "w:firstLineChars=\"\(Int(shape.firstLineIndent * 100))\" "
      + "w:firstLine=\"\(Int(shape.firstLineIndent * em))\"/>"
    let alignment =
      switch shape.alignment {
      case .justified: "both"
      case .left: "left"
      case .centred: "center"
      case .right: "right"
      case .even: "distribute"
      }
    return spacing + indent + "<w:jc w:val=\"\(alignment)\"/>"
  }

  /// The height of a line of a style, in twips.
  static func line(of style: NamedStyle, _ section: WordSection) -> Int {
    line(section.leading * max(1, style.paragraph.gridLines), holding: style)
  }

  private static func line(_ wanted: Int, holding style: NamedStyle) -> Int {
    max(wanted, style.size.twips + style.size.twips / 8)
  }

  /// Font, weight, ink and size of characters. Word sets type in half points: what is lost or won
  /// against the layout's size is given back between the characters, in twips.
  func characters(
    _ style: CharacterStyle, scaledTo size: Length? = nil, spacing: Double = 0
  ) -> String {
    let face = written.faces[style.role]
    let size = size ?? style.size
    let name = XMLText.escaped(face?.name ?? "宋体")
    let half = size.halfPoints
    let rest = Self.rest(of: size) + Int(spacing)
    let colour = Self.colour(style.ink)
    return """
      <w:rFonts w:hint="eastAsia" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="\(name)" \
      w:cs="Times New Roman"/>\(face?.isBold == true ? "<w:b/>" : "")\
      \(colour == "000000" ? "" : "<w:color w:val=\"\(colour)\"/>")\
      \(rest == 0 ? "" : "<w:spacing w:val=\"\(rest)\"/>")\
      <w:sz w:val="\(half)"/><w:szCs w:val="\(half)"/>
      """
  }

  /// What is lost or won by half points is given back after each character, in twips; rounded down, so
  /// that a line holds the characters that its measure is made for.
  static func rest(of size: Length) -> Int {
    Int((size.points * 20).rounded(.down)) - size.halfPoints * 10
  }

  /// An ink as Word writes it.
  static func colour(_ ink: Ink) -> String {
    let shown = ink.preview
    return [shown.red, shown.green, shown.blue].map(hex).joined()
  }

  private static func hex(_ value: Int) -> String {
    let digits = String(min(max(0, value), 255), radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }
}
