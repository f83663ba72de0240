/// What a kind of YAML or JSON file may hold: the keys of its maps and the types of its values, by path.
/// Readers fill it by what they ask for, so that what is said of a file is what is read of it.
public struct FileShape: Hashable, Sendable {
  /// What may stand at a place.
  public enum Value: Hashable, Sendable {
    /// A map of these keys; any others are mistakes.
    case map([String])
    /// A map whose keys are names that the file's author gives.
    case names
    /// A list of values that are alike.
    case list
    /// Any single value as it is written.
    case text
    /// A whole number.
    case integer(ClosedRange<Int>)
    /// A number.
    case number(ClosedRange<Double>)
    /// `true` or `false`.
    case flag
    /// One of these words.
    case choice([String])
    /// `3`, `3-6` or `3-end`.
    case span
    /// A length with its unit, or a type size.
    case length
    /// A length in ems.
    case ems

    fileprivate var isKeyed: Bool { if case .map = self { true } else { false } }
    fileprivate var isMap: Bool { isKeyed || self == .names }
  }

  /// What may stand at each path; list places and given names are `*`, as in `pages.*.articles`.
  public private(set) var values: [String: Set<Value>] = [:]
  /// The paths that must be there where their map is.
  public private(set) var required: Set<String> = []

  /// Makes an empty shape.
  public init() {}

  /// Notes that a value was asked for at a path.
  public mutating func note(_ value: Value, at path: String) {
    let plain = plain(path)
    var known = values[plain] ?? []
    // What is read as a word first, and then as a number, is a number; a map's first keys are its own,
    // others those of a shared file that is laid under it.
    if value == .text, !known.isEmpty { return }
    if value.isMap, known.contains(where: \.isKeyed) { return }
    if value != .text, value != .list { known.remove(.text) }
    if value.isKeyed { known.remove(.names) }
    known.insert(value)
    values[plain] = known
  }

  /// Notes that a path may also hold a plain text beside what it holds.
  public mutating func allowText(at path: String) { values[plain(path), default: []].insert(.text) }

  /// Notes that a path must be there.
  public mutating func require(_ path: String) { required.insert(plain(path)) }

  /// The keys of the map at a path.
  public func keys(at path: String) -> [String] {
    for case .map(let keys) in values[path] ?? [] { return keys }
    return []
  }

  /// The paths of all keys of all maps.
  public var allKeys: [String] {
    values.keys.flatMap { path in keys(at: path).map { path.isEmpty ? $0 : "\(path).\($0)" } }
      .sorted()
  }

  /// A path with `*` for places of lists and for names.
  private func plain(_ path: String) -> String {
    var plain = ""
    for part in path.split(separator: ".") {
      // A place that may hold a list or a map keeps the keys of the map.
      let isPlace = part == "*" || part.allSatisfy(\.isNumber)
      let isFree =
        values[plain].map { $0.contains(.names) || isPlace && $0.contains(.list) } ?? false
      plain += (plain.isEmpty ? "" : ".") + (isFree ? "*" : part)
    }
    return plain
  }
}
