import Diagnostics
import Glibc

/// The folders that a batch writes into: made, swept and locked when they are first met.
///
/// A batch that reads a whole list locks its folders for itself. One that is a share of a larger
/// run (a shard, or jobs from a pipe) lets other shares in, but no whole batch.
final class OutputFolders {
  private let isShared: Bool
  private var locks: [Identity: Int32] = [:]
  private var known: Set<String> = []

  /// What a folder is, however it is spelt: a second lock on it would wait for the first.
  private struct Identity: Hashable {
    var device: dev_t
    var node: ino_t
  }

  init(isShared: Bool) { self.isShared = isShared }

  deinit { for lock in locks.values { close(lock) } }

  /// Prepares the folder of an output.
  func prepare(for output: String) throws(Rejection) {
    let folder = AtomicFile.folder(of: output)
    if known.contains(folder) { return }
    try AtomicFile.makeFolder(folder)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    var facts = stat()
    guard descriptor >= 0, fstat(descriptor, &facts) == 0 else {
      throw Rejection(FileProblems.unwritable(folder, errno))
    }
    let identity = Identity(device: facts.st_dev, node: facts.st_ino)
    known.insert(folder)
    if locks[identity] != nil {
      close(descriptor)
      return
    }
    if !Descriptor.lock(descriptor, isShared ? LOCK_SH : LOCK_EX), errno == EWOULDBLOCK {
      close(descriptor)
      known.remove(folder)
      throw Rejection(BatchProblems.folderTaken(folder))
    }
    locks[identity] = descriptor
    AtomicFile.sweep(folder, names: (try? FileSystem().names(in: folder)) ?? [])
  }

  /// Removes what a killed worker left beside an output.
  func sweep(after output: String) {
    let folder = AtomicFile.folder(of: output)
    AtomicFile.sweep(folder, names: (try? FileSystem().names(in: folder)) ?? [])
  }
}
