public import Geometry

/// What one step of line adjustment did on a line.
public struct ShrinkUse: Hashable, Sendable {
  /// The step.
  public var step: ShrinkStep
  /// What it took from all its places.
  public var used: Length
  /// What it could have taken.
  public var limit: Length

  /// Makes a use.
  public init(step: ShrinkStep, used: Length, limit: Length) {
    self.step = step
    self.used = used
    self.limit = limit
  }
}

/// What one step of line adjustment added to a line.
public struct StretchUse: Hashable, Sendable {
  /// The step.
  public var step: StretchStep
  /// What it added to all its places.
  public var used: Length
  /// What it could have added; the same as `used` for T3, which has no limit.
  public var limit: Length
  /// How many places it opened.
  public var places: Int

  /// Makes a use.
  public init(step: StretchStep, used: Length, limit: Length, places: Int) {
    self.step = step
    self.used = used
    self.limit = limit
    self.places = places
  }
}

/// Why a line ends before its measure is full.
public enum PushReason: String, Hashable, Sendable, CaseIterable {
  /// The next character would start the line after with a forbidden mark (LB-1, LB-4).
  case forbiddenStart = "no-line-start"
  /// The character that would fit is an opening mark or slash and may end no line (LB-2, LB-3).
  case forbiddenEnd = "no-line-end"
  /// A word, number or unit does not fit (LB-7…LB-9).
  case unbreakable
  /// The next character is wider than the room left.
  case width
  /// The paragraph is better so, or its last line needs the character (LA-5, PG-3).
  case paragraph
}

/// How a line came to its width (typography part 4).
public struct LineFit: Hashable, Sendable {
  /// Width before any step, marks at both edges trimmed.
  public var natural: Length
  /// Width the line had to reach.
  public var measure: Length
  /// S1–S7 in order, those that took something.
  public var shrink: [ShrinkUse] = []
  /// T1–T3 in order, those that added something.
  public var stretch: [StretchUse] = []
  /// What T3 put between two characters, in ems (LA-4).
  public var gap: Double = 0
  /// Why the line is not full by itself, where it was stretched.
  public var pushedOut: PushReason?
  /// The first character that stayed out, where it was stretched.
  public var pushedOutText: String = ""
  /// The line ends where no line should (LB-12), or sticks out of the measure.
  public var isEmergency = false
  /// Nothing could stretch the line: one character, or letters of one word.
  public var isRigid = false
  /// The line is left short at the right: to reach the measure it would have been torn open.
  public var isShort = false
  /// 0 for a perfect line; 100 for gaps of a tenth of an em.
  public var badness: Double = 0

  /// Makes a fit of a line that needs no step.
  public init(natural: Length, measure: Length) {
    self.natural = natural
    self.measure = measure
  }
}
