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
  let decorator: LineDecorator?
  let isVertical: Bool
  let measures: LineMeasures
  let scalars: Int

  /// The paragraph with lines ending at `breaks`.
  func set(_ breaks: [Int]) -> ComposedParagraph {
    let lines = built.withSource(problem) { source in
      var composer = LineComposer(
        source, style: style, spaces: built.spaces, faces: faces,
        decorator: decorator, turned: built.turned, hyphens: built.hyphens, isVertical: isVertical,
        slots: slot)
      return composer.lines(breaks, scalars: scalars)
    }
    return ComposedParagraph(
      lines: lines, missing: built.missing, badness: problem.badness(of: breaks),
      notes: built.notes)
  }

  /// The paragraph in even lines that end between words (PG-13).
  func setHeading() -> ComposedParagraph {
    let breaks = BalancedBreaker().breaks(in: problem)
    var set = set(breaks)
    set.parting = HeadParting(problem, breaks: breaks)
    return set
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
      // A head parts no word, whatever its document does.
      hyphenation: profile.hyphenates && !style.isHeading || style.hyphenates ? hyphenation : nil,
      omitted: omitted,
      fallback: style.character)
    var built = try builder.build()
    if style.isHeading {
      builder.applyHeadingRules()
      built = builder.built
    }
    var problem = BreakProblem(
      items: built.items, widths: widths, em: Int32(clamping: style.character.size.units),
      lastLineMinimum: profile.lastLineMinimum,
      trimsParagraphStart: profile.paragraphStart == .trim,
      spreadsLastLine: style.alignment == .even)
    problem.tornGap = profile.tornGap
    return Draft(
      built: built, problem: problem, style: style, faces: library.faces,
      decorator: try decorator(built),
      isVertical: library.direction == .vertical, measures: measures,
      scalars: builder.source.scalars.count)
  }

  // Most paragraphs have nothing beside their characters, and then lines are not asked.
  private func decorator(_ built: BuiltParagraph) throws(Rejection) -> LineDecorator? {
    let isPlain = built.ruby.isEmpty && built.bridges.isEmpty
    if isPlain, built.styles.allSatisfy({ $0.emphasis == .none }) { return nil }
    var looks: [DecorationLook] = []
    for style in built.styles {
      let metrics = try library.shaper.metrics(of: style.role)
      looks.append(
        DecorationLook(
          emphasis: style.emphasis, isDotted: style.isDotted, size: style.size, ink: style.ink,
          bottom: style.size.scaled(by: -metrics.emBottom),
          top: style.size.scaled(by: metrics.emTop)))
    }
    return LineDecorator(
      looks: looks, ruby: built.ruby, bridges: built.bridges, faces: library.faces,
      isVertical: library.direction == .vertical)
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
