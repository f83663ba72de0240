public import Diagnostics
import DisplayList
import Geometry
public import LayoutSpecs
public import Typesetting

/// A font of squares: every Chinese character one em, every Western one half an em, the ink of marks
/// where the mainland's fonts have it. Glyph numbers are scalar values, so a dump can be read.
public final class SquareShaper: TextShaper {
  /// Advance of `·` in ems; Noto Serif has 0.327, Noto Sans 1.0.
  public var middleDot = 0.327
  /// Whether —— is one glyph of two ems, as in Noto, or two with a slit, as in other faces.
  public var joinsDashes = true
  /// Whether 、。，！ stand in the middle of their em, as in Taiwan's fonts.
  public var centresMarks = false
  /// Advance of curly quotes in ems; LXGW WenKai has 0.35.
  public var quotes = 1.0
  /// Advance of curly quotes in Western words; Noto has 1 without `palt`.
  public var latinQuotes = 0.5
  /// The features that runs asked for.
  public private(set) var features: Set<String> = []
  /// Advance of Western characters in ems; 1 makes the font that browsers test with.
  public var western = 0.5
  /// Characters the font does not have.
  public var lacking: Set<Unicode.Scalar> = []
  /// Characters that only a second face has, as letters and figures of a fallback.
  public var elsewhere: Set<Unicode.Scalar> = []
  /// How often a run was shaped.
  public private(set) var calls = 0

  /// Makes a font.
  public init() {}

  /// Squares for all characters; the role `none` has no face.
  public func shape(_ run: StyledRun) throws(Rejection) -> ShapedRun {
    calls += 1
    features.formUnion(run.features)
    if run.role == "none" {
      throw Rejection(
        Diagnostic(.error, "font.no-face", Wording("role none has no face", "角色 none 没有字体")))
    }
    var glyphs: [ShapedGlyph] = []
    var missing: [Int] = []
    let face = FontFaceID(rawValue: "square-\(run.role.rawValue)")
    let second = FontFaceID(rawValue: "square-second")
    var index = 0
    while index < run.scalars.count {
      let scalar = run.scalars[index]
      if lacking.contains(scalar) { missing.append(index) }
      let isPair =
        joinsDashes && scalar == "—" && index + 1 < run.scalars.count
        && run.scalars[index + 1] == "—" && run.script != .latin
      let share = isPair ? 2 : advance(of: scalar, run.script)
      glyphs.append(
        ShapedGlyph(
          id: scalar.value, advance: run.size.scaled(by: share), cluster: index,
          face: elsewhere.contains(scalar) ? second : face))
      index += isPair ? 2 : 1
    }
    return ShapedRun(glyphs: glyphs, missing: missing)
  }

  /// The em box of the mainland's fonts.
  public func metrics(of role: FontRole) throws(Rejection) -> FontMetrics {
    FontMetrics(emTop: 0.88, emBottom: -0.12)
  }

  /// Ink by class of mark.
  public func inkExtent(
    of scalar: Unicode.Scalar, role: FontRole, script: RunScript, features: [String]
  ) throws(Rejection) -> InkExtent? {
    let width = advance(of: scalar, script)
    let (left, right): (Double, Double) =
      switch scalar {
      case "“", "‘", "（", "〔", "【", "〖", "［", "｛", "《", "〈", "「", "『":
        (max(0, width - 0.4), max(0.1, width - 0.1))
      case "—": (joinsDashes ? 0 : 0.04, joinsDashes ? width : width - 0.04)
      case "…", "～": (0.1, width - 0.1)
      case "·", "・", "‧", "/", "／", "-", "–": (width / 2 - 0.1, width / 2 + 0.1)
      case "、", "，", "。", "．", "；", "：", "？", "！":
        centresMarks ? (width / 2 - 0.15, width / 2 + 0.15) : (0.08, 0.4)
      default: (0.05, min(width - 0.05, 0.45))
      }
    return InkExtent(advance: width, left: left, right: right, top: 0.5, bottom: 0.2)
  }

  private func advance(of scalar: Unicode.Scalar, _ script: RunScript) -> Double {
    switch scalar {
    case "·": return middleDot
    case "“", "”", "‘", "’": return script == .latin ? latinQuotes : quotes
    case "⸺": return 2
    default: break
    }
    return scalar.value < 0x250 || script == .latin ? western : 1
  }
}
