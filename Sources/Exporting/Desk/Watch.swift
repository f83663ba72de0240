public import Diagnostics
import Glibc

/// Does a job again whenever one of the files that it read has changed.
public struct Watch {
  private let files: FileSystem
  private let inputs: [String]

  /// Milliseconds between two looks at the files.
  private static let pause: UInt32 = 250

  /// A file as it stood at a look; nil for one that was not there.
  private struct Stamp: Hashable {
    var size: Int
    var seconds: Int
    var nanoseconds: Int
    var inode: UInt64
  }

  /// Prepares to watch; `inputs` are files that count even where a job ends before it reads them.
  public init(_ files: FileSystem, inputs: [String]) {
    self.files = files
    self.inputs = inputs
  }

  /// What a round came to: whether there is to be another.
  public typealias Told = (Result<[String], Rejection>, [Diagnostic]) -> Bool

  /// Does the job, and again after each change, until `told` says that it is enough. The job gets the
  /// environment to read from and gives back the files that it wrote.
  public func follow(
    _ job: (any ExportEnvironment, inout Problems) throws(Rejection) -> [String], told: Told
  ) {
    while true {
      // No path begins so: layouts and fonts are watched like all other files.
      let recorder = JobRecorder(files: files, home: "\0")
      var problems = Problems()
      var result: Result<[String], Rejection>
      // What changes while the job runs is a reason for another round.
      var before: [String: Stamp?] = [:]
      for path in inputs { before[path] = stamp(of: path) }
      do throws(Rejection) {
        let written = try job(recorder, &problems)
        let (read, outputs) = recorder.take()
        for input in read { before[input.path] = stamp(of: input.path) }
        try files.write(outputs)
        result = .success(written)
      } catch {
        for input in recorder.take().inputs { before[input.path] = stamp(of: input.path) }
        result = .failure(error)
      }
      if !told(result, problems.diagnostics) { return }
      while before.allSatisfy({ stamp(of: $0.key) == $0.value }) { usleep(Self.pause * 1000) }
      // A file that is being written is whole a moment later.
      usleep(Self.pause / 4 * 1000)
    }
  }

  private func stamp(of path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Stamp(
      size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec, inode: UInt64(status.st_ino))
  }
}
