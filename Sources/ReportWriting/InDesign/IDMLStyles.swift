import DisplayList
import Geometry
import LayoutSpecs

/// The paragraph and character styles of a package, named as the layouts' styles.
struct IDMLStyles {
  let handoff: PageHandoff
  private let styles: [(name: String, style: NamedStyle, layout: LayoutSpec)]

  init(_ handoff: PageHandoff) {
    self.handoff = handoff
    var known: Set<String> = []
    styles = handoff.layouts.flatMap { layout in
      layout.styles.names.compactMap { name in
        guard known.insert(name).inserted, let style = layout.styles[name] else { return nil }
        return (name, style, layout)
      }
    }
  }

  /// The style of a name in the first layout that has it.
  func style(_ name: String) -> NamedStyle? { styles.first { $0.name == name }?.style }

  static func reference(_ name: String?) -> String {
    name.map { "ParagraphStyle/\($0)" } ?? "ParagraphStyle/$ID/[No paragraph style]"
  }

  static func reference(character name: String?) -> String {
    "CharacterStyle/" + (name ?? "$ID/[No character style]")
  }

  /// How far apart the baselines of a style lie.
  func leading(of name: String) -> Length {
    guard let found = styles.first(where: { $0.name == name }) else { return .points(12) }
    let size = found.style.paragraph.character.size
    let grid = found.layout.grid
    let isText = size <= grid.em && !found.style.paragraph.isHeading
    return isText
      ? grid.leading * found.style.paragraph.gridLines
      : size.scaled(by: found.style.lineSpacing)
  }

  static func justification(_ alignment: Alignment) -> String {
    switch alignment {
    case .justified: "LeftJustified"
    case .left: "LeftAlign"
    case .centred: "CenterAlign"
    case .right: "RightAlign"
    case .even: "FullyJustified"
    }
  }

  /// `Resources/Styles.xml`; the character styles are those that the texts use.
  func part(_ stories: [FramedStory], _ swatches: inout IDMLSwatches) -> String {
    var body = "<RootCharacterStyleGroup Self=\"u5\">\n"
    body += "<CharacterStyle Self=\"CharacterStyle/$ID/[No character style]\" "
    body += "Imported=\"false\" Name=\"$ID/[No character style]\"/>\n"
    for span in characterStyles(stories) { body += character(span, &swatches) + "\n" }
    body += "</RootCharacterStyleGroup>\n<RootParagraphStyleGroup Self=\"u6\">\n"
    body += "<ParagraphStyle Self=\"ParagraphStyle/$ID/[No paragraph style]\" "
    body += "Imported=\"false\" Name=\"$ID/[No paragraph style]\"/>\n"
    for style in styles {
      body += paragraph(style.name, style.style, style.layout, &swatches) + "\n"
    }
    body += "</RootParagraphStyleGroup>\n"
    let objects = [("RootObjectStyleGroup", "ObjectStyle/$ID/[None]", "$ID/[None]")]
    for (group, id, name) in objects {
      body += "<\(group) Self=\"u7\"><ObjectStyle Self=\"\(id)\" Name=\"\(name)\"/></\(group)>\n"
    }
    return IDML.part("Styles", body)
  }

  /// The first words of each character style.
  private func characterStyles(_ stories: [FramedStory]) -> [FramedSpan] {
    var known: Set<String> = []
    return stories.flatMap(\.paragraphs).flatMap(\.spans).filter { span in
      span.style.map { known.insert($0).inserted } ?? false
    }
  }

  private func character(_ span: FramedSpan, _ swatches: inout IDMLSwatches) -> String {
    let name = span.style ?? ""
    let face = handoff.typefaces[span.face]
    return "<CharacterStyle"
      + IDML.attributes([
        ("Self", Self.reference(character: name)), ("Imported", "false"), ("Name", name),
        ("FontStyle", face?.style),
      ]) + IDMLMarks.attributes(span) + ">"
      + "<Properties><BasedOn type=\"string\">$ID/[No character style]</BasedOn>"
      + Self.font(face) + IDMLMarks.properties(span) + "</Properties></CharacterStyle>"
  }

  static func font(_ face: PageHandoff.Typeface?) -> String {
    face.map { "<AppliedFont type=\"string\">\(IDML.escaped($0.family))</AppliedFont>" } ?? ""
  }

  private func paragraph(
    _ name: String, _ style: NamedStyle, _ layout: LayoutSpec, _ swatches: inout IDMLSwatches
  ) -> String {
    let paragraph = style.paragraph
    let look = paragraph.character
    let face = handoff.voices[look.role].flatMap { handoff.typefaces[$0] }
    let (colour, tint) = swatches.reference(to: look.ink)
    func ems(_ count: Double) -> String { IDML.points(look.size.scaled(by: count)) }
    // Text of the grid's size keeps to its lines whatever stands between.
    let isOnGrid = look.size <= layout.grid.em && paragraph.gridLines == 1
    return "<ParagraphStyle"
      + IDML.attributes([
        ("Self", Self.reference(name)), ("Imported", "false"), ("Name", name),
        ("FillColor", colour), ("FillTint", tint), ("FontStyle", face?.style),
        ("PointSize", IDML.points(look.size)),
        ("Tracking", look.tracking == 0 ? nil : IDML.number(look.tracking * 1000)),
        ("FirstLineIndent", ems(paragraph.firstLineIndent)),
        ("LeftIndent", ems(paragraph.leftIndent)), ("RightIndent", ems(paragraph.rightIndent)),
        ("SpaceBefore", IDML.points(layout.grid.leading * paragraph.linesBefore)),
        ("SpaceAfter", IDML.points(layout.grid.leading * paragraph.linesAfter)),
        ("Justification", Self.justification(paragraph.alignment)), ("Hyphenation", "false"),
        ("KeepWithNext", paragraph.isHeading ? "1" : nil),
        ("GridAlignment", isOnGrid ? "AlignBaseline" : "None"),
      ]) + "><Properties><BasedOn type=\"string\">$ID/[No paragraph style]</BasedOn>"
      + Self.font(face) + "<Leading type=\"unit\">\(IDML.points(leading(of: name)))</Leading>"
      + "</Properties></ParagraphStyle>"
  }
}

/// Marks beside characters, as a make-up program sets them itself.
enum IDMLMarks {
  static func attributes(_ span: FramedSpan) -> String {
    let hasDots = span.emphasis == .dots || span.isDotted
    let isUnderlined = span.emphasis == .properName || span.emphasis == .bookTitle
    return IDML.attributes([
      ("KentenKind", hasDots ? "KentenSmallBlackCircle" : nil),
      ("KentenPosition", hasDots ? "BelowLeft" : nil),
      ("Underline", isUnderlined ? "true" : nil),
      ("StrikeThru", span.emphasis == .struck ? "true" : nil),
    ])
  }

  /// The wave under titles.
  static func properties(_ span: FramedSpan) -> String {
    span.emphasis == .bookTitle
      ? "<UnderlineType type=\"object\">StrokeStyle/$ID/Wavy</UnderlineType>" : ""
  }
}
