/// Rules that a composer leaves out on purpose, to show on a picture what they prevent.
///
/// No profile names any: a page never asks for them.
package struct OmittedRules: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Every character may start and end a line (LB-1…LB-4, LB-8, LB-10, LB-13).
  package static let lineEdges = OmittedRules(rawValue: 1 << 0)
  /// Words and numbers are single characters (LB-7, LB-9, MX-4).
  package static let wholeWords = OmittedRules(rawValue: 1 << 1)
  /// —— and …… are single characters (LB-5).
  package static let longPairs = OmittedRules(rawValue: 1 << 2)
  /// Chinese quotes forbid line ends at both sides, as in Unicode before version 17 (LB-6).
  package static let directionalQuotes = OmittedRules(rawValue: 1 << 3)
  /// Marks keep their em at a line end (PW-3).
  package static let lineEndTrim = OmittedRules(rawValue: 1 << 4)
  /// Opening marks keep their em at a line start (PW-4).
  package static let lineStartTrim = OmittedRules(rawValue: 1 << 5)
  /// Neighbouring marks of two spans are strangers (PW-7).
  package static let pairsAcrossSpans = OmittedRules(rawValue: 1 << 6)
  /// Neighbouring marks are never squeezed (PW-1).
  package static let pairs = OmittedRules(rawValue: 1 << 7)
  /// Marks take the gap beside Western text as ideographs do (MX-2).
  package static let bareMarks = OmittedRules(rawValue: 1 << 8)
  /// A typed space is added to the gap (MX-3).
  package static let replacedSpaces = OmittedRules(rawValue: 1 << 9)
  /// Full-width digits and letters stay so (MX-6).
  package static let normalisation = OmittedRules(rawValue: 1 << 10)
  /// Quotes and dashes are Chinese whatever they stand in (MX-8).
  package static let markContext = OmittedRules(rawValue: 1 << 11)
}

extension ParagraphBuilder {
  /// Takes back from the built paragraph what the omitted rules put there.
  mutating func applyOmissions() {
    for index in built.items.indices {
      if omitted.contains(.lineEdges), built.items[index].penalty != BreakPenalty.forced {
        built.items[index].penalty = 0
      }
      if omitted.contains(.wholeWords), built.items[index].glueKind == .letter {
        built.items[index].glueKind = .character
      }
      if omitted.contains(.lineEndTrim), built.contents[index].kind.isMark {
        built.items[index].endWidth = built.items[index].width
      }
      if omitted.contains(.lineStartTrim) { built.items[index].startTrim = 0 }
      if omitted.contains(.directionalQuotes), index + 1 < built.items.count {
        let before = built.contents[index].kind
        let after = built.contents[index + 1].kind
        if before == .close && after == .han || before == .han && after == .open {
          built.items[index].penalty = BreakPenalty.emergency
        }
      }
    }
  }
}
