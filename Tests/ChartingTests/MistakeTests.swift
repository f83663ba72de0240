import Diagnostics
import Testing

@testable import Charting

/// Nothing is ever drawn silently wrong.
@Suite struct MistakeTests {
  /// Every key of our specifications, misspelt in one letter, is found with its path.
  @Test(arguments: SpecFolder.names)
  func misspeltKeysAreFound(_ name: String) throws {
    let root = try SpecFolder.spec(name).root
    var count = 0
    for path in keyPaths(root) where count < 8 {
      guard let key = path.last, key.count > 3, !["description", "$schema"].contains(key) else {
        continue
      }
      var letters = Array(key)
      letters.swapAt(1, 2)
      let wrong = String(letters)
      guard wrong != key else { continue }
      count += 1
      let json = SpecWriter.json(renamed(root, path[...], wrong))
      let found = Compile.findings(try ChartSpec(json: Array(json.utf8), file: name))
      let own = try #require(found.first { $0.code == "chart.unknown-key" }, "\(name) \(wrong)")
      #expect(own.message.english.contains("\"\(wrong)\""))
      #expect(own.message.english.hasPrefix("$"))
      #expect(own.hints.first?.english.contains("\"\(key)\"") == true, "\(wrong): \(own.hints)")
    }
    #expect(count > 3)
  }

  private func keyPaths(_ value: SpecValue, _ path: [String] = []) -> [[String]] {
    switch value.content {
    case .map(let map):
      return map.entries.flatMap { entry -> [[String]] in
        if ["values", "usermeta"].contains(entry.key) { return [] }
        return [path + [entry.key]] + keyPaths(entry.value, path + [entry.key])
      }
    default: return []
    }
  }

  private func renamed(_ value: SpecValue, _ path: ArraySlice<String>, _ name: String) -> SpecValue
  {
    guard let map = value.map, let key = path.first else { return value }
    let entries = map.entries.map { entry -> SpecMap.Entry in
      guard entry.key == key else { return entry }
      return path.count == 1
        ? SpecMap.Entry(key: name, value: entry.value)
        : SpecMap.Entry(key: key, value: renamed(entry.value, path.dropFirst(), name))
    }
    return SpecValue(.map(SpecMap(entries)))
  }

  private func codes(_ json: String) throws -> [Code] {
    Compile.findings(try ChartSpec(json: Array(json.utf8), file: "x")).map(\.code)
  }

  @Test func absentColumnsAreFound() throws {
    let json =
      #"{"data": {"values": [{"收入": 1}]}, "mark": "bar", "encoding": {"x": {"field": "收人"}}}"#
    let found = Compile.findings(try ChartSpec(json: Array(json.utf8), file: "x.vl.json"))
    #expect(found.first?.code == "chart.absent-column")
    #expect(found.first?.message.english.contains("$.encoding.x.field") == true)
    #expect(found.first?.hints.first?.english.contains("收入") == true)
    #expect(found.first?.range?.start.line == 1)
  }

  @Test func wrongTypesAndChoicesAreFound() throws {
    let head = #"{"data": {"values": [{"a": 1}]}, "#
    #expect(try codes(head + #""mark": "baar", "encoding": {}}"#) == ["chart.unknown-choice"])
    #expect(try codes(head + #""encoding": {}}"#) == ["chart.missing-key"])
    #expect(
      try codes(head + #""mark": "bar", "encoding": {"x": {"field": "a", "type": "quant"}}}"#)
        == ["chart.unknown-choice"])
    #expect(try codes(head + #""mark": "bar", "encoding": {"x": 3}}"#).contains("chart.wrong-type"))
    #expect(
      try codes(head + #""mark": "bar", "params": [{"name": "p", "select": "point"}]}"#).contains(
        "chart.unsupported"))
    #expect(
      try codes(
        head + #""mark": {"type": "bar", "color": "redd"}, "encoding": {"x": {"field": "a"}}}"#
      ).contains("chart.wrong-type"))
    #expect(try codes(#"{"data": {"url": "x.csv"}, "mark": "bar"}"#).contains("chart.no-data"))
  }

  @Test func brokenJSONSaysWhere() {
    #expect(throws: Rejection.self) { try JSONReader.read(Array("{\"a\": }".utf8), file: "x") }
    #expect(throws: Rejection.self) {
      try JSONReader.read(Array("{\"a\": \"\u{1}\"}".utf8), file: "x")
    }
    #expect(throws: Rejection.self) {
      try JSONReader.read(Array("{\"a\": 1, \"a\": 2}".utf8), file: "x")
    }
  }
}
