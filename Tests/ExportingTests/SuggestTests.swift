import Charting
import Diagnostics
import Exporting
import Foundation
import ReportModel
import TestSupport
import Testing

@Suite struct SuggestTests {
  private func report(_ text: String) throws -> Report {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("suggest-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("report.md").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    var problems = Problems()
    return try Exporter.readReport(path, in: FileSystem(), into: &problems)
  }

  private static let table = """
    # 整改情况报告

    表1 各责任单位销号情况

    | 责任单位 | 问题点位(处) | 已销号(处) | 销号率(%) |
    | --- | ---: | ---: | ---: |
    | 南圩镇 | 18 | 16 | 88.9 |
    | 云头岭镇 | 23 | 17 | 73.9 |
    | 双塔街道 | 11 | 11 | 100.0 |
    | 合计 | 52 | 44 | 84.6 |
    """

  @Test func tablesGiveProgressAndRanking() throws {
    let found = ChartSuggestions.of(try report(Self.table))
    #expect(found.map(\.preset) == ["rectify", "ranking"])
    let rows = try #require(found.first?.spec["data"]?["values"]?.list)
    // The sum is no unit.
    #expect(rows.count == 3)
    #expect(rows[1]["已销号"] == 17)
    #expect(found[1].spec["y"] == "销号率" && found[1].spec["unit"] == "%")
    #expect(found.allSatisfy { $0.sources.first?.sentence.contains("销号情况") == true })
  }

  @Test func everyNumberNamesItsSentence() throws {
    let text = """
      # 工作总结

      全年地区生产总值增长6.2%，固定资产投资同比增长11.3%，一般公共预算收入同比下降8.5%。
      """
    let found = try #require(ChartSuggestions.of(try report(text)).first)
    let rows = try #require(found.spec["data"]?["values"]?.list)
    let numbers = rows.map { row in row["数值"]?.number ?? 0 }
    #expect(numbers.contains(-8.5))
    #expect(found.sources.count == 1)
    #expect(found.sources[0].sentence.contains("11.3%"))
    #expect(ChartSuggestions.text(of: [found]).contains(found.sources[0].sentence))
  }

  /// A rate is of what its sentence counts, and words that are no label make no chart.
  @Test func ratesAreOfTheirOwnCases() throws {
    let text = """
      # 田埂上的“算账课”

      记者走访时，他说，三十多条长凳已摆好。收集问题1,583条，已经办结1,497条，办结率94.6%。

      全县返乡创业青年登记在册的有1,204人，其中三年内再次外出的521人，占43.3%。
      """
    let found = ChartSuggestions.of(try report(text))
    #expect(found.map(\.caption) == ["问题办结率", "三年内外出占比"])
  }

  @Test func whatIsSaidIsNoKeyFigure() throws {
    let text = """
      # 一口老井引出的节水改革

      “要么把812元压下来，要么把2.64元提上去，要么多卖300元。”他说。

      种粮大户马长顺去年卖水收入7,350元，卖粮收入8,200元，补贴收入900元。
      """
    #expect(ChartSuggestions.of(try report(text)).isEmpty)
  }

  /// What is proposed for the report file is read back and drawn.
  @Test func theReportFileHoldsTheCharts() throws {
    let model = try report(Self.table)
    let found = ChartSuggestions.of(model)
    let text = ReportTexts.yaml(of: ChartSuggestions.adding(found, to: model))
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("suggest-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("report.yaml").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    var problems = Problems()
    let again = try Exporter.readReport(path, in: FileSystem(), into: &problems)
    #expect(problems.diagnostics.filter { $0.severity == .error }.isEmpty)
    let charts = again.figures.filter { $0.kind == .chart }
    #expect(charts.count == 2)
    #expect(charts.allSatisfy { $0.chart?.contains("preset:") == true })
    let captions = again.blocks.filter { $0.figure != nil }.map(\.text)
    #expect(captions == found.map(\.caption))
  }
}

/// The charts that the reports of the fixtures make.
@Suite struct SuggestedChartTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/reports").path
  static let reports: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") || $0.hasSuffix(".docx") }.sorted()

  private func suggestions(_ name: String) throws -> [ChartSuggestion] {
    var problems = Problems()
    let report = try Exporter.readReport(
      "\(Self.folder)/\(name)", in: FileSystem(), into: &problems)
    return ChartSuggestions.of(report)
  }

  /// All numbers of a chart stand in its sentences, and its words are sound.
  @Test(arguments: reports) func theyAreDrawnWithoutAWarning(_ name: String) throws {
    for suggestion in try suggestions(name) {
      #expect(!suggestion.sources.isEmpty, "\(suggestion.caption)")
      var problems = Problems()
      _ = try ChartCompiler(shaper: SquareShaper())
        .compile(ChartSpec(suggestion.spec), into: &problems)
      // Names that the default size has no room for are cut, and it is said.
      let told: Set<Code> = ["chart.bad-label", "chart.label-shortened"]
      let codes = problems.diagnostics.filter { !told.contains($0.code) }.map(\.code)
      #expect(codes.isEmpty, "\(suggestion.caption)")
    }
  }

  /// Branches, communities and grids are no things of a kind for being counted in one unit.
  @Test func theSampleReportGivesDirectionsAndProgress() throws {
    let found = try suggestions("gangshan-2022.txt")
    #expect(found.map(\.preset).contains("arrows"))
    #expect(found.map(\.preset).contains("rectify"))
    #expect(!found.map(\.preset).contains("ranking"))
    let arrows = try #require(found.first { $0.preset == "arrows" })
    let names = arrows.spec["data"]?["values"]?.list?.compactMap { $0["指标"]?.text }
    #expect(names?.map { $0.prefix { $0 != "（" } } == ["交办数量", "重复事项", "办结质量", "群众满意率"])
  }

  /// A rate that two numbers give makes a ring; parts of no stated whole make no round chart.
  @Test func partsMakeAWhole() throws {
    let found = try suggestions("d-inspection-rectification.md")
    #expect(found.map(\.preset).contains("ring") && !found.map(\.preset).contains("donut"))
  }
}
