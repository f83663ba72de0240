public import Diagnostics

/// The only way in which stages read files, so that tests can hold them in memory.
public protocol FileAccess: Sendable {
  /// The bytes of a picture or font file; a path that cannot be read is a rejection.
  func contents(of path: String) throws(Rejection) -> [UInt8]
  /// The place of a font file on disk, for libraries that map it themselves.
  func fontPath(of file: String) throws(Rejection) -> String
}
