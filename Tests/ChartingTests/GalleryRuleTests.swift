import Diagnostics
import DisplayList
import Foundation
import TestSupport
import Testing

@testable import Charting

/// Rules that the rest of vega-lite's gallery showed, each with what Vega-Lite itself draws.
@Suite struct GalleryRuleTests {
  private func mark(_ json: String, _ number: Int = 0) throws -> SpecValue? {
    try Compile.facts(json)["view"]?["marks"]?.list?[number]
  }

  private func numbers(_ value: SpecValue?) -> [Double] { value?.list?.compactMap(\.number) ?? [] }

  /// The end of the last bin is a whole step on where rounding has put it a hair beyond its border.
  @Test func theLastBinIsWhole() {
    var wish = Binning.Wish()
    wish.maxbins = 60
    let bins = Binning(low: 1.6, high: 9.2, wish)
    #expect((bins.floor(9.2) - 9.2).magnitude < 1e-9)
    wish.extent = (0, 10)
    let cut = Binning(low: -5, high: 20, wish)
    #expect(cut.floor(-1) == -.infinity && cut.floor(15) == .infinity)
  }

  /// Bins of a layer are cut before its own filter, so that both layers share their steps.
  @Test func filteredLayersShareBins() throws {
    let layer =
      #"{"mark": "bar", "encoding": {"x": {"bin": true, "field": "a"}, "y": {"aggregate": "count"}}"#
    let own = try mark(
      #"{"data": {"values": [{"a": 0, "k": 1}, {"a": 1, "k": 2}, {"a": 100, "k": 1}]}, "layer": ["#
        + layer + "}, " + layer + #", "transform": [{"filter": "datum.a < 5"}]}]}"#, 1)
    // Two rows of the first ten lie in one bin, not in bins of tenths.
    #expect(own?["n"]?.number == 1)
  }

  /// Layers told to keep their legends keep them, in the order of the layers.
  @Test func legendsStayApartWhereAsked() throws {
    let layer =
      #"{"mark": "circle", "encoding": {"x": {"field": "a", "type": "quantitative"}, "size": {"aggregate": "count"}}}"#
    let head =
      #"{"data": {"values": [{"a": 1}, {"a": 2}]}, "layer": ["# + layer + ", " + layer + "]"
    func count(_ json: String) throws -> Int? {
      try Compile.facts(json)["view"]?["legends"]?.list?.count
    }
    #expect(try count(head + "}") == 1)
    #expect(try count(head + #", "resolve": {"legend": {"size": "independent"}}}"#) == 2)
  }

  @Test func theFirstLayersLegendsComeFirst() throws {
    let facts = try Compile.facts(
      #"{"data": {"values": [{"a": 1, "b": 1, "k": "p", "m": "u"}, {"a": 2, "b": 2, "k": "q", "m": "v"}]}, "encoding": {"x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}}, "layer": [{"mark": "line", "encoding": {"strokeDash": {"field": "k", "title": "first"}}}, {"mark": "point", "encoding": {"shape": {"field": "m", "title": "second"}}}]}"#
    )
    #expect(
      facts["view"]?["legends"]?.list?.compactMap { $0["title"]?.text } == ["first", "second"])
  }

  @Test(arguments: [
    ("quantileNormal(0.975)", 1.959963984540054), ("quantileNormal(0.1, 10, 2)", 7.436896868910799),
    ("cumulativeNormal(1.96)", 0.9750021048517795), ("densityNormal(0)", 0.3989422804014327),
    ("quantileUniform(0.25, 2, 6)", 3), ("cumulativeUniform(5, 2, 6)", 0.75),
    ("densityUniform(3, 2, 6)", 0.25), ("quantileLogNormal(0.5, 1, 2)", 2.718281828459045),
    ("cumulativeLogNormal(1)", 0.5), ("densityLogNormal(1)", 0.3989422804014327),
  ]) func distributionsAreKnown(_ text: String, _ value: Double) throws {
    let found = try ExpressionParser.parse(text).value(in: ExpressionScope([:]))
    #expect((found.number - value).magnitude < 1e-9, "\(text) is \(found.number)")
  }

