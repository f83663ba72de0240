package import Diagnostics
import Geometry
package import LayoutSpecs

/// A paragraph as the rules see it before lines are chosen: where a line may end and how wide each
/// box is. For tests of the rules and for tools.
package struct BreakPositions: Hashable, Sendable {
  /// Scalars before which a line may end, each 1 or more, the end of the text not included.
  package var legal: [Int]
  /// Scalars before which not even an emergency ends a line.
  package var never: [Int]
  /// The first scalar of each box.
  package var starts: [Int]
  /// Advance of each box inside a line, in ems of the paragraph.
  package var widths: [Double]
  /// Space behind each box, in ems.
  package var spaces: [Double]
}

/// CSS levels that the Web Platform Tests ask for; no profile names them.
package enum CSSBreakLevel: String, Sendable { case strict, normal, loose }

extension Composer {
  /// The rules' view of a text in one style.
  package func breakPositions(_ text: String, style: ParagraphStyle) throws(Rejection)
    -> BreakPositions
  {
    let draft = try draft(
      [TextSpan(text, style.character)], style: style,
      measures: LineMeasures(style.character.size * 1000))
    var positions = BreakPositions(legal: [], never: [], starts: [], widths: [], spaces: [])
    let em = Double(style.character.size.units)
    for (index, content) in draft.built.contents.enumerated() {
      let start = Int(content.scalars.lowerBound)
      if index > 0 {
        let penalty = draft.built.items[index - 1].penalty
        if penalty < BreakPenalty.emergency { positions.legal.append(start) }
        if penalty == BreakPenalty.never { positions.never.append(start) }
      }
      positions.starts.append(start)
      positions.widths.append(Double(draft.built.items[index].width) / em)
      positions.spaces.append(Double(draft.built.items[index].glue) / em)
    }
    return positions
  }

  /// A composer with the looser line starts of CSS.
  package init(shaper: any TextShaper, breaker: any LineBreaker, css: CSSBreakLevel) {
    let hyphens: Set<UInt32> = [0x2010, 0x2013, 0x301C, 0x30A0]
    let loose: Set<UInt32> = [
      0x30FB, 0xFF1A, 0xFF1B, 0xFF65, 0x203C, 0x2047, 0x2048, 0x2049, 0xFF01, 0xFF1F, 0x2024,
      0x2025, 0x2026, 0x22EF, 0xFE19, 0x10AF6, 0x3005, 0x303B, 0x309D, 0x309E, 0x30FD, 0x30FE,
      0x00B0, 0x2030, 0x2032, 0x2033, 0x2035, 0x2103, 0x2109, 0xFE6A, 0xFF05, 0xFFE0,
    ]
    let relaxed: Set<UInt32> =
      switch css {
      case .strict: []
      case .normal: hyphens
      case .loose: hyphens.union(loose)
      }
    self.init(
      shaper: shaper, profile: CompositionProfile(), breaker: breaker,
      rules: LineEdgeRules(.basic, relaxed: relaxed))
  }
}
