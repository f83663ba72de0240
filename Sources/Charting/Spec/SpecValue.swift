public import Diagnostics

/// One value of a chart specification, as JSON or YAML gives it; every value knows its place.
///
/// The tree is neutral: it does not know which format it was read from. Literals make one in code,
/// so presets and tests can write specifications as Swift dictionaries.
public struct SpecValue: Hashable, Sendable {
  /// What a value can be.
  public enum Content: Hashable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([SpecValue])
    case map(SpecMap)
  }

  /// The value.
  public var content: Content
  /// Where it starts in its file; nil for values made in code.
  public var place: SourcePosition?

  /// Makes a value.
  public init(_ content: Content, at place: SourcePosition? = nil) {
    self.content = content
    self.place = place
  }

  /// Two values are the same wherever they stand.
  public static func == (a: SpecValue, b: SpecValue) -> Bool { a.content == b.content }

  /// Hashes the value without its place.
  public func hash(into hasher: inout Hasher) { hasher.combine(content) }

  /// The entry of a map; nil where there is none, and where the value is no map.
  public subscript(_ key: String) -> SpecValue? {
    get { map?[key] }
    set {
      var changed = map ?? SpecMap()
      changed[key] = newValue
      content = .map(changed)
    }
  }

  // Not inlined: the optimiser of Swift 6.3.1 ends the borrow of the value too early and crashes.

  /// The text, if it is one.
  @inline(never) public var text: String? {
    if case .text(let text) = content { text } else { nil }
  }
  /// The number, if it is one.
  @inline(never) public var number: Double? {
    if case .number(let number) = content { number } else { nil }
  }
  /// The truth value, if it is one.
  @inline(never) public var flag: Bool? { if case .flag(let flag) = content { flag } else { nil } }
  /// The items, if it is a list.
  @inline(never) public var list: [SpecValue]? {
    if case .list(let list) = content { list } else { nil }
  }
  /// The entries, if it is a map.
  @inline(never) public var map: SpecMap? { if case .map(let map) = content { map } else { nil } }
  /// Whether it is null.
  public var isNull: Bool { content == .null }
  /// Whether it is an expression and not a constant.
  var isComputed: Bool { self["expr"] != nil || self["signal"] != nil }
  /// Whether it says no: `null` or `false`.
  var isOff: Bool { isNull || flag == false }

  /// What the value is, for messages.
  var kindName: (english: String, chinese: String) {
    switch content {
    case .null: ("null", "null")
    case .flag: ("true or false", "真假值")
    case .number: ("a number", "数字")
    case .text: ("a text", "文字")
    case .list: ("a list", "列表")
    case .map: ("a map", "键值")
    }
  }

  /// This map with another laid over it, level by level; anything but two maps is replaced.
  public func merging(_ over: SpecValue?) -> SpecValue {
    guard let over else { return self }
    guard let base = map, let top = over.map else { return over }
    var merged = base
    for entry in top.entries {
      merged[entry.key] = base[entry.key].map { $0.merging(entry.value) } ?? entry.value
    }
    return SpecValue(.map(merged), at: over.place ?? place)
  }
}

/// The entries of a map in their order.
public struct SpecMap: Hashable, Sendable {
  /// One entry.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public var key: String
    /// Where the key stands.
    public var place: SourcePosition?
    /// The value.
    public var value: SpecValue

    /// Two entries are the same wherever they stand.
    public static func == (a: Entry, b: Entry) -> Bool { a.key == b.key && a.value == b.value }

    /// Hashes the entry without its place.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(key)
      hasher.combine(value)
    }

    /// Makes an entry.
    public init(key: String, place: SourcePosition? = nil, value: SpecValue) {
      self.key = key
      self.place = place
      self.value = value
    }
  }

  /// The entries.
  public private(set) var entries: [Entry]

  /// Makes a map.
  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// The keys in their order.
  public var keys: [String] { entries.map(\.key) }

  /// The value of a key; setting nil takes the entry out.
  public subscript(_ key: String) -> SpecValue? {
    get { entries.first { $0.key == key }?.value }
    set {
      let old = entries.firstIndex { $0.key == key }
      switch (old, newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil): entries.remove(at: place)
      case (nil, let value?): entries.append(Entry(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}

extension SpecValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByStringInterpolation
{
  /// A text.
  public init(stringLiteral value: String) { self.init(.text(value)) }
  /// A number.
  public init(integerLiteral value: Int) { self.init(.number(Double(value))) }
  /// A number.
  public init(floatLiteral value: Double) { self.init(.number(value)) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self.init(.flag(value)) }
  /// Null.
  public init(nilLiteral: ()) { self.init(.null) }
  /// A list.
  public init(arrayLiteral elements: SpecValue...) { self.init(.list(elements)) }
  /// A map.
  public init(dictionaryLiteral elements: (String, SpecValue)...) {
    self.init(.map(SpecMap(elements.map { SpecMap.Entry(key: $0.0, value: $0.1) })))
  }
  /// A text.
  public init(_ text: String) { self.init(.text(text)) }
  /// A number.
  public init(_ number: Double) { self.init(.number(number)) }
  /// A list.
  public init(_ list: [SpecValue]) { self.init(.list(list)) }
}
