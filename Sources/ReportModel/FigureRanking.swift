/// Which figures of a report say most: one order for panels, strips and proposed cards.
public enum FigureRanking {
  /// What is paid for one of a thing, a fee or an allowance, is no sum that says much.
  private static let leastMoney = 1e4

  /// An amount of money in 元; 0 for what is none.
  public static func money(_ indicator: ReportIndicator) -> Double {
    guard indicator.unit.hasSuffix("元") || indicator.unit.hasSuffix("块") else { return 0 }
    let scale = indicator.unit.contains("亿") ? 1e8 : indicator.unit.contains("万") ? 1e4 : 1
    return (indicator.quantity?.number ?? 0) * scale
  }

  /// How much a figure says: the more the higher.
  public static func weight(_ indicator: ReportIndicator) -> Int {
    var weight = 0
    if indicator.rank != nil { weight += 3 }
    if money(indicator) >= leastMoney || indicator.unit == "%" { weight += 3 }
    if (indicator.quantity?.number ?? 0) >= 10 { weight += 2 }
    let length = indicator.subject.count
    if length <= 10 { weight += 1 }
    // 收入, 支出: whose, the sentence says.
    if length <= 2 { weight -= 1 }
    // 三十多条长凳: what is written out is told, not measured.
    if let first = indicator.raw.first, "一二三四五六七八九十百千两".contains(first) { weight -= 3 }
    // What there is says more than how it moved.
    if indicator.kind == .change, indicator.from == nil { weight -= 2 }
    return weight
  }
}
