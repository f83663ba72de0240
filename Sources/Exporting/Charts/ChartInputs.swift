import Charting
import Diagnostics
import Notations
import ReportReading
internal import Yams

/// Finds and reads chart specifications and the data files beside them.
enum ChartInputs {
  private static let endings = [".vl.json", ".vl.yaml", ".vl.yml"]

  /// The charts that inputs name; folders are searched, one level deep.
  ///
  /// - Parameter choice: what tables among the inputs become.
  static func find(
    _ inputs: [String], _ choice: DataChoice = DataChoice(), in environment: any ExportEnvironment
  ) throws(Rejection) -> [ChartOrder] {
    var found: [ChartOrder] = []
    for input in inputs {
      if environment.kind(of: input) == .folder {
        let names = try environment.names(in: input).filter { name in
          endings.contains { name.hasSuffix($0) }
        }
        found += names.sorted(by: NaturalOrder.isBefore).map { ChartOrder("\(input)/\($0)") }
      } else if input.contains("*") || input.contains("?"), environment.kind(of: input) == .nothing
      {
        found += try spread(input, choice, in: environment)
      } else if DataFileReader.isTable(input, in: environment) {
        var order = ChartOrder(input)
        order.name = DataFileReader.stem(input, in: environment)
        order.choice = choice
        found.append(order)
      } else if ChartManifest.isManifest(input) {
        found += try ChartManifest.read(input, in: environment)
      } else {
        found.append(ChartOrder(input))
      }
    }
    return found
  }

  /// The files of a folder that a pattern means.
  private static func spread(
    _ pattern: String, _ choice: DataChoice, in environment: any ExportEnvironment
  ) throws(Rejection) -> [ChartOrder] {
    let folder = AtomicFile.folder(of: pattern)
    let last = pattern.split(separator: "/").last ?? ""
    let names = try environment.names(in: folder).filter { NamePattern.matches(last, $0[...]) }
    guard !names.isEmpty else {
      throw Rejection(
        Diagnostic(
          .error, "chart.no-match",
          Wording("no file is called like \"\(pattern)\"", "没有与“\(pattern)”相符的文件")))
    }
    return try find(
      names.sorted(by: NaturalOrder.isBefore).map {
        pattern.contains("/") ? "\(folder)/\($0)" : $0
      }, choice, in: environment)
  }

  /// The name without folders and without `.vl.json`.
  static func stem(_ path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    for ending in [".json", ".yaml", ".yml", ".vl"] where name.hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
    }
    return name
  }

  /// Reads what an order asks for: a specification, or a table that becomes one.
  static func read(
    _ order: ChartOrder, in environment: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) -> ChartSpec {
    guard let choice = order.choice else {
      return try read(order.path, in: environment, into: &problems)
    }
    let chart = try DataFileReader.chart(order.path, choice, in: environment, into: &problems)
    let spec = ChartSpec(try chart.spec(into: &problems), file: order.path)
    return try withFiles(spec, beside: order.path, in: environment, into: &problems)
  }

  /// Reads a specification with its data files, which must lie in or below its folder.
  static func read(
    _ path: String, in environment: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) -> ChartSpec {
    let bytes = try environment.read(path, limit: ChartBatch.sizeLimit)
    let spec =
      isYAML(path, bytes)
      ? ChartSpec(try YAMLTree.read(bytes, file: path), file: path)
      : try ChartSpec(json: bytes, file: path)
    return try withFiles(spec, beside: path, in: environment, into: &problems)
  }

  /// A specification with the files that it asks for.
  private static func withFiles(
    _ given: ChartSpec, beside path: String, in environment: any ExportEnvironment,
    into problems: inout Problems
  ) throws(Rejection) -> ChartSpec {
    var spec = given
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
      spec.files[name] = try data(name, in: folder, of: spec, environment, into: &problems)
    }
    return spec
  }

  /// What is piped in is told by how it begins.
  private static func isYAML(_ path: String, _ bytes: [UInt8]) -> Bool {
    if path == PipedFiles.name {
      return bytes.first { !" \t\r\n\u{FEFF}".utf8.contains($0) } != UInt8(ascii: "{")
    }
    return path.hasSuffix(".yaml") || path.hasSuffix(".yml")
  }

  private static let treeEndings = ["json", "geojson", "topojson"]

  /// A data file: tables as the reader of tables understands them, everything else as its bytes.
  private static func data(
    _ name: String, in folder: String, of spec: ChartSpec, _ environment: any ExportEnvironment,
    into problems: inout Problems
  ) throws(Rejection) -> DataFile {
    let source = RecordFile("\(folder)/\(name)", in: environment)
    let ending = source.path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let bytes = try OfficeFile.modern(
      try environment.read(source.path, limit: ChartBatch.sizeLimit), name: source.path)
    let format = spec.dataFormat(of: name)
    let isTree =
      format["type"]?.text == "json" || (format["type"] == nil && treeEndings.contains(ending))
    if isTree || format["delimiter"] != nil { return DataFile(name: name, bytes: bytes) }
    let table = try RecordTable.read(
      bytes: bytes, name: source.path, part: source.part, needsNames: false, into: &problems)
    if let leftOut = table.leftOut(file: source.path) { problems.report(leftOut) }
    let rows = table.rows.map { row in
      row.values.indices.map { row.numbers[$0] ?? row.values[$0] }
    }
    return DataFile(name: name, fields: table.fields, rows: rows)
  }
}

/// Reads YAML to the neutral tree of charts.
struct YAMLTree {
  private struct TooMuch: Error {}

  private var count = 0

  static func read(_ bytes: [UInt8], file: String) throws(Rejection) -> SpecValue {
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      if YAMLBounds.offence(in: text, aliases: .max) != nil { throw TooMuch() }
      guard let node = try Yams.compose(yaml: text) else { return SpecValue(.null) }
      var tree = YAMLTree()
      return try tree.value(node, depth: 0)
    } catch is TooMuch {
      let (nodes, depth) = (YAMLBounds.nodes, YAMLBounds.depth)
      throw Rejection(
        Diagnostic(
          .error, "chart.too-large",
          Wording(
            "the YAML has more than \(nodes) values, aliases counted, or nests deeper than \(depth)",
            "YAML 展开后超过 \(nodes) 个值，或嵌套超过 \(depth) 层"),
          at: SourceRange(file: file, line: 1)))
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

  private mutating func value(_ node: Node, depth: Int) throws -> SpecValue {
    // A few aliases can stand for any number of values.
    count += 1
    guard count <= YAMLBounds.nodes, depth <= YAMLBounds.depth else { throw TooMuch() }
    switch node {
    case .mapping(let mapping):
      var entries: [SpecMap.Entry] = []
      for pair in mapping {
        entries.append(
          SpecMap.Entry(
            key: pair.key.string ?? "", place: Self.place(pair.key),
            value: try value(pair.value, depth: depth + 1)))
      }
      return SpecValue(.map(SpecMap(entries)), at: Self.place(node))
    case .sequence(let items):
      var values: [SpecValue] = []
      for item in items { values.append(try value(item, depth: depth + 1)) }
      return SpecValue(.list(values), at: Self.place(node))
    case .scalar(let scalar): return SpecValue(Self.content(scalar), at: Self.place(node))
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
