import Charting
import Diagnostics
import ReportModel

/// What was done of what was to be done, where a report says it in words or proves it by a rate.
struct ProgressCharts {
  let report: Report

  private struct Item {
    var name: String
    var done: Double
    var whole: Double
    var source: ReportIndicator
  }

  /// Longest name beside a bar.
  private static let longestName = 16
  private static let all = ["均已", "全部", "全都"]
  private static let finishing = ["整改", "办结", "落实", "完成", "销号", "处理", "化解", "清零"]

  var all: [ChartSuggestion] {
    var blocks: [(block: Int, items: [Item])] = []
    for item in finished + proven {
      if let place = blocks.firstIndex(where: { $0.block == item.source.block }) {
        guard !blocks[place].items.contains(where: { $0.name == item.name }) else { continue }
        blocks[place].items.append(item)
      } else {
        blocks.append((item.source.block, [item]))
      }
    }
    return blocks.compactMap { $0.items.count > 1 ? list($0.items) : ring($0.items[0]) }
  }

  /// 4件、8件，均已整改落实: all that was to be done.
  private var finished: [Item] {
    report.indicators.compactMap { indicator in
      guard indicator.isCertain, indicator.kind == .quantity,
        let value = indicator.quantity?.number, value > 0,
        Self.all.contains(where: { indicator.qualifier.contains($0) }),
        Self.finishing.contains(where: { indicator.qualifier.contains($0) }),
        indicator.isPresentable(longest: Self.longestName)
      else { return nil }
      return Item(name: indicator.subject, done: value, whole: value, source: indicator)
    }
  }

  /// 排查隐患486处，整改482处，整改率99.2%: a rate that two numbers of its sentence give.
  private var proven: [Item] {
    report.indicators.compactMap { rate in
      guard rate.isCertain, rate.kind == .quantity, rate.unit == "%",
        let percent = rate.quantity?.number,
        rate.qualifier.isEmpty, percent <= 100, rate.isPresentable(longest: Self.longestName)
      else { return nil }
      let places = rate.value.split(separator: ".").dropFirst().first?.count ?? 0
      let half = 0.5 * (0..<places).reduce(1.0) { size, _ in size / 10 } + 1e-9
      let counts = report.indicators.filter {
        $0.sentence == rate.sentence && $0.kind == .quantity && $0.unit != "%"
          && $0.qualifier.isEmpty
      }
      for whole in counts {
        guard let all = whole.quantity?.number, all >= 10 else { continue }
        for done in counts where done.unit == whole.unit && done.value != whole.value {
          guard let part = done.quantity?.number, part < all,
            (part / all * 100 - percent).magnitude <= half,
            whole.isPresentable(longest: Self.longestName)
          else { continue }
          return Item(name: whole.subject, done: part, whole: all, source: rate)
        }
      }
      return nil
    }
  }

  private func list(_ items: [Item]) -> ChartSuggestion {
    let rows = items.map { item -> SpecValue in
      [
        "事项": SpecValue(item.name), "完成": SpecValue(item.done), "总数": SpecValue(item.whole),
      ]
    }
    let first = items[0].source
    return ChartSuggestion(
      caption: "\(first.period)办理情况（完成数/总数）",
      reason: Wording("what was done of what was to be done", "说明了应办数和办成数"),
      spec: [
        "preset": "rectify", "x": "事项", "done": "完成", "total": "总数",
        "data": ["values": SpecValue(rows)],
      ], sources: IndicatorNames.sources(items.map(\.source)), block: first.block)
  }

  private func ring(_ item: Item) -> ChartSuggestion? {
    // A full ring says no more than the words do.
    guard item.done < item.whole else { return nil }
    let rate = item.source
    return ChartSuggestion(
      caption: "\(rate.period)\(rate.subject)",
      reason: Wording(
        "the rate of \(rate.value) % follows from two numbers of its sentence",
        "\(rate.value)% 可由同句两数算出"),
      spec: [
        "preset": "ring", "value": SpecValue(item.done), "of": SpecValue(item.whole),
        "label": SpecValue(rate.subject),
      ], sources: IndicatorNames.sources([rate]), block: rate.block)
  }
}
