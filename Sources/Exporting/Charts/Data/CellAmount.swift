import Notations
import ReportReading

/// The amount that a cell states, with the unit behind it: `1,034`, `12.3万元`, `96.5%`, `下降3.2%`.
struct CellAmount: Hashable {
  var value: Double
  /// The unit as written; empty where there is none.
  var unit: String

  private static let rising = ["增长", "上升", "提高", "增加", "↑", "▲", "＋"]
  private static let falling = ["下降", "减少", "降低", "回落", "↓", "▼"]
  private static let digits = Set("0123456789０１２３４５６７８９.．,，'’")

  /// Reads a cell; nil where it is no number with at most a unit behind it.
  init?(_ cell: String) {
    var rest = cell.withoutBlanks[...]
    var sign = 1.0
    for word in Self.rising + Self.falling where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      if Self.falling.contains(word) { sign = -1 }
      break
    }
    let signs = rest.prefix { "+-－−".contains($0) || $0.isWhitespace }
    let body = rest.dropFirst(signs.count).prefix { Self.digits.contains($0) }
    let tail = String(rest.dropFirst(signs.count + body.count)).withoutBlanks
    guard let number = WrittenNumber(signs + body), tail.isEmpty || UnitWords.isUnit(tail) else {
      return nil
    }
    value = sign * number.value
    unit = tail == "％" ? "%" : tail
  }

  /// Words that say that there is no number.
  private static let absences: Set<String> = [
    "无", "缺", "暂无", "未报", "未统计", "不详", "N/A", "n/a", "NA", "null", "NULL", "#N/A", "无数据",
  ]

  /// Whether a cell says that there is nothing to show.
  static func isBlank(_ cell: String) -> Bool {
    WrittenNumber.isBlank(cell) || absences.contains(cell.withoutBlanks)
  }

  /// How many times the base a unit is: 10000 for 万元, with 元.
  static func scaled(_ unit: String) -> (factor: Double, base: String) {
    for (word, factor) in [("万亿", 1e12), ("亿", 1e8), ("万", 1e4)] where unit.hasPrefix(word) {
      return (factor, String(unit.dropFirst(word.count)))
    }
    return (1, unit)
  }
}

extension StringProtocol {
  /// The text without blanks of any kind at its ends.
  var withoutBlanks: String {
    let isBlank = { (sign: Character) in
      sign.isWhitespace || sign == "\u{FEFF}" || sign == "\u{200B}"
    }
    let start = self.drop(while: isBlank)
    let end = start.lastIndex { !isBlank($0) }
    return end.map { String(start[...$0]) } ?? ""
  }
}
