import Diagnostics
import Glibc

/// A worker as its parent holds it: a child process with two pipes, neither of which the parent
/// ever waits for.
final class WorkerProcess {
  let process: pid_t
  /// Where its replies come from.
  let output: Int32
  private var input: Int32
  private var unsent: [UInt8] = []
  private var lines = LineBuffer()
  /// The jobs it has and has not answered, in the order in which it got them.
  private(set) var jobs: [BatchJob] = []
  /// The line of the job it began last, and when; nil between two jobs.
  private(set) var running: (line: Int, since: ContinuousClock.Instant)?
  /// When it was last heard of, or got a job while it had none.
  private var heard = ContinuousClock.now

  /// Starts a process; `command` is its path and arguments.
  init(_ command: [String]) throws(Rejection) {
    let toChild = try Self.pipe()
    let fromChild: [Int32]
    do {
      fromChild = try Self.pipe()
    } catch {
      toChild.forEach { close($0) }
      throw error
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, toChild[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], STDOUT_FILENO)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, command[0], &actions, nil, &arguments, environ)
    close(toChild[0])
    close(fromChild[1])
    guard failure == 0 else {
      close(toChild[1])
      close(fromChild[0])
      throw Rejection(BatchProblems.noWorker(failure))
    }
    process = child
    input = toChild[1]
    output = fromChild[0]
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    _ = fcntl(output, F_SETFL, O_NONBLOCK)
  }

  /// A pipe that no other child gets; its ends for reading and writing.
  private static func pipe() throws(Rejection) -> [Int32] {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw Rejection(BatchProblems.noWorker(errno)) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends
  }

  // MARK: - Jobs in

  /// Where its jobs are to be written once it has room; nil when all are.
  var waitingInput: Int32? { unsent.isEmpty || input < 0 ? nil : input }

  func give(_ job: BatchJob, known: FinishedJob?) {
    if jobs.isEmpty { heard = .now }
    jobs.append(job)
    unsent += JSONLine.bytes(of: WorkerRequest(job: job, known: known)) + [UInt8(ascii: "\n")]
    send()
  }

  /// Writes what the pipe takes now.
  func send() {
    while !unsent.isEmpty, input >= 0 {
      let wrote = unsent.withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
      if wrote < 0, errno == EINTR { continue }
      // A pipe without a reader is noticed where the replies end.
      if wrote <= 0 { return }
      unsent.removeFirst(wrote)
    }
  }

  /// Lets it finish what it has and end.
  func endInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  // MARK: - Replies out

  /// The replies that have come, and whether the process has closed its end.
  func receive() -> (replies: [WorkerReply], isAtEnd: Bool) {
    var replies: [WorkerReply] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = Glibc.read(output, &buffer, buffer.count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { return (replies, errno != EAGAIN) }
      if got == 0 { return (replies, true) }
      for case .line(let bytes, _) in lines.take(Array(buffer[..<got])) {
        guard let reply = JSONLine.value(WorkerReply.self, from: Array(bytes)) else { continue }
        note(reply)
        if reply.status != .started { replies.append(reply) }
      }
    }
  }

  /// The job that has taken too long: the one that it runs, or where it says that it runs none and
  /// has said nothing for longer than `silence`, the first in its hands. So a worker that hangs
  /// before its first word or while it writes is noticed like one that hangs in a job.
  func overrun(beyond limit: Duration, silence: Duration) -> Int? {
    let now = ContinuousClock.now
    if let running { return now - running.since > limit ? running.line : nil }
    guard let first = jobs.first, now - heard > silence else { return nil }
    return first.line
  }

  private func note(_ reply: WorkerReply) {
    heard = .now
    if reply.status == .started {
      running = (reply.line, .now)
      return
    }
    if running?.line == reply.line { running = nil }
  }

  /// The job that a reply answers, which is no longer the worker's.
  func settle(_ line: Int) -> BatchJob? {
    guard let place = jobs.firstIndex(where: { $0.line == line }) else { return nil }
    return jobs.remove(at: place)
  }

  // MARK: - The process

  /// Memory that it holds, in bytes.
  var residentBytes: Int {
    guard let file = fopen("/proc/\(process)/statm", "r") else { return 0 }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 128)
    guard fgets(&buffer, Int32(buffer.count), file) != nil else { return 0 }
    let text = String(
      decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * sysconf(Int32(_SC_PAGESIZE)) : 0
  }

  func kill() { Glibc.kill(process, SIGKILL) }

  /// Closes the pipes and takes the ended process off the system's table. One that does not end by
  /// itself is killed; one that not even that ends is left to the system.
  func bury(patience: Duration = .milliseconds(500)) {
    endInput()
    close(output)
    if hasEnded(within: patience) { return }
    kill()
    _ = hasEnded(within: .seconds(1))
  }

  private func hasEnded(within time: Duration) -> Bool {
    let deadline = ContinuousClock.now + time
    while true {
      var status: Int32 = 0
      let found = waitpid(process, &status, WNOHANG)
      if found == process || found < 0 && errno != EINTR { return true }
      if ContinuousClock.now > deadline { return false }
      usleep(2000)
    }
  }
}
