import Charting
import Diagnostics
import ReportModel

/// Charts that numbers in running text suggest.
struct IndicatorCharts {
  let report: Report

  /// Fewest and most bars of a chart.
  static let bars = 3...12
  /// Longest name of a bar.
  static let longestName = 14
  /// Longest subject of a direction, before what all have in common is cut off.
  private static let longestTrend = 24

  var all: [ChartSuggestion] {
    changes + peers + directions + ProgressCharts(report: report).all
      + FigureCards(report: report).all
  }

  /// What an indicator says as a number; nil for fractions and words.
  private func number(_ indicator: ReportIndicator) -> Double? {
    guard let size = indicator.quantity?.number else { return nil }
    return indicator.movement == .fall ? -size.magnitude : size
  }

  // MARK: Growth

  /// Rates of change of several indicators in one passage; levels that were reached are no change.
  private var changes: [ChartSuggestion] {
    let rates = report.indicators.filter {
      $0.kind == .change && $0.unit == "%" && ($0.movement == .rise || $0.movement == .fall)
        && IndicatorNames.isName($0) && number($0) != nil
    }
    var blocks: [Int] = []
    for rate in rates where !blocks.contains(rate.block) { blocks.append(rate.block) }
    return blocks.compactMap { block in
      let group = IndicatorNames.distinct(rates.filter { $0.block == block })
      guard Self.bars.contains(group.count), let first = group.first else { return nil }
      return bars(
        group, caption: "\(first.period)主要指标增减幅度（%）", unit: "%",
        reason: Wording(
          "rates of change of \(group.count) indicators", "\(group.count) 项指标的增减幅度"))
    }
  }

  // MARK: Peers

  /// Counts in one unit within one sentence that are things of a kind: those that make up a whole as
  /// its parts, others beside each other.
  private var peers: [ChartSuggestion] {
    var sentences: [(key: String, indicators: [ReportIndicator])] = []
    for indicator in report.indicators where indicator.kind == .quantity {
      guard IndicatorNames.isName(indicator), number(indicator) != nil,
        !indicator.unit.isEmpty, indicator.unit != "%"
      else { continue }
      let key = "\(indicator.block) \(indicator.unit) \(indicator.sentence)"
      if let place = sentences.firstIndex(where: { $0.key == key }) {
        sentences[place].indicators.append(indicator)
      } else {
        sentences.append((key, [indicator]))
      }
    }
    return sentences.compactMap { entry in
      let group = IndicatorNames.distinct(entry.indicators)
      if let parts = whole(group) { return parts }
      let equals = group.filter { !IndicatorNames.isSubset($0) }
      guard Self.bars.contains(equals.count), let first = equals.first,
        IndicatorNames.areAlike(equals)
      else { return nil }
      return bars(
        equals, caption: IndicatorNames.caption(equals, unit: first.unit), unit: first.unit,
        reason: Wording(
          "\(equals.count) of a kind in one unit in one sentence",
          "一句中 \(equals.count) 个同类、同单位的数"))
    }
  }

  /// A first number that the next two or more add up to.
  private func whole(_ group: [ReportIndicator]) -> ChartSuggestion? {
    let values = group.map { number($0) ?? 0 }
    guard group.count >= 3, let sum = values.first, sum > 0, saysParts(group) else { return nil }
    var reached = 0.0
    for place in values.indices.dropFirst() {
      reached += values[place]
      guard place >= 2, (reached - sum).magnitude < 1e-6 * sum else { continue }
      let parts = Array(group[1...place])
      let names = IndicatorNames.short(parts)
      let rows = zip(names, parts).map { name, part -> SpecValue in
        ["部分": SpecValue(name), "数值": SpecValue(number(part) ?? 0)]
      }
      let total = group[0]
      return ChartSuggestion(
        caption: "\(total.period)\(total.subject)构成（\(total.unit)）",
        reason: Wording(
          "\(parts.count) numbers add up to \(total.value)",
          "\(parts.count) 个数之和正是 \(total.value)"),
        spec: [
          "preset": "donut", "x": "部分", "y": "数值",
          "center": SpecValue(total.value + total.unit), "data": ["values": SpecValue(rows)],
        ], sources: IndicatorNames.sources(group), block: total.block)
    }
    return nil
  }

  /// Words between a whole and its first part: that numbers add up alone says nothing.
  private static let partWords = ["其中", "包括", "分为", "分别", "包含", "构成", "组成", "：", "按", "看，"]

  private func saysParts(_ group: [ReportIndicator]) -> Bool {
    let (whole, first) = (group[0], group[1])
    let between = whole.sentence.words(between: whole.raw, and: first.raw)
    return Self.partWords.contains { between.contains($0) }
      || ["共", "总", "合计"].contains { whole.subject.hasPrefix($0) || whole.raw.hasPrefix($0) }
      || whole.sentence.contains("共\(whole.subject)") || whole.sentence.contains("相加")
  }

  // MARK: Directions

  /// 双降双提升: directions without numbers are arrows.
  private var directions: [ChartSuggestion] {
    let trends = report.indicators.filter {
      $0.kind == .trend && $0.isPresentable(longest: Self.longestTrend)
    }
    var sentences: [String] = []
    for trend in trends where !sentences.contains(trend.sentence) {
      sentences.append(trend.sentence)
    }
    return sentences.compactMap { sentence in
      let group = IndicatorNames.distinct(trends.filter { $0.sentence == sentence })
      let names = IndicatorNames.short(group)
      guard (2...6).contains(group.count), let first = group.first,
        names.allSatisfy({ $0.count <= Self.longestName })
      else { return nil }
      let rows = zip(names, group).map { name, indicator -> SpecValue in
        let rises = ["升", "增", "提"].contains { indicator.qualifier.contains($0) }
        return ["指标": SpecValue(name), "方向": rises ? 1 : -1]
      }
      var words: [String] = []
      for trend in group {
        let own = trend.raw.filter { !"“”".contains($0) }
        if !words.contains(own) { words.append(own) }
      }
      let topic = IndicatorNames.commonStart(group.map(\.subject))
      return ChartSuggestion(
        caption: "\(first.period)\(topic)\(words.joined())",
        reason: Wording("directions without numbers", "只有升降、没有数值"),
        spec: [
          "preset": "arrows", "indicator": "指标", "direction": "方向",
          "data": ["values": SpecValue(rows)],
        ], sources: IndicatorNames.sources(group), block: first.block)
    }
  }

  // MARK: Parts

  private func bars(
    _ group: [ReportIndicator], caption: String, unit: String, reason: Wording
  ) -> ChartSuggestion {
    let rows = zip(IndicatorNames.short(group), group).map { name, indicator -> SpecValue in
      ["指标": SpecValue(name), "数值": SpecValue(number(indicator) ?? 0)]
    }
    return ChartSuggestion(
      caption: caption, reason: reason,
      spec: [
        "preset": "ranking", "x": "指标", "y": "数值", "unit": SpecValue(unit),
        "data": ["values": SpecValue(rows)],
      ], sources: IndicatorNames.sources(group), block: group.first?.block ?? 0)
  }
}

extension String {
  /// What stands between two pieces of it; empty where they do not follow each other.
  fileprivate func words(between first: String, and second: String) -> Substring {
    guard let start = firstRange(of: first),
      let end = self[start.upperBound...].firstRange(of: second)
    else { return "" }
    return self[start.upperBound..<end.lowerBound]
  }
}
