import Diagnostics
import DisplayList
import TestSupport
import Testing

@testable import Charting

@Suite struct PresetTests {
  private static let rows: SpecValue = [
    ["a": "东湖", "b": 3, "c": 9, "s": "一", "t": 8, "d": "区委", "p": "2031-05-01", "q": "2031-06-01"],
    ["a": "东湖", "b": 4, "c": 5, "s": "二", "t": 8, "p": "2031-05-02", "q": "2031-06-02"],
    ["a": "西苑", "b": 6, "c": 7, "s": "一", "t": 9, "p": "2031-05-03", "q": "2031-06-03"],
    ["a": "西苑", "b": 2, "c": 3, "s": "二", "t": 9, "p": "2031-05-04", "q": "2031-06-04"],
  ]

  /// A specification of a preset with all its keys bound to some column.
  private func spec(_ preset: Preset) -> ChartSpec {
    var root: SpecValue = ["title": "标题", "data": ["values": Self.rows]]
    root["preset"] = SpecValue(preset.name)
    let columns: [String: SpecValue] = [
      "x": "a", "y": "b", "series": "s", "amount": "c", "growth": "b", "rank": "b", "done": "b",
      "target": "t", "total": preset.name == "waffle" ? 20 : "t", "indicator": "a", "phase": "s",
      "left": "一", "parent": "d", "value": preset.name == "heat-table" ? "b" : 12, "label": "完成",
      "of": 20, "start": "p", "end": "q", "row": "b", "column": "c",
      "cards": [["value": 3, "label": "甲"], ["value": 4.5, "label": "乙", "change": -2]],
    ]
    for key in preset.required { root[key] = columns[key] ?? "a" }
    if preset.name == "calendar" { root["x"] = "p" }
    if preset.name == "waffle" {
      root["parts"] = [["name": "甲", "count": 12], ["name": "乙", "count": 8]]
    }
    if preset.name == "region-map" {
      let ring: SpecValue = [[[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]]
      root["map"] = [
        "values": [
          "type": "FeatureCollection",
          "features": [
            [
              "type": "Feature", "properties": ["name": "东湖"],
              "geometry": ["type": "Polygon", "coordinates": ring],
            ]
          ],
        ]
      ]
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

/// What each preset says at its marks.
@Suite struct PresetMessageTests {
  private func words(_ json: String) throws -> [String] {
    try Compile.text(json).facts.split(separator: "\"").map(String.init)
  }

  @Test func aWaterfallEndsWithItsSum() throws {
    let words = try words(
      """
      {"preset": "waterfall", "x": "项", "y": "额", "unit": "万元", "title": "t", "data": {"values": [
        {"项": "上年", "额": 28000}, {"项": "税收", "额": 5200}, {"项": "非税", "额": -1800}]}}
      """)
    for word in ["28,000", "+5,200", "31,400", "合计", "单位：万元"] { #expect(words.contains(word)) }
  }

  /// The colour of an arrow is that of its direction, whatever it counts.
  @Test func upIsRedAndDownIsGreen() {
    let card = KPICard(["value": 186, "label": "诉求", "change": -9.3, "goodDirection": "down"])
    #expect(card.change?.rises == false && card.change?.words == "同比9.3%")
  }

  @Test func aGanttNamesWhatIsLate() throws {
    let words = try words(
      """
      {"preset": "gantt", "x": "n", "start": "a", "end": "b", "actual": "c", "today": "2031-07-10",
       "data": {"values": [
        {"n": "路", "a": "2031-01-05", "b": "2031-03-31", "c": "2031-04-20"},
        {"n": "网", "a": "2031-02-01", "b": "2031-05-30", "c": "2031-05-15"},
        {"n": "校", "a": "2031-03-15", "b": "2031-06-30", "c": null}]}}
      """)
    for word in ["晚 20 天", "按期", "已超 10 天"] { #expect(words.contains(word)) }
  }

  /// Bars over dates reach from one to the other: the second end is read as the first.
  @Test func secondEndsAreReadAsDates() throws {
    var problems = Problems()
    let spec: SpecValue = [
      "data": ["values": [["n": "a", "s": "2031-01-05", "e": "2031-03-31"]]], "mark": "bar",
      "encoding": [
        "y": ["field": "n", "type": "nominal"], "x": ["field": "s", "type": "temporal"],
        "x2": ["field": "e"],
      ],
    ]
    _ = try ChartCompiler(shaper: SquareShaper()).compile(ChartSpec(spec), into: &problems)
    #expect(problems.diagnostics.isEmpty)
  }

  /// What does not fit is refused with the size that it needs, and nothing wider is made.
  @Test func tooNarrowFiguresAreRefused() throws {
    let cells = (1...6).flatMap { row in
      (1...6).map { column -> SpecValue in
        ["甲": "第\(row)网格", "乙": "职责\(column)", "丙": "王建国"]
      }
    }
    let spec: SpecValue = [
      "preset": "matrix", "x": "乙", "y": "甲", "value": "丙",
      "data": ["values": SpecValue(cells)],
    ]
    var problems = Problems()
    let error = #expect(throws: Rejection.self) {
      try ChartCompiler(shaper: SquareShaper()).compile(
        ChartSpec(spec), size: FigureSize(width: 117), refusesWider: true, into: &problems)
    }
    #expect(error?.diagnostics.first?.code == "chart.too-wide")
  }

  @Test func daysThatAreNoDaysAreSaid() throws {
    let wrong = ChartSpec([
      "preset": "calendar", "x": "a", "y": "b", "data": ["values": [["a": "某日", "b": 3]]],
    ])
    var problems = Problems()
    _ = try ChartCompiler(shaper: SquareShaper()).compile(wrong, into: &problems)
    #expect(problems.diagnostics.map(\.code).contains("chart.empty"))
  }

  /// A picture that is laid out says in words what it shows.
  @Test func picturesSayWhatTheyShow() throws {
    let chart = try Compile.text(
      """
      {"preset": "funnel", "x": "n", "y": "v", "unit": "家", "title": "t", "data": {"values": [
        {"n": "培育", "v": 120}, {"n": "入库", "v": 26}]}}
      """)
    #expect(chart.alternative.contains("培育 120家") && chart.alternative.contains("入库 26家"))
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
