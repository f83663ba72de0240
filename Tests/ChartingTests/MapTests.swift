import Diagnostics
import TestSupport
import Testing

@testable import Charting

/// Maps: where places come to stand is compared with Vega in `Specs/zh_map_*`; here what that cannot
/// show.
@Suite struct MapTests {
  private func tracer(_ kind: ProjectionKind, _ spec: SpecValue = [:]) -> MapTracer {
    MapTracer(projection: MapProjection(kind, spec))
  }

  private func square(_ west: Double, _ south: Double, _ side: Double) -> [GeoPoint] {
    [
      GeoPoint(x: west, y: south), GeoPoint(x: west + side, y: south),
      GeoPoint(x: west + side, y: south + side), GeoPoint(x: west, y: south + side),
      GeoPoint(x: west, y: south),
    ]
  }

  /// A hole is a hole, whichever way round a file winds its rings.
  @Test func holesStayOpen() {
    let outer = square(0, 0, 10)
    let inner = square(3, 3, 4)
    for rings in [[outer, inner], [outer, inner.reversed()], [outer.reversed(), inner]] {
      let outline = tracer(.mercator).outline(of: GeoShape(areas: [rings]))
      let areas = outline.rings.map { ring in
        zip(ring, ring.dropFirst() + ring.prefix(1))
          .reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
      }
      #expect(areas.count == 2 && areas[0] * areas[1] < 0)
    }
  }

  /// An area over the edge of the map stands at both sides of it, and nothing runs across.
  @Test func areasAreCutAtTheEdge() throws {
    let outline = tracer(.equirectangular).outline(of: GeoShape(areas: [[square(170, 0, 20)]]))
    #expect(outline.rings.count == 2)
    for ring in outline.rings {
      let (low, high) = (ring.map(\.x).min() ?? 0, ring.map(\.x).max() ?? 0)
      #expect(high - low < 30)
    }
    let lines = tracer(.equirectangular).outline(
      of: GeoShape(lines: [[GeoPoint(x: 170, y: 0), GeoPoint(x: -170, y: 10)]]))
    #expect(lines.lines.count == 2)
  }

  /// An area about a pole fills the map to its edge.
  @Test func areasAboutAPoleReachTheEdge() throws {
    let ring = stride(from: -180.0, to: 180, by: 20).map { GeoPoint(x: $0, y: -70) }
    let outline = tracer(.equirectangular).outline(of: GeoShape(areas: [[ring]]))
    let box = try #require(outline.box)
    #expect(abs(box.right - box.left - 2 * .pi * 152.63) < 1)
    #expect(abs(box.bottom - 152.63 * .pi / 2) < 1)
  }

