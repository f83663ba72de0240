/// The house rules of Chinese composition: which of the choices that CLREQ and GB leave open hold.
///
/// One profile serves a whole document (LB-12). Widths are shares of the em.
public struct CompositionProfile: Hashable, Sendable {
  /// How strict the forbidden line edges are (LB-1…LB-4).
  public enum BreakLevel: String, Hashable, Sendable, CaseIterable {
    /// No closing mark starts a line, no opening mark ends one.
    case basic
    /// Basic, and no line ends with a slash.
    case gb
    /// GB, and no line starts with a dash or an ellipsis, but the first of a paragraph.
    case strict
  }

  /// Widths of punctuation (PW-6).
  public enum PunctuationScheme: String, Hashable, Sendable, CaseIterable {
    /// 全角: full width, squeezed where marks meet and at line edges.
    case fullWidth = "quanjiao"
    /// 开明: sentence ends keep an em, all other marks take half.
    case kaiming
    /// 半角: all marks take half an em.
    case halfWidth = "banjiao"
    /// 行末半角: full width but at line edges.
    case lineEndHalf = "hangmo-banjiao"
  }

  /// Where 、，。 stand in their em (zh-Hans: left; zh-Hant: centred).
  public enum Region: String, Hashable, Sendable, CaseIterable {
    case simplified = "zh-Hans", traditional = "zh-Hant"
  }

  /// An opening mark at the start of an indented first line (PW-5).
  public enum ParagraphStart: String, Hashable, Sendable, CaseIterable { case trim, keep }

  /// Level of forbidden line edges.
  public var level: BreakLevel = .gb
  /// Widths of marks.
  public var scheme: PunctuationScheme = .fullWidth
  /// Position of marks in their em.
  public var region: Region = .simplified
  /// Opening marks at paragraph starts.
  public var paragraphStart: ParagraphStart = .trim
  /// Adjacent marks go down to 1 em instead of 1.5 em (PW-1, tight profile).
  public var tightPairs: Bool = false
  /// Gap between Han and Latin letters or digits (MX-1).
  public var mixedGap: Double = 0.25
  /// Least such gap (S6).
  public var mixedGapMinimum: Double = 0.125
  /// Widest such gap (T2).
  public var mixedGapMaximum: Double = 0.5
  /// Whether 。？！ may be squeezed inside a line (S7).
  public var squeezesStops: Bool = true
  /// One of 、，。 may hang in the margin at a line end (PW-8).
  public var hangsPunctuation: Bool = false
  /// The same, but only on a line that would be opened else.
  public var hangsAtNeed: Bool = false
  /// Latin words may be hyphenated (LB-9).
  public var hyphenates: Bool = false
  /// Gap in ems beyond which a line is left short instead of torn open (AD-3); nil stretches every line
  /// to its measure.
  public var tornGap: Double?
  /// Fewest Han characters in a paragraph's last line (PG-3).
  public var lastLineMinimum: Int = 2

  /// The house default.
  public init() {}
}
