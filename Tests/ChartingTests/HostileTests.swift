import Diagnostics
import Foundation
import Testing

@testable import Charting

/// Numbers, dates and depths that nobody means: a specification may be refused or drawn as well as it
/// can be, but it never stops the program, and ends soon.
@Suite struct HostileTests {
  private static let base: SpecValue = {
    let json = """
      {"data": {"values": [
        {"a": 1, "b": 2, "c": "x", "t": "2020-01-01"}, {"a": 3, "b": 4, "c": "y", "t": "2021-03-01"},
        {"a": 2, "b": 7, "c": "z", "t": "2022-03-01"}]},
      "mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative"},
        "y": {"field": "b", "type": "quantitative"}}}
      """
    return (try? JSONReader.read(Array(json.utf8), file: "base")) ?? [:]
  }()

  /// What each specification changes, by its name.
  private static let changes: [(name: String, value: SpecValue)] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("HostileSpecs.json")
    guard let data = try? Data(contentsOf: path),
      let tree = try? JSONReader.read(Array(data), file: "HostileSpecs.json")
    else { return [] }
    return (tree.map?.entries ?? []).map { ($0.key, $0.value) }
  }()

  @Test func theyAreRead() { #expect(Self.changes.count > 80) }

  @Test(.timeLimit(.minutes(2)), arguments: changes.map(\.name))
  func nothingStopsTheProgram(_ name: String) throws {
    var spec = Self.base
    let change = try #require(Self.changes.first { $0.name == name }?.value)
    for entry in change.map?.entries ?? [] { spec[entry.key] = entry.value }
    for theme in [ChartTheme.zhPrint, .vega] {
      // Whether it is refused is not asked here; that it comes back is.
      _ = try? Compile.chart(ChartSpec(spec, file: "\(name).vl.json"), theme)
    }
  }

  @Test(arguments: [
    String(repeating: "(", count: 20_000) + "1", String(repeating: "-", count: 20_000) + "1",
    String(repeating: "1+", count: 20_000) + "1", String(repeating: "1?2:", count: 20_000) + "1",
  ])
  func longExpressionsAreRefused(_ text: String) {
    #expect(throws: ExpressionParser.Mistake.self) { try ExpressionParser.parse(text) }
  }

  @Test(arguments: ["1 Jan 9223372036854775807", "1 Jan 2020 99:99999999999999999999"])
  func farDatesAreNone(_ text: String) { #expect(DateParser.time(text) == nil) }

  /// Keys that sort alike stand in the order of their rows, in every process.
  @Test func aPivotKeepsTheOrderOfRows() {
    var table = DataTable(fields: ["k", "v"])
    table.rows = [
      [.number(1), .number(10)], [.text("1"), .number(70)], [.flag(true), .number(30)],
    ]
    let pivoted = table.pivoted("k", value: "v", groupby: [], op: .sum, limit: 0)
    #expect(pivoted.rows.first.map { $0.map(\.number) } == [10, 70, 30])
  }
}
