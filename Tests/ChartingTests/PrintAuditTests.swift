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
    let names = Set(Self.presets.map { String($0.dropLast(8)) })
    let all = Set(Preset.all.map(\.name))
    #expect(all.subtracting(names).isEmpty)
    // Others are further forms of a preset.
    #expect(names.allSatisfy { name in all.contains { name == $0 || name.hasPrefix($0 + "-") } })
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
    let dashes = scene.root.marks.filter { $0.kind == .line }.flatMap(\.series)
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

  /// A tree that is too wide for its figure sets its names in more lines, before it is too wide.
  @Test func treesTakeTheWidthOfTheirFigure() throws {
    let spec = try Self.spec("org-tree.vl.json")
    func width(_ wish: Double?) throws -> (Double, [Code]) {
      var problems = Problems()
      let chart = try ChartCompiler(shaper: SquareShaper())
        .compile(spec, size: wish.map { FigureSize(width: $0) }, into: &problems)
      return (chart.fragment.size.width.points, problems.diagnostics.map(\.code))
    }
    let free = try width(nil).0
    #expect(try width(free + 1).0 == free)
    let narrow = try width(243)
    #expect(narrow.0 <= 244 && narrow.0 < free && narrow.1.isEmpty)
    #expect(try width(80).1 == ["chart.too-wide"])
  }

  /// Four cells that do not stand beside each other stand two and two, not three and one.
  @Test func rowsOfCellsAreAsFullAsTheyCanBe() throws {
    let spec = try Self.spec("double-down-double-up.vl.json")
    for (width, height) in [(207.0, 2.0), (400, 1)] {
      var problems = Problems()
      let chart = try ChartCompiler(shaper: SquareShaper())
        .compile(spec, size: FigureSize(width: width), into: &problems)
      var lines: [Double: Int] = [:]
      for text in placed(chart.fragment.items) where Self.indicators.contains(text.words) {
        lines[text.y.rounded(), default: 0] += 1
      }
      #expect(lines.count == Int(height) && Set(lines.values).count == 1, "\(width): \(lines)")
    }
  }

  private static let indicators = ["交办数量", "重复事项", "办结质量", "群众满意率"]

  private func placed(_ items: [PlacedItem], at y: Double = 0) -> [(words: String, y: Double)] {
    items.flatMap { placed -> [(words: String, y: Double)] in
      let here = y + placed.origin.y.points
      switch placed.item {
      case .glyphs(let run): return [(run.text, here)]
      case .group(let group): return self.placed(group.items, at: here)
      default: return []
      }
    }
  }

  /// Colours that grey printing does not tell apart are noted: of categories, and of a line over bars.
  @Test(arguments: ["zh_branches_stacked", "zh_revenue_month_yoy"])
  func coloursAlikeInGreyAreNoted(_ name: String) throws {
    var problems = Problems()
    _ = try ChartCompiler(shaper: SquareShaper())
      .compile(try SpecFolder.spec(name), into: &problems)
    #expect(problems.diagnostics.map(\.code) == ["chart.grey-alike"])
    #expect(problems.diagnostics.first?.severity == .note)
  }

  /// The palette of print keeps its distance in all presets.
  @Test(arguments: presets) func presetsKeepTheirGreysApart(_ file: String) throws {
    var problems = Problems()
    _ = try ChartCompiler(shaper: SquareShaper()).compile(try Self.spec(file), into: &problems)
    #expect(!problems.diagnostics.map(\.code).contains("chart.grey-alike"))
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
