import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// A paragraph that is shaped and measured, its lines not yet chosen.
struct Draft {
  let built: BuiltParagraph
  let problem: BreakProblem
  let style: ParagraphStyle
  let faces: [FontFaceID]
  let measures: LineMeasures
  let scalars: Int

  /// The paragraph with lines ending at `breaks`.
  func set(_ breaks: [Int]) -> ComposedParagraph {
    let lines = built.withSource(problem) { source in
      var composer = LineComposer(
        source, alignment: style.alignment, spaces: built.spaces, faces: faces, slots: slot)
      return composer.lines(breaks, scalars: scalars)
    }
    return ComposedParagraph(
      lines: lines, missing: built.missing, badness: problem.badness(of: breaks),
      notes: built.notes)
  }

  /// Where a line starts and how wide it is, the paragraph's indents applied.
  func slot(_ line: Int) -> LineMeasures.Slot {
    Composer.slot(line, style: style, measures: measures)
  }
}

extension Composer {
  /// Shapes the spans and lays the problem out.
  func draft(
    _ spans: [TextSpan], style: ParagraphStyle, measures: LineMeasures
  ) throws(Rejection) -> Draft {
    let widths = (0...max(1, measures.lines.count)).map { line in
      Int32(clamping: max(1, Self.slot(line, style: style, measures: measures).width.units))
    }
    var builder = ParagraphBuilder(
      spans, library: library, profile: profile, rules: rules, narrowest: widths.min() ?? 1,
      fallback: style.character)
    var built = try builder.build()
    if style.isHeading {
      builder.applyHeadingRules()
      built = builder.built
    }
    let problem = BreakProblem(
      items: built.items, widths: widths, em: Int32(clamping: style.character.size.units),
      lastLineMinimum: profile.lastLineMinimum,
      trimsParagraphStart: profile.paragraphStart == .trim,
      spreadsLastLine: style.alignment == .even)
    return Draft(
      built: built, problem: problem, style: style, faces: library.faces, measures: measures,
      scalars: builder.source.scalars.count)
  }

  /// A line's place: the measure less the paragraph's indents (PG-2).
  static func slot(_ line: Int, style: ParagraphStyle, measures: LineMeasures) -> LineMeasures.Slot
  {
    let em = style.character.size
    let slot = measures[line]
    let left = em.scaled(by: style.leftIndent + (line == 0 ? style.firstLineIndent : 0))
    return LineMeasures.Slot(
      indent: slot.indent + left, width: slot.width - left - em.scaled(by: style.rightIndent))
  }
}
