public import Diagnostics
public import DisplayList

/// A chart as its author writes it: a tree of Vega-Lite's subset, with the files its data come from.
public struct ChartSpec: Hashable, Sendable {
  /// The tree.
  public var root: SpecValue
  /// The name of its file, for messages.
  public var file: String
  /// The files that its `url`s name.
  public var files: [String: DataFile]
  /// The pictures of its image marks by the names that it gives them: see
  /// `ChartCompiler.pictures(of:)`. Their bytes belong to whoever opened the files.
  public var pictures: [String: ImageSource]

  /// Makes a specification from a tree.
  public init(
    _ root: SpecValue, file: String = "chart", files: [String: DataFile] = [:],
    pictures: [String: ImageSource] = [:]
  ) {
    self.root = root
    self.file = file
    self.files = files
    self.pictures = pictures
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
    // The borders of a preset's map.
    if root["preset"] != nil, let url = root["map"]?["url"]?.text ?? root["map"]?.text,
      !names.contains(url)
    {
      names.append(url)
    }
    return names
  }

  /// How the specification says that a file it asks for is written; null where it does not.
  public func dataFormat(of name: String) -> SpecValue {
    func find(_ value: SpecValue) -> SpecValue? {
      switch value.content {
      case .map(let map):
        if value["url"]?.text == name, let format = value["format"] { return format }
        return map.entries.lazy.filter { $0.key != "values" }.compactMap { find($0.value) }.first
      case .list(let items): return items.lazy.compactMap(find).first
      default: return nil
      }
    }
    return find(root) ?? SpecValue(.null)
  }

  /// The specification as JSON on one line.
  public var line: String { SpecWriter.line(root) }

  /// The specification as Vega-Lite's JSON.
  public var json: String { SpecWriter.json(root) + "\n" }
}
