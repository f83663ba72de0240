/// The formats of our own, by Vega-Lite's door for custom ones: `"formatType": "万"`.
struct ChineseFormat: Hashable, Sendable {
  static let names = ["万", "亿", "万亿", "同比", "百分点", "位次", "月", "期", "分数"]

  let name: String
  let pattern: String?

  init?(name: String, pattern: String?) {
    guard Self.names.contains(name) else { return nil }
    self.name = name
    self.pattern = pattern
  }

  private func digits(_ number: Double, _ standard: String) -> String {
    let format = NumberFormat(pattern ?? standard) ?? NumberFormat(standard)
    return format?.text(number, rounding: .decimal) ?? NumberText.plain(number)
  }

  /// The words of a value.
  func text(_ value: DataValue) -> String {
    let number = value.number
    guard number.isFinite, value != .null else { return value == .null ? "…" : value.words }
    switch name {
    case "万": return digits(number / 1e4, ",.10~f") + "万"
    case "亿": return digits(number / 1e8, ",.10~f") + "亿"
    case "万亿": return ChineseScale.one(for: [number]).text(number, digits: nil)
    case "同比":
      return (number < 0 ? "↓" : number > 0 ? "↑" : "") + digits(number.magnitude, ".1f") + "%"
    case "百分点": return digits(number, "+.1f") + "个百分点"
    case "位次": return "第\(digits(number, "d"))位"
    case "月":
      if case .date(let time) = value { return "\(CivilDate(time).month)月" }
      return "\(digits(number, "d"))月"
    case "期": return number > 1 ? "1—\(digits(number, "d"))月" : "1月"
    default: return digits(number, "")
    }
  }
}

/// The one unit of an axis or a mark: nothing, 万 or 亿, by the largest value; never 千万 or 百万.
struct ChineseScale: Hashable, Sendable {
  var divisor: Double
  var unit: String

  /// The unit for values.
  static func one(for values: [Double]) -> ChineseScale {
    let most = values.map(\.magnitude).max() ?? 0
    if most >= 1e8 { return ChineseScale(divisor: 1e8, unit: "亿") }
    if most >= 1e4 { return ChineseScale(divisor: 1e4, unit: "万") }
    return ChineseScale(divisor: 1, unit: "")
  }

  /// Whether words already say 万 or 亿, so that numbers must not be scaled again.
  static func isScaled(_ words: String?) -> Bool {
    words?.contains { $0 == "万" || $0 == "亿" } ?? false
  }

  /// A value in the unit, with the unit after it.
  func text(_ number: Double, digits: Int?) -> String {
    let scaled = number / divisor
    let format = NumberFormat(digits.map { ",.\($0)f" } ?? ",.10~f")
    return (format?.text(scaled, rounding: .decimal) ?? NumberText.plain(scaled)) + unit
  }
}