  /// What differs at each drawing is refused, with the reason.
  @Test(arguments: ["random()", "now()", "sampleNormal()"])
  func chanceIsRefused(_ text: String) throws {
    let spec = try ChartSpec(
      json: Array(
        #"{"data": {"values": [{"a": 1}]}, "transform": [{"calculate": "\#(text)", "as": "b"}], "mark": "point", "encoding": {"x": {"field": "b"}}}"#
          .utf8), file: "x")
    let found = Compile.findings(spec).first { $0.code == "chart.unsupported" }
    #expect(found?.message.chinese.contains("前后一致") == true)
  }

  @Test(arguments: [
    #""mark": "point", "params": [{"name": "p", "select": "interval"}]"#,
    #""mark": "point", "transform": [{"sample": 3}]"#,
  ]) func refusalsHaveReasons(_ part: String) throws {
    let spec = try ChartSpec(
      json: Array(#"{"data": {"values": [{"a": 1}]}, \#(part)}"#.utf8), file: "x")
    let found = Compile.findings(spec).filter { $0.code == "chart.unsupported" }
    #expect(!found.isEmpty && found.allSatisfy { $0.message.chinese.contains("子集之内：") })
  }

  /// A blend fills an area; facts name its stops, and print has bands of plain inks.
  @Test func fillsMayBeBlends() throws {
    let json =
      #"{"data": {"values": [{"a": 1, "b": 2}, {"a": 2, "b": 3}]}, "mark": {"type": "area", "color": {"gradient": "linear", "x1": 1, "y1": 1, "x2": 1, "y2": 0, "stops": [{"offset": 0, "color": "white"}, {"offset": 1, "color": "darkgreen"}]}}, "encoding": {"x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}}}"#
    let series = try mark(json)?["series"]?.list?.first
    #expect(series?["fill"]?["gradient"]?.list?.last?.list?.last?.text == "#006400")
    #expect(try Compile.text(json).fragment.items.isEmpty == false)
    let line = json.replacing("\"area\", \"color\"", with: "\"line\", \"stroke\"")
    let found = Compile.findings(try ChartSpec(json: Array(line.utf8), file: "x"))
    #expect(found.map(\.code).contains("chart.unsupported"))
  }

  /// Rows without a number are drawn at zero where all rows are to be shown.
  @Test func absentValuesAreDrawnWhereAsked() throws {
    let own = try mark(
      #"{"data": {"values": [{"a": null, "b": 100}, {"a": -10, "b": 1}, {"a": 10, "b": 5}]}, "mark": "bar", "config": {"mark": {"invalid": null}}, "encoding": {"x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}}}"#
    )
    #expect(own?["n"]?.number == 3)
  }

  /// A function that expressions know may format numbers, as Vega-Lite's registered ones do.
  @Test func functionsFormatNumbers() throws {
    let facts = try Compile.facts(
      #"{"data": {"values": [{"a": 4}, {"a": 9}]}, "mark": "text", "encoding": {"x": {"field": "a", "type": "quantitative"}, "text": {"field": "a", "type": "quantitative", "formatType": "sqrt"}}, "config": {"customFormatTypes": true}}"#
    )
    #expect(
      facts["view"]?["marks"]?.list?.first?["text"]?.list?.compactMap(\.text) == ["2", "3"])
  }

  /// One value alone has no deviation: no error bar, and none of length zero.
  @Test func oneValueHasNoDeviation() {
    for op in [AggregateOp.stdev, .variance, .stderr] {
      #expect(op.of([.number(3)], rows: 1) == .null)
      #expect(op.of([.number(3), .number(5)], rows: 2) != .null)
    }
  }

  /// Numbers among words come where the sort of a browser leaves them.
  @Test func mixedColumnsHaveTheBrowsersOrder() {
    let sound = (0..<500).map { ($0 * 7919) % 503 }
    #expect(MergeSort.sorted(sound) { $0 - $1 } == sound.sorted())
    let pairs = (0..<300).map { ($0 % 7, $0) }
    let stable = MergeSort.sorted(pairs) { $0.0 - $1.0 }
    #expect(zip(stable, stable.dropFirst()).allSatisfy { $0.0 < $1.0 || $0.1 < $1.1 })
    let runs = Array(0..<200) + Array(0..<200) + Array((0..<100).reversed())
    #expect(MergeSort.sorted(runs) { $0 - $1 } == runs.sorted())
  }

  @Test func headsOfBinsNameBothEnds() throws {
    let facts = try Compile.facts(
      #"{"data": {"values": [{"a": 1}, {"a": 15}]}, "mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative"}, "facet": {"field": "a", "bin": {"step": 10}, "type": "quantitative", "columns": 2}}}"#
    )
    let heads = facts["view"]?["views"]?.list?.compactMap { $0["title"]?["text"]?.text } ?? []
    #expect(heads == ["0 – 10", "10 – 20"])
  }
}

/// What print makes of gaps and lone values.
@Suite struct PrintGapTests {
  private func spec(_ mark: SpecValue, _ values: SpecValue) -> SpecValue {
    [
      "data": ["values": values], "mark": mark,
      "encoding": [
        "x": ["field": "村", "type": "nominal"], "y": ["field": "户", "type": "quantitative"],
      ],
    ]
  }

