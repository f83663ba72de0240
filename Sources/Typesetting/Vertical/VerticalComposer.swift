public import Diagnostics
import Geometry
public import LayoutSpecs

/// Sets headlines in vertical lines (竖题, VT-1 and VT-2): the same rules, the line running downwards.
///
/// The result is read with its axes changed: a line's items lie around the middle of its column (x)
/// and below its start (y); `width` is how far down it reaches, `indent` where it starts. Columns
/// follow each other from right to left at the caller's pitch. Marks take their vertical forms from
/// the face: quotes become 「『, dashes and brackets turn, ：；？！ stay upright.
public struct VerticalComposer {
  private let composer: Composer

  /// Makes a composer; the shaper must know vertical runs.
  public init(
    shaper: any TextShaper, profile: CompositionProfile = CompositionProfile(),
    breaker: any LineBreaker = OptimalBreaker()
  ) {
    composer = Composer(
      shaper: shaper, profile: profile, breaker: breaker, rules: LineEdgeRules(profile.level),
      direction: .vertical)
  }

  /// Sets a text in columns of a height; a role without a face is a rejection.
  public func compose(
    _ spans: [TextSpan], style: ParagraphStyle, heights: LineMeasures
  ) throws(Rejection) -> ComposedParagraph {
    try composer.compose(spans, style: style, measures: heights)
  }
}
