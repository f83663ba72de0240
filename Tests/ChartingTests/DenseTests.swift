import DisplayList
import Geometry
import TestSupport
import Testing

@testable import Charting

/// Thousands of marks: the page looks the same, the file stays small.
@Suite struct DenseTests {
  private func spec(_ mark: SpecValue, _ rows: [SpecValue]) -> ChartSpec {
    ChartSpec([
      "data": ["values": SpecValue(rows)], "mark": mark,
      "encoding": [
        "x": ["field": "x", "type": "quantitative"], "y": ["field": "y", "type": "quantitative"],
      ],
    ])
  }

  private func elements(_ chart: CompiledChart) -> Int {
    chart.fragment.items.reduce(0) { sum, placed in
      if case .path(let path, _) = placed.item { sum + path.elements.count } else { sum }
    }
  }

  private func rows(_ count: Int, _ place: (Int) -> (Double, Double)) -> [SpecValue] {
    (0..<count).map { number in
      let (x, y) = place(number)
      return ["x": SpecValue(x), "y": SpecValue(y)]
    }
  }

  /// Points that lie under others of their ink are left out of the picture, and stay in the facts.
  @Test func coveredSymbolsAreNotDrawn() throws {
    let piled = rows(6000) { (Double($0 % 40), Double($0 / 40 % 40)) }
    let chart = try Compile.chart(spec("point", piled))
    let once = try Compile.chart(spec("point", Array(piled.prefix(1600))))
    #expect(elements(chart) < elements(once) + 100)
    #expect(chart.facts.contains("6000"))
  }

  /// Points that stand free are all drawn, rings as rings and discs as dots.
  @Test(arguments: [true, false]) func freeSymbolsAreAllDrawn(_ isFilled: Bool) throws {
    let free = rows(DenseSymbols.threshold) { (Double($0 % 50), Double($0 / 50)) }
    let mark: SpecValue = ["type": "point", "size": 4, "filled": SpecValue(.flag(isFilled))]
    let chart = try Compile.chart(spec(mark, free))
    let moves = chart.fragment.items.reduce(0) { sum, placed in
      guard case .path(let path, _) = placed.item, path.elements.count >= 200 else { return sum }
      return sum
        + path.elements.count { if case .move = $0 { true } else { false } }
    }
    #expect(moves == DenseSymbols.threshold)
  }

  /// A ring is not hidden by a disc of another ink under it: the last one printed is seen.
  @Test func anotherInkOverASymbolBringsItBack() throws {
    let rows: [SpecValue] = (0..<3000).map { number in
      ["x": 1, "y": 1, "c": SpecValue(number % 2 == 0 ? "甲" : "乙")]
    }
    var two = spec("circle", rows)
    two.root["encoding"]?["color"] = ["field": "c", "type": "nominal"]
    let inks = try Compile.chart(two).fragment.items.compactMap { placed -> Ink? in
      guard case .path(_, let paint) = placed.item, paint.stroke?.cap == .round else { return nil }
      return paint.stroke?.ink
    }
    #expect(inks.count == 3000)
    #expect(inks.last == inks.dropLast(2).last && inks.last != inks.first)
  }

  @Test func longLinesKeepTheirPeaks() throws {
    var points: Curves.Points = []
    for number in 0..<20_000 {
      let y: Double = number == 7777 ? 90 : number == 9999 ? -90 : Double(number % 7)
      points.append((Double(number) / 100, y))
    }
    let thin = Curves.thinned(points, nil)
    #expect(thin.count <= 16 * 200 * 4 + 4)
    #expect(thin.count < points.count)
    let heights = thin.map { $0.1 }
    #expect(heights.max() == 90)
    #expect(heights.min() == -90)
    #expect(thin.first?.0 == 0)
    #expect(thin.last?.0 == points.last?.0)
    #expect(Curves.thinned(points, "monotone").count == points.count)
  }

  @Test func numbersReadAsAFullConversionDoes() throws {
    for text in [
      "0", "-0.1", "3.14", "123456789012345", "0.000001", "99999999999.999", "1e-9", "-12.50",
    ] {
      let value = try JSONReader.read(Array("[\(text)]".utf8), file: "x")
      #expect(value.list?[0].number == Double(text))
    }
  }

  @Test func keysGivenTwiceAreRefusedInLargeMapsToo() {
    let keys = (0..<40).map { "\"k\($0)\": 1" } + ["\"k7\": 2"]
    let text = "{\(keys.joined(separator: ","))}"
    #expect(throws: (any Error).self) { try JSONReader.read(Array(text.utf8), file: "x") }
  }

  /// A batch of thousands of charts holds none of those that are done.
  @Test func treesAreLetGo() throws {
    let context = ChartContext(
      root: spec("point", rows(3) { (Double($0), 1) }).root, file: "t",
      config: ChartTheme.zhPrint.config, files: [:], locale: .chinese)
    weak var kept: ViewNode?
    do {
      let root = TreeBuilder(context: context).build(
        Normalizer(context: context).normalize(context.root))
      ScaleParser(context: context).parse(root)
      AxisParser(context: context).parse(root)
      LegendParser(context: context).parse(root)
      kept = root.units.first
      #expect(kept?.scales.isEmpty == false)
      root.dismantle()
    }
    #expect(kept == nil)
  }
}
