import Charting
import Diagnostics
import ReportModel

/// The figures of a report that say most, as a row of cards.
struct FigureCards {
  let report: Report

  private static let count = 3...3
  private static let longestLabel = 9

  var all: [ChartSuggestion] {
    let ranked = report.indicators.enumerated().compactMap { place, indicator in
      card(indicator).map { (place, weight(indicator), indicator, $0) }
    }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    var seen: Set<String> = []
    let best = ranked.filter { seen.insert($0.2.subject).inserted }.prefix(Self.count.upperBound)
      .sorted { $0.0 < $1.0 }
    guard best.count >= Self.count.lowerBound, let first = best.first else { return [] }
    return [
      ChartSuggestion(
        caption: "数说",
        reason: Wording("the figures that say most", "全文最有分量的几个数"),
        spec: ["preset": "kpi-row", "cards": SpecValue(best.map(\.3))],
        sources: IndicatorNames.sources(best.map(\.2)), block: first.2.block)
    ]
  }

  private func weight(_ indicator: ReportIndicator) -> Int {
    FigureRanking.weight(indicator) + (change(of: indicator) == nil ? 0 : 2)
  }

  /// The card of an amount that stands for itself; amounts with words of their own stay in the text.
  private func card(_ indicator: ReportIndicator) -> SpecValue? {
    guard indicator.isCertain, indicator.kind == .quantity, indicator.qualifier.isEmpty,
      let value = indicator.quantity?.number, !indicator.unit.isEmpty, says(indicator),
      indicator.isPresentable(longest: Self.longestLabel)
    else { return nil }
    var card: SpecValue = [
      "value": SpecValue(value), "unit": SpecValue(indicator.unit),
      "label": SpecValue(indicator.subject),
    ]
    if let change = change(of: indicator) { card["change"] = SpecValue(change) }
    if let rank = indicator.rank { card["rank"] = SpecValue(rank.words) }
    return card
  }

  /// Whether a figure is worth a card: money, a share, a rank, or an amount with its change.
  private func says(_ indicator: ReportIndicator) -> Bool {
    indicator.unit.contains("元") || indicator.unit == "%" || indicator.rank != nil
      || change(of: indicator) != nil
  }

  /// The rate by which an amount changed against the year before, from its sentence.
  private func change(of amount: ReportIndicator) -> Double? {
    let found = report.indicators.first { own in
      own.kind == .change && own.unit == "%" && own.subject == amount.subject
        && own.sentence == amount.sentence && own.qualifier.contains("同比")
    }
    guard let found, let size = found.quantity?.number, let movement = found.movement else {
      return nil
    }
    return movement == .fall ? -size : movement == .rise ? size : nil
  }
}
