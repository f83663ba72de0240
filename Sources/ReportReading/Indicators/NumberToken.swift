/// A number of a sentence with its unit and the words that belong to it.
struct NumberToken {
  /// How it is written.
  enum Style: Hashable {
    /// 32276, 57.9, 1,350, 3到5.
    case digits
    /// 三千二百.
    case written
    /// 百分之九十五, 近八成, 三分之一, 一半.
    case share
    /// 翻一番.
    case doubling
  }

  /// How it is written.
  var style: Style
  /// Number, unit, and what stands behind (余, 左右, 以上).
  var range: Range<Int>
  /// Where the unit begins.
  var unitStart: Int
  /// The number as a decimal or fraction.
  var value: String
  /// The unit with its scale.
  var unit: String
  /// 余, 多, 来; 左右, 以上, 以内, 上下.
  var after: String = ""
  /// Whether it is a condition inside a noun: 50万元以上的村, 3次以上.
  var isCondition = false

  /// Whether the number compares: a percentage, a fraction or a multiple.
  var isRelative: Bool { isPercent || unit == "倍" || unit.isEmpty || value.contains("/") }

  /// Whether the unit is a share or difference of shares.
  var isPercent: Bool {
    unit == "%" || unit.hasSuffix("百分点") || unit.hasSuffix("千分点") || unit == "‰" || unit == "个点"
  }
}
