/// The order of stretches of time in words: 一月 … 十二月, 第1周, 2031年5月, 上半年, 2031-05-20.
public enum TimeOrder {
  /// The places of words from the earliest to the latest; nil where they are no row of one kind.
  public static func sorted(_ words: [String]) -> [Int]? {
    let values = words.map { DataValue.text($0) }
    guard let order = OrdinalWords.sorted(Array(Set(values))) else { return nil }
    let ranks = Dictionary(
      order.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return words.indices.sorted { a, b in
      let (left, right) = (ranks[values[a]] ?? 0, ranks[values[b]] ?? 0)
      return left == right ? a < b : left < right
    }
  }
}
