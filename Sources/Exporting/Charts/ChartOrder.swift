import Charting
import Diagnostics

/// One chart to draw: its specification and what a manifest says of it.
public struct ChartOrder: Hashable, Sendable {
  /// The specification's path.
  var path: String
  /// The name of its pictures, without ending.
  var name: String
  /// The size; nil for the job's.
  var size: FigureSize?
  /// The theme; nil for the job's.
  var theme: ChartTheme?
  /// What a table becomes; nil for a specification.
  var choice: DataChoice?

  init(_ path: String) {
    self.path = path
    name = path == PipedFiles.name ? "chart" : ChartInputs.stem(path)
  }
}

/// Reads manifests: `{"charts": ["a.vl.json", {"spec": "b.vl.json", "name": "revenue", "size":
/// "2col", "theme": "vega"}]}`, paths from the manifest's folder.
enum ChartManifest {
  static func isManifest(_ path: String) -> Bool {
    path.split(separator: "/").last == "manifest.json" || path.hasSuffix(".manifest.json")
  }

  static func read(
    _ path: String, in environment: any ExportEnvironment
  ) throws(Rejection) -> [ChartOrder] {
    let bytes = try environment.read(path, limit: ChartBatch.sizeLimit)
    let root = try JSONReader.read(bytes, file: path)
    guard let charts = root["charts"]?.list else {
      throw wrong("\"charts\" must list the specifications", "“charts”应列出规格文件", root, path)
    }
    let folder = AtomicFile.folder(of: path)
    var orders: [ChartOrder] = []
    for chart in charts { orders.append(try order(chart, folder: folder, file: path)) }
    return orders
  }

  private static func order(
    _ chart: SpecValue, folder: String, file: String
  ) throws(Rejection) -> ChartOrder {
    guard let name = chart.text ?? chart["spec"]?.text else {
      throw wrong("a chart needs \"spec\"", "每个图表要有“spec”", chart, file)
    }
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      throw wrong(
        "\"\(name)\" must be a path below the manifest's folder", "“\(name)”应为清单文件夹内的相对路径",
        chart["spec"] ?? chart, file)
    }
    var order = ChartOrder(folder == "." ? name : "\(folder)/\(name)")
    for entry in chart.map?.entries ?? [] {
      switch (entry.key, entry.value.text) {
      case ("spec", _): break
      case ("name", let text?) where !text.isEmpty && !text.contains("/"): order.name = text
      case ("size", let text?) where FigureSize(text) != nil: order.size = FigureSize(text)
      case ("theme", let text?) where ChartTheme.all.contains { $0.name == text }:
        order.theme = ChartTheme.all.first { $0.name == text }
      default:
        throw wrong(
          "\"\(entry.key)\" is not a key, or its value is not valid; keys are spec, name, size, theme",
          "“\(entry.key)”不是可用的键，或取值不对；可用：spec、name、size、theme", entry.value, file)
      }
    }
    return order
  }

  private static func wrong(
    _ english: String, _ chinese: String, _ value: SpecValue, _ file: String
  ) -> Rejection {
    let place = value.place ?? SourcePosition(line: 1, column: 1)
    return Rejection(
      Diagnostic(
        .error, "chart.bad-manifest", Wording(english, chinese),
        at: SourceRange(file: file, line: place.line, column: place.column)))
  }
}

/// File names with `*` and `?`, for shells that do not spread them and for quoted patterns.
///
/// Not by fnmatch(3): outside a UTF-8 locale its `?` is a byte, and a third of a Chinese character.
enum NamePattern {
  /// Whether a name is one of those that a pattern means. Time grows with the product of their
  /// lengths at most: only the last star is tried again.
  static func matches(_ pattern: Substring, _ name: Substring) -> Bool {
    let (pattern, name) = (Array(pattern), Array(name))
    var (p, n) = (0, 0)
    var star: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, n)
        p += 1
      } else if p < pattern.count, pattern[p] == "?" || pattern[p] == name[n] {
        p += 1
        n += 1
      } else if let last = star {
        (p, n) = (last.pattern + 1, last.name + 1)
        star = (last.pattern, n)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }
}
