import Diagnostics
import Glibc

/// A worker of a batch as its parent holds it: a child process and the jobs in its hands.
final class WorkerProcess {
  private let child: ChildProcess
  /// The jobs it has and has not answered, in the order in which it got them.
  private(set) var jobs: [BatchJob] = []
  /// The line of the job it began last, and when; nil between two jobs.
  private(set) var running: (line: Int, since: ContinuousClock.Instant)?
  /// When it was last heard of, or got a job while it had none.
  private var heard = ContinuousClock.now

  /// Starts a process; `command` is its path and arguments.
  init(_ command: [String]) throws(Rejection) { child = try ChildProcess(command) }

  /// Where its replies come from.
  var output: Int32 { child.output }

  /// Where its jobs are to be written once it has room; nil when all are.
  var waitingInput: Int32? { child.waitingInput }

  /// Memory that it holds, in bytes.
  var residentBytes: Int { child.residentBytes }

  var process: pid_t { child.process }

  // MARK: - Jobs in

  func give(_ job: BatchJob, known: FinishedJob?) {
    if jobs.isEmpty { heard = .now }
    jobs.append(job)
    child.send(JSONLine.bytes(of: WorkerRequest(job: job, known: known)))
  }

  /// Writes what the pipe takes now.
  func send() { child.send() }

  /// Lets it finish what it has and end.
  func endInput() { child.endInput() }

  // MARK: - Replies out

  /// The replies that have come, and whether the process has closed its end.
  func receive() -> (replies: [WorkerReply], isAtEnd: Bool) {
    var replies: [WorkerReply] = []
    let (lines, isAtEnd) = child.receive()
    for line in lines {
      guard let reply = JSONLine.value(WorkerReply.self, from: line) else { continue }
      note(reply)
      if reply.status != .started { replies.append(reply) }
    }
    return (replies, isAtEnd)
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

  func kill() { child.kill() }

  /// Closes the pipes and takes the ended process off the system's table.
  func bury(patience: Duration = .milliseconds(500)) { child.bury(patience: patience) }
}
