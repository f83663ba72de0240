/// The time that an indicator holds for: 今年1至9月, 2031年, 去年.
public struct IndicatorPeriod: Hashable, Sendable {
  /// The time as written; empty where none is said.
  public var words: String

  /// Makes a time of its words.
  public init(_ words: String) { self.words = words }

  /// Whether no time is said.
  public var isEmpty: Bool { words.isEmpty }

  /// Whether it is told by its number, 2031年, 1至9月, and not from today.
  public var isDated: Bool { words.contains(where: \.isNumber) }

  /// Whether it names a time other than that in which the text was written: by its number, or as the one
  /// before.
  public var isPast: Bool { isDated || Self.former.contains { words.hasPrefix($0) } }

  private static let former = ["去年", "前年", "上年", "上月"]
}
