import ReportModel

/// Which indicators become cards: those that a reader understands without the sentence.
enum CardSelection {
  /// Longest label that says at a glance what is counted, quotation marks not counted; two lines of
  /// a card hold it.
  static let longestLabel = 12

  /// Longest remark that one line of a card holds.
  static let longestRemark = 10

  /// Cards in the order of the text; the clearest are kept when there are more than `most`. A change
  /// of something whose amount stands in the same sentence is a remark on the card of the amount.
  static func cards(from indicators: [ReportIndicator], most: Int) -> [NumberCard] {
    var seen: Set<NumberCard> = []
    var ranked: [(place: Int, score: Int, card: NumberCard)] = []
    let changes = CardChanges(of: indicators)
    for (place, indicator) in indicators.enumerated() where !changes.isRemark(place) {
      guard var card = card(indicator) else { continue }
      if let change = changes.change(ofAmount: place) { card.add(change) }
      guard seen.insert(card).inserted else { continue }
      ranked.append((place, score(indicator, card), card))
    }
    let best = ranked.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.prefix(most)
    return best.sorted { $0.place < $1.place }.map(\.card)
  }

  /// Places of the cards that are set large, in the order of the text: most money, then the highest
  /// percentage, then the first with a rank.
  static func leading(_ cards: [NumberCard], count: Int) -> [Int] {
    func weight(_ card: NumberCard) -> (Int, Double) {
      let value = Double(card.value) ?? 0
      let money = money(card.value, unit: card.after)
      if money >= leastMoney { return (3, money) }
      if card.after.contains("%") { return (2, value) }
      return card.remark.isEmpty ? (0, 0) : (1, 0)
    }
    let ranked = cards.indices.sorted { a, b in
      let (left, right) = (weight(cards[a]), weight(cards[b]))
      return left == right ? a < b : left > right
    }
    return ranked.prefix(count).sorted()
  }

  /// What is paid for one of a thing, a fee or an allowance, is no sum that says much.
  private static let leastMoney = 1e4

  /// An amount of money in 元; 0 for what is none.
  private static func money(_ value: String, unit: String) -> Double {
    guard unit.contains("元") else { return 0 }
    let scale = unit.contains("亿") ? 1e8 : unit.contains("万") ? 1e4 : 1
    return (Double(value) ?? 0) * scale
  }

  private static func card(_ indicator: ReportIndicator) -> NumberCard? {
    let subject = indicator.subject
    guard indicator.isPresentable(longest: longestLabel) else { return nil }
    let remark = rankWords(indicator.rank)
    if indicator.value.isEmpty {
      guard indicator.kind == .rank, let place = placeNumber(indicator.rank) else { return nil }
      let scope = indicator.rank.split(separator: "#").first.map(String.init) ?? ""
      return NumberCard(before: "第", value: place, after: "位", label: subject, remark: scope)
    }
    guard !indicator.unit.isEmpty, indicator.value.count <= 8 else { return nil }
    let words = CardWords(indicator.qualifier)
    var card = NumberCard(
      before: words.before, value: indicator.value,
      after: words.more + indicator.unit + words.after,
      label: subject, remark: words.remark.isEmpty ? remark : words.remark)
    guard card.remark.count <= longestRemark else { return nil }
    if let movement = indicator.movement, movement != .level {
      card.change = NumberCard.Change(rises: movement == .rise, isNumber: true)
    }
    return card
  }

  private static func placeNumber(_ rank: String) -> String? {
    rank.split(separator: "#").last.map(String.init).flatMap { Int($0) == nil ? nil : $0 }
  }

  private static func rankWords(_ rank: String) -> String {
    guard let place = placeNumber(rank), let scope = rank.split(separator: "#").first else {
      return ""
    }
    return "\(scope)第\(place)位"
  }

  private static func score(_ indicator: ReportIndicator, _ card: NumberCard) -> Int {
    var score = 0
    if !indicator.rank.isEmpty { score += 3 }
    let isSum = money(indicator.value, unit: indicator.unit) >= leastMoney
    if isSum || indicator.unit == "%" { score += 3 }
    if (Double(indicator.value) ?? 0) >= 10 { score += 2 }
    if card.label.count <= 10 { score += 1 }
    // 收入, 支出: whose, the sentence says.
    if card.label.count <= 2 { score -= 1 }
    // 三十多条长凳: what is written out is told, not measured.
    if let first = indicator.raw.first, "一二三四五六七八九十百千两".contains(first) { score -= 3 }
    // What there is says more than how it moved.
    if indicator.kind == .change { score -= 2 }
    if card.change?.isNumber == false { score += 1 }
    return score
  }
}
