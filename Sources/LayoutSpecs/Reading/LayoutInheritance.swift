import Diagnostics
import Geometry
internal import Yams

/// A layout that begins from another says only what differs (`like`), and what hangs on its number of
/// columns follows.
extension SpecDocument {
  /// The scalar at a path; nil where there is none.
  func text(at path: [String]) -> String? {
    guard case .scalar(let scalar)? = Self.node(at: path[...], in: root) else { return nil }
    return scalar.string
  }

  /// Where the value at a path stands.
  func place(of path: [String]) -> SourceRange {
    guard let mark = Self.node(at: path[...], in: root)?.mark else {
      return SourceRange(file: file, line: 1)
    }
    return SourceRange(file: file, line: mark.line, column: mark.column)
  }

  /// The values of another document over this one's: maps are joined key by key, all else replaced.
  /// What is kept has no place of its own, so that findings point into the file that says something.
  func overlaid(by own: SpecDocument) -> SpecDocument {
    SpecDocument(file: own.file, root: Self.merge(Self.unmarked(root), own.root))
  }

  /// The document with another number of columns: its spans of columns follow, and its measure keeps
  /// the width of the type area.
  func recast(columns: Int?) -> SpecDocument {
    guard let new = columns, let old = text(at: ["grid", "columns"]).flatMap(Int.init), old != new,
      (1...24).contains(old), (1...24).contains(new)
    else { return self }
    let scale = ColumnScale(old: old, new: new)
    var root = Self.put("\(new)", at: ["grid", "columns"], in: self.root)
    if let measure = measure(for: scale) {
      root = Self.put("\(measure)em", at: ["grid", "measure"], in: root)
    }
    for key in ["masters", "objects"] {
      guard let node = Self.node(at: [key], in: root) else { continue }
      root = Self.replacing(key, by: scale.follow(node, key: ""), in: root)
    }
    return SpecDocument(file: file, root: root)
  }

  /// Characters of a column when as wide a type area has another number of them.
  private func measure(for scale: ColumnScale) -> Int? {
    func ems(_ key: String) -> Int? {
      guard let text = text(at: ["grid", key]), text.hasSuffix("em") else { return nil }
      return Int(text.dropLast(2))
    }
    guard let measure = ems("measure"), let gutter = ems("gutter") else { return nil }
    let whole = scale.old * measure + (scale.old - 1) * gutter
    let fitting = (whole - (scale.new - 1) * gutter) / scale.new
    return fitting >= 4 ? fitting : nil
  }

  // MARK: Trees

  private static func node(at path: ArraySlice<String>, in node: Node) -> Node? {
    guard let key = path.first else { return node }
    guard case .mapping(let mapping) = node, let value = mapping[Node(key)] else { return nil }
    return self.node(at: path.dropFirst(), in: value)
  }

  private static func replacing(_ key: String, by value: Node, in node: Node) -> Node {
    guard case .mapping(var mapping) = node else { return node }
    mapping[Node(key)] = value
    return .mapping(mapping)
  }

  private static func merge(_ base: Node, _ own: Node) -> Node {
    guard case .mapping(var merged) = base, case .mapping(let mapping) = own else { return own }
    for (key, value) in mapping {
      merged[key] = merged[key].map { merge($0, value) } ?? value
    }
    return .mapping(merged)
  }

  private static func unmarked(_ node: Node) -> Node {
    switch node {
    case .scalar(var scalar):
      scalar.mark = nil
      return .scalar(scalar)
    case .sequence(var sequence):
      sequence.mark = nil
      for index in sequence.indices { sequence[index] = unmarked(sequence[index]) }
      return .sequence(sequence)
    case .mapping(let mapping):
      var plain = Node.Mapping([], mapping.tag)
      for (key, value) in mapping { plain[unmarked(key)] = unmarked(value) }
      return .mapping(plain)
    default: return node
    }
  }
}

/// Spans of columns in a page of another number of them: shares of the width stay.
private struct ColumnScale {
  let old: Int
  let new: Int

  /// Keys whose values are spans, and those that hold slots such as `3-4 head`.
  private static let spans: Set<String> = ["columns", "ear"]
  private static let slots: Set<String> = ["pictures", "panel"]

  func follow(_ node: Node, key: String) -> Node {
    switch node {
    case .scalar(var scalar):
      if Self.spans.contains(key) || Self.slots.contains(key) {
        scalar.string = follow(scalar.string)
      }
      return .scalar(scalar)
    case .sequence(var sequence):
      for index in sequence.indices { sequence[index] = follow(sequence[index], key: key) }
      return .sequence(sequence)
    case .mapping(var mapping):
      for (name, value) in mapping { mapping[name] = follow(value, key: name.string ?? "") }
      return .mapping(mapping)
    default: return node
    }
  }

  /// `3-4 head` on a page of six columns is `3 head` on one of five.
  private func follow(_ text: String) -> String {
    let words = text.split(separator: " ", maxSplits: 1)
    let ends = words.first?.split(separator: "-").compactMap { Int($0) } ?? []
    guard let first = ends.first, let last = ends.last, ends.count <= 2 else { return text }
    let lower = min(new, (first - 1) * new / old + 1)
    let upper = min(new, max(lower, (last * new + old / 2) / old))
    let rest = words.count > 1 ? " \(words[1])" : ""
    return "\(lower)-\(upper)\(rest)"
  }
}
