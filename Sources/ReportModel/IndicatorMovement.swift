/// Which way a change went, and whether its number is the change itself or where it arrived.
public enum IndicatorMovement: String, Hashable, Sendable {
  /// The number says by how much it rose.
  case rise
  /// The number says by how much it fell.
  case fall
  /// The number says what it came to: `降至7件`.
  case level
}

extension ReportIndicator {
  private static let levels = ["至", "到", "为", "达"]
  private static let falls = ["降", "减", "缩", "回落", "收窄", "压", "下滑", "后移", "少"]
  private static let rises = ["增", "升", "涨", "提高", "提升", "前移", "扩大", "翻", "多"]

  /// How a change went by the words that qualify it; nil for what is no change, and for comparisons
  /// with another thing (`高于全县平均水平`).
  public var movement: IndicatorMovement? {
    guard kind == .change else { return nil }
    let words = qualifier.split(separator: "；").first.map(String.init) ?? qualifier
    func says(_ list: [String]) -> Bool { list.contains { words.contains($0) } }
    guard says(Self.falls) || says(Self.rises) else { return nil }
    if Self.levels.contains(where: { words.hasSuffix($0) }) { return .level }
    return says(Self.falls) ? .fall : .rise
  }
}
