import Diagnostics
import Synchronization

/// The file system as one job of a batch sees it: what it reads is noted, what it writes is held
/// back, so that the result can be compared, hashed and written behind the job's back.
final class JobRecorder: ExportEnvironment {
  /// A file that a job depended on and what was in it.
  struct Input: Hashable {
    /// As the job named it; `@/` stands for the resources folder.
    var path: String
    /// SHA-256 of the bytes, or of the sorted names of a folder; `-` for what is not there.
    var digest: String
  }

  private struct Notes {
    var inputs: [Input] = []
    var outputs: [OutputFile] = []
  }

  private let files: FileSystem
  private let home: String
  private let notes = Mutex(Notes())
  private let protected = ReadFiles()

  init(files: FileSystem, home: String) {
    self.files = files
    self.home = home
  }

  func kind(of path: String) -> FileKind {
    let kind = files.kind(of: path)
    // What the resources folder lacks has no part in a page; a picture that is not there yet has.
    if kind == .nothing, !path.hasPrefix("\(home)/layouts/") { note(path, digest: Self.absent) }
    return kind
  }

  func read(_ path: String, limit: Int) throws(Rejection) -> [UInt8] {
    let bytes = try files.read(path, limit: limit)
    protected.note(path)
    note(path, digest: Digest.sha256(bytes))
    return bytes
  }

  func names(in folder: String) throws(Rejection) -> [String] {
    let names = try files.names(in: folder)
    // Which other layouts there are changes no page.
    if folder != "\(home)/layouts" { note("\(folder)/", digest: Self.digest(ofNames: names)) }
    return names
  }

  func write(_ outputs: [OutputFile]) throws(Rejection) {
    try protected.refuse(outputs)
    notes.withLock { $0.outputs += outputs }
  }

  // MARK: - What a job came to

  /// Hands out what was noted since the last time.
  func take() -> (inputs: [Input], outputs: [OutputFile]) {
    protected.forget()
    return notes.withLock { notes in
      defer { notes = Notes() }
      return (notes.inputs, notes.outputs)
    }
  }

  /// What was noted so far.
  var inputs: [Input] { notes.withLock { $0.inputs } }

  /// Notes again what an earlier job read.
  func add(_ inputs: [Input]) { notes.withLock { $0.inputs += inputs } }

  /// The digest of a path as it is now, for comparison with a noted one.
  func currentDigest(of path: String) -> String? {
    let place = path.hasPrefix("@/") ? home + path.dropFirst() : path
    if place.hasSuffix("/") {
      return (try? files.names(in: String(place.dropLast()))).map(Self.digest(ofNames:))
    }
    if files.kind(of: place) == .nothing { return Self.absent }
    return (try? files.read(place, limit: .max)).map(Digest.sha256)
  }

  private static let absent = "-"

  private static func digest(ofNames names: [String]) -> String {
    Digest.sha256(Array(names.sorted().joined(separator: "\n").utf8))
  }

  private func note(_ path: String, digest: String) {
    let isOfHome = path.hasPrefix(home + "/")
    let name = isOfHome ? "@" + path.dropFirst(home.count) : path
    let input = Input(path: name, digest: digest)
    notes.withLock { if !$0.inputs.contains(input) { $0.inputs.append(input) } }
  }
}
