import LayoutSpecs

/// Whether a line may end between two characters (LB-1…LB-9, LB-13): one look-up by their classes.
///
/// The levels of CSS are here only because its test suite asks for them; a profile never names them.
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

  /// How strict the rules are.
  enum Level: Hashable, Sendable {
    case house(CompositionProfile.BreakLevel)
    case cssNormal
    case cssLoose
  }

  private let table: [Verdict]
  private static let side = CharacterClass.allCases.count

  init(_ level: Level) {
    var table: [Verdict] = []
    table.reserveCapacity(Self.side * Self.side)
    for before in CharacterClass.allCases {
      for after in CharacterClass.allCases {
        table.append(Self.verdict(before, after, level))
      }
    }
    self.table = table
  }

  /// The rules of a profile.
  init(_ level: CompositionProfile.BreakLevel) { self.init(.house(level)) }

  /// The verdict between two neighbours without a space between them.
  @inline(__always) func between(_ before: CharacterClass, _ after: CharacterClass) -> Verdict {
    table[Int(before.rawValue) * Self.side + Int(after.rawValue)]
  }

  private static func verdict(
    _ before: CharacterClass, _ after: CharacterClass, _ level: Level
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
  private static func endsNoLine(_ before: CharacterClass, _ level: Level) -> Bool {
    switch before {
    case .open, .latinOpen: true
    case .slash: level == .house(.gb) || level == .house(.strict)
    default: false
    }
  }

  // LB-1, LB-4, LB-13; …… starts no line at any level (part 9), but a second …… may follow one.
  private static func startsNoLine(
    _ after: CharacterClass, behind before: CharacterClass, _ level: Level
  ) -> Bool {
    switch after {
    case .close, .pause, .stop, .link, .middle, .slash, .latinClose, .latinPostfix, .hyphen,
      .nonStarter, .postfix, .wideSpace:
      true
    case .ellipsis: before != .ellipsis || level == .house(.strict)
    case .longDash: level == .house(.strict)
    default: false
    }
  }
}

extension LineEdgeRules {
  /// What CSS's `line-break: normal` and `loose` allow before a character that the strict level
  /// forbids; for the WPT cases only.
  static func cssAllowsBefore(_ value: UInt32, loose: Bool) -> Bool {
    let hyphens: Set<UInt32> = [0x2010, 0x2013, 0x301C, 0x30A0]
    if hyphens.contains(value) { return true }
    guard loose else { return false }
    let more: Set<UInt32> = [
      0x30FB, 0xFF1A, 0xFF1B, 0xFF65, 0x203C, 0x2047, 0x2048, 0x2049, 0xFF01, 0xFF1F, 0x2024,
      0x2025, 0x2026, 0x22EF, 0xFE19, 0x10AF6, 0x3005, 0x303B, 0x309D, 0x309E, 0x30FD, 0x30FE,
      0x00B0, 0x2030, 0x2032, 0x2033, 0x2035, 0x2103, 0x2109, 0xFE6A, 0xFF05, 0xFFE0,
    ]
    return more.contains(value)
  }
}
