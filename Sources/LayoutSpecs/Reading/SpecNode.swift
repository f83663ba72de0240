import Diagnostics
import Geometry
import Notations
internal import Yams

/// One value of a specification file: typed access that reports at file:line:column what is wrong and
/// returns nil, so that a reader goes on and finds all mistakes at once.
struct SpecNode {
  let node: Node
  /// The keys from the top, such as `grid.columns`.
  let path: String
  let place: SourceRange
  let file: String
  let log: SpecLog

  func report(_ diagnostic: Diagnostic) { log.problems.report(diagnostic) }

  /// Notes what is asked for here, where somebody wants to know.
  func ask(_ value: FileShape.Value) { log.shape?.note(value, at: path) }

  // MARK: Maps and lists

  /// The entries of a map with any keys, in file order.
  func entries() -> [(key: String, keyPlace: SourceRange, value: SpecNode)] {
    ask(.names)
    guard case .mapping(let mapping) = node else {
      report(SpecProblems.wrongType(self, wanted: ("a map", "一组键值")))
      return []
    }
    return mapping.map { pair in
      let key = pair.key.string ?? ""
      return (key, place(of: pair.key), child(pair.value, key: key))
    }
  }

  /// The entries of a map that has just these keys; an unknown one is an error with the nearest
  /// known key as a hint.
  func fields(_ known: [String]) -> SpecFields {
    ask(.map(known))
    var found: [String: SpecNode] = [:]
    for entry in entries() {
      if known.contains(entry.key) {
        found[entry.key] = entry.value
      } else {
        report(SpecProblems.unknownKey(entry.key, at: entry.keyPlace, path: path, known: known))
      }
    }
    return SpecFields(node: self, found: found)
  }

  /// The items of a list.
  func items() -> [SpecNode] {
    ask(.list)
    guard case .sequence(let sequence) = node else {
      report(SpecProblems.wrongType(self, wanted: ("a list", "一个列表")))
      return []
    }
    return sequence.enumerated().map { child($0.element, key: "\($0.offset)") }
  }

  /// Whether the value is a map.
  var isMap: Bool { if case .mapping = node { true } else { false } }
  /// Whether the value is a list.
  var isList: Bool { if case .sequence = node { true } else { false } }

  // MARK: Scalars

  /// Any scalar as it is written.
  func text() -> String? {
    ask(.text)
    guard case .scalar(let scalar) = node else {
      report(SpecProblems.wrongType(self, wanted: ("a single value", "单个值")))
      return nil
    }
    return scalar.string
  }

  /// A whole number in a range.
  func integer(in range: ClosedRange<Int>) -> Int? {
    ask(.integer(range))
    guard let text = text() else { return nil }
    guard let value = Int(text) else {
      report(SpecProblems.wrongType(self, wanted: ("a whole number", "整数")))
      return nil
    }
    guard range.contains(value) else {
      report(SpecProblems.outOfRange(self, range: "\(range.lowerBound)…\(range.upperBound)"))
      return nil
    }
    return value
  }

  /// A number in a range.
  func number(in range: ClosedRange<Double>) -> Double? {
    ask(.number(range))
    guard let text = text() else { return nil }
    guard let value = Double(text), value.isFinite else {
      report(SpecProblems.wrongType(self, wanted: ("a number", "数字")))
      return nil
    }
    guard range.contains(value) else {
      report(SpecProblems.outOfRange(self, range: "\(range.lowerBound)…\(range.upperBound)"))
      return nil
    }
    return value
  }

  /// `true` or `false`.
  func flag() -> Bool? {
    ask(.flag)
    switch text() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    case nil: return nil
    default:
      report(SpecProblems.wrongType(self, wanted: ("true or false", "true 或 false")))
      return nil
    }
  }

  /// One of the raw values of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    ask(.choice(type.allCases.map(\.rawValue)))
    guard let text = text() else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    report(SpecProblems.notAmong(self, text, choices: type.allCases.map(\.rawValue)))
    return nil
  }

  /// `3` or `3-6`, both ends counted; `first-end` where the end is `last`.
  func span(last: Int) -> ClosedRange<Int>? {
    ask(.span)
    guard let text = text() else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map {
      $0.trimmingSpaces()
    }
    func value(_ part: String) -> Int? { part == "end" ? last : Int(part) }
    guard parts.count <= 2, let first = value(parts[0]),
      let end = parts.count == 2 ? value(parts[1]) : first, first <= end
    else {
      report(SpecProblems.wrongType(self, wanted: ("a range such as 1-6", "范围，如 1-6")))
      return nil
    }
    guard first >= 1, end <= last else {
      report(SpecProblems.outOfRange(self, range: "1…\(last)"))
      return nil
    }
    return first...end
  }

  // MARK: Places

  func child(_ node: Node, key: String) -> SpecNode {
    SpecNode(
      node: node, path: path.isEmpty ? key : "\(path).\(key)", place: place(of: node), file: file,
      log: log)
  }

  private func place(of node: Node) -> SourceRange {
    guard let mark = node.mark else { return place }
    return SourceRange(file: file, line: mark.line, column: mark.column)
  }
}

/// The known entries of a map.
struct SpecFields {
  let node: SpecNode
  let found: [String: SpecNode]

  subscript(_ key: String) -> SpecNode? { found[key] }

  /// An entry that must be there.
  func required(_ key: String) -> SpecNode? {
    node.log.shape?.require(node.path.isEmpty ? key : "\(node.path).\(key)")
    if let value = found[key] { return value }
    node.report(SpecProblems.missingKey(key, in: node))
    return nil
  }
}

extension StringProtocol {
  /// Without spaces and tabs at both ends.
  func trimmingSpaces() -> String {
    var part = self[...]
    while part.first == " " || part.first == "\t" { part = part.dropFirst() }
    while part.last == " " || part.last == "\t" { part = part.dropLast() }
    return String(part)
  }
}
