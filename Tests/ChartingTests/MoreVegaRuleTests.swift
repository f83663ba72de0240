import Diagnostics
import Testing

@testable import Charting

/// Rules of Vega-Lite that unseen specifications showed: each with what Vega-Lite itself draws.
@Suite struct MoreVegaRuleTests {
  private func mark(_ json: String, _ number: Int = 0) throws -> SpecValue? {
    try Compile.facts(json)["view"]?["marks"]?.list?[number]
  }

  private func numbers(_ value: SpecValue?) -> [Double] { value?.list?.compactMap(\.number) ?? [] }

  /// Numbers that move bars in their bands leave them 18 wide, from the place itself.
  @Test func offsetsMoveBarsInBands() throws {
    let own = try mark(
      #"{"data": {"values": [{"q": "a", "t": "A", "s": 8}, {"q": "b", "t": "A", "s": 18}]}, "height": {"step": 40}, "mark": "bar", "encoding": {"x": {"field": "q", "type": "ordinal"}, "y": {"field": "t", "type": "nominal"}, "yOffset": {"field": "s", "type": "quantitative"}}}"#
    )
    #expect(own?["h"]?.number == 18)
    #expect(numbers(own?["y"]) == [8, 40])
  }

  @Test func axesAreSwitchedOffByConfiguration() throws {
    let head =
      #"{"data": {"values": [{"a": 1, "b": 2}]}, "mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}}, "#
    let off = try Compile.facts(head + #""config": {"axis": {"disable": true}}}"#)
    #expect(off["view"]?["axes"] == nil)
    let untitled = try Compile.facts(head + #""config": {"axisX": {"title": null}}}"#)
    let titles = untitled["view"]?["axes"]?.list?.compactMap { $0["title"]?.text }
    #expect(titles == ["b"])
  }

  @Test func laterNumbersWeighMoreInExponentialMeans() {
    let mean = AggregateOp.exponential.of([.number(2), .number(5)], rows: 2, weight: 0.5)
    #expect(mean == .number(4))
    #expect(AggregateOp.exponential.of([], rows: 0, weight: 0.5) == .null)
  }

  @Test func scalesAreAskedWhereMarksAreDrawn() throws {
    let own = try mark(
      #"{"data": {"values": [{"b": 28}, {"b": 100}]}, "width": 200, "layer": [{"mark": "point", "encoding": {"x": {"field": "b", "type": "quantitative"}}}, {"mark": "rule", "encoding": {"x": {"value": {"expr": "scale('x', 50)"}}}}]}"#,
      1)
    #expect(own?["x"]?.number == 100)
    let elsewhere = Compile.findings(
      try ChartSpec(
        json: Array(
          #"{"data": {"values": [{"b": 1}]}, "transform": [{"calculate": "scale('x', 1)", "as": "c"}], "mark": "point", "encoding": {"x": {"field": "c"}}}"#
            .utf8), file: "x"))
    #expect(elsewhere.map(\.code).contains("chart.unknown-function"))
  }

  /// Absent values make a density neither wider nor narrower.
  @Test func absentValuesLeaveBandwidthsAlone() {
    let known = [1.0, 2, 3, 4]
    #expect(Fitting.bandwidth(known, count: 5) < Fitting.bandwidth(known, count: 4))
  }

  /// Under Vega-Lite's rules a facet has no cell whose rows are all without numbers; in print it has.
  @Test func cellsWithoutValidRowsAreLeftOut() throws {
    let json =
      #"{"data": {"values": [{"f": "甲", "a": 1, "b": 1}, {"f": "乙", "a": null, "b": 2}, {"f": "丙", "a": 3, "b": 3}]}, "mark": "point", "encoding": {"facet": {"field": "f", "type": "nominal", "columns": 2}, "x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}}}"#
    #expect(try Compile.facts(json)["view"]?["views"]?.list?.count == 2)
    let tree = try JSONReader.read(Array(json.utf8), file: "x")
    #expect(try Compile.scene(tree).0.root.views.count == 3)
  }

  @Test func pivotsHaveNoValueWhereThereIsNone() {
    let table = DataTable(
      fields: ["g", "k", "v"],
      rows: [[.text("1"), .text("a"), .number(4)], [.text("2"), .text("b"), .number(5)]])
    let wide = table.pivoted("k", value: "v", groupby: ["g"], op: .sum, limit: 0)
    #expect(wide.rows[0] == [.text("1"), .number(4), .null])
  }

  /// A kind of format that only a program could register is an error where it stands.
  @Test func unknownKindsOfFormatsAreErrors() throws {
    let json =
      #"{"data": {"values": [{"a": 1}]}, "mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative", "axis": {"formatType": "ownFormat"}}}}"#
    let found = Compile.findings(try ChartSpec(json: Array(json.utf8), file: "x"))
    #expect(found.map(\.code) == ["chart.unknown-choice"])
    #expect(found.first?.message.english.hasPrefix("$.encoding.x.axis.formatType") == true)
  }
}
