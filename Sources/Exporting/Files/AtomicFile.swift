import Diagnostics
import Glibc

/// One file written beside its place, whole and synced, before it is renamed into it.
enum AtomicFile {
  /// Writes the bytes to a temporary file in the folder of the final one and returns its path.
  static func stage(_ file: OutputFile) throws(Rejection) -> String {
    let folder = folder(of: file.path)
    try makeFolder(folder)
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    var template = Array("\(folder)/.\(name.prefix(80)).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Rejection(FileProblems.unwritable(file.path, errno)) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var failure = put(file.bytes, to: descriptor)
    // mkstemp makes the file private; results are for everybody, as the user's mask allows.
    let mask = umask(0)
    umask(mask)
    if failure == 0, fchmod(descriptor, 0o666 & ~mask) != 0 { failure = errno }
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    guard failure == 0 else {
      unlink(path)
      throw Rejection(FileProblems.unwritable(file.path, failure))
    }
    return path
  }

  private static func put(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, let base = buffer.baseAddress {
        let wrote = Glibc.write(descriptor, base + done, buffer.count - done)
        if wrote < 0, errno == EINTR { continue }
        if wrote < 0 { return errno }
        done += wrote
      }
      return 0
    }
  }

  /// Makes a folder and those above it.
  private static func makeFolder(_ folder: String) throws(Rejection) {
    var status = stat()
    if stat(folder, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { return }
      throw Rejection(FileProblems.unwritable(folder, ENOTDIR))
    }
    let parent = self.folder(of: folder)
    if parent != folder { try makeFolder(parent) }
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw Rejection(FileProblems.unwritable(folder, errno))
    }
  }

  /// The folder that a path stands in; the current one is `.`.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func sync(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    // A file system that cannot sync folders has done what it can.
    _ = fsync(descriptor)
    close(descriptor)
  }
}
