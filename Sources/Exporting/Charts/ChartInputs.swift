import Charting
import Diagnostics
internal import Yams

/// Finds and reads chart specifications and the data files beside them.
enum ChartInputs {
  /// The specification files that inputs name; folders are searched, one level deep.
  static func find(_ inputs: [String], in environment: any ExportEnvironment) throws(Rejection)
    -> [String]
  {
    var found: [String] = []
    for input in inputs {
      guard environment.kind(of: input) == .folder else {
        found.append(input)
        continue
      }
      let names = try environment.names(in: input).filter { name in
        [".vl.json", ".vl.yaml", ".vl.yml"].contains { name.hasSuffix($0) }
      }
      found += names.sorted().map { "\(input)/\($0)" }
    }
    return found
  }

  /// The name without folders and without `.vl.json`.
  static func stem(_ path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    for ending in [".json", ".yaml", ".yml", ".vl"] where name.hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
    }
    return name
  }

  /// Reads a specification with its data files, which must lie in or below its folder.
  static func read(_ path: String, in environment: any ExportEnvironment) throws(Rejection)
    -> ChartSpec
  {
    let bytes = try environment.read(path, limit: ChartBatch.sizeLimit)
    var spec =
      path.hasSuffix(".yaml") || path.hasSuffix(".yml")
      ? ChartSpec(try YAMLTree.read(bytes, file: path), file: path)
      : try ChartSpec(json: bytes, file: path)
    let folder = AtomicFile.folder(of: path)
    for name in spec.dataFiles {
      let parts = name.split(separator: "/")
      guard !name.hasPrefix("/"), !name.contains("://"), !parts.contains("..") else {
        throw Rejection(
          Diagnostic(
            .error, "chart.outside-data",
            Wording(
              "\"\(name)\" is not a file below the specification's folder", "“\(name)”不是规格文件夹内的文件"),
            at: SourceRange(file: path, line: 1)))
      }
      let data = try environment.read("\(folder)/\(name)", limit: ChartBatch.sizeLimit)
      spec.files[name] = DataFile(name: name, bytes: data)
    }
    return spec
  }
}

/// Reads YAML to the neutral tree of charts.
enum YAMLTree {
  static func read(_ bytes: [UInt8], file: String) throws(Rejection) -> SpecValue {
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      guard let node = try Yams.compose(yaml: text) else { return SpecValue(.null) }
      return value(node)
    } catch {
      throw Rejection(
        Diagnostic(
          .error, "chart.not-yaml", Wording("not valid YAML: \(error)", "不是有效的 YAML：\(error)"),
          at: SourceRange(file: file, line: 1)))
    }
  }

  private static func place(_ node: Node) -> SourcePosition? {
    node.mark.map { SourcePosition(line: $0.line, column: $0.column) }
  }

  private static func value(_ node: Node) -> SpecValue {
    switch node {
    case .mapping(let mapping):
      let entries = mapping.map { pair in
        SpecMap.Entry(
          key: pair.key.string ?? "", place: place(pair.key), value: value(pair.value))
      }
      return SpecValue(.map(SpecMap(entries)), at: place(node))
    case .sequence(let items): return SpecValue(.list(items.map(value)), at: place(node))
    case .scalar(let scalar): return SpecValue(content(scalar), at: place(node))
    default: return SpecValue(.null)
    }
  }

  private static func content(_ scalar: Node.Scalar) -> SpecValue.Content {
    guard scalar.style == .plain || scalar.style == .any else { return .text(scalar.string) }
    switch scalar.string {
    case "null", "~", "": return .null
    case "true", "True": return .flag(true)
    case "false", "False": return .flag(false)
    default:
      if let number = Double(scalar.string), number.isFinite { return .number(number) }
      return .text(scalar.string)
    }
  }
}
