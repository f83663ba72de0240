public import Diagnostics
import Geometry
import LayoutSpecs
import PangoShaping
import Typesetting

/// How even the lines of running text are, with the real faces: LA-4, LA-5 and PG-3 in figures.
public struct LineBench {
  private let home: ResourceHome
  private let environment: any ExportEnvironment

  /// Makes a bench over a resources folder.
  public init(home: ResourceHome, environment: any ExportEnvironment) {
    self.home = home
    self.environment = environment
  }

  /// What a measure gave.
  public struct Figures {
    /// The measure in ems.
    public var ems: Int
    /// Lines that had to be full.
    public var lines = 0
    /// What stands between two characters of each of them, in ems (T3).
    var gaps: [Double] = []
    /// Full lines of nothing but ideographs.
    public var pureLines = 0
    /// Those that were stretched, with the reason.
    public var stretchedPure: [String] = []
    /// Last lines of one character in a paragraph of several lines.
    public var loneLast: [String] = []
    /// Against first fit that squeezes in, and one that only pushes out.
    public var against: [Comparison] = []

    /// Mean gap in ems.
    public var meanGap: Double { gaps.reduce(0, +) / Double(max(1, gaps.count)) }
    /// Greatest gap in ems.
    public var greatestGap: Double { gaps.max() ?? 0 }
    /// Lines with a gap of more than a tenth of an em.
    public var wideLines: Int { gaps.filter { $0 > 0.1 }.count }
  }

  /// Optimal breaking against a greedy one, over the paragraphs with letters or digits (LA-5).
  public struct Comparison {
    /// The greedy breaker.
    public var name: String
    /// Sums of badness over all paragraphs.
    public var badness = (optimal: 0.0, greedy: 0.0)
    /// Paragraphs of any text where the optimum is worse; never more than 0.
    public var worse = 0
    /// Mixed paragraphs, and those of three lines or more.
    public var mixed = (all: 0, long: 0)
    /// Those of them where the optimum is strictly better.
    public var better = (all: 0, long: 0)
    /// Long ties in which no line is opened by more than a twentieth of an em; in the others every
    /// other set of legal breaks is as bad or worse.
    public var even = 0
  }

  /// The figures of the reports' running text at some measures.
  public func run(
    reports folder: String, layout name: String, measures: [Int]
  ) throws(Rejection) -> [Figures] {
    var problems = Problems()
    let layout = try home.layout(name, into: &problems)
    let texts = try BenchTexts.paragraphs(in: folder, environment, into: &problems)
    let shaper = try home.shaper()
    var style = layout.styles.resolved("body").paragraph
    style.runIn = nil
    var all: [Figures] = []
    for ems in measures {
      all.append(
        try Self.figures(texts, style: style, ems: ems, shaper: shaper, layout.composition))
    }
    return all
  }

  static func figures(
    _ texts: [String], style: ParagraphStyle, ems: Int, shaper: any TextShaper,
    _ profile: CompositionProfile
  ) throws(Rejection) -> Figures {
    let best = Composer(shaper: shaper, profile: profile)
    var figures = Figures(ems: ems)
    let greedy = [
      ("squeezing in", FirstFitBreaker()), ("pushing out only", FirstFitBreaker(squeezesIn: false)),
    ].map { (Composer(shaper: shaper, profile: profile, breaker: $0.1), Comparison(name: $0.0)) }
    figures.against = greedy.map(\.1)
    let measures = LineMeasures(style.character.size * ems)
    for text in texts {
      let spans = [TextSpan(text, style.character)]
      let one = try best.compose(spans, style: style, measures: measures)
      figures.note(one)
      for (index, other) in greedy.enumerated() {
        let first = try other.0.compose(spans, style: style, measures: measures)
        figures.against[index].note(one, against: first, isMixed: isMixed(text))
      }
    }
    return figures
  }

  private static func isMixed(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.isASCII && ($0.properties.isAlphabetic || isDigit($0)) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }
}

extension LineBench.Figures {
  init(ems: Int) { self.ems = ems }

  mutating func note(_ paragraph: ComposedParagraph) {
    for line in paragraph.lines.dropLast() {
      lines += 1
      gaps.append(line.fit.gap)
      guard line.text.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }) else {
        continue
      }
      pureLines += 1
      guard line.fit.gap > 0 else { continue }
      let reason = line.fit.pushedOut.map { " \($0.rawValue) \(line.fit.pushedOutText)" } ?? ""
      stretchedPure.append(line.text + reason)
    }
    guard paragraph.lines.count > 1, let last = paragraph.lines.last else { return }
    let count = last.text.filter { $0.isLetter || $0.isNumber }.count
    if count == 1 { loneLast.append(last.text) }
  }
}

extension LineBench.Comparison {
  init(name: String) { self.name = name }

  mutating func note(
    _ best: ComposedParagraph, against first: ComposedParagraph, isMixed: Bool
  ) {
    badness.optimal += best.badness
    badness.greedy += first.badness
    if best.badness > first.badness + 1e-6 { worse += 1 }
    guard isMixed else { return }
    let isBetter = best.badness < first.badness - 1e-9
    let isLong = first.lines.count > 2
    mixed.all += 1
    if isBetter { better.all += 1 }
    guard isLong else { return }
    mixed.long += 1
    if isBetter {
      better.long += 1
    } else if first.lines.allSatisfy({ $0.fit.gap <= 0.05 }) {
      even += 1
    }
  }
}
