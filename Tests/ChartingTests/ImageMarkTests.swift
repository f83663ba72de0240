import Diagnostics
import DisplayList
import Geometry
import TestSupport
import Testing

@testable import Charting

/// Pictures as marks: placed as Vega-Lite places them, none left out in silence.
@Suite struct ImageMarkTests {
  private static let wide = ImageSource(
    path: "a.png", format: .png, pixelWidth: 200, pixelHeight: 100)

  private func spec(
    _ mark: SpecValue, url: SpecValue = ["field": "图"], name: SpecValue = "a.png",
    pictures: [String: ImageSource] = ["a.png": wide]
  ) -> ChartSpec {
    ChartSpec(
      [
        "data": ["values": [["x": 1, "y": 2, "图": name], ["x": 3, "y": 4, "图": name]]],
        "width": 100, "height": 100, "mark": mark,
        "encoding": [
          "x": ["field": "x", "type": "quantitative"], "y": ["field": "y", "type": "quantitative"],
          "url": url,
        ],
      ], file: "x.vl.json", pictures: pictures)
  }

  private func images(_ chart: CompiledChart) -> [(Point, PlacedImage)] {
    func all(_ items: [PlacedItem]) -> [(Point, PlacedImage)] {
      items.flatMap { placed -> [(Point, PlacedImage)] in
        switch placed.item {
        case .image(let image): [(placed.origin, image)]
        case .group(let group): all(group.items)
        default: []
        }
      }
    }
    return all(chart.fragment.items)
  }

  /// What is asked for by a specification as it is read from a file, where values have places.
  private func requests(_ spec: ChartSpec) throws -> [PictureRequest] {
    try ChartCompiler.pictures(of: ChartSpec(json: Array(spec.json.utf8), file: "x.vl.json"))
  }

  /// A picture keeps its shape in the middle of its place, whose middle is the datum's.
  @Test func picturesKeepTheirShape() throws {
    let mark: SpecValue = ["type": "image", "width": 40, "height": 40]
    let kept = images(try Compile.chart(spec(mark), .vega))
    #expect(kept.count == 2)
    for (_, image) in kept {
      #expect(image.image == ImageID(rawValue: "a.png"))
      #expect(image.size == Size(width: .points(40), height: .points(20)))
    }
    var stretched = mark
    stretched["aspect"] = false
    let wide = images(try Compile.chart(spec(stretched), .vega))
    #expect(
      wide.map(\.1.size)
        == [Size](repeating: Size(width: .points(40), height: .points(40)), count: 2))
    #expect(kept[0].0.y - wide[0].0.y == .points(10))
    #expect(kept[0].0.x == wide[0].0.x)
  }

  @Test func picturesOfTheMarkItselfAreDrawn() throws {
    let mark: SpecValue = ["type": "image", "width": 10, "height": 10, "url": "a.png"]
    var one = spec(mark)
    one.root["encoding"]?["url"] = nil
    #expect(images(try Compile.chart(one, .vega)).count == 2)
    #expect(try requests(one).map(\.path) == ["$.mark.url"])
  }

  @Test func clippedPicturesEndAtThePlot() throws {
    let mark: SpecValue = ["type": "image", "width": 40, "height": 40, "clip": true]
    let chart = try Compile.chart(spec(mark), .vega)
    let isClipped = chart.fragment.items.contains { placed in
      guard case .group(let group) = placed.item, group.clip != nil else { return false }
      return group.items.contains { if case .image = $0.item { true } else { false } }
    }
    #expect(isClipped)
  }

  /// Names come out of the data, computed ones too, each once.
  @Test func theNamesAreThoseOfTheRows() throws {
    var computed = spec("image", url: ["field": "文件"])
    computed.root["transform"] = [["calculate": "'p/' + datum.x + '.png'", "as": "文件"]]
    let asked = try requests(computed)
    #expect(asked.map(\.name) == ["p/1.png", "p/3.png"])
    #expect(asked.first?.path == "$.encoding.url")
    #expect(try requests(spec("image")).map(\.name) == ["a.png"])
    #expect(try requests(spec("bar")).isEmpty)
  }

  @Test(arguments: [
    ("b.png", "chart.no-picture"), ("", "chart.no-picture"),
    ("https://example.org/a.png", "chart.remote-picture"),
    ("//example.org/a.png", "chart.remote-picture"),
  ]) func aPictureThatIsNotThereIsAnError(_ name: String, _ code: String) throws {
    let json = spec("image", name: SpecValue(name)).json
    let found = Compile.findings(try ChartSpec(json: Array(json.utf8), file: "x.vl.json"))
    #expect(found.map(\.code.rawValue) == [code])
    #expect(found.first?.message.english.hasPrefix("$.encoding.url: ") == true)
    #expect(name.isEmpty || found.first?.message.english.contains(name) == true)
  }

  /// Printed pictures are opaque; a faint one would be drawn as another picture.
  @Test func shadesOfPicturesAreRefused() {
    let found = Compile.findings(spec(["type": "image", "opacity": 0.5]))
    #expect(found.map(\.code) == ["chart.unsupported"])
    #expect(Compile.findings(spec(["type": "image", "smooth": false])).count == 1)
    #expect(Compile.findings(spec(["type": "image", "opacity": 1])).isEmpty)
  }
}
