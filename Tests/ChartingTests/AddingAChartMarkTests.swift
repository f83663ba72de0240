import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Charting

/// The worked example of the guide, word for word: values on stalks.
struct StalkDrawer: ChartMark {
  func draw(_ frame: UnitFrame) -> SceneMark {
    let x = frame.point(.x, .middle)
    let y = frame.point(.y, .zeroOrMin)
    let foot = frame.secondEnd(.y2, .zeroOrMin, y)
    let paints = frame.paints()
    let items = items(of: frame) { row in
      guard let left = x(row), let top = y(row), let bottom = foot(row) else { return nil }
      var item = SceneItem()
      (item.x, item.y, item.x2, item.y2) = (left, top, left, bottom)
      frame.paint(&item, paints, row)
      item.stroke = item.fill ?? item.stroke
      return item
    }
    return SceneMark(kind: .rule, items: items)
  }
}

@Suite struct AddingAChartMarkTests {
  @Test func theExampleDraws() throws {
    let spec: SpecValue = [
      "data": ["values": [["村": "甲", "户": 5], ["村": "乙", "户": 8], ["村": "丙", "户": nil]]],
      "mark": "bar",
      "encoding": [
        "x": ["field": "村", "type": "nominal"], "y": ["field": "户", "type": "quantitative"],
      ],
    ]
    let context = ChartContext(
      root: spec, file: "test", config: ChartTheme.vega.config, files: [:], locale: .english)
    let root = try ChartCompiler.tree(of: spec, context)
    defer { root.dismantle() }
    let scales = ScaleTable(context: context)
    let frame = try #require(UnitFrame(node: root, cell: CellPath(), scales: scales))
    let mark = StalkDrawer().draw(frame)
    #expect(mark.items.count == 2)
    #expect(mark.items.allSatisfy { $0.y2 == frame.height && $0.y < frame.height })
    let drawn = MarkDrawer(
      drawer: SceneDrawer(text: ChartTypesetter(shaper: SquareShaper(), roles: .init())), x: 0, y: 0
    ).draw(mark)
    #expect(drawn.count == 2)
  }

  /// The guide shows what is tested.
  @Test func theGuideShowsTheExample() throws {
    let here = URL(fileURLWithPath: #filePath)
    let root = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let guide = try String(
      contentsOf: root.appendingPathComponent("Sources/Charting/Charting.docc/AddingAChartMark.md"),
      encoding: .utf8)
    let tested = try String(contentsOf: here, encoding: .utf8)
    let blocks = guide.components(separatedBy: "```swift\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
    #expect(!blocks.isEmpty)
    for block in blocks { #expect(tested.contains(block), "\(block)") }
  }

  /// The table of refusals has every key with its reason.
  @Test func everyRefusalStandsInTheTable() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let table = try String(
      contentsOf: root.appendingPathComponent("Sources/Charting/Charting.docc/Refusals.md"),
      encoding: .utf8)
    for (key, reason) in Refusals.keys {
      #expect(
        table.contains("`\(key)`")
          && table.contains(reason.english), "\(key)")
    }
    for name in ExpressionFunctions.randomNames {
      #expect(table.contains("`\(name)()`"), "\(name)")
    }
  }
}
