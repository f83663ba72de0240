/// One cell of a table of data.
public enum DataValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  /// Milliseconds since 1970, UTC.
  case date(Double)
  case list([DataValue])
  case map([String: DataValue])
}

extension DataValue {
  /// The number that arithmetic takes it for; NaN where there is none.
  var number: Double {
    switch self {
    case .null: 0
    case .flag(let flag): flag ? 1 : 0
    case .number(let number), .date(let number): number
    case .text(let text): DataValue.parse(text)
    case .list(let items): items.count == 1 ? items[0].number : items.isEmpty ? 0 : .nan
    case .map: .nan
    }
  }

  /// A number that a mark can be placed by: nil for null, NaN, infinities and words.
  var measure: Double? {
    if case .null = self { return nil }
    let number = self.number
    return number.isFinite ? number : nil
  }

  /// Whether there is a value: not null, not NaN.
  var isValid: Bool {
    switch self {
    case .null: false
    case .number(let number), .date(let number): !number.isNaN
    default: true
    }
  }

  /// What a condition takes it for.
  var isTrue: Bool {
    switch self {
    case .null: false
    case .flag(let flag): flag
    case .number(let number): number != 0 && !number.isNaN
    case .text(let text): !text.isEmpty
    case .date, .list, .map: true
    }
  }

  /// The words it is printed with.
  var words: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): NumberText.plain(number)
    case .text(let text): text
    case .date(let time): TimeFormat.iso(time)
    case .list(let items): items.map { $0 == .null ? "" : $0.words }.joined(separator: ",")
    case .map: "[object Object]"
    }
  }

  private static func parse(_ text: String) -> Double {
    let trimmed = text.trimmingBlank()
    if trimmed.isEmpty { return 0 }
    guard let first = trimmed.utf8.first, first < 0x80, let last = trimmed.utf8.last,
      (0x30...0x39).contains(last) || last == 0x2E
    else { return .nan }
    return Double(trimmed) ?? .nan
  }

  /// The value of a specification's node.
  init(_ spec: SpecValue) {
    switch spec.content {
    case .null: self = .null
    case .flag(let flag): self = .flag(flag)
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .list(let items): self = .list(items.map { DataValue($0) })
    case .map(let map):
      self = .map(
        Dictionary(
          map.entries.map { ($0.key, DataValue($0.value)) }, uniquingKeysWith: { _, last in last }))
    }
  }
}

extension DataValue {
  /// The natural order of domains and groups: null first, numbers by size, then texts.
  static func ascending(_ a: DataValue, _ b: DataValue) -> Bool { order(a, b) < 0 }

  /// Negative, zero or positive as `a` comes before, with or after `b`.
  static func order(_ a: DataValue, _ b: DataValue) -> Int {
    switch (a, b) {
    case (.null, .null): return 0
    case (.null, _): return -1
    case (_, .null): return 1
    case (.text(let x), .text(let y)):
      return x == y ? 0 : x.utf16.lexicographicallyPrecedes(y.utf16) ? -1 : 1
    default:
      let (x, y) = (a.number, b.number)
      if x < y { return -1 }
      if x > y { return 1 }
      if x == y { return 0 }
      return x.isNaN && !y.isNaN ? 1 : !x.isNaN && y.isNaN ? -1 : 0
    }
  }
}

extension StringProtocol {
  /// Without blanks at both ends.
  func trimmingBlank() -> String {
    var part = self[...]
    while let first = part.first, first.isWhitespace { part = part.dropFirst() }
    while let last = part.last, last.isWhitespace { part = part.dropLast() }
    return String(part)
  }
}
