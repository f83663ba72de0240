import Testing

@testable import Charting

/// Random data in several series: piles and groups of bars, with labels of any length, with values
/// that are negative, missing, equal, tiny and huge. Whatever comes, the words can be read and bars
/// stand on their zero.
@Suite struct RandomSeriesTests {
  private func rows(_ random: inout PrintTests.Series) -> [SpecValue] {
    let categories = 1 + random.next(60)
    let series = 1 + random.next(12)
    let areEqual = random.next(5) == 0
    let only = random.number()
    var rows: [SpecValue] = []
    for category in 0..<categories {
      let length = 1 + random.next(40)
      let name = String(repeating: "社区网格治理服务", count: 6).prefix(length) + "\(category)"
      for part in 0..<series where random.next(12) > 0 {
        let value = areEqual ? only : random.number()
        rows.append([
          "名": SpecValue(String(name)), "类": SpecValue("类别\(part)"),
          "值": random.next(15) == 0 ? SpecValue(.null) : SpecValue(value),
        ])
      }
    }
    return rows.isEmpty ? [["名": "甲", "类": "一", "值": 0]] : rows
  }

  private func check(_ spec: SpecValue, _ seed: Int) throws {
    let (scene, text) = try Compile.scene(spec)
    let faults = SceneAudit(text: text).faults(in: scene)
    #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(3))")
    let scale = try #require(scene.scales.first { $0.scale.type == .linear }?.scale)
    #expect(min(scale.ends.0, scale.ends.1) <= 0 && max(scale.ends.0, scale.ends.1) >= 0)
    let numbers = scene.root.marks.flatMap(\.items).flatMap { [$0.x, $0.y, $0.width, $0.height] }
    let wild = numbers.filter { !$0.isFinite }
    #expect(wild.isEmpty, "seed \(seed)")
  }

  private func spec(_ rows: [SpecValue], lying: Bool, grouped: Bool) -> SpecValue {
    let names: SpecValue = ["field": "名", "type": "nominal", "sort": nil, "axis": ["title": nil]]
    let values: SpecValue = ["field": "值", "type": "quantitative", "title": nil]
    let parts: SpecValue = ["field": "类", "type": "nominal", "sort": nil]
    var encoding: SpecValue = [
      lying ? "y" : "x": names, lying ? "x" : "y": values, "color": parts,
    ]
    if grouped { encoding[lying ? "yOffset" : "xOffset"] = parts }
    return ["data": ["values": SpecValue(rows)], "mark": "bar", "encoding": encoding]
  }

  @Test(arguments: 1...40) func piledBarsAreSound(_ seed: Int) throws {
    var random = PrintTests.Series(state: UInt64(seed) &* 15_485_863)
    let rows = rows(&random)
    try check(spec(rows, lying: random.next(2) == 0, grouped: false), seed)
  }

  @Test(arguments: 1...40) func groupedBarsAreSound(_ seed: Int) throws {
    var random = PrintTests.Series(state: UInt64(seed) &* 32_452_843)
    let rows = rows(&random)
    try check(spec(rows, lying: random.next(2) == 0, grouped: true), seed)
  }
}
