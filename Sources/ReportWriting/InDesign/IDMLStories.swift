import DisplayList
import Geometry
import LayoutSpecs

/// The texts of a package, each paragraph in its style and with what it has otherwise.
struct IDMLStories {
  let styles: IDMLStyles

  private var handoff: PageHandoff { styles.handoff }

  /// `Stories/Story_….xml`.
  func part(
    _ story: FramedStory, id: String, _ swatches: inout IDMLSwatches
  ) -> String {
    var body = """
      <Story Self="\(id)" AppliedTOCStyle="n" TrackChanges="false" StoryTitle="$ID/" \
      AppliedNamedGrid="n">
      <StoryPreference OpticalMarginAlignment="false" OpticalMarginSize="12" \
      FrameType="TextFrameType" StoryOrientation="\(story.isVertical ? "Vertical" : "Horizontal")" \
      StoryDirection="LeftToRightDirection"/>

      """
    for (number, paragraph) in story.paragraphs.enumerated() {
      let isLast = number == story.paragraphs.count - 1
      body += self.paragraph(paragraph, isLast: isLast, &swatches) + "\n"
    }
    return IDML.part("Story", body + "</Story>")
  }

  private func paragraph(
    _ paragraph: FramedParagraph, isLast: Bool, _ swatches: inout IDMLSwatches
  ) -> String {
    let style = paragraph.style.flatMap(styles.style)?.paragraph
    let alignment = paragraph.alignment ?? style?.alignment ?? .left
    let zero = paragraph.isDisplay ? "0" : nil
    // A space that the style has stands unless the page has another.
    let before = paragraph.isDisplay || paragraph.before > .points(0.05) ? paragraph.before : nil
    let attributes = IDML.attributes([
      ("AppliedParagraphStyle", IDMLStyles.reference(paragraph.style)),
      ("Justification", alignment == style?.alignment ? nil : IDMLStyles.justification(alignment)),
      ("FirstLineIndent", zero), ("LeftIndent", zero), ("RightIndent", zero),
      ("SpaceBefore", before.map(IDML.points)), ("SpaceAfter", before == nil ? nil : "0"),
      ("GridAlignment", paragraph.isDisplay ? "None" : nil),
    ])
    var ranges = ""
    for (number, span) in paragraph.spans.enumerated() {
      let ends = !isLast && number == paragraph.spans.count - 1
      ranges += self.span(span, in: paragraph, ends: ends, &swatches)
    }
    return "<ParagraphStyleRange\(attributes)>\(ranges)</ParagraphStyleRange>"
  }

  private func span(
    _ span: FramedSpan, in paragraph: FramedParagraph, ends: Bool, _ swatches: inout IDMLSwatches
  ) -> String {
    let look = paragraph.style.flatMap(styles.style)?.paragraph.character
    let face = handoff.typefaces[span.face]
    let own = look.flatMap { handoff.voices[$0.role] }.flatMap { handoff.typefaces[$0] }
    let isOther = face != own
    let (colour, tint) = swatches.reference(to: span.ink)
    let hasInk = look?.ink != span.ink
    var leading = ""
    if let name = paragraph.style,
      (styles.leading(of: name) - paragraph.leading).magnitude < .points(0.02)
    {
      leading = ""
    } else {
      leading = "<Leading type=\"unit\">\(IDML.points(paragraph.leading))</Leading>"
    }
    let properties =
      (isOther ? IDMLStyles.font(face) : "") + leading + IDMLMarks.properties(span)
    let attributes = IDML.attributes([
      ("AppliedCharacterStyle", IDMLStyles.reference(character: span.style)),
      ("FontStyle", isOther ? face?.style : nil),
      ("PointSize", look?.size == span.size ? nil : IDML.points(span.size)),
      ("FillColor", hasInk ? colour : nil), ("FillTint", hasInk ? tint ?? "-1" : nil),
      ("Tracking", span.tracking == look?.tracking ?? 0 ? nil : IDML.number(span.tracking * 1000)),
      ("BaselineShift", span.rise == .zero ? nil : IDML.points(span.rise)),
      ("RubyFlag", span.ruby == nil ? nil : "true"), ("RubyString", span.ruby),
    ])
    return "<CharacterStyleRange\(attributes)\(IDMLMarks.attributes(span))>"
      + (properties.isEmpty ? "" : "<Properties>\(properties)</Properties>")
      + Self.content(span.text) + (ends ? "<Br/>" : "") + "</CharacterStyleRange>"
  }

  /// Words; an end of a line by hand is U+2028.
  private static func content(_ text: String) -> String {
    text.isEmpty
      ? "" : "<Content>\(IDML.escaped(text.replacing("\n", with: "\u{2028}")))</Content>"
  }
}
