internal import Notations

/// Numbers written out in Chinese.
typealias HanNumerals = HanNumeral

extension HanNumeral {
  /// The characters numbers are written with.
  static let all = ScalarSet("零〇一二三四五六七八九十百千万亿两")
}
