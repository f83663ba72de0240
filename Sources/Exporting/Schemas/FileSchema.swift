public import Diagnostics
import Foundation
import LayoutSpecs
import Notations
import PageMakeup
import ReportReading

/// The files that an editor may be told about.
public enum SchemaKind: String, Hashable, Sendable, CaseIterable {
  case layout, page, issue, book, report, job
}

/// JSON Schemas (draft 2020-12) of the files that people write, made of what the readers ask for.
public enum FileSchema {
  /// What a kind of file may hold.
  static func shape(of kind: SchemaKind) throws(Rejection) -> FileShape {
    switch kind {
    case .layout: return try SpecShapes.layout()
    case .page: return withFacts(try SpecShapes.page(), at: ["facts"])
    case .issue: return withFacts(try SpecShapes.issue(), at: ["facts", "pages.0.facts"])
    case .book: return try SpecShapes.book()
    case .report: return ReportYAML.shape
    case .job: return BatchJobReader.shape
    }
  }

  /// The schema as a text that ends with a line end.
  public static func json(of kind: SchemaKind) throws(Rejection) -> String {
    let writer = SchemaWriter(
      shape: try shape(of: kind), words: SchemaWords.table, area: kind.rawValue)
    var schema = writer.schema(at: "")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = SchemaWords.titles[kind]
    let options: JSONSerialization.WritingOptions = [
      .prettyPrinted, .sortedKeys, .withoutEscapingSlashes,
    ]
    guard let data = try? JSONSerialization.data(withJSONObject: schema, options: options) else {
      preconditionFailure("a schema has only texts, numbers, lists and maps")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// The facts of a job are checked by this target.
  private static func withFacts(_ shape: FileShape, at paths: [String]) -> FileShape {
    var shape = shape
    for path in paths {
      shape.note(.map(JobFacts.keys), at: path)
      for key in JobFacts.keys { shape.note(.text, at: "\(path).\(key)") }
    }
    return shape
  }
}

/// Writes the schema of each place of a file.
struct SchemaWriter {
  let shape: FileShape
  let words: [String: String]
  /// The kind of file, before the keys that mean something else elsewhere.
  let area: String

  /// What is said of a key: of its whole path, of it in its map, or of it anywhere.
  func description(of path: String) -> String? {
    let parts = path.split(separator: ".").filter { $0 != "*" }.map(String.init)
    guard let key = parts.last else { return nil }
    let map = parts.dropLast().last
    let inMap = map.map { "\($0).\(key)" } ?? key
    if map == "prices" { return words["price"] }
    return words["\(area):\(inMap)"] ?? words["\(area):\(key)"] ?? words[inMap] ?? words[key]
  }

  func schema(at path: String) -> [String: Any] {
    let values = (shape.values[path] ?? [.text]).map { part(of: $0, at: path) }
      .sorted { "\($0["type"] ?? "")" < "\($1["type"] ?? "")" }
    var schema: [String: Any] = values.count == 1 ? values[0] : ["anyOf": values]
    if let words = description(of: path) { schema["description"] = words }
    return schema
  }

  private func part(of value: FileShape.Value, at path: String) -> [String: Any] {
    switch value {
    case .map(let keys):
      var properties: [String: Any] = [:]
      let base = path.isEmpty ? "" : "\(path)."
      for key in keys { properties[key] = schema(at: base + key) }
      var map: [String: Any] = [
        "type": "object", "properties": properties, "additionalProperties": false,
      ]
      let required = keys.filter { shape.required.contains(base + $0) }
      if !required.isEmpty { map["required"] = required }
      return map
    case .names:
      return ["type": "object", "additionalProperties": schema(at: "\(path).*")]
    case .list: return ["type": "array", "items": schema(at: "\(path).*")]
    case .text: return ["type": ["string", "number", "boolean"]]
    case .integer(let range):
      return ["type": "integer", "minimum": range.lowerBound, "maximum": range.upperBound]
    case .number(let range):
      return ["type": "number", "minimum": range.lowerBound, "maximum": range.upperBound]
    case .flag: return ["type": "boolean"]
    case .choice(let words): return ["type": "string", "enum": words]
    case .span: return ["type": ["string", "integer"], "pattern": "^[0-9]+(-([0-9]+|end))?$"]
    case .length:
      return [
        "type": ["string", "integer"], "pattern": "^(-?[0-9.]+ ?(pt|mm|cm|em|lh)|[^0-9].*|0)$",
      ]
    case .ems: return ["type": "string", "pattern": "^-?[0-9.]+em$"]
    }
  }
}
