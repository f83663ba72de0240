public import Diagnostics

/// One entry of the front matter, kept as written.
public struct ReportMetadata: Hashable, Sendable {
  /// The key, for example `paper`, `section`, `page`, `date`, `issue`.
  public var key: String
  /// The value as written, quotes removed.
  public var value: String
  /// Where it stands in the source.
  public var range: SourceRange

  /// Makes an entry.
  public init(key: String, value: String, range: SourceRange) {
    self.key = key
    self.value = value
    self.range = range
  }
}
