import Diagnostics
import TestSupport
import Testing

@testable import Charting

/// What printed labels say is what the data say: unit, digits, order, nothing cut in silence.
@Suite struct LabelTruthTests {
  private func bars(_ field: String, _ values: [Double], axis: SpecValue? = nil) -> SpecValue {
    let names = ["甲", "乙", "丙", "丁", "戊", "己"]
    let rows = zip(names, values).map { name, value -> SpecValue in
      .init(
        .map(
          SpecMap([
            .init(key: "村", value: SpecValue(name)), .init(key: field, value: SpecValue(value)),
          ])))
    }
    var measure: SpecValue = ["field": SpecValue(field), "type": "quantitative"]
    measure["axis"] = axis
    return [
      "width": 400, "data": ["values": SpecValue(rows)], "mark": "bar",
      "encoding": ["x": ["field": "村", "sort": nil], "y": measure],
    ]
  }

  private func labels(_ spec: SpecValue) throws -> [String] {
    try Compile.scene(spec).0.root.notes.map { $0.lines.joined() }
  }

  private func findings(_ json: String) throws -> [String] {
    var problems = Problems()
    _ = try ChartCompiler(shaper: SquareShaper()).compile(
      try ChartSpec(json: Array(json.utf8), file: "t.json"), into: &problems)
    return problems.diagnostics.map(\.code.rawValue)
  }

  @Test(arguments: [
    ("投资（万元）", [345_678.0, 222_222], ["345,678", "222,222"]),
    ("元", [345_678, 222_222], ["34.57万", "22.22万"]),
    ("比", [0.0012, 0.0009], ["0.0012", "0.0009"]),
    ("比", [12.3456, 12.3459], ["12.3456", "12.3459"]),
    ("比", [0.1 + 0.2, 0.7], ["0.3", "0.7"]),
    ("件", [3, 15], ["3", "15"]),
  ])
  func labelsKeepUnitAndDigits(_ field: String, _ values: [Double], _ words: [String]) throws {
    #expect(try labels(bars(field, values)) == words)
  }

