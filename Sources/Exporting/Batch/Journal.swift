import Diagnostics
import Glibc

/// The record of what a batch has finished: one line a job, appended and synced, so that it
/// survives a kill at any moment. A torn or damaged line is passed over.
final class Journal {
  let path: String
  /// The jobs that earlier runs finished, by the output that they named. What this run appends is
  /// not added: no list names an output twice, and a long run must not grow.
  private(set) var finished: [String: FinishedJob] = [:]
  private let descriptor: Int32
  /// How many lines could not be used.
  private(set) var damagedLines = 0

  /// Opens or makes the journal and locks it; the kernel drops the lock when the process ends.
  init(path: String) throws(Rejection) {
    self.path = path
    try AtomicFile.makeFolder(AtomicFile.folder(of: path))
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Rejection(FileProblems.unwritable(path, errno)) }
    guard Descriptor.lock(descriptor, LOCK_EX) else {
      close(descriptor)
      throw Rejection(BatchProblems.journalTaken(path))
    }
    let bytes = try FileSystem().read(path, limit: .max)
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    for line in lines { take(line) }
    // A journal may be torn, but then it begins as one; anything else is somebody's document.
    if finished.isEmpty, let first = lines.first,
      !first.starts(with: Self.beginning.prefix(first.count))
    {
      close(descriptor)
      throw Rejection(BatchProblems.noJournal(path))
    }
    // A torn last line is ended, so that the next one stands alone.
    if let last = bytes.last, last != UInt8(ascii: "\n") { try write([UInt8(ascii: "\n")]) }
  }

  deinit { close(descriptor) }

  /// Appends finished jobs and waits until they are on the disk.
  func append(_ jobs: [FinishedJob]) throws(Rejection) {
    if jobs.isEmpty { return }
    var bytes: [UInt8] = []
    for job in jobs { bytes += Self.line(of: job) }
    try write(bytes)
    guard fdatasync(descriptor) == 0 else { throw Rejection(FileProblems.unwritable(path, errno)) }
  }

  private func write(_ bytes: [UInt8]) throws(Rejection) {
    let failure = Descriptor.write(bytes, to: descriptor)
    guard failure == 0 else { throw Rejection(FileProblems.unwritable(path, failure)) }
  }

  private func remember(_ job: FinishedJob) {
    guard let output = job.output ?? job.files.first?.path else { return }
    finished[output] = job
  }

  // MARK: - Lines

  /// What every line begins with: its members are in the order of their names.
  private static let beginning = Array("{\"files\":[".utf8)
  private static let mark = Array(",\"check\":\"".utf8)

  /// The job as JSON with a check of its bytes as the last member.
  private static func line(of job: FinishedJob) -> [UInt8] {
    let body = JSONLine.bytes(of: job).dropLast()
    return Array(body) + mark + check(body) + Array("\"}\n".utf8)
  }

  private func take(_ line: ArraySlice<UInt8>) {
    let tail = Self.mark.count + 8 + 2
    let body = line.dropLast(tail)
    guard line.count > tail, Array(line.dropFirst(body.count)).starts(with: Self.mark),
      Self.check(body) == Array(line.dropLast(2).suffix(8)),
      let job = JSONLine.value(FinishedJob.self, from: Array(line))
    else {
      damagedLines += 1
      return
    }
    remember(job)
  }

  private static func check(_ body: ArraySlice<UInt8>) -> [UInt8] {
    Array(Digest.sha256(Array(body)).utf8.prefix(8))
  }
}

/// Calls on file descriptors.
enum Descriptor {
  /// How long a lock is waited for, in microseconds: a run that was killed holds its own until its
  /// processes have heard of it.
  private static let patience = 2_000_000
  private static let pause = 50_000

  /// Locks a file or folder, `LOCK_EX` or `LOCK_SH`; whether nobody else keeps it.
  static func lock(_ descriptor: Int32, _ kind: Int32) -> Bool {
    for _ in 0...(patience / pause) {
      if flock(descriptor, kind | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { return false }
      usleep(UInt32(pause))
    }
    return false
  }

  /// Writes all bytes; the error number, 0 for success.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
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
}
