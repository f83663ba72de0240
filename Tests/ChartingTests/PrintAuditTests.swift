import Diagnostics
import DisplayList
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Charting

/// What every figure must be in print: all presets and our own specifications.
@Suite struct PrintAuditTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("PresetSpecs").path

  static let presets: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".vl.json") }.sorted()

  private static func spec(_ file: String) throws -> ChartSpec {
    let path = file.hasPrefix("zh_") ? SpecFolder.path : folder
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file)"))
    return try ChartSpec(json: Array(data), file: file)
  }

  static let all = presets + SpecFolder.names.map { "\($0).vl.json" }

  @Test func everyPresetHasASpecification() {
    #expect(
      Self.presets.map { $0.dropLast(8) }.sorted() == Preset.all.map { $0.name[...] }.sorted())
  }

  /// One-colour printing puts down black ink only, whatever the colours of the specification.
  @Test(arguments: all) func blackIsTheOnlyInk(_ file: String) throws {
    var inks: [Ink] = []
    collect(try Compile.chart(try Self.spec(file), .zhPrintBlack).fragment.items, &inks)
    #expect(!inks.isEmpty)
    let coloured = inks.filter { $0.cyan + $0.magenta + $0.yellow > 0 }
    #expect(coloured.isEmpty)
  }

  private func collect(_ items: [PlacedItem], _ inks: inout [Ink]) {
    for placed in items {
      switch placed.item {
      case .path(_, let paint): inks += [paint.fill, paint.stroke?.ink].compactMap { $0 }
      case .glyphs(let run): inks.append(run.ink)
      case .group(let group): collect(group.items, &inks)
      default: break
      }
    }
  }

  /// Parts of a pile have patterns of their own, in the legend too.
  @Test func categoriesHavePatterns() throws {
    var (scene, _) = try Compile.scene(
      ChartCompiler.eject(try Self.spec("percent-bar.vl.json")).root, .zhPrintBlack)
    OneColour(scene.scales).settle(&scene.root)
    let looks = Set(scene.root.marks.flatMap(\.items).map { [$0.hatch ?? 0] })
    #expect(looks.count == 3)
    let keys = scene.root.legends.flatMap(\.entries).map { $0.symbol.hatch ?? 0 }
    #expect(Set(keys).count == 3)
  }

  /// Lines are told apart by their dashes.
  @Test func linesHaveDashes() throws {
    var (scene, _) = try Compile.scene(
      ChartCompiler.eject(try Self.spec("slope.vl.json")).root, .zhPrintBlack)
    OneColour(scene.scales).settle(&scene.root)
    let dashes = scene.root.marks.filter { $0.kind == "line" }.flatMap(\.series)
      .compactMap { $0.first?.dash }
    #expect(Set(dashes).count == 4)
  }

  /// Words that stand on a mark of nearly their own colour are found.
  @Test func faintWordsAreFound() throws {
    let spec: SpecValue = [
      "data": ["values": [["a": "甲", "b": 3]]],
      "layer": [
        ["mark": ["type": "bar", "color": "#b9c6cf"]],
        ["mark": ["type": "text", "text": "三", "color": "#8f9ba5", "x": 20]],
      ],
      "encoding": [
        "y": ["field": "a", "type": "nominal"], "x": ["field": "b", "type": "quantitative"],
      ],
    ]
    let (scene, text) = try Compile.scene(spec)
    #expect(SceneAudit(text: text).faults(in: scene).contains { $0.kind == .isFaint })
  }

  /// A row outside a domain that is given is told of, not lost.
  @Test func rowsWithoutAPlaceAreTold() throws {
    var problems = Problems()
    let spec = ChartSpec([
      "data": ["values": [["a": "甲", "b": 3], ["a": "乙", "b": 4]]], "mark": "bar",
      "encoding": [
        "x": ["field": "a", "type": "nominal", "scale": ["domain": ["甲"]]],
        "y": ["field": "b", "type": "quantitative"],
      ],
    ])
    _ = try ChartCompiler(shaper: SquareShaper()).compile(spec, into: &problems)
    #expect(problems.diagnostics.map(\.code).contains("chart.undrawn-rows"))
  }

  /// Small multiples that are too wide for their figure go on in the next row.
  @Test func cellsAreLaidOutForTheFigure() throws {
    let spec = try Self.spec("double-down-double-up.vl.json")
    var problems = Problems()
    let chart = try ChartCompiler(shaper: SquareShaper())
      .compile(spec, size: FigureSize(width: 180), into: &problems)
    #expect(chart.fragment.size.width.points <= 181)
    #expect(!problems.diagnostics.map(\.code).contains("chart.too-wide"))
    _ = try ChartCompiler(shaper: SquareShaper())
      .compile(spec, size: FigureSize(width: 30), into: &problems)
    #expect(problems.diagnostics.map(\.code).contains("chart.too-wide"))
  }
}
