import Diagnostics
import Testing

@testable import Charting

@Suite struct ExpressionTests {
  private let scope = ExpressionScope([
    "a": .number(4), "名": .text("东湖"), "空": .null, "list": .list([.number(1), .number(7)]),
  ])

  @Test(arguments: [
    ("datum.a * 2 + 1", DataValue.number(9)), ("datum['名'] + ' ' + datum.a", .text("东湖 4")),
    ("datum.a > 3 ? '是' : '否'", .text("是")), ("datum['空'] === null", .flag(true)),
    ("format(0.891, '.1%')", .text("89.1%")), ("datum.list[1]", .number(7)),
    ("isValid(datum['空']) || datum.a === 4", .flag(true)), ("-2 * -(3 - 1)", .number(4)),
    ("floor(7 / 2) % 2", .number(1)), ("'5' == 5", .flag(true)), ("'5' === 5", .flag(false)),
    ("year(datetime(2025, 8, 1))", .number(2025)), ("length('一二三')", .number(3)),
    ("indexof(['x', 'y'], 'y')", .number(1)), ("if(1 < 2, max(1, 3), 0)", .number(3)),
  ])
  func values(_ text: String, _ value: DataValue) throws {
    #expect(try ExpressionParser.parse(text).value(in: scope) == value)
  }

  @Test(arguments: ["datum.", "1 +", "(2", "a b", "'open", "1 @ 2"])
  func mistakesAreFound(_ text: String) {
    #expect(throws: ExpressionParser.Mistake.self) { try ExpressionParser.parse(text) }
  }

  @Test func unknownNamesAreRejected() throws {
    let spec = """
      {"data": {"values": [{"a": 1}]}, "transform": [{"calculate": "flor(datum.a)", "as": "b"}],
       "mark": "bar", "encoding": {"x": {"field": "b"}}}
      """
    let found = Compile.findings(try ChartSpec(json: Array(spec.utf8), file: "x"))
    #expect(found.first?.code == "chart.unknown-function")
    #expect(found.first?.hints.first?.english.contains("floor") == true)
  }
}
