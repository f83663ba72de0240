import LayoutSpecs

/// Whether a line may end between two characters (LB-1…LB-9, LB-13): one look-up by their classes.
struct LineEdgeRules: Sendable {
  /// What stands between two characters.
  enum Verdict: UInt8, Sendable {
    /// A line may end here.
    case allowed
    /// A line may end here, at a price: a number and its measure word (LB-8).
    case costly
    /// A line may end here, at a high price: inside a range of numbers.
    case dear
    /// No line ends here unless there is no other way (LB-12).
    case forbidden
    /// No line ever ends here.
    case never
  }

  private let table: [Verdict]
  private static let side = CharacterClass.allCases.count

  /// Characters that may start a line although their class may not; only CSS's looser levels,
  /// which its test suite asks for, name any.
  let relaxed: Set<UInt32>

  /// The rules of a profile.
  init(_ level: CompositionProfile.BreakLevel, relaxed: Set<UInt32> = []) {
    var table: [Verdict] = []
    table.reserveCapacity(Self.side * Self.side)
    for before in CharacterClass.allCases {
      for after in CharacterClass.allCases {
        table.append(Self.verdict(before, after, level))
      }
    }
    self.table = table
    self.relaxed = relaxed
  }

  /// The verdict between two neighbours without a space between them.
  @inline(__always) func between(_ before: CharacterClass, _ after: CharacterClass) -> Verdict {
    table[Int(before.rawValue) * Self.side + Int(after.rawValue)]
  }

  private static func verdict(
    _ before: CharacterClass, _ after: CharacterClass, _ level: CompositionProfile.BreakLevel
  ) -> Verdict {
    if after == .extend || after == .ignorable { return .never }
    if before == .ignorable { return .allowed }
    if before.isWestern, after.isWestern { return western(before, after) }
    if endsNoLine(before, level) || startsNoLine(after, behind: before, level) {
      return .forbidden
    }
    switch (before, after) {
    case (.prefix, .digit), (.digit, .postfix), (.latin, .postfix): return .forbidden  // LB-8
    case (.link, .digit): return .dear
    case (.digit, .han), (.latinPostfix, .han), (.postfix, .han): return .costly  // LB-8
    default: return .allowed
    }
  }

  // LB-7, LB-9: a Western run ends lines only behind a hyphen between letters (the builder knows
  // its letters) and at spaces, which are not neighbours here.
  private static func western(_ before: CharacterClass, _ after: CharacterClass) -> Verdict {
    before == .hyphen && after == .latin ? .costly : .forbidden
  }

  // LB-2, LB-3.
  private static func endsNoLine(_ before: CharacterClass, _ level: CompositionProfile.BreakLevel)
    -> Bool
  {
    switch before {
    case .open, .latinOpen: true
    case .slash: level != .basic
    default: false
    }
  }

  // LB-1, LB-4, LB-13; …… starts no line at any level (part 9), but a second …… may follow one.
  private static func startsNoLine(
    _ after: CharacterClass, behind before: CharacterClass, _ level: CompositionProfile.BreakLevel
  ) -> Bool {
    switch after {
    case .close, .pause, .stop, .link, .middle, .slash, .latinClose, .latinPostfix, .hyphen,
      .nonStarter, .postfix, .wideSpace:
      true
    case .ellipsis: before != .ellipsis || level == .strict
    case .longDash: level == .strict
    default: false
    }
  }
}
