import Diagnostics
import Glibc
import Synchronization

/// The files that a job has read, so that none of them is written over by its own result.
final class ReadFiles: Sendable {
  private let known = Mutex<Set<FileIdentity>>([])

  /// Notes what an open file is.
  func note(_ status: stat) {
    let identity = FileIdentity(status)
    known.withLock { _ = $0.insert(identity) }
  }

  /// Notes what stands at a path.
  func note(_ path: String) {
    var status = stat()
    if stat(path, &status) == 0 { note(status) }
  }

  /// Forgets all, for the next job.
  func forget() { known.withLock { $0 = [] } }

  /// Refuses results that stand where something was read, however their path is spelt.
  func refuse(_ files: [OutputFile]) throws(Rejection) {
    let known = known.withLock { $0 }
    if known.isEmpty { return }
    for file in files where !file.replacesInput {
      var status = stat()
      if stat(file.path, &status) == 0, known.contains(FileIdentity(status)) {
        throw Rejection(FileProblems.isInput(file.path))
      }
    }
  }
}

/// What a file is, whatever it is called.
struct FileIdentity: Hashable {
  private let device: dev_t
  private let node: ino_t

  init(_ status: stat) { (device, node) = (status.st_dev, status.st_ino) }
}
