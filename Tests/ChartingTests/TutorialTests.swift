import Diagnostics
import DisplayList
import Foundation
import TestSupport
import Testing

@testable import Charting

/// The examples of the tutorial, word for word.
@Suite struct TutorialTests {
  struct Month {
    var month: String
    var revenue: Double
    var kind = "税收"
  }
  let rows = [
    Month(month: "1月", revenue: 3105), Month(month: "2月", revenue: 2480, kind: "非税"),
    Month(month: "3月", revenue: 3390),
  ]
  let shaper = SquareShaper()

  @Test func theExamplesRun() throws {
    let chart = Chart(rows) {
      BarMark(x: .value("月份", \.month), y: .value("收入", \.revenue))
    }
    .chartTitle("1—3月收入", subtitle: "万元")
    .chartSource("街道财政所")

    let compared = Chart(rows) {
      BarMark(x: .value("月份", \.month), y: .value("收入", \.revenue))
        .foregroundStyle(by: .value("类别", \.kind))
      RuleMark(y: .value("目标", 4000.0))
    }
    .chartYScale(domain: 0...5000)

    let text = chart.spec.json
    let again = try ChartSpec(json: Array(text.utf8), file: "revenue.vl.json")

    let ranking = ChartSpec([
      "preset": "ranking", "x": "镇街", "y": "新增企业", "highlight": "本街道",
      "data": ["values": [["镇街": "东湖", "新增企业": 7], ["镇街": "本街道", "新增企业": 18]]],
    ])
    let plain = try ChartCompiler.eject(ranking)

    var problems = Problems()
    let compiled = try ChartCompiler(shaper: shaper)
      .compile(chart.spec, theme: .zhPrint, size: FigureSize("2col"), into: &problems)
    let words = compiled.alternative

    #expect(problems.diagnostics.isEmpty)
    #expect(words.contains("1—3月收入") && words.contains("最大 3月 3390"))
    #expect(again.root == chart.spec.root)
    #expect(plain.root["preset"] == nil)
    #expect(try Compile.chart(compared.spec).fragment.items.count > 5)
  }

  /// Every example of the article stands in this file, so that it was compiled.
  @Test func theArticleShowsWhatIsTested() throws {
    let here = URL(fileURLWithPath: #filePath)
    let root = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let article = try String(
      contentsOf: root.appendingPathComponent("Sources/Charting/Charting.docc/MakingCharts.md"),
      encoding: .utf8)
    func lines(_ text: some StringProtocol) -> [String] {
      text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty }
    }
    let tested = lines(try String(contentsOf: here, encoding: .utf8)).joined(separator: "\n")
    let blocks = article.components(separatedBy: "```swift").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
    #expect(blocks.count == 5)
    for block in blocks {
      #expect(tested.contains(lines(block).joined(separator: "\n")), "\(block)")
    }
  }

  /// One chart by all three ways.
  @Test func swiftPresetAndVegaLiteGiveTheSameDisplayList() throws {
    let json = """
      {"data": {"values": [{"占比": 3105, "月份": "1月", "类别": "税收"},
         {"占比": 2480, "月份": "2月", "类别": "非税"}, {"占比": 3390, "月份": "3月", "类别": "税收"}]},
       "mark": "bar", "width": 200, "height": 60,
       "encoding": {
         "y": {"field": "月份", "type": "nominal", "sort": null, "title": null},
         "x": {"field": "占比", "type": "quantitative", "stack": "normalize", "title": null},
         "color": {"field": "类别", "type": "nominal", "sort": null}}}
      """
    let vega = try ChartSpec(json: Array(json.utf8), file: "x")
    let swift = Chart(rows) {
      BarMark(x: .value("占比", \.revenue), y: .value("月份", \.month), stacking: .normalized)
        .foregroundStyle(by: .value("类别", \.kind))
    }
    .chartPlotSize(width: 200, height: 60).chartXAxisLabel(nil).chartYAxisLabel(nil)
    #expect(try Compile.chart(swift.spec).fragment == (try Compile.chart(vega).fragment))
    var preset: SpecValue = [
      "preset": "trend", "x": "月份", "y": "占比", "series": "类别", "width": 200, "height": 60,
    ]
    preset["data"] = vega.root["data"]
    let lines: SpecValue = [
      "mark": ["type": "line", "point": ["size": 14]], "width": 200, "height": 60,
      "encoding": [
        "x": ["field": "月份", "type": "ordinal", "sort": nil, "axis": ["title": nil]],
        "y": [
          "field": "占比", "type": "quantitative", "title": nil,
          "scale": ["zero": false, "padding": 10],
        ],
        "color": ["field": "类别", "type": "nominal", "sort": nil],
      ],
    ]
    let drawn = try Compile.chart(ChartSpec(lines.merging(["data": vega.root["data"] ?? nil])))
    #expect(try Compile.chart(ChartSpec(preset)).fragment == drawn.fragment)
  }

  @Test func specificationsAreCodable() throws {
    let spec = ChartSpec(
      ["mark": "bar", "data": ["url": "a.csv"], "encoding": ["y": ["field": "b", "title": nil]]],
      file: "a.vl.json", files: ["a.csv": DataFile(name: "a.csv", bytes: Array("b\n1".utf8))])
    let coded = try JSONEncoder().encode(spec)
    #expect(try JSONDecoder().decode(ChartSpec.self, from: coded) == spec)
    let broken = Data(#"{"file": "x", "spec": "{"}"#.utf8)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(ChartSpec.self, from: broken)
    }
  }
}
