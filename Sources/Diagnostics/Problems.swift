/// The findings collected while a stage goes on as far as it can.
public struct Problems: Hashable, Sendable {
  /// In the order in which they were found.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Makes an empty collection.
  public init() {}

  /// Adds one finding.
  public mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Adds several findings.
  public mutating func report(contentsOf more: some Sequence<Diagnostic>) {
    diagnostics.append(contentsOf: more)
  }

  /// Whether a finding is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether a finding is a warning or worse.
  public var hasWarnings: Bool { diagnostics.contains { $0.severity >= .warning } }

  /// Throws everything found so far if an error is among it.
  public func rejectOnErrors() throws(Rejection) {
    if hasErrors { throw Rejection(diagnostics) }
  }
}
