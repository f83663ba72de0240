import Testing

@testable import Charting

/// Rules of Vega-Lite that our own specifications do not use, against what Vega-Lite 6.4 draws.
@Suite struct VegaRuleTests {
  private static let days = """
    "data": {"values": [{"t": "2020-02-10", "v": 3}, {"t": "2020-04-20", "v": 5}]}
    """

  /// Bars that stand about the start of their month reach half a month to both sides.
  @Test func barsAboutTheStartOfAUnitWidenTheDomain() throws {
    let facts = try Compile.facts(
      """
      {\(Self.days), "mark": {"type": "bar", "timeUnitBandPosition": 0}, "encoding": {
        "x": {"timeUnit": "yearmonth", "field": "t"},
        "y": {"field": "v", "type": "quantitative"}}}
      """)
    let x = facts["scales"]?.list?.first { $0["name"] == "x" }
    // Half way from January to February, and from April to May.
    #expect(x?["domain"]?.list?.compactMap(\.number) == [1_579_176_000_000, 1_586_995_200_000])
  }

  @Test func aPlotGivesWayToTheSizeOfTheWhole() throws {
    let facts = try Compile.facts(
      """
      {\(Self.days), "mark": "point", "width": 300, "height": 200,
       "autosize": {"type": "fit", "contains": "padding"}, "encoding": {
        "x": {"field": "v", "type": "quantitative"}, "y": {"field": "v", "type": "quantitative"}}}
      """)
    #expect(facts["size"]?["w"]?.number == 300)
    #expect(facts["size"]?["h"]?.number == 200)
    #expect((facts["view"]?["w"]?.number ?? 300) < 290)
  }

  /// Times take two samples of a scheme, a third and two thirds along.
  @Test func timesAreColouredBetweenTwoSamples() throws {
    let facts = try Compile.facts(
      """
      {\(Self.days), "mark": "point", "encoding": {
        "x": {"field": "v", "type": "quantitative"}, "color": {"field": "t", "type": "temporal"}}}
      """)
    let ends = facts["view"]?["legends"]?.list?.first?["ends"]?.list?.compactMap(\.text)
    #expect(ends == ["#86bcdc", "#3887c0"])
  }

  /// What is shown without a value takes the least colour where there is no zero.
  @Test func shownRowsWithoutAValueTakeTheLeast() throws {
    let facts = try Compile.facts(
      """
      {"data": {"values": [{"a": 1, "c": 5}, {"a": 2, "c": null}, {"a": 3, "c": 9}]},
       "mark": {"type": "bar", "invalid": null}, "encoding": {
        "x": {"field": "a", "type": "quantitative"}, "y": {"value": 10},
        "color": {"field": "c", "type": "quantitative"}}}
      """)
    let fills = facts["view"]?["marks"]?.list?.first?["fill"]?.list?.compactMap(\.text)
    #expect(fills?.count == 3)
    #expect(fills?[0] == fills?[1])
  }

  /// Lines keep rows without numbers and points do not, so their own channels have own legends.
  @Test func channelsOfUnlikeRowsHaveOwnLegends() throws {
    let place = """
      "x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"},
      "color": {"field": "s", "type": "nominal"}
      """
    let facts = try Compile.facts(
      """
      {"data": {"values": [{"a": 1, "b": 2, "s": "p"}, {"a": 2, "b": 3, "s": "q"}]}, "layer": [
        {"mark": "line",
         "encoding": {\(place), "strokeDash": {"field": "s", "type": "nominal"}}},
        {"mark": "point", "encoding": {\(place), "shape": {"field": "s", "type": "nominal"}}}]}
      """)
    #expect(facts["view"]?["legends"]?.list?.count == 3)
  }
}
