public import Diagnostics

/// The outside world as a job sees it: files and nothing else. No other code opens a file, and the
/// clock is never asked.
public protocol ExportEnvironment: Sendable {
  /// The bytes of a regular file of at most `limit` bytes.
  func read(_ path: String, limit: Int) throws(Rejection) -> [UInt8]
  /// The names in a folder, in no particular order.
  func names(in folder: String) throws(Rejection) -> [String]
  /// What a path is.
  func kind(of path: String) -> FileKind
  /// Writes several files so that all are there whole, or none is.
  func write(_ files: [OutputFile]) throws(Rejection)
}

/// What stands at a path.
public enum FileKind: Hashable, Sendable { case file, folder, other, nothing }

/// A file to be written.
public struct OutputFile: Hashable, Sendable {
  /// Where; missing folders are made.
  public var path: String
  /// What.
  public var bytes: [UInt8]

  /// Whether it may take the place of a file that was read for it.
  public var replacesInput: Bool

  /// Makes a file to be written.
  public init(path: String, bytes: [UInt8], replacesInput: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.replacesInput = replacesInput
  }
}
