/// Writes JSON by hand: indented by two, keys in the order given, nothing escaped but what must be.
public struct JSONWriter {
  /// What has been written.
  public private(set) var text = ""
  private var depth = 0
  private var isFirst = true

  /// Makes a writer of an empty text.
  public init() {}

  /// Writes an object.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    text += "{"
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    text += "\n" + indent + "}"
    isFirst = false
  }

  /// Writes a string.
  public mutating func value(_ key: String, _ value: String) {
    open(key)
    text += JSONText.quoted(value)
  }

  /// Writes a whole number.
  public mutating func value(_ key: String, _ value: Int) {
    open(key)
    text += String(value)
  }

  /// Writes a number.
  public mutating func value(_ key: String, _ value: Double) {
    open(key)
    text += value.description
  }

  /// Writes true or false.
  public mutating func value(_ key: String, _ value: Bool) {
    open(key)
    text += value ? "true" : "false"
  }

  /// Writes a list of objects.
  public mutating func array<Element>(
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
  public mutating func numbers(_ key: String, _ numbers: [Int]) {
    open(key)
    text += "[" + numbers.map { String($0) }.joined(separator: ", ") + "]"
  }

  /// Writes rows of strings, a row a line.
  public mutating func rows(_ key: String, _ rows: [[String]]) {
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
