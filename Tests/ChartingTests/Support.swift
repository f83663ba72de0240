import Diagnostics
import Foundation
import TestSupport

@testable import Charting

/// Specifications beside the tests.
enum SpecFolder {
  static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Specs").path

  /// Maps with places that print does not show, which makes it speak.
  static let maps = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("MapSpecs").path

  static var names: [String] { names(in: path) }

  static func names(in path: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { $0.hasSuffix(".vl.json") }.map { String($0.dropLast(8)) }.sorted()
  }

  static func tree(_ file: String, in path: String = path) throws -> SpecValue {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file)"))
    return try JSONReader.read(Array(data), file: file)
  }

  static func spec(_ name: String, in path: String = path) throws -> ChartSpec {
    ChartSpec(try tree("\(name).vl.json", in: path), file: "\(name).vl.json")
  }
}

/// Compiles with the square font.
enum Compile {
  static func chart(_ spec: ChartSpec, _ theme: ChartTheme = .zhPrint) throws -> CompiledChart {
    var problems = Problems()
    return try ChartCompiler(shaper: SquareShaper())
      .compile(spec, theme: theme, wantsFacts: true, into: &problems)
  }

  static func text(_ json: String, _ theme: ChartTheme = .zhPrint) throws -> CompiledChart {
    try chart(try ChartSpec(json: Array(json.utf8), file: "test.vl.json"), theme)
  }

  /// The findings that reject a specification, or none.
  static func findings(_ spec: ChartSpec) -> [Diagnostic] {
    do {
      _ = try chart(spec)
      return []
    } catch let error as Rejection {
      return error.diagnostics
    } catch {
      return []
    }
  }

  /// The scene of a specification, with what measures its words.
  static func scene(
    _ spec: SpecValue, _ theme: ChartTheme = .zhPrint
  ) throws -> (Scene, ChartTypesetter) {
    let context = ChartContext(
      root: spec, file: "test", config: theme.config.merging(spec["config"]), files: [:],
      locale: theme.locale)
    context.isPrint = theme.isPrint
    context.readTop()
    let text = ChartTypesetter(shaper: SquareShaper(), roles: theme.roles)
    return (try ChartCompiler(shaper: SquareShaper()).scene(of: spec, context, text), text)
  }

  static func facts(_ json: String) throws -> SpecValue {
    try JSONReader.read(Array(try text(json, .vega).facts.utf8), file: "facts")
  }
}
