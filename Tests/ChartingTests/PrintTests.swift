import DisplayList
import Testing

@testable import Charting

@Suite struct PrintTests {
  /// A small generator, so that a failure comes again.
  struct Series {
    var state: UInt64
    mutating func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    mutating func number() -> Double {
      let sizes = [1e-9, 1e-3, 1, 37, 12_345, 3.2e9, 1e15]
      let value = Double(next(2000) - 600) / 1000 * sizes[next(sizes.count)]
      return next(12) == 0 ? 0 : value
    }
  }

  /// Random bars: no crash, no label over another or cut off, zero under every bar.
  @Test(arguments: 1...120)
  func randomBarsAreSound(_ seed: Int) throws {
    var random = Series(state: UInt64(seed) &* 7919)
    let count = 1 + random.next(60)
    let isLying = random.next(2) == 0
    let rows = (0..<count).map { number -> SpecValue in
      let name = String(repeating: "社区网格治理", count: 7).prefix(1 + random.next(40)) + "\(number)"
      let value = random.next(15) == 0 ? SpecValue(.null) : SpecValue(random.number())
      return ["名": SpecValue(String(name)), "值": value]
    }
    let names: SpecValue = ["field": "名", "type": "nominal", "sort": nil, "axis": ["title": nil]]
    let values: SpecValue = ["field": "值", "type": "quantitative"]
    let spec: SpecValue = [
      "data": ["values": SpecValue(rows)], "mark": "bar",
      "encoding": isLying ? ["y": names, "x": values] : ["x": names, "y": values],
    ]
    let (scene, text) = try Compile.scene(spec)
    let faults = SceneAudit(text: text).faults(in: scene)
    #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(3))")
    let scale = try #require(scene.scales.first { $0.scale.type == .linear }?.scale)
    #expect(min(scale.ends.0, scale.ends.1) <= 0 && max(scale.ends.0, scale.ends.1) >= 0)
  }

  /// Random lines with names at their ends.
  @Test(arguments: 1...60)
  func randomLinesAreSound(_ seed: Int) throws {
    var random = Series(state: UInt64(seed) &* 104_729)
    let series = 1 + random.next(12)
    let count = 2 + random.next(24)
    var rows: [SpecValue] = []
    for line in 0..<series {
      for month in 1...count {
        let value = random.next(20) == 0 ? SpecValue(.null) : SpecValue(random.number())
        rows.append(["月": SpecValue("\(month)月"), "值": value, "社": SpecValue("社区\(line)")])
      }
    }
    let spec: SpecValue = [
      "data": ["values": SpecValue(rows)], "mark": "line",
      "encoding": [
        "x": ["field": "月", "type": "ordinal", "sort": nil, "axis": ["title": nil]],
        "y": ["field": "值", "type": "quantitative", "title": nil],
        "color": ["field": "社", "type": "nominal", "sort": nil],
      ],
    ]
    let (scene, text) = try Compile.scene(spec)
    let faults = SceneAudit(text: text).faults(in: scene)
    #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(3))")
  }

  @Test func longLabelsWrapAndLieFlat() throws {
    let spec: SpecValue = [
      "data": ["values": [["名": "经济发展办公室", "值": 3], ["名": "党群", "值": 5]]],
      "mark": "bar", "width": ["step": 40],
      "encoding": [
        "x": ["field": "名", "type": "nominal", "sort": nil],
        "y": ["field": "值", "type": "quantitative"],
      ],
    ]
    let (scene, _) = try Compile.scene(spec)
    let axis = try #require(scene.root.axes.first { $0.isHorizontal })
    #expect(axis.labelAngle == 0)
    #expect(axis.labels[0].lines.count == 2)
  }

  @Test func unitsAreChosenOnceAnAxis() throws {
    let rows: [SpecValue] = [["年": "甲", "元": 32_000_000], ["年": "乙", "元": 310_000_000]]
    let spec: SpecValue = [
      "data": ["values": SpecValue(rows)], "mark": "point",
      "encoding": [
        "x": ["field": "年"], "y": ["field": "元", "type": "quantitative", "title": "元"],
      ],
    ]
    let (scene, _) = try Compile.scene(spec)
    let axis = try #require(scene.root.axes.first { !$0.isHorizontal })
    #expect(axis.title?.lines == ["亿元"])
    #expect(axis.title?.angle == 0)
    #expect(axis.labels.contains { $0.lines == ["3"] })
  }

  @Test func valuesStandAtTheEndsOfBars() throws {
    let spec: SpecValue = [
      "data": ["values": [["名": "甲", "值": 3], ["名": "乙", "值": 5]]], "mark": "bar",
      "encoding": ["y": ["field": "名"], "x": ["field": "值", "type": "quantitative"]],
    ]
    let (scene, _) = try Compile.scene(spec)
    #expect(scene.root.notes.map(\.lines) == [["3"], ["5"]])
    // Of the axis its title is left: no other words name the measure.
    let axis = try #require(scene.root.axes.first { $0.isHorizontal })
    #expect(axis.labels.isEmpty && axis.title?.lines == ["值"])
  }

  @Test func greysAndWordsAreBlackInkOnly() {
    let ink = InkMatch.ink(RGB(red: 100, green: 100, blue: 100))
    #expect((ink.cyan, ink.magenta, ink.yellow) == (0, 0, 0))
    #expect(InkMatch.ink(.black) == .black)
  }

  @Test func figuresTakeTheirSize() throws {
    #expect(FigureSize("2col")?.width == 243)
    #expect(FigureSize("120mmx80mm")?.height.map { ($0 * 100).rounded() } == 22677)
    #expect(FigureSize("wide") == nil)
  }
}
