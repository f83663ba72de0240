import Diagnostics
import Glibc

/// The workers of a batch, each with a few jobs in hand, and what becomes of those whose worker
/// was lost.
struct WorkerPool {
  /// Jobs that no worker has yet.
  var waiting: [BatchJob] = []
  private let options: BatchOptions
  private var workers: [WorkerProcess] = []
  /// How often a job ended its worker.
  private var deaths: [Int: Int] = [:]
  private var deathsInARow = 0

  /// Jobs that a worker has at once: one that it sets, one that it will set next, and some that
  /// wait for the disk.
  static let depth = 2 + WriterQueue.limit

  /// Deaths of idle workers without an answer between them, after which starting more is no use.
  static let hopeless = 5

  init(_ options: BatchOptions) { self.options = options }

  var hasRoom: Bool {
    workers.count < options.workers || workers.contains { $0.jobs.count < Self.depth }
  }

  var isIdle: Bool { waiting.isEmpty && workers.allSatisfy(\.jobs.isEmpty) }

  var hasWorkers: Bool { !workers.isEmpty }

  var isHopeless: Bool { deathsInARow >= Self.hopeless }

  /// What the worker that holds most holds, in bytes.
  var residentBytes: Int { workers.map(\.residentBytes).max() ?? 0 }

  /// Gives a job to the worker with the fewest, a new one while there may be more.
  mutating func give(_ job: BatchJob, known: FinishedJob?) throws(Rejection) {
    if workers.count < options.workers, workers.allSatisfy({ !$0.jobs.isEmpty }) {
      workers.append(try WorkerProcess(options.workerCommand))
    }
    workers.min { $0.jobs.count < $1.jobs.count }?.give(job, known: known)
  }

  func endInput() { for worker in workers { worker.endInput() } }

  // MARK: - Waiting

  /// Waits until a pipe or the list has something; whether the list has.
  func wait(with list: Int32?, milliseconds: Int32) throws(Rejection) -> Bool {
    var polled: [pollfd] = []
    if let list { polled.append(pollfd(fd: list, events: Int16(POLLIN), revents: 0)) }
    for worker in workers {
      polled.append(pollfd(fd: worker.output, events: Int16(POLLIN), revents: 0))
      if let input = worker.waitingInput {
        polled.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0))
      }
    }
    guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return false }
    for worker in workers { worker.send() }
    return list != nil && polled[0].revents != 0
  }

  // MARK: - Answers and losses

  /// What came in a round.
  struct Round {
    var replies: [(BatchJob, WorkerReply)] = []
    /// Jobs that are given up, and why.
    var lost: [(BatchJob, Diagnostic)] = []
  }

  mutating func collect() -> Round {
    var round = Round()
    var living: [WorkerProcess] = []
    for worker in workers {
      let (replies, isAtEnd) = worker.receive()
      for reply in replies {
        deathsInARow = 0
        if let job = worker.settle(reply.line) { round.replies.append((job, reply)) }
      }
      if isAtEnd {
        lose(worker, because: nil, into: &round)
      } else if let overrun = overrun(of: worker) {
        lose(worker, because: overrun, into: &round)
      } else {
        living.append(worker)
      }
    }
    workers = living
    return round
  }

  private func overrun(of worker: WorkerProcess) -> (line: Int, problem: Diagnostic)? {
    if let line = worker.overrun(
      beyond: .seconds(options.timeout), silence: .seconds(options.timeout + options.startAllowance)
    ) {
      return (line, BatchProblems.timeout(options.timeout))
    }
    guard let line = worker.running?.line, worker.residentBytes > options.memory << 20 else {
      return nil
    }
    return (line, BatchProblems.memory(options.memory))
  }

  /// Ends a worker. The job that it ran is given up for an overrun, and after its second death; its
  /// other jobs go to another worker.
  private mutating func lose(
    _ worker: WorkerProcess, because overrun: (line: Int, problem: Diagnostic)?,
    into round: inout Round
  ) {
    if overrun != nil { worker.kill() }
    worker.bury()
    // A job that ends its worker is to blame itself and is given up at its second death; a worker
    // that ends without having begun one will not do better the next time.
    if overrun == nil, !worker.jobs.isEmpty, worker.running == nil { deathsInARow += 1 }
    var rest = worker.jobs
    if let line = overrun?.line ?? worker.running?.line,
      let place = rest.firstIndex(where: { $0.line == line })
    {
      deaths[line, default: 0] += 1
      if let overrun {
        round.lost.append((rest.remove(at: place), overrun.problem))
      } else if deaths[line, default: 0] >= 2 {
        round.lost.append((rest.remove(at: place), BatchProblems.workerDied))
      }
    }
    waiting = rest + waiting
  }

  /// Ends all workers; the jobs that they had not answered.
  mutating func end() -> [BatchJob] {
    var unanswered: [BatchJob] = []
    for worker in workers where !worker.jobs.isEmpty { worker.kill() }
    for worker in workers {
      worker.bury()
      unanswered += worker.jobs
    }
    workers = []
    return unanswered
  }
}

/// The signals that ask a batch to end.
enum StopSignals {
  // Written by the handler and read by the one thread of the parent.
  nonisolated(unsafe) private static var number: Int32 = 0

  static var received: Int32? { number == 0 ? nil : number }

  /// A parent may start the program with signals blocked, as threads of a service often have them.
  static func `catch`() {
    var set = sigset_t()
    sigemptyset(&set)
    for one in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&set, one) }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    for one in [SIGINT, SIGTERM, SIGHUP] {
      signal(one) { StopSignals.number = $0 }
    }
  }
}
