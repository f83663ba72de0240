import Charting
import Diagnostics
import ReportModel

/// Charts that the tables of a report suggest, by the rules for tables that are charted alone.
struct TableCharts {
  let report: Report

  /// Fewest rows that make a chart, and the most.
  private static let rows = 3...30
  /// What shows progress, and what shows the measure that says most.
  private static let progress = ["rectify", "bullet"]
  private static let measures = [
    "amount-growth", "bump", "trend", "donut", "percent-bar", "ranking",
  ]

  var all: [ChartSuggestion] {
    report.blocks.enumerated().flatMap { place, block -> [ChartSuggestion] in
      guard let number = block.table else { return [] }
      return suggestions(report.tables[number], block: place)
    }
  }

  private func suggestions(_ table: ReportTable, block: Int) -> [ChartSuggestion] {
    let own = ChartTable(table)
    guard Self.rows.contains(own.rows.count), !own.measures.isEmpty,
      let chart = try? DataChart(own, DataChoice()), chart.shape.repeated == nil
    else { return [] }
    let found = [Self.progress, Self.measures].compactMap { kinds in
      chart.fits.first { kinds.contains($0.preset) }
    }
    return found.compactMap { fit in
      var unheard = Problems()
      guard let spec = try? chart.spec(fit.preset, into: &unheard) else { return nil }
      return ChartSuggestion(
        caption: chart.caption(of: fit.preset), reason: fit.reason, spec: spec,
        sources: [.init(sentence: table.title, range: table.range)], block: block)
    }
  }
}
