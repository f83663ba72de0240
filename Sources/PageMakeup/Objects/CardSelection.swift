import ReportModel

/// Which indicators become cards: those that a reader understands without the sentence.
enum CardSelection {
  /// Longest label that says at a glance what is counted, quotation marks not counted; two lines of
  /// a card hold it.
  static let longestLabel = 12

  /// Longest remark that one line of a card holds.
  static let longestRemark = 10

  /// Fewest characters of a label, quotation marks not counted (AD-4).
  static let shortestLabel = 3

  /// Fewest indicators in 100 characters of a story with a panel (AD-4).
  private static let leastDensity = 1.2
  /// Kinds of stories that speak in voices, not in figures (AD-4), by their kicker or headline.
  private static let voices = ["访谈", "对话", "专访", "评论", "时评", "短评", "社论", "快评", "微言", "人物", "随笔"]

  /// The cards of a report as an editor chose them, or those that say most, where the story is one of
  /// figures. `withChanges` takes numbers that only say how something moved.
  static func cards(
    of report: Report, most: Int, choice: PanelChoice? = nil, withChanges: Bool = true
  ) -> [NumberCard] {
    switch choice ?? report.panel {
    case .off: return []
    case .chosen(let places): return cards(from: report.indicators, chosen: places)
    case .automatic:
      guard isOfFigures(report) else { return [] }
      // A change says nothing without what it is measured against, which a strip has no room for.
      let known = report.indicators.filter { withChanges || $0.kind == .quantity || $0.from != nil }
      var found = cards(from: known, most: most, period: period(of: known))
      let titles = (report.headlines + report.blocks(.deck).map(\.text)).joined()
      for index in found.indices where !titles.isEmpty {
        found[index].isTitled = titles.contains(found[index].value + found[index].after)
      }
      return found
    }
  }

  private static func isOfFigures(_ report: Report) -> Bool {
    let length = report.blocks.filter { $0.role.isText }.map(\.text.count).reduce(0, +)
    let titles = (report.headlines + report.blocks(.kicker).map(\.text)).joined()
    guard !voices.contains(where: { titles.contains($0) }) else { return false }
    return length == 0 || Double(report.indicators.count) * 100 >= leastDensity * Double(length)
  }

  /// The time that most of the figures hold at.
  private static func period(of indicators: [ReportIndicator]) -> String {
    var counts: [(period: String, count: Int)] = []
    for indicator in indicators where indicator.isCertain {
      if let place = counts.firstIndex(where: { $0.period == indicator.period }) {
        counts[place].count += 1
      } else {
        counts.append((indicator.period, 1))
      }
    }
    return counts.max { $0.count < $1.count }?.period ?? ""
  }

  /// Cards in the order of the text; the clearest are kept when there are more than `most`. Only
  /// facts that are surely read are taken, each label once (AD-4). A change of something whose amount
  /// stands in the same sentence is a remark on the card of the amount.
  ///
  /// - Parameter period: the time of the whole report; another one stands on its card. nil leaves all
  ///   times out.
  static func cards(
    from indicators: [ReportIndicator], most: Int, period: String? = nil
  ) -> [NumberCard] {
    var ranked: [(place: Int, score: Int, card: NumberCard)] = []
    let changes = CardChanges(of: indicators)
    for (place, indicator) in indicators.enumerated()
    where indicator.isCertain && !changes.isRemark(place) {
      guard var card = card(indicator, period: period) else { continue }
      let change = changes.change(ofAmount: place)
      if let change { card.add(change) }
      let more = card.change?.isNumber == false ? 1 : 0
      ranked.append((place, FigureRanking.weight(indicator) + more, card))
    }
    var best: [(place: Int, score: Int, card: NumberCard)] = []
    for one in ranked.sorted(by: { ($1.score, $0.place) < ($0.score, $1.place) })
    where best.count < most && !best.contains(where: { repeats($0.card, one.card) }) {
      best.append(one)
    }
    return best.sorted { $0.place < $1.place }.map(\.card)
  }

  /// Whether two cards have one label, or one number whose label is only said in fewer words.
  private static func repeats(_ a: NumberCard, _ b: NumberCard) -> Bool {
    if a.label == b.label { return true }
    guard a.value == b.value, a.after == b.after else { return false }
    return a.label.hasSuffix(b.label) || b.label.hasSuffix(a.label)
  }

  /// The cards an editor asks for, in the order given: places in the list of indicators, from 1.
  static func cards(from indicators: [ReportIndicator], chosen: [Int]) -> [NumberCard] {
    chosen.compactMap { number in
      indicators.indices.contains(number - 1) ? plainCard(indicators[number - 1]) : nil
    }
  }

  /// Places of the cards that are set large, in the order of the text: that of the headline, most money, then the highest
  /// percentage, then the first with a rank.
  static func leading(_ cards: [NumberCard], count: Int) -> [Int] {
    func weight(_ card: NumberCard) -> (Int, Double) {
      if card.isTitled { return (4, 0) }
      let value = Double(card.value) ?? 0
      let scale = card.after.contains("亿") ? 1e8 : card.after.contains("万") ? 1e4 : 1
      let money = card.after.contains("元") ? value * scale : 0
      if money >= 1e4 { return (3, money) }
      if card.after.contains("%") { return (2, value) }
      return card.remark.isEmpty ? (0, 0) : (1, 0)
    }
    let ranked = cards.indices.sorted { a, b in
      let (left, right) = (weight(cards[a]), weight(cards[b]))
      return left == right ? a < b : left > right
    }
    return ranked.prefix(count).sorted()
  }

  private static func card(_ indicator: ReportIndicator, period: String?) -> NumberCard? {
    let letters = indicator.subject.count { !"“”‘’".contains($0) }
    guard letters >= shortestLabel, indicator.isPresentable(longest: longestLabel) else {
      return nil
    }
    guard var card = plainCard(indicator), card.value.count <= 8,
      card.remark.count <= longestRemark
    else { return nil }
    guard let period, !indicator.period.isEmpty, indicator.period != period else { return card }
    // 2031年, 去年: a time that is over, which a story without a time of its own does not speak of.
    if period.isEmpty, !indicator.time.isPast {
      if card.remark.isEmpty, indicator.period.count <= longestRemark {
        card.remark = indicator.period
      }
      return card
    }
    guard card.remark.isEmpty, indicator.period.count <= longestRemark else { return nil }
    card.remark = indicator.period
    return card
  }

  private static func plainCard(_ indicator: ReportIndicator) -> NumberCard? {
    if indicator.value.isEmpty {
      guard let rank = indicator.rank else { return nil }
      var card = NumberCard(
        before: "第", value: String(rank.place), after: "位", label: indicator.subject,
        remark: rank.scope)
      card.sentence = indicator.sentence
      return card
    }
    guard !indicator.unit.isEmpty else { return nil }
    let words = indicator.qualifiers
    let remark = words.remark.isEmpty ? indicator.rank?.words ?? "" : words.remark
    var card = NumberCard(
      before: words.before, value: indicator.value,
      after: words.more + indicator.unit + words.after, label: indicator.subject,
      remark: remark)
    card.sentence = indicator.sentence
    if let from = indicator.from {
      // 由1.96亿元增加到2.14亿元: the new value, the old one under it.
      card.before = ""
      card.remark = "由\(from.value)\(from.unit)\(words.before)\(words.remark)"
      return card
    }
    if let movement = indicator.movement, movement != .level {
      card.change = NumberCard.Change(rises: movement == .rise, isNumber: true)
    }
    return card
  }
}
