import Diagnostics
import TestSupport
import Testing

@testable import Charting

/// The kinds of charts that bulletins print, over data at the edge of what charts can show: all
/// values equal, all zero, all missing, one row, none. Nothing crashes, no word lies over another or
/// is cut off, bars stand on their zero, and what is not there is told.
@Suite struct RandomKindsTests {
  enum Kind: String, CaseIterable {
    case bar, lyingBar, piled, grouped, normalized, line, area, point, arc, tick, rect
  }

  enum Data: String, CaseIterable { case mixed, equal, zero, missing, oneRow, none }

  private func rows(_ data: Data, _ random: inout PrintTests.Series) -> [SpecValue] {
    let categories = data == .oneRow ? 1 : data == .none ? 0 : 1 + random.next(60)
    let series = data == .oneRow ? 1 : 1 + random.next(12)
    let only = random.number()
    var rows: [SpecValue] = []
    for category in 0..<categories {
      let length = 1 + random.next(40)
      let name = String(repeating: "基层治理事项办结", count: 6).prefix(length) + "\(category)"
      for part in 0..<series {
        let value: SpecValue
        switch data {
        case .equal: value = SpecValue(only)
        case .zero: value = 0
        case .missing: value = SpecValue(.null)
        case .mixed, .oneRow, .none:
          value = random.next(15) == 0 ? SpecValue(.null) : SpecValue(random.number())
        }
        rows.append(["名": SpecValue(String(name)), "类": SpecValue("类别\(part)"), "值": value])
      }
    }
    return rows
  }

  private func spec(_ kind: Kind, _ rows: [SpecValue]) -> SpecValue {
    let names: SpecValue = ["field": "名", "type": "nominal", "sort": nil, "axis": ["title": nil]]
    var values: SpecValue = ["field": "值", "type": "quantitative", "title": nil]
    let parts: SpecValue = ["field": "类", "type": "nominal", "sort": nil]
    var encoding: SpecValue = ["x": names, "color": parts]
    var mark = SpecValue(kind.rawValue)
    switch kind {
    case .bar, .lyingBar:
      encoding = ["detail": parts]
      encoding[kind == .bar ? "x" : "y"] = names
      values["aggregate"] = "max"
      mark = "bar"
    case .piled: mark = "bar"
    case .grouped:
      encoding["xOffset"] = parts
      mark = "bar"
    case .normalized:
      values["stack"] = "normalize"
      mark = "bar"
    case .arc:
      encoding = ["color": names, "theta": values]
    case .rect:
      encoding = ["x": names, "y": parts, "color": values]
    default: break
    }
    switch kind {
    case .arc, .rect: break
    case .lyingBar: encoding["x"] = values
    default: encoding["y"] = values
    }
    return ["data": ["values": SpecValue(rows)], "mark": mark, "encoding": encoding]
  }

  /// The places and sizes of what a mark shows.
  private func numbers(_ mark: SceneMark) -> [Double] {
    let points: [SceneItem] = mark.items + mark.series.flatMap { $0.filter(\.isDefined) }
    return points.flatMap { (item: SceneItem) -> [Double] in
      [item.x, item.y, item.width, item.height, item.startAngle, item.endAngle]
        + [item.x2, item.y2].compactMap { $0 }
    }
  }

  @Test(arguments: Kind.allCases, Data.allCases)
  func chartsAreSound(_ kind: Kind, _ data: Data) throws {
    for seed in 1...(data == .none ? 1 : 6) {
      var random = PrintTests.Series(state: UInt64(seed) &* 49_979_687)
      let spec = spec(kind, rows(data, &random))
      let (scene, text) = try Compile.scene(spec)
      let place: Comment = "\(kind) \(data) seed \(seed)"
      let faults = SceneAudit(text: text).faults(in: scene)
      #expect(faults.isEmpty, "\(kind) \(data) seed \(seed): \(faults.prefix(3))")
      let numbers = scene.root.marks.flatMap(numbers)
      let areFinite = numbers.allSatisfy { $0.isFinite }
      #expect(areFinite, place)
      let edge = numbers.map(\.magnitude).max() ?? 0
      #expect(edge < 20_000, place)
      if [.bar, .lyingBar, .piled, .grouped].contains(kind),
        let scale = scene.scales.first(where: { $0.scale.type == .linear })?.scale
      {
        #expect(min(scale.ends.0, scale.ends.1) <= 0 && max(scale.ends.0, scale.ends.1) >= 0, place)
      }
      // The whole way to the display list, and a word about what is empty.
      var problems = Problems()
      _ = try ChartCompiler(shaper: SquareShaper())
        .compile(ChartSpec(spec), wantsFacts: true, into: &problems)
      if data == .none { #expect(problems.diagnostics.map(\.code).contains("chart.empty"), place) }
    }
  }
}
