/// A figure of a table as a whole number of its smallest decimal place, so that sums are exact.
public struct TableFigure: Hashable, Sendable {
  /// In units of the last decimal place.
  public var value: Int
  /// Digits after the point.
  public var decimals: Int

  /// Makes a figure.
  public init(value: Int, decimals: Int) {
    self.value = value
    self.decimals = decimals
  }

  /// The figure that a cell states, with separators of thousands or without; nil for words, percents
  /// and what is too long to be added.
  public init?(_ text: String) {
    var digits = ""
    var decimals = 0
    var isFraction = false
    var sign = 1
    for (place, character) in text.enumerated() {
      switch character {
      case "-", "−", "－": if place > 0 { return nil } else { sign = -1 }
      case "+", "＋": if place > 0 { return nil }
      case ",", "，": if isFraction || digits.isEmpty { return nil }
      case ".", "．": if isFraction || digits.isEmpty { return nil } else { isFraction = true }
      default:
        guard character.isASCII, let digit = character.wholeNumberValue else { return nil }
        digits += String(digit)
        if isFraction { decimals += 1 }
      }
    }
    guard !digits.isEmpty, digits.count <= 15, let value = Int(digits) else { return nil }
    self.init(value: sign * value, decimals: decimals)
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<max(0, exponent)).reduce(1) { power, _ in power * 10 }
  }

  /// The exact sum; nil beyond what a whole number holds.
  public static func sum(_ a: TableFigure, _ b: TableFigure) -> TableFigure? {
    let decimals = max(a.decimals, b.decimals)
    let left = a.value.multipliedReportingOverflow(by: power(decimals - a.decimals))
    let right = b.value.multipliedReportingOverflow(by: power(decimals - b.decimals))
    let (value, over) = left.partialValue.addingReportingOverflow(right.partialValue)
    guard !left.overflow, !right.overflow, !over else { return nil }
    return TableFigure(value: value, decimals: decimals)
  }

  /// The figure as it is printed.
  public var text: String {
    let sign = value < 0 ? "-" : ""
    let unit = Self.power(decimals)
    let whole = value.magnitude / UInt(unit)
    guard decimals > 0 else { return sign + String(whole) }
    let rest = String(value.magnitude % UInt(unit))
    return sign + String(whole) + "." + String(repeating: "0", count: decimals - rest.count) + rest
  }
}

extension TableFigure {
  /// The exact difference; nil beyond what a whole number holds.
  public static func difference(_ a: TableFigure, _ b: TableFigure) -> TableFigure? {
    b.value == .min ? nil : sum(a, TableFigure(value: -b.value, decimals: b.decimals))
  }

  /// Whether two figures are the same number, 0.5 and 0.50.
  public static func isEqual(_ a: TableFigure, _ b: TableFigure) -> Bool {
    difference(a, b)?.value == 0
  }

  /// The figure with separators of thousands.
  public var groupedText: String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let sign = parts[0].hasPrefix("-") ? "-" : ""
    let digits = Array(parts[0].drop { $0 == "-" })
    var whole = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { whole += "," }
      whole.append(digit)
    }
    return sign + whole + (parts.count > 1 ? "." + parts[1] : "")
  }
}
