import Diagnostics
import Exporting
import Synchronization

/// The files of one job in memory; below the workshop's own folders the file system shows through.
final class JobFolder: ExportEnvironment {
  static let cancelled = Diagnostic(
    .error, "job.cancelled", Wording("the job was cancelled", "已取消"))

  private let files: [String: [UInt8]]
  private let shown: [String]
  private let cancellation: Cancellation?
  private let disk = FileSystem()
  private let made = Mutex<[OutputFile]>([])

  init(_ files: [File], shows folders: [String], cancellation: Cancellation?) {
    self.files = Dictionary(files.map { (Self.plain($0.name), $0.bytes) }) { _, last in last }
    shown = folders
    self.cancellation = cancellation
  }

  /// What was written, in order.
  var outputs: [File] { made.withLock { $0 }.map { File(Self.plain($0.path), bytes: $0.bytes) } }

  func read(_ path: String, limit: Int) throws(Rejection) -> [UInt8] {
    try check()
    if let bytes = files[Self.plain(path)] ?? written(path) {
      guard bytes.count <= limit else { throw Rejection(Self.tooLarge(path, limit)) }
      return bytes
    }
    guard isShown(path) else { throw Rejection(Self.missing(path)) }
    return try disk.read(path, limit: limit)
  }

  func names(in folder: String) throws(Rejection) -> [String] {
    try check()
    if isShown(folder) { return try disk.names(in: folder) }
    let base = Self.plain(folder)
    let start = base == "." ? "" : base + "/"
    let below = files.keys.filter { $0.hasPrefix(start) }
    return Set(below.map { String($0.dropFirst(start.count).prefix { $0 != "/" }) }).sorted()
  }

  func kind(of path: String) -> FileKind {
    let plain = Self.plain(path)
    if files[plain] != nil || written(path) != nil { return .file }
    if files.keys.contains(where: { $0.hasPrefix(plain + "/") }) { return .folder }
    return isShown(path) ? disk.kind(of: path) : .nothing
  }

  func write(_ files: [OutputFile]) throws(Rejection) {
    try check()
    made.withLock { $0 += files }
  }

  private func written(_ path: String) -> [UInt8]? {
    let plain = Self.plain(path)
    return made.withLock { $0.last { Self.plain($0.path) == plain }?.bytes }
  }

  private func check() throws(Rejection) {
    if cancellation?.isCancelled == true { throw Rejection(Self.cancelled) }
  }

  private func isShown(_ path: String) -> Bool {
    !path.split(separator: "/").contains("..")
      && shown.contains { path == $0 || path.hasPrefix("\($0)/") }
  }

  private static func plain(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    return parts.isEmpty ? "." : (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  private static func missing(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "job.missing-file",
      Wording("the job has no file \"\(path)\"", "作业中没有文件“\(path)”"),
      hints: [Wording("give it among the job's files", "请在作业的 files 中给出")])
  }

  private static func tooLarge(_ path: String, _ limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "job.too-large",
      Wording("\"\(path)\" has more than \(limit) bytes", "“\(path)”超过 \(limit) 字节"))
  }
}
