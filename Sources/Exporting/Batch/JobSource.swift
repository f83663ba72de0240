import Diagnostics
import Glibc

/// The job list as it comes: no more of it is read than the workers want, so a queue that feeds the
/// batch is never ahead of it.
final class JobSource {
  /// A line of the list, as a job or as a finding.
  enum Entry {
    case job(BatchJob)
    case bad(BatchJobReader.BadLine, line: Int)
  }

  let descriptor: Int32
  private var reader: BatchJobReader
  private var lines = LineBuffer()
  private var entries: ArraySlice<Entry> = []
  private(set) var isAtEnd = false

  /// Jobs that are made already.
  init(_ jobs: [BatchJob]) {
    reader = BatchJobReader(file: "")
    descriptor = -1
    entries = jobs.map { .job($0) }[...]
    isAtEnd = true
  }

  /// Opens a list; `-` is standard input.
  init(_ path: String) throws(Rejection) {
    reader = BatchJobReader(file: path == "-" ? "stdin" : path)
    if path == "-" {
      descriptor = STDIN_FILENO
    } else {
      guard FileSystem().kind(of: path) != .folder else {
        throw Rejection(FileProblems.notAFile(path, isFolder: true))
      }
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw Rejection(
          errno == ENOENT ? FileProblems.missing(path) : FileProblems.unreadable(path, errno))
      }
    }
  }

  /// The next line that was read.
  func next() -> Entry? { entries.popFirst() }

  var isEmpty: Bool { entries.isEmpty }

  /// Reads one piece more; waits where there is nothing yet.
  func readMore() {
    guard let chunk = Descriptor.read(descriptor) else {
      isAtEnd = true
      if let last = lines.finish() { take(last) }
      return
    }
    lines.take(chunk).forEach(take)
  }

  private func take(_ line: LineBuffer.Line) {
    switch line {
    case .tooLong(let number):
      let range = SourceRange(file: reader.file, line: number)
      let problem = BatchProblems.lineTooLong(LineBuffer.limit, at: range)
      entries.append(.bad(BatchJobReader.BadLine(id: nil, diagnostic: problem), line: number))
    case .line(var bytes, let number):
      if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
      switch reader.job(bytes, line: number) {
      case .success(let job): entries.append(.job(job))
      case .failure(let bad): entries.append(.bad(bad, line: number))
      case nil: break
      }
    }
  }
}
