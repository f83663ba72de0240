public import Diagnostics

/// A chart as its author writes it: a tree of Vega-Lite's subset, with the files its data come from.
public struct ChartSpec: Hashable, Sendable {
  /// The tree.
  public var root: SpecValue
  /// The name of its file, for messages.
  public var file: String
  /// The files that its `url`s name.
  public var files: [String: DataFile]

  /// Makes a specification from a tree.
  public init(_ root: SpecValue, file: String = "chart", files: [String: DataFile] = [:]) {
    self.root = root
    self.file = file
    self.files = files
  }

  /// Reads a specification from JSON.
  public init(json bytes: [UInt8], file: String) throws(Rejection) {
    self.init(try JSONReader.read(bytes, file: file), file: file)
  }

  /// The names of all local files that the specification asks for.
  public var dataFiles: [String] {
    var names: [String] = []
    func visit(_ value: SpecValue) {
      switch value.content {
      case .map(let map):
        for entry in map.entries {
          if entry.key == "data", let url = entry.value["url"]?.text, !names.contains(url) {
            names.append(url)
          }
          if entry.key != "values" { visit(entry.value) }
        }
      case .list(let items): items.forEach(visit)
      default: break
      }
    }
    visit(root)
    return names
  }

  /// The specification as Vega-Lite's JSON.
  public var json: String { SpecWriter.json(root) + "\n" }
}
