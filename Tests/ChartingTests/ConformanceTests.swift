import Testing

@testable import Charting

/// Our Chinese specifications under the theme `vega` against what Vega-Lite itself draws.
@Suite struct ConformanceTests {
  @Test(arguments: SpecFolder.names)
  func factsAgree(_ name: String) throws { try check(name, in: SpecFolder.path) }

  @Test(arguments: SpecFolder.names(in: SpecFolder.maps))
  func mapsAgree(_ name: String) throws { try check(name, in: SpecFolder.maps) }

  @Test func theMapsAreThere() { #expect(SpecFolder.names(in: SpecFolder.maps).count == 3) }

  private func check(_ name: String, in path: String) throws {
    let wanted = try SpecFolder.tree("\(name).facts.json", in: path)
    let made = try Compile.chart(try SpecFolder.spec(name, in: path), .vega).facts
    let got = try JSONReader.read(Array(made.utf8), file: name)
    compare(try #require(wanted["view"]), try #require(got["view"]), name)
  }

  private func compare(_ wanted: SpecValue, _ got: SpecValue, _ place: String) {
    for key in ["w", "h"] { near(wanted[key], got[key], "\(place) \(key)") }
    let (theirs, ours) = (wanted["marks"]?.list ?? [], got["marks"]?.list ?? [])
    #expect(theirs.map { $0["type"] } == ours.map { $0["type"] }, "\(place)")
    for (number, pair) in zip(theirs, ours).enumerated() {
      #expect(pair.0["n"] == pair.1["n"], "\(place) mark \(number)")
      for key in ["bbox", "x", "y", "w", "h", "size", "r0", "a1"] where pair.0["series"] == nil {
        near(sorted(pair.0[key]), sorted(pair.1[key]), "\(place) mark \(number) \(key)")
      }
      #expect(pair.0["fontSize"] == pair.1["fontSize"], "\(place) mark \(number)")
    }
    compareAxes(wanted, got, place)
    let labels = { (view: SpecValue) in
      (view["legends"]?.list ?? []).map {
        ($0["entries"]?.list ?? []).map { $0.list?.prefix(3).map { $0 } }
      }
    }
    #expect(labels(wanted) == labels(got), "\(place) legends")
    let inner = (wanted["views"]?.list ?? [], got["views"]?.list ?? [])
    #expect(inner.0.count == inner.1.count)
    for (number, pair) in zip(inner.0, inner.1).enumerated() {
      compare(pair.0, pair.1, "\(place)/\(number)")
    }
  }

  private func compareAxes(_ wanted: SpecValue, _ got: SpecValue, _ place: String) {
    for axis in wanted["axes"]?.list ?? [] {
      let own = got["axes"]?.list?.first { $0["orient"] == axis["orient"] }
      let words = { (axis: SpecValue?) in
        axis?["labels"]?.list?.compactMap { $0.list?.last?.text } ?? []
      }
      let places = { (axis: SpecValue?) in
        SpecValue(axis?["labels"]?.list?.compactMap { $0.list?.first } ?? [])
      }
      #expect(words(axis) == words(own), "\(place)")
      near(places(axis), places(own), "\(place) label places", 1.5)
      near(axis["ticks"], own?["ticks"], "\(place) ticks")
      near(axis["grid"], own?["grid"], "\(place) grid")
      #expect(axis["title"] == own?["title"], "\(place)")
    }
  }

  private func sorted(_ value: SpecValue?) -> SpecValue? {
    guard let list = value?.list, list.allSatisfy({ $0.number != nil }) else { return value }
    return SpecValue(list.compactMap(\.number).sorted().map { SpecValue($0) })
  }

  private func near(_ a: SpecValue?, _ b: SpecValue?, _ place: String, _ tolerance: Double = 1) {
    if let a = a?.number, let b = b?.number {
      #expect((a - b).magnitude <= tolerance, "\(place): \(a) and \(b)")
    } else if let a = a?.list, let b = b?.list {
      #expect(a.count == b.count, "\(place)")
      for (x, y) in zip(a, b) { near(x, y, place, tolerance) }
    } else {
      #expect(a == b, "\(place)")
    }
  }
}
