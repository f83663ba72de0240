import Diagnostics
import DisplayList
import TestSupport
import Testing

@testable import Charting

@Suite struct PresetTests {
  private static let rows: SpecValue = [
    ["a": "东湖", "b": 3, "c": 9, "s": "一", "t": 8, "d": "区委"],
    ["a": "东湖", "b": 4, "c": 5, "s": "二", "t": 8],
    ["a": "西苑", "b": 6, "c": 7, "s": "一", "t": 9], ["a": "西苑", "b": 2, "c": 3, "s": "二", "t": 9],
  ]

  /// A specification of a preset with all its keys bound to some column.
  private func spec(_ preset: Preset) -> ChartSpec {
    var root: SpecValue = ["title": "标题", "data": ["values": Self.rows]]
    root["preset"] = SpecValue(preset.name)
    let columns: [String: SpecValue] = [
      "x": "a", "y": "b", "series": "s", "amount": "c", "growth": "b", "rank": "b", "done": "b",
      "target": "t", "total": preset.name == "waffle" ? 20 : "t", "indicator": "a", "phase": "s",
      "left": "一", "parent": "d", "value": preset.name == "heat-table" ? "b" : 12, "label": "完成",
      "of": 20,
      "cards": [["value": 3, "label": "甲"], ["value": 4.5, "label": "乙", "change": -2]],
    ]
    for key in preset.required { root[key] = columns[key] ?? "a" }
    if preset.name == "waffle" {
      root["parts"] = [["name": "甲", "count": 12], ["name": "乙", "count": 8]]
    }
    return ChartSpec(root)
  }

  @Test(arguments: Preset.all.map(\.name))
  func everyPresetDraws(_ name: String) throws {
    let preset = try #require(Preset.named(name))
    let chart = try Compile.chart(spec(preset))
    #expect(chart.fragment.items.count > 2)
  }

  /// What is ejected is plain Vega-Lite and gives the same picture.
  @Test(arguments: Preset.all.map(\.name))
  func ejectedPresetsAreTheSamePicture(_ name: String) throws {
    let own = spec(try #require(Preset.named(name)))
    let plain = try ChartCompiler.eject(own)
    #expect(plain.root["preset"] == nil)
    let again = try ChartSpec(json: Array(plain.json.utf8), file: "x")
    #expect(try Compile.chart(again).fragment == (try Compile.chart(own)).fragment)
  }

  @Test func unknownPresetsAndKeysAreRejected() {
    let wrong = ChartSpec(["preset": "rankin", "x": "a", "y": "b"])
    #expect(Compile.findings(wrong).first?.hints.first?.english.contains("ranking") == true)
    let key = ChartSpec(["preset": "ranking", "x": "a", "y": "b", "highligth": "c"])
    #expect(Compile.findings(key).first?.code == "chart.unknown-key")
    let missing = ChartSpec(["preset": "ranking", "x": "a"])
    #expect(Compile.findings(missing).first?.code == "chart.missing-key")
  }
}

@Suite struct SwiftInterfaceTests {
  struct Month {
    var name: String
    var revenue: Double
    var kind = "税收"
  }
  let rows = [Month(name: "1月", revenue: 3105), Month(name: "2月", revenue: 2480, kind: "非税")]

  @Test func aChartInSwiftIsTheSameAsInVegaLite() throws {
    let chart = Chart(rows) {
      BarMark(x: .value("月份", \.name), y: .value("收入", \.revenue))
        .foregroundStyle(by: .value("类别", \.kind))
      RuleMark(y: .value("目标", 4000.0))
    }
    .chartYScale(domain: 0...5000).chartTitle("1—2月收入", subtitle: "万元")
    let json = """
      {"title": {"text": "1—2月收入", "subtitle": "万元"},
       "data": {"values": [{"月份": "1月", "收入": 3105, "类别": "税收"},
         {"月份": "2月", "收入": 2480, "类别": "非税"}]},
       "layer": [
        {"mark": "bar", "encoding": {
          "x": {"field": "月份", "type": "nominal", "sort": null},
          "y": {"field": "收入", "type": "quantitative", "scale": {"domain": [0, 5000]}},
          "color": {"field": "类别", "type": "nominal", "sort": null}}},
        {"mark": "rule", "encoding": {
          "y": {"datum": 4000, "type": "quantitative", "scale": {"domain": [0, 5000]}}}}]}
      """
    #expect(try Compile.chart(chart.spec).fragment == (try Compile.text(json)).fragment)
  }

  @Test func annotationsAndSectorsDraw() throws {
    let bars = Chart(rows) {
      BarMark(x: .value("月份", \.name), y: .value("收入", \.revenue)).annotation(position: .top)
    }
    #expect(try Compile.chart(bars.spec).fragment.items.count > 4)
    let ring = Chart(rows) {
      SectorMark(angle: .value("收入", \.revenue), innerRadius: 30)
        .foregroundStyle(by: .value("月份", \.name))
    }
    #expect(try Compile.chart(ring.spec).fragment.items.count > 2)
    let lines = Chart(rows) {
      LineMark(x: .value("月份", \.name), y: .value("收入", \.revenue)).interpolationMethod(.monotone)
      PointMark(x: .value("月份", \.name), y: .value("收入", \.revenue)).symbolSize(30)
    }
    #expect(try Compile.chart(lines.spec).fragment.items.count > 3)
  }
}
