/// What a row of a table is to the others.
public enum TableRowKind: Hashable, Sendable {
  /// Data.
  case plain
  /// The sum of the rows since the last subtotal.
  case subtotal
  /// The sum of all data rows.
  case total

  /// Words that call a row the sum of all, alone in their cell.
  private static let totals: Set<String> = ["合计", "总计", "总数", "共计", "总合计", "合计数"]
  /// What stands before a total's word: 全镇合计, 本月总计.
  private static let scopes: Set<String> = [
    "本月", "本周", "本日", "本年", "本期", "本页", "全月", "全年", "全部", "以上", "各镇", "各村", "各街道", "各社区",
    "各部门", "各单位",
  ]
  private static let subtotals = ["小计", "分计"]
  /// Names of a whole that call a table's last row its sum.
  private static let wholes: Set<String> = ["全国", "全省", "全市", "全县", "全区", "全镇", "全乡", "全街"]

  /// Judges a row by its labels, the words before its first figure, a serial number (序号) not
  /// counted: `合 计`, `合计：` and `合计（户）` are totals, `东片小计` is a subtotal.
  public init(_ cells: [String]) {
    self = .plain
    for (place, cell) in cells.enumerated() {
      let words = Self.label(cell)
      if words.isEmpty { continue }
      if Self.isTotal(words) {
        self = .total
        return
      }
      if words.count <= 12, Self.subtotals.contains(where: words.hasSuffix) {
        self = .subtotal
        return
      }
      let isFigure = words.first?.isNumber ?? false
      if isFigure, place > 0 || !words.allSatisfy(\.isNumber) { return }
    }
  }

  /// Whether the last of all rows of a table is the sum of the others: it is called a total, is the
  /// only subtotal, or names a whole where no other row does.
  public static func endsWithTotal(_ rows: [[String]]) -> Bool {
    guard rows.count > 1, let last = rows.last else { return false }
    switch TableRowKind(last) {
    case .total: return true
    case .subtotal: return rows.count { TableRowKind($0) != .plain } == 1
    case .plain: break
    }
    let isWhole = { (row: [String]) in row.prefix(2).contains { wholes.contains(label($0)) } }
    return isWhole(last) && !rows.dropLast().contains(where: isWhole)
  }

  private static func isTotal(_ words: String) -> Bool {
    if totals.contains(words) || isCount(words) { return true }
    guard let word = ["合计", "总计"].first(where: words.hasSuffix) else { return false }
    let scope = String(words.dropLast(word.count))
    return scopes.contains(scope) || wholes.contains(scope)
  }

  /// A total that has its figure in the same cell: 合计：9件, 共 12 户.
  private static func isCount(_ words: String) -> Bool {
    let scope = scopes.union(wholes).first(where: words.hasPrefix) ?? ""
    let own = words.dropFirst(scope.count)
    guard let word = ["合计", "总计", "共计", "共"].first(where: own.hasPrefix) else { return false }
    let rest = own.dropFirst(word.count).filter { $0 != "：" && $0 != ":" }
    let figure = rest.prefix { $0.isNumber || ".,".contains($0) }
    return figure.contains(where: \.isNumber) && rest.count - figure.count <= 2
  }

  /// The words of a cell without blanks and dashes, a colon at the end and what stands in brackets
  /// there.
  private static func label(_ cell: String) -> String {
    var words = cell.filter { !$0.isWhitespace && !"—-–－/／".contains($0) }[...]
    if let last = words.last, last == "）" || last == ")",
      let open = words.lastIndex(where: { $0 == "（" || $0 == "(" }), open > words.startIndex
    {
      words = words[..<open]
    }
    while let last = words.last, last == "：" || last == ":" { words = words.dropLast() }
    return String(words)
  }
}
