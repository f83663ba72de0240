public import Diagnostics
import DisplayList
import Geometry
public import LayoutSpecs

/// Reading settings of a paragraph: one line fewer, as many as are best, one line more.
public enum Tightness: String, Hashable, Sendable, CaseIterable {
  case tight, normal, loose

  /// The wanted difference in lines.
  public var lines: Int {
    switch self {
    case .tight: -1
    case .normal: 0
    case .loose: 1
    }
  }
}

/// A paragraph set with a certain number of lines.
public struct ParagraphVariant: Hashable, Sendable {
  /// The setting that gives it.
  public var tightness: Tightness
  /// The paragraph.
  public var paragraph: ComposedParagraph
  /// Its number of lines.
  public var lines: Int { paragraph.lines.count }
  /// Its badness, by which page filling chooses.
  public var badness: Double { paragraph.badness }

  /// Makes a variant.
  public init(tightness: Tightness, paragraph: ComposedParagraph) {
    self.tightness = tightness
    self.paragraph = paragraph
  }
}

/// Sets paragraphs in lines by the rules of a profile.
///
/// One a worker: it shares the shaper's caches and its own, so it is not `Sendable`. Copies share
/// their caches.
public struct Composer {
  /// The house rules.
  public let profile: CompositionProfile
  let breaker: any LineBreaker
  let rules: LineEdgeRules
  let library: GlyphLibrary
  /// Used where the profile hyphenates.
  var hyphenation: HyphenationPatterns?
  /// Rules left out on purpose; none on any page.
  package var omitted: OmittedRules = []

  /// Makes a composer; the shaper is asked once for each character of a voice and for each word.
  public init(
    shaper: any TextShaper, profile: CompositionProfile = CompositionProfile(),
    breaker: any LineBreaker = OptimalBreaker(), hyphenation: HyphenationPatterns? = nil
  ) {
    self.init(
      shaper: shaper, profile: profile, breaker: breaker, rules: LineEdgeRules(profile.level))
    self.hyphenation = hyphenation
  }

  init(
    shaper: any TextShaper, profile: CompositionProfile, breaker: any LineBreaker,
    rules: LineEdgeRules, direction: RunDirection = .horizontal
  ) {
    self.profile = profile
    self.breaker = breaker
    self.rules = rules
    library = GlyphLibrary(shaper: shaper, profile: profile, direction: direction)
  }

  /// Sets a paragraph.
  ///
  /// A text without characters gives no lines. A role without a face is a rejection; a character
  /// without a glyph is listed in `missing` and leaves an empty place.
  public func compose(
    _ spans: [TextSpan], style: ParagraphStyle, measures: LineMeasures,
    tightness: Tightness = .normal
  ) throws(Rejection) -> ComposedParagraph {
    let draft = try draft(spans, style: style, measures: measures)
    guard draft.problem.count > 0 else {
      return ComposedParagraph(lines: [], notes: draft.built.notes)
    }
    var problem = draft.problem
    problem.looseness = tightness.lines
    // A heading's lines are even, whatever breaker the text has (PG-13).
    return draft.set(
      style.isHeading ? BalancedBreaker().breaks(in: problem) : breaker.breaks(in: problem))
  }

  /// The settings with one line fewer, as many as are best and one more, where they exist; by
  /// rising number of lines.
  ///
  /// Page filling reads numbers of lines and badness from it and takes one paragraph. The text is
  /// shaped and searched once.
  public func variants(
    _ spans: [TextSpan], style: ParagraphStyle, measures: LineMeasures
  ) throws(Rejection) -> [ParagraphVariant] {
    let draft = try draft(spans, style: style, measures: measures)
    guard draft.problem.count > 0 else { return [] }
    if style.isHeading {
      let breaks = BalancedBreaker().breaks(in: draft.problem)
      return [ParagraphVariant(tightness: .normal, paragraph: draft.set(breaks))]
    }
    let (normal, sets) = settings(of: draft.problem)
    return sets.keys.sorted().compactMap { count in
      guard let breaks = sets[count], abs(count - normal) <= 1 else { return nil }
      let tightness: Tightness = count < normal ? .tight : count > normal ? .loose : .normal
      return ParagraphVariant(tightness: tightness, paragraph: draft.set(breaks))
    }
  }

  // Sets of breaks by their number of lines, and the best number.
  private func settings(of problem: BreakProblem) -> (normal: Int, sets: [Int: [Int]]) {
    var problem = problem
    var sets: [Int: [Int]] = [:]
    if let optimal = breaker as? OptimalBreaker {
      problem.looseness = 1
      let solutions = optimal.solutions(in: problem)
      let best = solutions.min { $0.cost < $1.cost }
      for solution in solutions where solution.cost < LineCost.rigid || solution.cost == best?.cost
      {
        sets[solution.breaks.count] = solution.breaks
      }
      return (best?.breaks.count ?? 0, sets)
    }
    let normal = breaker.breaks(in: problem)
    sets[normal.count] = normal
    for looseness in [-1, 1] {
      problem.looseness = looseness
      let breaks = breaker.breaks(in: problem)
      if sets[breaks.count] == nil { sets[breaks.count] = breaks }
    }
    return (normal.count, sets)
  }
}
