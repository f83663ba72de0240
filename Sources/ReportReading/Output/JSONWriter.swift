import Notations

/// Writes JSON by hand: indented by two, keys in the order given, nothing escaped but what must be.
struct JSONWriter {
  /// What has been written.
  private(set) var text = ""
  private var depth = 0
  private var isFirst = true

  /// Writes an object.
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    text += "{"
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    text += "\n" + indent + "}"
    isFirst = false
  }

  /// Writes a string.
  mutating func value(_ key: String, _ value: String) {
    open(key)
    text += JSONText.quoted(value)
  }

  /// Writes a whole number.
  mutating func value(_ key: String, _ value: Int) {
    open(key)
    text += String(value)
  }

  /// Writes a number.
  mutating func value(_ key: String, _ value: Double) {
    open(key)
    text += value.description
  }

  /// Writes true or false.
  mutating func value(_ key: String, _ value: Bool) {
    open(key)
    text += value ? "true" : "false"
  }

  /// Writes a list of objects.
  mutating func array<Element>(
    _ key: String, _ elements: [Element], _ body: (Element, inout JSONWriter) -> Void
  ) {
    open(key)
    if elements.isEmpty {
      text += "[]"
      return
    }
    text += "["
    depth += 1
    for (place, element) in elements.enumerated() {
      text += (place > 0 ? "," : "") + "\n" + indent
      object { body(element, &$0) }
    }
    depth -= 1
    text += "\n" + indent + "]"
    isFirst = false
  }

  /// Writes a list of whole numbers on one line.
  mutating func numbers(_ key: String, _ numbers: [Int]) {
    open(key)
    text += "[" + numbers.map { String($0) }.joined(separator: ", ") + "]"
  }

  /// Writes rows of strings, a row a line.
  mutating func rows(_ key: String, _ rows: [[String]]) {
    open(key)
    let lines = rows.map { "[" + $0.map(JSONText.quoted).joined(separator: ", ") + "]" }
    text += "[" + lines.joined(separator: ",\n" + indent + "  ") + "]"
  }

  private var indent: String { String(repeating: "  ", count: depth) }

  private mutating func open(_ key: String) {
    text += (isFirst ? "" : ",") + "\n" + indent + JSONText.quoted(key) + ": "
    isFirst = false
  }
}
