/// Units and classifiers. Data, not rules: a word here can follow a number and make it an
/// indicator's value.
enum Units {
  /// Counting words, `件`, `家次`, `个百分点`; of measures, `公里`, `毫克/升`; of money, `万元`.
  static let all = Vocabulary.lexicon("units.all")

  /// Scales that may stand between number and unit: 万亩, 亿千瓦时.
  static let scales = Vocabulary.lexicon("units.scales")

  /// Units of time: an indicator only where time itself is measured.
  static let time = Vocabulary.lexicon("units.time")

  /// Classifiers whose written-out small numbers (三张清单) are seldom figures.
  static let percent = Vocabulary.lexicon("units.percent")
}
