public import Diagnostics
import DisplayList
public import Geometry
public import LayoutSpecs

extension Composer {
  /// Sets a paragraph whose first character is as high as its first lines.
  ///
  /// The character's em box reaches from the top of the first line's to the bottom of the last
  /// one's; it takes whole ems of the measure, so the lines beside it keep a whole number of
  /// characters (PG-1). The first line's items begin with it. A paragraph of fewer lines still needs
  /// the room of `lines`. An opening mark before the character is set with it.
  public func composeDropCap(
    _ spans: [TextSpan], style: ParagraphStyle, measures: LineMeasures, lines: Int, leading: Length,
    role: FontRole? = nil
  ) throws(Rejection) -> ComposedParagraph {
    guard lines > 1, let (initial, rest) = Self.splitInitial(spans) else {
      return try compose(spans, style: style, measures: measures)
    }
    let em = style.character.size
    var look = initial.style
    look.role = role ?? look.role
    look.size = leading * (lines - 1) + em
    let cap = try compose(
      [TextSpan(initial.text, look)], style: ParagraphStyle(character: look, firstLineIndent: 0),
      measures: LineMeasures(look.size * 3))
    guard let capLine = cap.lines.first else {
      return try compose(spans, style: style, measures: measures)
    }
    let ems = Int((capLine.width / em + 0.25).rounded(.up))
    let room = em * ems
    var body = style
    body.firstLineIndent = 0
    let beside = (0..<lines).map { line in
      (indent: measures[line].indent + room, width: measures[line].width - room)
    }
    let after = (lines..<max(lines, measures.lines.count)).map { line in
      (indent: measures[line].indent, width: measures[line].width)
    }
    var paragraph = try compose(
      rest, style: body,
      measures: LineMeasures(
        lines: beside + after, rest: (indent: measures.rest.indent, width: measures.rest.width)))
    guard let first = paragraph.lines.first else { return cap }
    let metrics = try library.shaper.metrics(of: look.role)
    let y = leading * (lines - 1) + (look.size - em).scaled(by: metrics.emBottom)
    let x = measures[0].indent - first.indent + (room - capLine.width) / 4
    let placed = capLine.items.map { PlacedItem(at: $0.origin + Point(x: x, y: y), $0.item) }
    paragraph.lines[0].items = placed + first.items
    paragraph.missing = cap.missing + paragraph.missing
    Self.shiftRanges(&paragraph, by: initial.text.unicodeScalars.count)
    return paragraph
  }

  // Offsets count from the spans as given, the initial included.
  private static func shiftRanges(_ paragraph: inout ComposedParagraph, by count: Int) {
    for index in paragraph.lines.indices {
      let range = paragraph.lines[index].range
      let lower = index == 0 ? 0 : range.lowerBound + count
      paragraph.lines[index].range = lower..<range.upperBound + count
    }
  }

  private static func splitInitial(_ spans: [TextSpan]) -> (TextSpan, [TextSpan])? {
    guard let number = spans.firstIndex(where: { !$0.text.isEmpty }) else { return nil }
    let span = spans[number]
    let scalars = Array(span.text.unicodeScalars)
    let opens = ClassTable.standard[scalars[0].value] == .open
    let count = opens ? 2 : 1
    guard scalars.count > count else { return nil }
    var initial = String.UnicodeScalarView()
    initial.append(contentsOf: scalars.prefix(count))
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: scalars.dropFirst(count))
    var left = spans
    left[number].text = String(rest)
    return (TextSpan(String(initial), span.style), left)
  }
}
