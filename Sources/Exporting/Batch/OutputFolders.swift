import Diagnostics
import Glibc

/// The folders that a batch writes into: made, swept and locked when they are first met.
///
/// A batch that reads a whole list locks its folders for itself. One that is a share of a larger
/// run (a shard, or jobs from a pipe) lets other shares in, but no whole batch.
final class OutputFolders {
  private let isShared: Bool
  private var locks: [String: Int32] = [:]

  init(isShared: Bool) { self.isShared = isShared }

  deinit { for lock in locks.values { close(lock) } }

  /// Prepares the folder of an output.
  func prepare(for output: String) throws(Rejection) {
    let folder = AtomicFile.folder(of: output)
    if locks[folder] != nil { return }
    try AtomicFile.makeFolder(folder)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Rejection(FileProblems.unwritable(folder, errno)) }
    if flock(descriptor, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      throw Rejection(BatchProblems.folderTaken(folder))
    }
    locks[folder] = descriptor
    AtomicFile.sweep(folder, names: (try? FileSystem().names(in: folder)) ?? [])
  }

  /// Removes what a killed worker left beside an output.
  func sweep(after output: String) {
    let folder = AtomicFile.folder(of: output)
    AtomicFile.sweep(folder, names: (try? FileSystem().names(in: folder)) ?? [])
  }
}
