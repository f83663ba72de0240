import ReportModel

/// Which changes are remarks on the amounts that they are changes of.
struct CardChanges {
  private var remarks: [Int: ReportIndicator] = [:]
  private var places: Set<Int> = []

  init(of indicators: [ReportIndicator]) {
    for (place, amount) in indicators.enumerated() where Self.isAmount(amount) {
      let found = indicators.indices.first { number in
        let own = indicators[number]
        return own.subject == amount.subject && own.sentence == amount.sentence
          && own.block == amount.block && own.kind == .change && own.movement != nil
          && own.movement != .level && !places.contains(number)
      }
      guard let found, NumberCard.remark(of: indicators[found]) != nil else { continue }
      remarks[place] = indicators[found]
      places.insert(found)
    }
  }

  private static func isAmount(_ indicator: ReportIndicator) -> Bool {
    indicator.kind == .quantity && !indicator.value.isEmpty && !indicator.sentence.isEmpty
  }

  /// Whether an indicator is printed with another.
  func isRemark(_ place: Int) -> Bool { places.contains(place) }

  /// The change that is printed with an amount.
  func change(ofAmount place: Int) -> ReportIndicator? { remarks[place] }
}

extension NumberCard {
  /// A change in words: `同比下降14.6%`; nil where it is too long for a line.
  static func remark(of change: ReportIndicator) -> String? {
    let words = change.qualifiers
    // 翻一番 has its number in it.
    if change.qualifier.contains("番") { return change.qualifier }
    let text = words.remark + words.before + change.value + words.more + change.unit + words.after
    return text.count <= CardSelection.longestRemark ? text : nil
  }

  /// Takes in a change of the amount, unless its own words need the place.
  mutating func add(_ change: ReportIndicator) {
    guard remark.isEmpty, let words = Self.remark(of: change) else { return }
    remark = words
    self.change = Change(rises: change.movement == .rise, isNumber: false)
  }
}
