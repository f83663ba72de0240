import Diagnostics

/// An environment with one more file in it, whose pictures may also lie in further folders.
struct OverlaidEnvironment: ExportEnvironment {
  let base: any ExportEnvironment
  let path: String
  let bytes: [UInt8]
  /// Folders in which files are looked for that are not beside the file.
  var beside: [String] = []
  /// Files that are written together with all others, or not at all.
  var company: [OutputFile] = []

  func read(_ path: String, limit: Int) throws(Rejection) -> [UInt8] {
    if path == self.path { return bytes }
    return try base.read(found(path), limit: limit)
  }

  func names(in folder: String) throws(Rejection) -> [String] { try base.names(in: folder) }

  func kind(of path: String) -> FileKind {
    path == self.path ? .file : base.kind(of: found(path))
  }

  func write(_ files: [OutputFile]) throws(Rejection) { try base.write(files + company) }

  private func found(_ path: String) -> String {
    let folder = AtomicFile.folder(of: self.path)
    let isBelow = path.hasPrefix("\(folder)/")
    guard isBelow || (folder == "." && !path.hasPrefix("/")), base.kind(of: path) != .file else {
      return path
    }
    let rest = isBelow ? path.dropFirst(folder.count + 1) : path[...]
    return beside.lazy.map { "\($0)/\(rest)" }.first { base.kind(of: $0) == .file } ?? path
  }
}
