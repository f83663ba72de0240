public import Diagnostics
import Glibc
import Synchronization

/// The file system of the machine.
public struct FileSystem: ExportEnvironment {
  /// What was read as input; nil where reading makes no input of a file.
  private let inputs: ReadFiles?
  /// Folders that this process has swept.
  private static let swept = Mutex<Set<String>>([])

  /// Makes the environment. A write beyond a size limit of the process becomes an error, not a
  /// signal. With `protectsInputs` no file that was read is written over.
  public init(protectsInputs: Bool = true) {
    signal(SIGXFSZ, SIG_IGN)
    inputs = protectsInputs ? ReadFiles() : nil
  }

  /// What a path is; links are followed.
  public func kind(of path: String) -> FileKind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The bytes of a regular file; pipes, devices and folders are refused without waiting.
  public func read(_ path: String, limit: Int) throws(Rejection) -> [UInt8] {
    guard !path.utf8.contains(0) else { throw Rejection(FileProblems.missing(path)) }
    // Not blocking, so that a pipe or device is refused instead of waited for.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Rejection(
        errno == ENOENT ? FileProblems.missing(path) : FileProblems.unreadable(path, errno))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw Rejection(FileProblems.unreadable(path, errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Rejection(FileProblems.notAFile(path, isFolder: status.st_mode & S_IFMT == S_IFDIR))
    }
    inputs?.note(status)
    let size = Int(status.st_size)
    guard size <= limit else {
      throw Rejection(FileProblems.tooLarge(path, size: size, limit: limit))
    }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = 0
      while count < size, let base = buffer.baseAddress {
        let got = Glibc.read(descriptor, base + count, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    if failure != 0 { throw Rejection(FileProblems.unreadable(path, failure)) }
    return bytes
  }

  /// The names in a folder.
  public func names(in folder: String) throws(Rejection) -> [String] {
    guard let handle = opendir(folder) else {
      throw Rejection(
        errno == ENOENT ? FileProblems.missing(folder) : FileProblems.unreadable(folder, errno))
    }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Writes the files beside their places, syncs them, and renames them when all are there.
  public func write(_ files: [OutputFile]) throws(Rejection) {
    try inputs?.refuse(files)
    let folders = Set(files.map { AtomicFile.folder(of: $0.path) })
    for folder in folders where Self.swept.withLock({ $0.insert(folder).inserted }) {
      AtomicFile.sweep(folder, names: (try? names(in: folder)) ?? [])
    }
    var staged: [StagedFile] = []
    do throws(Rejection) {
      for file in files { staged.append(try AtomicFile.stage(file)) }
    } catch {
      for file in staged { file.discard() }
      throw error
    }
    try AtomicFile.commit(staged)
    for folder in folders { AtomicFile.sync(folder) }
  }
}
