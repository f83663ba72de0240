internal import Diagnostics
internal import Notations

/// A mapping with a fixed list of keys: unknown keys are errors, with the nearest known key as hint.
struct YAMLRecord {
  private var fields: [String: YAMLField] = [:]
  /// Where the mapping begins.
  let range: SourceRange

  /// Opens a mapping; nil when the node is none.
  init?(_ field: YAMLField, keys: [String], into problems: inout Problems) {
    range = field.range
    guard let entries = field.entries else {
      problems.report(ReadingProblems.yamlType("a mapping", "键值表", field.range))
      return nil
    }
    for (key, value) in entries {
      let name = key.string ?? ""
      if keys.contains(name) {
        fields[name] = value
      } else {
        problems.report(
          ReadingProblems.yamlUnknown(
            "key", "键", name, NearestWord.to(name, among: keys), key.range)
        )
      }
    }
  }

  /// A value.
  func field(_ key: String) -> YAMLField? { fields[key] }

  /// Words; empty when the key is missing.
  func string(_ key: String, into problems: inout Problems) -> String {
    value(key, "a string", "字符串", into: &problems) { $0.string } ?? ""
  }

  /// A whole number; nil when the key is missing.
  func int(_ key: String, into problems: inout Problems) -> Int? {
    value(key, "a whole number", "整数", into: &problems) { $0.int }
  }

  /// A value of an enumeration; `fallback` when the key is missing or wrong.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ fallback: Choice, into problems: inout Problems
  ) -> Choice where Choice.RawValue == String {
    guard let field = fields[key] else {
      problems.report(ReadingProblems.yamlMissing(key, range))
      return fallback
    }
    if let choice = field.string.flatMap({ Choice(rawValue: $0) }) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    let name = field.string ?? ""
    problems.report(
      ReadingProblems.yamlUnknown(key, key, name, NearestWord.to(name, among: names), field.range))
    return fallback
  }

  /// A list of whole numbers; empty when the key is missing.
  func ints(_ key: String, into problems: inout Problems) -> [Int] {
    value(key, "a list of whole numbers", "整数列表", into: &problems) { field in
      guard let elements = field.elements else { return nil }
      let numbers = elements.compactMap(\.int)
      return numbers.count == elements.count ? numbers : nil
    } ?? []
  }

  /// A value of any type; nil, and a finding, when it has another.
  func value<Value>(
    _ key: String, _ english: String, _ chinese: String, into problems: inout Problems,
    _ read: (YAMLField) -> Value?
  ) -> Value? {
    guard let field = fields[key] else { return nil }
    if let value = read(field) { return value }
    problems.report(ReadingProblems.yamlType(english, chinese, field.range))
    return nil
  }
}
