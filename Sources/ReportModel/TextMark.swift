/// What the writer marked in a block's text: a few characters that stand out, a name, a reading.
public struct TextMark: Hashable, Sendable {
  /// The kinds of marks.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Words of weight, in a bold face.
    case strong
    /// Words with dots 着重号 under them (IM-1).
    case emphasis
    /// A proper name, a line 专名号 under it (IM-3).
    case properName = "proper-name"
    /// A title, a wavy line 书名号 under it (IM-3).
    case bookTitle = "book-title"
    /// Words that were struck out, a line through them.
    case struck
    /// Characters with their reading over them (RU-1).
    case reading
  }

  /// The characters of the block's text, counted from 0.
  public var range: Range<Int>
  /// What is said of them.
  public var kind: Kind
  /// The reading, syllables parted by spaces; empty but for that kind.
  public var reading: String

  /// Makes a mark.
  public init(_ range: Range<Int>, _ kind: Kind, reading: String = "") {
    self.range = range
    self.kind = kind
    self.reading = reading
  }
}
