/// Where a box may lose width, and in which order (typography part 4, S1–S7).
public enum ShrinkStep: UInt8, Hashable, Sendable, CaseIterable {
  /// Not inside a line.
  case none = 0
  /// The mark at the line end, always set on half an em (PW-3).
  case lineEnd = 1
  /// Western word spaces.
  case wordSpace = 2
  /// Middle dots on a whole em.
  case middleDot = 3
  /// Brackets and quotes.
  case bracket = 4
  /// ， 、 ；
  case pause = 5
  /// Gaps between Han and Western text.
  case mixedGap = 6
  /// 。 ？ ！
  case stop = 7
  /// The mark at the line end leaves the measure, where the profile lets it.
  case hang = 8
}

/// Where a line may gain width, in their order (T1–T3).
public enum StretchStep: UInt8, Hashable, Sendable, CaseIterable {
  /// Western word spaces.
  case wordSpace = 1
  /// Gaps between Han and Western text.
  case mixedGap = 2
  /// The blank side of marks between Han, in narrow columns: as lead was set, where a short line was
  /// opened at its marks first.
  case mark = 5
  /// Every other gap between characters.
  case character = 3
  /// Beyond the rules, where a line has none of the three: never chosen, only endured.
  case emergency = 4
}

/// What stands between two boxes.
public enum GlueKind: UInt8, Hashable, Sendable {
  /// Nothing, and never anything: inside —— or a number with its unit.
  case solid = 0
  /// Nothing, but T3 may open it.
  case character = 1
  /// Nothing; beside a link or a slash T3 stays out while there is another place.
  case avoided = 2
  /// A Western word space.
  case wordSpace = 3
  /// The gap between Han and Western text.
  case mixedGap = 4
  /// Between the letters of a word that is longer than the measure.
  case letter = 5
}

/// The price of ending a line behind a box.
public enum BreakPenalty {
  /// Never, whatever happens: inside a pair of dashes, before a combining mark.
  public static let never: Int32 = .max
  /// Behind a part of a hyphenated word (LB-9): as bad as gaps of an eighth of an em.
  public static let hyphen: Int32 = 150
  /// Only where no set of legal breaks exists (LB-12): the line is reported.
  public static let emergency: Int32 = 1 << 20
  /// A line end that must be taken.
  public static let forced: Int32 = .min
}

/// A box with the glue and the penalty behind it: all that a line breaker sees of a character.
///
/// Lengths are in 1/1024 pt. One item a character; a Western word, a number and a pair of dashes are
/// one item each.
public struct ParagraphItem: Hashable, Sendable {
  /// Advance inside a line, pairs of marks squeezed already (PW-1).
  public var width: Int32
  /// Advance at a line end (PW-3).
  public var endWidth: Int32
  /// How much of that may stand outside the measure, where the line would be opened else (PW-8).
  public var hang: Int32 = 0
  /// How much of the width a line start takes off (PW-4).
  public var startTrim: Int32 = 0
  /// How much of the width a line may take off inside.
  public var squeeze: Int32 = 0
  /// Natural space behind.
  public var glue: Int32 = 0
  /// How much narrower the space may become.
  public var glueShrink: Int32 = 0
  /// How much wider the space may become, T3 apart.
  public var glueStretch: Int32 = 0
  /// The price of a line end behind.
  public var penalty: Int32 = 0
  /// The step that takes `squeeze`.
  public var squeezeStep: ShrinkStep = .none
  /// What the space behind is.
  public var glueKind: GlueKind = .character
  /// Characters that count for 单字不成行 (PG-3): no marks, no spaces.
  public var weight: UInt8 = 1

  /// Makes a box; the rest is set where it differs.
  public init(width: Int32, endWidth: Int32? = nil) {
    self.width = width
    self.endWidth = endWidth ?? width
  }
}