  /// What is beyond the horizon is not drawn, and counted in print.
  @Test func theFarSideIsNotSeen() throws {
    let json = #"""
      {"data": {"values": [{"x": 105, "y": 30}, {"x": -75, "y": -30}]},
       "projection": {"type": "orthographic", "rotate": [-105, -30]}, "mark": "circle",
       "encoding": {"longitude": {"field": "x"}, "latitude": {"field": "y"}}}
      """#
    var problems = Problems()
    let chart = try ChartCompiler(shaper: SquareShaper()).compile(
      try ChartSpec(json: Array(json.utf8), file: "a.vl.json"), wantsFacts: true, into: &problems)
    #expect(chart.facts.contains(#""n":1"#) || chart.facts.contains(#""n": 1"#))
    #expect(problems.diagnostics.map(\.code).contains("chart.undrawn-rows"))
  }

  /// Arcs are joined in their order and turned round where their number is negative; a mesh has each
  /// border once.
  @Test func topologiesAreReadBack() throws {
    let json = #"""
      {"type": "Topology", "transform": {"scale": [0.1, 0.1], "translate": [100, 20]},
       "arcs": [[[0, 0], [10, 0]], [[10, 0], [0, 10], [-10, 0], [0, -10]],
                [[10, 0], [10, 0], [0, 10], [-10, 0]]],
       "objects": {"towns": {"type": "GeometryCollection", "geometries": [
         {"type": "Polygon", "id": 1, "properties": {"name": "东"}, "arcs": [[0, 1]]},
         {"type": "LineString", "arcs": [-1]}]}}}
      """#
    let topology = try #require(TopoJSON(try JSONReader.read(Array(json.utf8), file: "a.json")))
    #expect(topology.names == ["towns"] && topology.features("villages") == nil)
    let features = try #require(topology.features("towns"))
    let first = GeoShape(DataValue(features[0]))
    #expect(first.areas.first?.first?.prefix(3).map(\.x) == [100, 101, 101])
    #expect(first.areas.first?.first?.last == GeoPoint(x: 100, y: 20))
    let line = GeoShape(DataValue(features[1]))
    #expect(line.lines == [[GeoPoint(x: 101, y: 20), GeoPoint(x: 100, y: 20)]])
    let inner = try #require(topology.mesh("towns", filter: "interior"))
    #expect(GeoShape(DataValue(inner)).lines.count == 1)
    #expect(GeoShape(DataValue(try #require(topology.mesh("towns", filter: nil)))).lines.count == 2)
  }

  /// Facts say nothing of outlines, so their corners are held against marks, which are compared with
  /// Vega's.
  @Test(arguments: ProjectionKind.allCases)
  func outlinesRunThroughTheirPlaces(_ kind: ProjectionKind) throws {
    let spec: SpecValue = kind.isFlat || kind == .albersUsa ? [:] : ["rotate": [97, -35, 0]]
    let projection = MapProjection(kind, spec)
    let ring = square(-100, 33, 6)
    let outline = MapTracer(projection: projection).outline(of: GeoShape(areas: [[ring]]))
    let found = try #require(outline.rings.first)
    #expect(outline.rings.count == 1)
    for corner in ring {
      let place = try #require(projection.place(corner))
      #expect(found.contains { abs($0.x - place.x) < 1e-6 && abs($0.y - place.y) < 1e-6 })
    }
  }

  /// In the composite map too, a hole is a hole.
  @Test func holesOfTheCompositeMapStayOpen() {
    let outline = tracer(.albersUsa).outline(
      of: GeoShape(areas: [[square(-100, 33, 9), square(-97, 36, 2)]]))
    #expect(outline.rings.count == 2)
    let middle = MapProjection(.albersUsa, [:]).place(GeoPoint(x: -96, y: 37))
    #expect(middle.map { outline.holds($0.x, $0.y) } == false)
  }

  /// No coordinate ends the program, and what asks for more points than memory has is refused.
  @Test(arguments: [
    #"{"type": "Polygon", "coordinates": [[[-180, 10], [180, 20], [-180, 30], [-180, 10]]]}"#,
    #"{"type": "Polygon", "coordinates": [[[1e300, 0], [-1e300, 1e300], [5e299, 20]]]}"#,
    #"{"type": "LineString", "coordinates": [[179, 89], [-179, 91], [-541, -1e9]]}"#,
    #"{"type": "Polygon", "coordinates": [[[0, 90], [0, -90], [180, 90]], [], [[1, 1]]]}"#,
  ])
  func strangePlacesEndNothing(_ geometry: String) throws {
    let shape = GeoShape(DataValue(try JSONReader.read(Array(geometry.utf8), file: "a.json")))
    #expect(!shape.isEmpty)
    for kind in ProjectionKind.allCases {
      for ring in tracer(kind).outline(of: shape).rings {
        #expect(ring.allSatisfy { $0.x.isFinite && $0.y.isFinite })
      }
    }
  }

  @Test(arguments: [
    #"{"graticule": {"step": [0.1, 0.1], "precision": 0.1}}"#,
    #"{"graticule": {"step": [0, 10]}}"#, #"{"graticule": {"precision": -1}}"#,
    #"{"values": {"type": "Topology", "arcs": [[\#(Array(repeating: "[0, 0]", count: 2000).joined(separator: ","))]], "objects": {"a": {"type": "LineString", "arcs": [\#(Array(repeating: "0", count: 1500).joined(separator: ","))]}}}, "format": {"type": "topojson", "feature": "a"}}"#,
  ])
  func whatNoPageHoldsIsRefused(_ data: String) throws {
    let spec = try ChartSpec(
      json: Array(#"{"data": \#(data), "mark": "geoshape"}"#.utf8), file: "a.vl.json")
    #expect(Compile.findings(spec).map(\.code) == ["chart.bad-data"])
  }

  /// Labels stand within their areas, also where the middle of these is outside.
  @Test func labelsStandInside() throws {
    let ring = [(0.0, 0.0), (10, 0), (10, 10), (8, 10), (8, 2), (0, 2)].map {
      GeoPoint(x: $0.0, y: $0.1)
    }
    let spot = try #require(LabelSpot(of: GeoShape(areas: [[ring]])))
    #expect(MapOutline(rings: [ring]).holds(spot.place.x, spot.place.y))
    #expect(spot.radius > 0.9)
    #expect(LabelSpot(of: GeoShape(areas: [[[]]])) == nil)
  }

  /// Names that the map has not are said, with names that it has.
  @Test func absentNamesAreSaid() throws {
    let json = #"""
      {"preset": "region-map", "x": "镇", "y": "数", "data": {"values": [
         {"镇": "城关镇", "数": 3}, {"镇": "东河", "数": 2}]},
       "map": {"values": {"type": "FeatureCollection", "features": [
         {"type": "Feature", "properties": {"id": 7, "name": "城关镇"}, "geometry":
           {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}}]}}}
      """#
    var problems = Problems()
    _ = try ChartCompiler(shaper: SquareShaper()).compile(
      try ChartSpec(json: Array(json.utf8), file: "a.vl.json"), into: &problems)
    let finding = problems.diagnostics.first { $0.code == "chart.not-on-map" }
    #expect(finding?.message.chinese.contains("东河") == true)
    #expect(finding?.hints.first?.chinese.contains("城关镇") == true)
  }

  /// A value without a scale is taken as it is written, whatever scale another layer has.
  @Test func valuesWithoutScaleAreWritten() throws {
    let json = #"""
      {"data": {"values": [{"a": 1, "c": "#ff0000"}, {"a": 2, "c": "#00ff00"}]}, "layer": [
        {"mark": "bar", "encoding": {"x": {"field": "a", "type": "ordinal"},
          "y": {"field": "a", "type": "quantitative"},
          "color": {"field": "a", "type": "quantitative"}}},
        {"mark": "point", "encoding": {"x": {"field": "a", "type": "ordinal"},
          "y": {"field": "a", "type": "quantitative"},
          "color": {"field": "c", "type": "nominal", "scale": null}}}]}
      """#
    let facts = try Compile.text(json, .vega).facts
    #expect(facts.contains("#ff0000") && facts.contains("#00ff00"))
  }

  /// Codes with leading zeros keep them.
  @Test func codesKeepTheirZeros() throws {
    let json = #"""
      {"data": {"values": "code,n\n00501,3\n10001,4", "format": {"type": "csv"}},
       "mark": "bar", "encoding": {"x": {"field": "code", "type": "nominal"},
         "y": {"field": "n", "type": "quantitative"}}}
      """#
    #expect(try Compile.text(json, .vega).facts.contains("00501"))
  }
}
