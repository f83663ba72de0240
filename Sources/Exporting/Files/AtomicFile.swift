import Diagnostics
import Glibc

/// A whole and synced file beside the place that it is to be renamed into.
///
/// Its descriptor is locked until then, so that another process can tell a file that is being
/// written from one that a killed process left behind.
struct StagedFile {
  let path: String
  let final: String
  fileprivate let descriptor: Int32

  /// Renames the file into its place.
  func commit() throws(Rejection) {
    guard rename(path, final) == 0 else { throw Rejection(FileProblems.unwritable(final, errno)) }
    close(descriptor)
  }

  /// A second name for what stands in its place now, from which that can be brought back; nil where
  /// there is nothing, or where the file system knows no second names.
  fileprivate func keepEarlier() -> String? {
    let kept = path + ".old"
    return link(final, kept) == 0 ? kept : nil
  }

  /// Removes the file.
  func discard() {
    unlink(path)
    close(descriptor)
  }
}

/// One file written beside its place, whole and synced, before it is renamed into it.
enum AtomicFile {
  /// Writes the bytes to a temporary file in the folder of the final one.
  static func stage(_ file: OutputFile) throws(Rejection) -> StagedFile {
    let folder = folder(of: file.path)
    try makeFolder(folder)
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let staged = try open(beside: "\(folder)/\(temporary)\(name.prefix(50))", for: file.path)
    let descriptor = staged.descriptor
    var failure = Descriptor.write(file.bytes, to: descriptor)
    // mkstemp makes the file private; results are for everybody, as the user's mask allows.
    if failure == 0, fchmod(descriptor, 0o666 & ~mask) != 0 { failure = errno }
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    guard failure == 0 else {
      staged.discard()
      throw Rejection(FileProblems.unwritable(file.path, failure))
    }
    return staged
  }

  /// Makes and locks a temporary file. Between the two another process may take it for one that was
  /// left behind, and remove it: then the next one is taken.
  private static func open(
    beside start: String, for path: String
  ) throws(Rejection) -> StagedFile {
    while true {
      var template = Array("\(start).XXXXXX".utf8CString)
      let descriptor = mkstemp(&template)
      guard descriptor >= 0 else { throw Rejection(FileProblems.unwritable(path, errno)) }
      // A file system without locks only loses the sweeping of what a killed process left behind.
      _ = flock(descriptor, LOCK_EX)
      var status = stat()
      if fstat(descriptor, &status) == 0, status.st_nlink == 0 {
        close(descriptor)
        continue
      }
      let name = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return StagedFile(path: name, final: path, descriptor: descriptor)
    }
  }

  /// Renames files into their places, all or none: when one cannot be, those before it are taken
  /// back and what they had replaced stands there again.
  static func commit(_ staged: [StagedFile]) throws(Rejection) {
    var done: [(file: StagedFile, earlier: String?)] = []
    do throws(Rejection) {
      for file in staged {
        let earlier = staged.count > 1 ? file.keepEarlier() : nil
        do throws(Rejection) {
          try file.commit()
        } catch {
          if let earlier { unlink(earlier) }
          throw error
        }
        done.append((file, earlier))
      }
    } catch {
      for (file, earlier) in done {
        if let earlier { rename(earlier, file.final) } else { unlink(file.final) }
      }
      for file in staged.dropFirst(done.count) { file.discard() }
      throw error
    }
    for case let earlier? in done.map(\.earlier) { unlink(earlier) }
  }

  /// The user's mask, which can only be read by setting it.
  private static let mask: mode_t = {
    let mask = umask(0)
    umask(mask)
    return mask
  }()

  /// Removes what killed processes left in a folder: temporary files that nobody has locked.
  static func sweep(_ folder: String, names: [String]) {
    for name in names where isTemporary(name) {
      let path = "\(folder)/\(name)"
      let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
      close(descriptor)
    }
  }

  /// What the names of temporary files begin with, so that nobody's own file is taken for one.
  private static let temporary = ".banxin-"

  /// Whether a name is one that `stage` makes, or a second name of what it replaced:
  /// `.banxin-page.pdf.a1B2c3`, and `.old` behind it.
  private static func isTemporary(_ name: String) -> Bool {
    let name = name.hasSuffix(".old") ? name.dropLast(4) : name[...]
    guard name.hasPrefix(temporary), let random = name.split(separator: ".").last,
      random.utf8.count == 6
    else { return false }
    return random.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ folder: String) throws(Rejection) {
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
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    // A file system that cannot sync folders has done what it can.
    _ = fsync(descriptor)
    close(descriptor)
  }
}
