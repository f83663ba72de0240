import Diagnostics
import Testing

@testable import Charting

@Suite struct JSONReaderTests {
  @Test func valuesKnowTheirPlaces() throws {
    let tree = try JSONReader.read(
      Array("{\n  \"a\": [1, {\"b\": \"\\u4e2d\"}]\n}".utf8), file: "x")
    #expect(tree["a"]?.list?[1]["b"]?.text == "中")
    #expect(tree["a"]?.place?.line == 2)
    #expect(tree["a"]?.place?.column == 8)
  }
}
