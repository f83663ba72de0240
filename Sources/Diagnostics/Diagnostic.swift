/// How bad a finding is.
public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
  case note, warning, error

  /// Whether `a` is less bad.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// The word printed in Chinese.
  public var chinese: String {
    switch self {
    case .note: "提示"
    case .warning: "警告"
    case .error: "错误"
    }
  }
}

/// The stable name of a kind of finding, such as `layout.unknown-key`; listed in the documentation.
public struct Code: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// The name: area, full stop, what is wrong, in lower case with hyphens.
  public var rawValue: String
  /// Makes a code from its name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// Makes a code from its name.
  public init(stringLiteral value: String) { self.rawValue = value }
}

/// A second place that explains a finding ("first defined here").
public struct Note: Hashable, Sendable {
  /// What is to be seen there.
  public var message: Wording
  /// Where.
  public var range: SourceRange

  /// Makes a note at a place.
  public init(_ message: Wording, at range: SourceRange) {
    self.message = message
    self.range = range
  }
}

/// The one type for everything that a user can cause: what, where, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public var severity: Severity
  /// The stable name of the finding.
  public var code: Code
  /// What is wrong.
  public var message: Wording
  /// Where, if a place is known.
  public var range: SourceRange?
  /// What to do.
  public var hints: [Wording]
  /// Further places that explain it.
  public var related: [Note]

  /// Makes a finding.
  public init(
    _ severity: Severity, _ code: Code, _ message: Wording, at range: SourceRange? = nil,
    hints: [Wording] = [], related: [Note] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.range = range
    self.hints = hints
    self.related = related
  }
}
