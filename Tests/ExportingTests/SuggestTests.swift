import Charting
import Diagnostics
import Exporting
import Foundation
import ReportModel
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