  @Test func labelsFollowTheFormatOfTheAxis() throws {
    #expect(
      try labels(bars("率", [0.965, 0.874], axis: ["format": ".1%"])) == ["96.5%", "87.4%"])
  }

  @Test func aUnitOverTheChartIsNotScaledAgain() throws {
    var spec = bars("投资", [345_678, 222_222])
    spec["title"] = ["text": "投资过半", "subtitle": "（单位：万元）"]
    #expect(try labels(spec) == ["345,678", "222,222"])
    spec["title"] = "万寿镇投资"
    #expect(try labels(spec) == ["34.57万", "22.22万"])
  }

  @Test(arguments: [
    ["1月", "2月", "10月", "11月", "12月"], ["2030年12月", "2031年2月", "2031年11月"],
    ["周一", "周二", "周三", "周四", "周五", "周六", "周日"], ["星期五", "星期六", "星期天"],
    ["第一季度", "第二季度", "第三季度", "第四季度"], ["一季度", "上半年", "前三季度", "全年"],
    ["上旬", "中旬", "下旬"], ["甲组", "乙组", "丙组", "丁组"], ["第2网格", "第3网格", "第11网格"],
    ["一", "二", "三", "十", "十一", "二十"], ["1—2月", "3月", "4月"], ["14岁以下", "15—59岁", "60岁以上"],
    ["九年级", "十年级", "十一年级"], ["春", "夏", "秋", "冬"], ["初一", "初二", "初三"],
  ])
  func ordinalsFollowTheirCount(_ words: [String]) {
    let rising = words.map { DataValue.text($0) }
    for turn in rising.indices {
      let shuffled = (rising.dropFirst(turn) + rising.prefix(turn)).reversed()
      #expect(OrdinalWords.sorted(Array(shuffled)) == rising)
    }
  }

  @Test(arguments: [["东湖村", "三里屯", "五星村"], ["财政局", "农业局"], ["柳林一组", "东营二组"]])
  func namesAreNoOrdinals(_ words: [String]) {
    #expect(OrdinalWords.sorted(words.map { .text($0) }) == nil)
  }

  @Test func shortNamesStayUnlike() {
    let names = (1...6).map { "柳林街道综合行政执法\($0)队" } + ["短名"]
    let cuts = ShortLabels.unlike(names) { $0.count <= 8 }
    #expect(Set(cuts).count == names.count)
    #expect(cuts.allSatisfy { $0.count <= 8 } && cuts.last == "短名")
  }

  @Test func slantedFramesMeetOnlyWhereTheyDo() {
    let flat = Box(left: -60, top: 0, right: 0, bottom: 8)
    let near = TurnedFrame(flat, by: -45, at: (0, 0))
    #expect(!near.meets(TurnedFrame(flat, by: -45, at: (20, 0))))
    #expect(near.meets(TurnedFrame(flat, by: -45, at: (6, 0))))
  }

  @Test func whatIsNotSeenIsSaid() throws {
    let log = """
      {"data":{"values":[{"村":"甲","件":1},{"村":"乙","件":100},{"村":"丙","件":0}]},"mark":"point",
      "encoding":{"x":{"field":"村"},"y":{"field":"件","type":"quantitative","scale":{"type":"log"}}}}
      """
    #expect(try findings(log).contains("chart.not-positive"))
    let twice = """
      {"data":{"values":[{"村":"甲","件":1},{"村":"甲","件":2},{"村":"乙","件":3}]},"mark":"bar",
      "encoding":{"x":{"field":"村"},"y":{"field":"件","type":"quantitative"}}}
      """
    #expect(try findings(twice).contains("chart.hidden-bars"))
    let coloured = twice.replacing(
      "\"y\":", with: "\"color\":{\"field\":\"件\",\"type\":\"nominal\"},\"y\":")
    #expect(try !findings(coloured).contains("chart.hidden-bars"))
  }

  @Test func aLoneValueOfALineIsAPoint() throws {
    let spec: SpecValue = [
      "data": ["values": [["月": "1", "率": 98.5]]], "mark": "line",
      "encoding": ["x": ["field": "月"], "y": ["field": "率", "type": "quantitative"]],
    ]
    #expect(
      try Compile.scene(spec).0.root.marks.contains { $0.kind == .symbol && $0.items.count == 1 })
  }

  @Test func legendsStayInTheirFigure() throws {
    let rows = (1...9).map { number -> SpecValue in
      ["x": "甲", "件": SpecValue(Double(number)), "单位": SpecValue("柳林街道综合行政执法服务中心第\(number)大队")]
    }
    let spec: SpecValue = [
      "width": 160, "data": ["values": SpecValue(rows)], "mark": "bar",
      "encoding": [
        "x": ["field": "x"], "y": ["field": "件", "type": "quantitative"],
        "color": ["field": "单位", "type": "nominal"],
      ],
    ]
    #expect(try Compile.scene(spec).0.width < 280)
  }

  @Test func yearsAreNoThousandsAndNoMilliseconds() throws {
    for type in ["quantitative", "temporal"] {
      let rows = (2025...2030).map { ["年": SpecValue(Double($0)), "值": 3] as SpecValue }
      let spec: SpecValue = [
        "data": ["values": SpecValue(rows)], "mark": "line",
        "encoding": [
          "x": ["field": "年", "type": SpecValue(type), "scale": ["zero": false]],
          "y": ["field": "值", "type": "quantitative"],
        ],
      ]
      let axis = try #require(try Compile.scene(spec).0.root.axes.first { $0.isHorizontal })
      let words = axis.labels.map { $0.lines.joined() }
      #expect(words.first?.hasPrefix("2025") == true && words.last?.hasPrefix("2030") == true)
    }
  }
}
