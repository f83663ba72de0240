import Notations

/// Writes a tree as JSON: what `--eject` prints and `ChartSpec` encodes to.
enum SpecWriter {
  /// JSON with an indent of two spaces a level; short lists and maps stay on one line.
  static func json(_ value: SpecValue, indent: Int = 0) -> String {
    let flat = line(value)
    guard flat.count > 96 - indent else { return flat }
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch value.content {
    case .list(let items):
      let body = items.map { inner + json($0, indent: indent + 2) }.joined(separator: ",\n")
      return "[\n\(body)\n\(outer)]"
    case .map(let map):
      let body = map.entries.map { entry in
        "\(inner)\(JSONText.quoted(entry.key)): \(json(entry.value, indent: indent + 2))"
      }.joined(separator: ",\n")
      return "{\n\(body)\n\(outer)}"
    default: return flat
    }
  }

  /// JSON on one line.
  static func line(_ value: SpecValue) -> String {
    switch value.content {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): NumberText.plain(number)
    case .text(let text): JSONText.quoted(text)
    case .list(let items): "[" + items.map(line).joined(separator: ", ") + "]"
    case .map(let map):
      "{"
        + map.entries.map { "\(JSONText.quoted($0.key)): \(line($0.value))" }.joined(
          separator: ", ") + "}"
    }
  }
}
