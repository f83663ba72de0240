import Charting
import Diagnostics
import ReportModel

/// Charts that numbers in running text suggest.
struct IndicatorCharts {
  let report: Report

  /// Fewest and most bars of a chart.
  private static let bars = 3...12
  /// Longest name of a bar.
  private static let longestName = 14

  var all: [ChartSuggestion] { changes + peers + directions }

  /// What an indicator says as a number; nil for fractions and words.
  private func number(_ indicator: ReportIndicator) -> Double? {
    guard let size = Double(indicator.value) else { return nil }
    let falls = ["下降", "减少", "降低", "回落", "降", "减"].contains { indicator.qualifier.contains($0) }
    return indicator.kind == .change && falls ? -size.magnitude : size
  }

  private func isNamed(_ indicator: ReportIndicator) -> Bool {
    !indicator.subject.isEmpty && indicator.subject.count <= Self.longestName
  }

  /// The first of each subject.
  private func distinct(_ found: [ReportIndicator]) -> [ReportIndicator] {
    var seen: Set<String> = []
    return found.filter { seen.insert($0.subject).inserted }
  }

  // MARK: Growth

  /// Rates of change of several indicators in one passage.
  private var changes: [ChartSuggestion] {
    let groups = passages { $0.kind == .change && $0.unit == "%" }
    return groups.map { group in
      let period = group.first?.period ?? ""
      return bars(
        group, caption: "\(period)主要指标增减幅度（%）", unit: "%",
        reason: Wording(
          "rates of change of \(group.count) indicators", "\(group.count) 项指标的增减幅度"))
    }
  }

  // MARK: Peers

  /// Counts in one unit within one sentence: things of a kind beside each other.
  private var peers: [ChartSuggestion] {
    var sentences: [(key: String, indicators: [ReportIndicator])] = []
    for indicator in report.indicators where indicator.kind == .quantity && isNamed(indicator) {
      guard number(indicator) != nil, !indicator.unit.isEmpty, indicator.unit != "%" else {
        continue
      }
      let key = "\(indicator.block) \(indicator.unit) \(indicator.sentence)"
      if let place = sentences.firstIndex(where: { $0.key == key }) {
        sentences[place].indicators.append(indicator)
      } else {
        sentences.append((key, [indicator]))
      }
    }
    return sentences.compactMap { entry in
      let group = distinct(entry.indicators)
      guard Self.bars.contains(group.count), let unit = group.first?.unit else { return nil }
      let period = group.first?.period ?? ""
      return bars(
        group, caption: "\(period)\(group[0].subject)等（\(unit)）", unit: unit,
        reason: Wording(
          "\(group.count) amounts in one unit in one sentence", "一句中 \(group.count) 个同单位的数"))
    }
  }

  // MARK: Directions

  /// 双降双提升: directions without numbers are arrows.
  private var directions: [ChartSuggestion] {
    var found: [ChartSuggestion] = []
    let trends = report.indicators.filter { $0.kind == .trend && isNamed($0) }
    for sentence in trends.map(\.sentence)
    where !found.contains(where: { own in
      own.sources.contains { $0.sentence == sentence }
    }) {
      let group = distinct(trends.filter { $0.sentence == sentence })
      guard (2...6).contains(group.count), let first = group.first else { continue }
      let rows = group.map { indicator -> SpecValue in
        let rises = ["升", "增", "提"].contains { indicator.qualifier.contains($0) }
        return [
          "指标": SpecValue(indicator.subject), "方向": rises ? 1 : -1,
        ]
      }
      found.append(
        ChartSuggestion(
          caption: "\(first.period)\(first.raw.filter { !"“”".contains($0) })",
          reason: Wording("directions without numbers", "只有升降、没有数值"),
          spec: [
            "preset": "arrows", "indicator": "指标", "direction": "方向",
            "data": ["values": SpecValue(rows)],
          ], sources: sources(group), block: first.block))
    }
    return found
  }

  // MARK: Parts

  /// Indicators of a kind that stand in the same block, in the order of the text.
  private func passages(_ fits: (ReportIndicator) -> Bool) -> [[ReportIndicator]] {
    var groups: [Int: [ReportIndicator]] = [:]
    for indicator in report.indicators
    where fits(indicator) && isNamed(indicator) && number(indicator) != nil {
      groups[indicator.block, default: []].append(indicator)
    }
    return groups.sorted { $0.key < $1.key }.map { distinct($0.value) }
      .filter { Self.bars.contains($0.count) }
  }

  private func bars(
    _ group: [ReportIndicator], caption: String, unit: String, reason: Wording
  ) -> ChartSuggestion {
    let rows = group.map { indicator -> SpecValue in
      ["指标": SpecValue(indicator.subject), "数值": SpecValue(number(indicator) ?? 0)]
    }
    return ChartSuggestion(
      caption: caption, reason: reason,
      spec: [
        "preset": "ranking", "x": "指标", "y": "数值", "unit": SpecValue(unit),
        "data": ["values": SpecValue(rows)],
      ], sources: sources(group), block: group.first?.block ?? 0)
  }

  private func sources(_ group: [ReportIndicator]) -> [ChartSuggestion.Source] {
    var found: [ChartSuggestion.Source] = []
    for indicator in group where !found.contains(where: { $0.sentence == indicator.sentence }) {
      found.append(.init(sentence: indicator.sentence, range: indicator.range))
    }
    return found
  }
}
