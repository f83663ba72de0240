public import Diagnostics
import Glibc
import Synchronization

/// The file system of the machine in which `-` is what is piped into the program, and what it pipes
/// out. A file of that name is `./-`.
public struct PipedFiles: ExportEnvironment {
  /// The name of standard input and output.
  public static let name = "-"

  private let files: FileSystem
  private let input = PipedInput()

  /// Makes the environment; standard input is read when it is first asked for, and only once.
  public init() { files = FileSystem() }

  /// What a path is; the pipe is a file.
  public func kind(of path: String) -> FileKind {
    path == Self.name ? .file : files.kind(of: path)
  }

  /// The bytes of a file, or of all that is piped in.
  public func read(_ path: String, limit: Int) throws(Rejection) -> [UInt8] {
    try path == Self.name ? input.bytes(limit: limit) : files.read(path, limit: limit)
  }

  /// The names in a folder.
  public func names(in folder: String) throws(Rejection) -> [String] {
    try files.names(in: folder)
  }

  /// Writes the files, and what is piped out when all of them are there.
  public func write(_ files: [OutputFile]) throws(Rejection) {
    let piped = files.filter { $0.path == Self.name }
    try self.files.write(files.filter { $0.path != Self.name })
    for file in piped {
      let failure = Descriptor.write(file.bytes, to: STDOUT_FILENO)
      // Who has closed the pipe has read what was wanted.
      guard failure == 0 || failure == EPIPE else {
        throw Rejection(FileProblems.unwritable("stdout", failure))
      }
    }
  }
}

/// What was piped in, kept for whoever asks again.
private final class PipedInput: Sendable {
  private let known = Mutex<[UInt8]?>(nil)

  func bytes(limit: Int) throws(Rejection) -> [UInt8] {
    if let bytes = known.withLock({ $0 }) { return bytes }
    let bytes = try StandardInput.read(limit: limit)
    known.withLock { $0 = bytes }
    return bytes
  }
}