  /// A place without a number stays in its row, empty, and is counted.
  @Test func emptyPlacesStay() throws {
    let own = spec("bar", [["村": "甲", "户": nil], ["村": "乙", "户": 5], ["村": "丙", "户": 0]])
    let scale = try Compile.scene(own).0.scales.first { $0.name == "x" }
    #expect(scale?.scale.domain.map(\.words) == ["甲", "乙", "丙"])
    var problems = Problems()
    _ = try ChartCompiler(shaper: SquareShaper()).compile(ChartSpec(own), into: &problems)
    #expect(problems.diagnostics.contains { $0.code == "chart.gaps" && $0.severity == .note })
  }

  @Test func aLoneValueOfAnAreaIsAPoint() throws {
    let marks = try Compile.scene(spec("area", [["村": "甲", "户": 5]])).0.root.marks
    #expect(marks.contains { $0.kind == .symbol && $0.items.count == 1 })
  }

  /// Feet of piles are no values that an axis leaves out.
  @Test func onlyValuesAreCountedAsLeftOut() throws {
    var own = spec("bar", [["村": "甲", "户": 10], ["村": "乙", "户": 0], ["村": "丙", "户": -3]])
    own["encoding"]?["y"]?["scale"] = ["type": "log"]
    var problems = Problems()
    _ = try ChartCompiler(shaper: SquareShaper()).compile(ChartSpec(own), into: &problems)
    let said = problems.diagnostics.first { $0.code == "chart.not-positive" }
    #expect(said?.message.chinese.contains("有 2 个值") == true)
    // The one that is left stands on the end of the axis.
    let bars = try Compile.scene(own).0.root.marks.first { $0.kind == .rect }
    let heights = bars?.items.map(\.height) ?? []
    #expect(heights.count == 1 && heights.allSatisfy { $0 > 1 }, "\(heights)")
  }

  /// A short name is no unit: 人口 becomes 人口（万）, and 元 becomes 万元.
  @Test func shortNamesAreNoUnits() throws {
    func title(_ name: String) throws -> String? {
      let own: SpecValue = [
        "data": ["values": [["县": "甲", "数": 1_203_400], ["县": "乙", "数": 450_000]]],
        "mark": "line",
        "encoding": [
          "x": ["field": "县", "type": "nominal"],
          "y": ["field": "数", "type": "quantitative", "title": SpecValue(name)],
        ],
      ]
      let axes = try Compile.scene(own).0.root.axes
      return axes.first { !$0.isHorizontal && $0.title != nil }?.title?.lines.joined()
    }
    #expect(try title("人口") == "人口（万）")
    #expect(try title("元") == "万元")
    #expect(try title("人次") == "万人次")
  }
}
