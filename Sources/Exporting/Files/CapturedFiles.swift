import Diagnostics
import Synchronization

/// An environment whose files are kept instead of written.
final class CapturedFiles: ExportEnvironment {
  /// The name under which pages that go to no folder are written.
  static let paper = "paper.pdf"

  private let base: any ExportEnvironment
  private let kept = Mutex<[OutputFile]>([])

  init(base: any ExportEnvironment) { self.base = base }

  var files: [OutputFile] { kept.withLock { $0 } }

  func read(_ path: String, limit: Int) throws(Rejection) -> [UInt8] {
    try base.read(path, limit: limit)
  }
  func names(in folder: String) throws(Rejection) -> [String] { try base.names(in: folder) }
  func kind(of path: String) -> FileKind { base.kind(of: path) }
  func write(_ files: [OutputFile]) throws(Rejection) { kept.withLock { $0 += files } }
}
