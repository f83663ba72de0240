public import DisplayList
public import Geometry

/// The name of a typographic voice, such as `body` or `kai`; `fonts/roles.yaml` maps it to faces.
public struct FontRole: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// The name.
  public var rawValue: String
  /// Makes a role from its name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Makes a role from its name.
  public init(stringLiteral value: String) { rawValue = value }
}

/// Marks and lines beside characters (IM-1, IM-3, IM-4).
public enum Emphasis: String, Hashable, Sendable {
  case none
  /// Dots 着重号 under each character but marks and spaces.
  case dots
  /// A straight line 专名号 under a name.
  case properName = "proper-name"
  /// A wavy line 书名号 under a title.
  case bookTitle = "book-title"
  /// A box 示亡号 round a name.
  case deceased
  /// A straight line 删除线 through words that no longer hold.
  case struck
}

/// How one stretch of characters looks.
public struct CharacterStyle: Hashable, Sendable {
  /// The voice.
  public var role: FontRole
  /// Size of the em.
  public var size: Length
  /// The ink.
  public var ink: Ink
  /// Extra space after each character in ems; only for display lines, never for body text (LA-2).
  public var tracking: Double
  /// Digits on half-em bodies (MX-5), where the face has them.
  public var halfWidthDigits: Bool
  /// Marks beside the characters.
  public var emphasis: Emphasis
  /// Dots besides the name line that `emphasis` draws, outside of it (IM-3).
  public var isDotted = false
  /// Height of the baseline over the line's, for marks of notes: a raised character belongs to the one
  /// before it, and no line starts with it.
  public var rise: Length = .zero

  /// Makes a style.
  public init(
    role: FontRole, size: Length, ink: Ink = .black, tracking: Double = 0,
    halfWidthDigits: Bool = false, emphasis: Emphasis = .none
  ) {
    self.role = role
    self.size = size
    self.ink = ink
    self.tracking = tracking
    self.halfWidthDigits = halfWidthDigits
    self.emphasis = emphasis
  }
}
