public import Charting
public import Diagnostics
public import ReportModel

/// A chart that a report's numbers could become, and where they come from.
public struct ChartSuggestion: Hashable, Sendable {
  /// Words of the report that the numbers stand in.
  public struct Source: Hashable, Sendable {
    /// The sentence, or the title of the table.
    public var sentence: String
    /// Its place.
    public var range: SourceRange
  }

  /// The words under the chart.
  public var caption: String
  /// Why this kind of chart.
  public var reason: Wording
  /// The chart: a preset with its data.
  public var spec: SpecValue
  /// The sentences and tables that its numbers were read from.
  public var sources: [Source]
  /// The block after which it would stand.
  public var block: Int

  /// The name of the preset.
  public var preset: String { spec["preset"]?.text ?? "" }
}

/// Proposes charts for a report: first those of its tables, then those of its running text.
public enum ChartSuggestions {
  /// All proposals in the order of the report; each number in them stands in the report as it is.
  public static func of(_ report: Report) -> [ChartSuggestion] {
    let found = TableCharts(report: report).all + IndicatorCharts(report: report).all
    let ordered = found.enumerated().sorted { a, b in
      (a.element.block, a.offset) < (b.element.block, b.offset)
    }.map(\.element)
    return numbered(ordered)
  }

  /// Captions of one wording are told apart by numbers.
  private static func numbered(_ found: [ChartSuggestion]) -> [ChartSuggestion] {
    var counts: [String: Int] = [:]
    return found.map { suggestion in
      counts[suggestion.caption, default: 0] += 1
      guard let count = counts[suggestion.caption], count > 1 else { return suggestion }
      var own = suggestion
      own.caption += "（之\(count <= 10 ? String(Array("一二三四五六七八九十")[count - 1]) : String(count))）"
      return own
    }
  }

  /// The proposals for a reader: what, why, from which sentences.
  public static func text(of found: [ChartSuggestion]) -> String {
    guard !found.isEmpty else { return "没有可作图的数据 nothing to chart" }
    var lines: [String] = []
    for (number, suggestion) in found.enumerated() {
      let title = Preset.named(suggestion.preset)?.title ?? ""
      lines.append("\(number + 1). \(suggestion.caption)\u{3000}\(title) \(suggestion.preset)")
      lines.append("   理由 why: \(suggestion.reason.chinese) \(suggestion.reason.english)")
      for source in suggestion.sources {
        lines.append("   依据 from: \(source.range)\u{3000}“\(source.sentence)”")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The proposals as entries for `figures` of a report file, the sentences as comments.
  public static func yaml(of found: [ChartSuggestion]) -> String {
    var lines = ["figures:"]
    for suggestion in found {
      lines += suggestion.sources.map { "# 依据 from: \($0.range) \($0.sentence)" }
      lines += ["- kind: chart", "  caption: \(SpecText.quoted(suggestion.caption))", "  chart: |"]
      lines += SpecText.yaml(suggestion.spec).map { "    " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report with all proposals set in it, for an editor to keep, change or take out.
  public static func adding(_ found: [ChartSuggestion], to report: Report) -> Report {
    var added = report
    // From the end, so that places before stay what they are.
    for suggestion in found.reversed() {
      let range = suggestion.sources.first?.range ?? SourceRange(file: report.source, line: 1)
      let chart = SpecText.yaml(suggestion.spec).joined(separator: "\n") + "\n"
      added.figures.append(
        ReportFigure(
          kind: .chart, path: nil, chart: chart, caption: suggestion.caption, range: range))
      let caption = ReportBlock(
        role: .caption, text: suggestion.caption, figure: added.figures.count - 1, range: range)
      let place = min(added.blocks.count, suggestion.block + 1)
      added.blocks.insert(caption, at: place)
      for index in added.indicators.indices where added.indicators[index].block >= place {
        added.indicators[index].block += 1
      }
      for index in added.flags.indices where added.flags[index].block >= place {
        added.flags[index].block += 1
      }
    }
    return added
  }
}

/// Specifications as an editor writes them: YAML with one line a key, and a row of data a line.
enum SpecText {
  static func yaml(_ spec: SpecValue) -> [String] {
    (spec.map?.entries ?? []).flatMap { entry -> [String] in
      if entry.key == "data", let rows = entry.value["values"]?.list {
        return ["data:", "  values:"] + rows.map { "  - " + ChartSpec($0).line }
      }
      return ["\(entry.key): \(ChartSpec(entry.value).line)"]
    }
  }

  static func quoted(_ text: String) -> String { ChartSpec(SpecValue(text)).line }
}
