import Testing

@testable import Charting

/// `scale: null`: what the data say is the place, the colour, the size itself; figures are those of
/// Vega-Lite 6.4.
@Suite struct UnscaledTests {
  private static let data = """
    "data": {"values": [{"a": 20, "b": 40, "c": "red", "k": "p"},
      {"a": 60, "b": 90, "c": "#00ff00", "k": "q"}, {"a": 150, "b": 10, "c": "steelblue", "k": "p"}]},
    "width": 200, "height": 120
    """

  private func mark(_ spec: String) throws -> SpecValue {
    let facts = try Compile.facts("{\(Self.data), \(spec)}")
    return try #require(facts["view"]?["marks"]?.list?.first)
  }

  private func numbers(_ mark: SpecValue, _ key: String) -> [Double] {
    mark[key]?.list?.compactMap(\.number) ?? mark[key]?.number.map { [$0] } ?? []
  }

  private static let places = """
    "x": {"field": "a", "type": "quantitative", "scale": null},
    "y": {"field": "b", "type": "quantitative", "scale": null}
    """

  @Test func placesAreTheValues() throws {
    let points = try mark(#""mark": "point", "encoding": {\#(Self.places)}"#)
    #expect(numbers(points, "x") == [20, 60, 150])
    #expect(numbers(points, "y") == [40, 90, 10])
  }

  @Test func thereIsNoAxis() throws {
    let facts = try Compile.facts(
      #"{\#(Self.data), "mark": "point", "encoding": {\#(Self.places)}}"#)
    #expect(facts["view"]?["axes"]?.list?.isEmpty != false)
    #expect(facts["scales"]?.list?.isEmpty != false)
  }

  @Test func stretchesGoFromTheirValueToTheOther() throws {
    let rules = try mark(
      """
      "mark": "rule", "encoding": {"x": {"field": "a", "type": "quantitative", "scale": null},
        "x2": {"field": "b"}, "y": {"field": "b", "type": "quantitative"}}
      """)
    #expect(numbers(rules, "x") == [20, 60, 150])
    #expect(numbers(rules, "x2") == [40, 90, 10])
  }

  @Test func coloursAreTheValues() throws {
    let points = try mark(
      """
      "mark": "circle", "encoding": {\(Self.places),
        "color": {"field": "c", "type": "nominal", "scale": null}}
      """)
    #expect(
      points["fill"]?.list?.compactMap(\.text)
        == ["red", "#00ff00", "steelblue"].map {
          RGB($0)?.hex ?? ""
        })
  }

  /// The plot may take another size: what stands in units of the plot stays.
  @Test func aFigureKeepsWhatHasNoScale() throws {
    let spec: SpecValue = [
      "data": ["values": [["a": 20, "b": 40]]], "width": 200, "height": 120, "mark": "point",
      "encoding": [
        "x": ["field": "a", "type": "quantitative", "scale": nil],
        "y": ["field": "b", "type": "quantitative", "scale": nil],
      ],
    ]
    let (scene, _) = try Compile.scene(spec)
    let fitted = FigureSize(width: 90, height: 50).fitting(spec, scene)
    #expect(fitted["width"] == 200 && fitted["height"] == 120)
  }
}
