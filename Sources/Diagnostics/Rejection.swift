/// The only error a stage throws: there is no value to return, and these findings say why.
public struct Rejection: Error, Hashable, Sendable {
  /// The findings; never empty, at least one of them an error.
  public let diagnostics: [Diagnostic]

  /// Makes a rejection; at least one finding must be an error.
  public init(_ diagnostics: [Diagnostic]) {
    precondition(diagnostics.contains { $0.severity == .error }, "a rejection needs an error")
    self.diagnostics = diagnostics
  }

  /// A rejection for one reason.
  public init(_ diagnostic: Diagnostic) { self.init([diagnostic]) }
}
