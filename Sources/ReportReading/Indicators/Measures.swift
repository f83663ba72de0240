/// Units of measures: their numbers have the subject on the left.
enum Measures {
  /// Whether a unit measures and does not count.
  static func contains(_ unit: String) -> Bool {
    let scalars = Scalars(unit)
    guard let last = scalars.last else { return true }
    if unit.hasPrefix("万") || unit.hasPrefix("亿") { return !counted.contains(last) }
    return measured.contains(last) || scalars.contains("/") || scalars.contains("／")
  }

  private static let counted = ScalarSet("人户个家件次株棵辆条处头只羽")
  private static let measured = ScalarSet("元亩米里吨斤克升分倍%度时瓦伏")
}

extension String {
  /// Whether it is two characters or fewer, so that it can only be a verb before a counted noun.
  var isVerb: Bool { unicodeScalars.count <= 2 }
}

extension Scalars {
  /// The longest score word at the end.
  var suffixScore: Scalars {
    guard let length = IndicatorWords.scores.match(in: self, endingAt: count) else { return [] }
    return Scalars(self[(count - length)...])
  }
}
