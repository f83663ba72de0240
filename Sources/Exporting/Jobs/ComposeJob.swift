public import Diagnostics
import Geometry
public import LayoutSpecs
import PangoShaping
public import Typesetting

/// Sets plain paragraphs in a measure and says how each line came to its width: the inspection of
/// composition.
public struct ComposeJob: Sendable {
  /// The paragraphs, one a line; empty lines are left out.
  public var text: String
  /// The measure as stated, such as `11em`; ems are those of the text's size.
  public var measure: String
  /// The size as stated, such as `9pt`; nil for the style's.
  public var size: String?
  /// A paragraph style of the layout.
  public var style: String
  /// The layout whose style and house rules hold.
  public var layout: String
  /// Other widths of punctuation than the layout's.
  public var scheme: CompositionProfile.PunctuationScheme?
  /// Other forbidden line edges than the layout's.
  public var level: CompositionProfile.BreakLevel?
  /// Whether a line fewer or more is wanted.
  public var tightness: Tightness
  /// Whether Western words are hyphenated where the style does not ask for it.
  public var hyphenates = false

  /// Makes a job.
  public init(
    text: String, measure: String, size: String? = nil, style: String = "body",
    layout: String = "newspaper-tabloid", scheme: CompositionProfile.PunctuationScheme? = nil,
    level: CompositionProfile.BreakLevel? = nil, tightness: Tightness = .normal
  ) {
    self.text = text
    self.measure = measure
    self.size = size
    self.style = style
    self.layout = layout
    self.scheme = scheme
    self.level = level
    self.tightness = tightness
  }

  /// A report of each paragraph, in order.
  public func run(
    home: ResourceHome, into problems: inout Problems
  ) throws(Rejection) -> [LineReport] {
    let layout = try home.layout(layout, into: &problems)
    guard var style = layout.styles[style]?.paragraph else {
      throw Rejection(ComposeProblems.unknownStyle(style, known: layout.styles.names))
    }
    if let size {
      style.character.size = try Self.length(size, em: .zero, in: .points(1)...(.points(2000)))
    }
    let em = style.character.size
    let width = try Self.length(measure, em: em, in: em...(.millimetres(5080)))
    var profile = layout.composition
    if let scheme { profile.scheme = scheme }
    if let level { profile.level = level }
    let shaper = try home.shaper()
    if hyphenates { style.hyphenates = true }
    let composer = Composer(
      shaper: shaper, profile: profile,
      hyphenation: style.hyphenates || profile.hyphenates
        ? try home.hyphenationPatterns(into: &problems) : nil)
    var reports: [LineReport] = []
    for paragraph in text.split(whereSeparator: \.isNewline) {
      let set = try composer.compose(
        [TextSpan(String(paragraph), style.character)], style: style,
        measures: LineMeasures(width), tightness: tightness)
      reports.append(LineReport(set, em: em))
    }
    return reports
  }

  private static func length(
    _ text: String, em: Length, in range: ClosedRange<Length>
  ) throws(Rejection) -> Length {
    guard let length = Length(stated: text, em: em) else {
      throw Rejection(ComposeProblems.badLength(text))
    }
    guard range.contains(length) else {
      throw Rejection(ComposeProblems.outOfRange(text, range))
    }
    return length
  }
}

/// What may be wrong in the settings of a composition.
private enum ComposeProblems {
  static func unknownStyle(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "compose.unknown-style",
      Wording("the layout has no style \"\(name)\"", "版式中没有样式“\(name)”"),
      hints: [
        Wording(
          "styles are \(known.joined(separator: ", "))", "已有样式：\(known.joined(separator: "、"))")
      ])
  }

  static func badLength(_ text: String) -> Diagnostic {
    Diagnostic(
      .error, "compose.bad-length", Wording("\"\(text)\" is not a length", "“\(text)”不是长度"),
      hints: [Wording("write 11em, 9pt, 35mm or xiaowu", "写作 11em、9pt、35mm 或 小五")])
  }

  static func outOfRange(_ text: String, _ range: ClosedRange<Length>) -> Diagnostic {
    let span = "\(range.lowerBound)…\(range.upperBound)"
    return Diagnostic(
      .error, "compose.out-of-range",
      Wording("\"\(text)\" lies outside \(span)", "“\(text)”不在 \(span) 之内"))
  }
}
