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
    let money = indicator.unit.contains("元") ? 3 : indicator.unit == "%" ? 1 : 0
    return money + (indicator.rank.isEmpty ? 0 : 3) + (change(of: indicator) == nil ? 0 : 2)
  }

  /// The card of an amount that stands for itself; amounts with words of their own stay in the text.
  private func card(_ indicator: ReportIndicator) -> SpecValue? {
    guard indicator.kind == .quantity, indicator.qualifier.isEmpty,
      let value = Double(indicator.value), !indicator.unit.isEmpty, weight(indicator) > 0,
      indicator.isPresentable(longest: Self.longestLabel)
    else { return nil }
    var card: SpecValue = [
      "value": SpecValue(value), "unit": SpecValue(indicator.unit),
      "label": SpecValue(indicator.subject),
    ]
    if let change = change(of: indicator) { card["change"] = SpecValue(change) }
    let rank = indicator.rank.split(separator: "#")
    if rank.count == 2 { card["rank"] = SpecValue("\(rank[0])第\(rank[1])位") }
    return card
  }

  /// The rate by which an amount changed against the year before, from its sentence.
  private func change(of amount: ReportIndicator) -> Double? {
    let found = report.indicators.first { own in
      own.kind == .change && own.unit == "%" && own.subject == amount.subject
        && own.sentence == amount.sentence && own.qualifier.contains("同比")
    }
    guard let found, let size = Double(found.value), let movement = found.movement else {
      return nil
    }
    return movement == .fall ? -size : movement == .rise ? size : nil
  }
}
