import LayoutSpecs
import ReportModel
import Typesetting

/// A block's text as spans: its run-in lead in the face of one, marked words as they are marked.
enum MarkedText {
  /// The spans of a block in a style; one where nothing is marked.
  static func spans(of block: ReportBlock, style: ParagraphStyle) -> [TextSpan] {
    let lead = style.runIn == nil ? 0 : block.runInLead
    guard lead > 0 || !block.marks.isEmpty else { return [TextSpan(block.text, style.character)] }
    let text = Array(block.text)
    var cuts: Set<Int> = [0, text.count, min(lead, text.count)]
    for mark in block.marks {
      cuts.insert(min(text.count, mark.range.lowerBound))
      cuts.insert(min(text.count, mark.range.upperBound))
    }
    // Characters under one reading stay together.
    let readings = block.marks.filter { $0.kind == .reading }.map(\.range)
    let places = cuts.sorted().filter { cut in
      !readings.contains { $0.lowerBound < cut && cut < $0.upperBound }
    }
    return zip(places, places.dropFirst()).map { start, end in
      let marks = block.marks.filter { $0.range.lowerBound <= start && start < $0.range.upperBound }
      let base = start < lead ? style.runIn ?? style.character : style.character
      return TextSpan(
        String(text[start..<end]), look(base, marks, isLead: start < lead, style: style),
        ruby: marks.first { $0.kind == .reading && $0.range == start..<end }?.reading)
    }
  }

  private static func look(
    _ base: CharacterStyle, _ marks: [TextMark], isLead: Bool, style: ParagraphStyle
  ) -> CharacterStyle {
    var look = base
    for mark in marks {
      switch mark.kind {
      case .strong: if !isLead { look.role = strongRole(of: style) }
      case .emphasis:
        if look.emphasis == .none { look.emphasis = .dots } else { look.isDotted = true }
      case .properName, .bookTitle:
        look.isDotted = look.emphasis == .dots
        look.emphasis = mark.kind == .properName ? .properName : .bookTitle
      case .struck: look.emphasis = .struck
      case .reading: break
      }
    }
    return look
  }

  /// The face that leads have, where it is another than the text's; else 黑体, which every layout has.
  private static func strongRole(of style: ParagraphStyle) -> FontRole {
    guard let lead = style.runIn?.role, lead != style.character.role else { return "hei-bold" }
    return lead
  }
}
