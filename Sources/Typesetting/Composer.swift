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
  /// The sum of the squares of what T3 opens on each line, in em²: how far its type is from the
  /// colour of the page (AD-3).
  public var openness: Double { paragraph.lines.reduce(0) { $0 + $1.fit.gap * $1.fit.gap } }

  /// Makes a variant.
  public init(tightness: Tightness, paragraph: ComposedParagraph) {
    self.tightness = tightness
    self.paragraph = paragraph
  }
}

/// How far a paragraph may be opened for the sake of its number of lines (AD-3): a line that is
/// looser than its neighbours is seen at once, and no page needs it that much.
enum Openness {
  /// Widest gap of a line, in ems.
  static let line = 0.1
  /// Widest gap on the average of the paragraph's lines, the last one left out.
  static let mean = 0.06

  /// Whether a setting keeps within the limits, or opens no line further than another setting does.
  static func allows(_ paragraph: ComposedParagraph, beside normal: ComposedParagraph) -> Bool {
    let gaps = Self.gaps(paragraph)
    let widest = gaps.max() ?? 0
    let sum = gaps.reduce(0, +)
    if widest <= line, sum <= mean * Double(gaps.count) { return true }
    return paragraph.lines.count < normal.lines.count
      && widest <= Self.gaps(normal).max() ?? 0
  }

  /// The gaps of all lines but the last; a line that was left short would have been torn open.
  private static func gaps(_ paragraph: ComposedParagraph) -> [Double] {
    paragraph.lines.dropLast().map { $0.fit.isShort ? torn : $0.fit.gap }
  }

  private static let torn = 1.0
}

/// Sets paragraphs in lines by the rules of a profile.
///
/// One a worker: it shares the shaper's caches and its own, so it is not `Sendable`. Copies share
/// their caches.
public struct Composer {
  /// The house rules.
  public let profile: CompositionProfile
  private(set) var breaker: any LineBreaker
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

  /// The same composer with another way to break lines; they share their caches.
  public func breaking(by breaker: any LineBreaker) -> Composer {
    var other = self
    other.breaker = breaker
    return other
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
    if style.isHeading { return draft.setHeading() }
    let set = draft.set(breaker.breaks(in: problem))
    if tightness == .normal { return set }
    let normal = draft.set(breaker.breaks(in: draft.problem))
    return Openness.allows(set, beside: normal) ? set : normal
  }

  /// The settings with one line fewer, as many as are best and one more, where they exist and open
  /// no line too far (AD-3); by rising number of lines.
  ///
  /// Page filling reads numbers of lines and badness from it and takes one paragraph. The text is
  /// shaped and searched once.
  public func variants(
    _ spans: [TextSpan], style: ParagraphStyle, measures: LineMeasures
  ) throws(Rejection) -> [ParagraphVariant] {
    let draft = try draft(spans, style: style, measures: measures)
    guard draft.problem.count > 0 else { return [] }
    if style.isHeading {
      return [ParagraphVariant(tightness: .normal, paragraph: draft.setHeading())]
    }
    let (normal, sets) = settings(of: draft.problem)
    let best = draft.set(sets[normal] ?? [])
    return sets.keys.sorted().compactMap { count in
      if count == normal { return ParagraphVariant(tightness: .normal, paragraph: best) }
      guard let breaks = sets[count], abs(count - normal) == 1 else { return nil }
      let set = draft.set(breaks)
      guard Openness.allows(set, beside: best) else { return nil }
      return ParagraphVariant(tightness: count < normal ? .tight : .loose, paragraph: set)
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
