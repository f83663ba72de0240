public import Diagnostics
import Glibc

/// The parent of a batch: hands jobs to its workers, watches them, writes the journal and the
/// results. One thread, which waits in `poll` for whichever pipe has something to say.
public final class BatchRunner {
  let options: BatchOptions
  let results: (BatchResult) -> Bool
  var tally = BatchTally()
  var pool: WorkerPool
  private let source: JobSource
  private let journal: Journal?
  private let folders: OutputFolders
  private var finishing: [(job: BatchJob, reply: WorkerReply)] = []
  /// Why no more jobs are begun; nil while they are.
  private var stop: Stop?

  private enum Stop { case signal(Int32), diskFull, resultsClosed, workersDie }

  /// Opens list and journal; `results` takes the result lines and says whether anybody reads them.
  public convenience init(
    _ options: BatchOptions, results: @escaping (String) -> Bool
  ) throws(Rejection) {
    try self.init(options, source: try JobSource(options.jobs)) { result in
      results(String(decoding: JSONLine.bytes(of: result), as: UTF8.self))
    }
  }

  /// Opens the journal for jobs from anywhere.
  init(
    _ options: BatchOptions, source: JobSource, results: @escaping (BatchResult) -> Bool
  ) throws(Rejection) {
    self.options = options
    self.results = results
    self.source = source
    let path = options.journalPath
    let isNew = path.map { FileSystem().kind(of: $0) == .nothing } ?? true
    tally.resumesNothing = options.resumes && isNew
    journal = try path.map { (path) throws(Rejection) in try Journal(path: path) }
    folders = OutputFolders(isShared: options.isShare)
    pool = WorkerPool(options)
  }

  /// Runs the batch; the exit code: 0 all done, 1 some failed, 130 and 143 after signals.
  public func run() throws(Rejection) -> Int32 {
    StopSignals.catch()
    signal(SIGPIPE, SIG_IGN)
    tally.start()
    do throws(Rejection) {
      while stop == nil, !(source.isAtEnd && source.isEmpty && pool.isIdle) {
        try step()
        if let number = StopSignals.received { stop = .signal(number) }
        if pool.isHopeless { stop = .workersDie }
      }
      try drain()
    } catch {
      _ = pool.end()
      throw error
    }
    tally.end(journal: journal)
    switch stop {
    case .signal(let number): return 128 + number
    case .workersDie: throw Rejection(BatchProblems.workersKeepDying)
    case .diskFull, .resultsClosed: return 1
    case nil: return tally.failed == 0 ? 0 : 1
    }
  }

  /// How many lines a job list has that are not blank; nil for one that is piped in or not there.
  public static func jobCount(of list: String) -> Int? {
    guard list != PipedFiles.name, let source = fopen(list, "r") else { return nil }
    defer { fclose(source) }
    var (count, isBlank) = (0, true)
    while true {
      let byte = getc_unlocked(source)
      if byte == EOF || byte == 0x0A {
        count += isBlank ? 0 : 1
        isBlank = true
        if byte == EOF { return count }
      } else if byte != 0x20, byte != 0x09, byte != 0x0D {
        isBlank = false
      }
    }
  }

  // MARK: - One round

  private func step() throws(Rejection) {
    try hand()
    let wantsJobs = !source.isAtEnd && source.isEmpty && pool.hasRoom
    let isListReady = try pool.wait(with: wantsJobs ? source.descriptor : nil, milliseconds: 100)
    if isListReady { source.readMore() }
    try settle()
  }

  /// Gives jobs to the workers that have room.
  private func hand() throws(Rejection) {
    while pool.hasRoom, stop == nil {
      if let job = pool.waiting.first {
        pool.waiting.removeFirst()
        try pool.give(job, known: options.redoes ? nil : journal?.finished[job.output])
        continue
      }
      guard let entry = source.next() else { return }
      switch entry {
      case .bad(let bad, let line):
        // A line without a name cannot be shared out, so every share reports it.
        if let id = bad.id, options.shard?.has(id) == false { continue }
        report(failure: bad.diagnostic, id: bad.id, line: line, output: nil)
      case .job(let job):
        if options.shard?.has(job.id) == false { continue }
        do throws(Rejection) {
          try folders.prepare(for: job.output)
          pool.waiting.append(job)
        } catch {
          if error.diagnostics[0].code == "batch.folder-taken", !options.isShare { throw error }
          report(failure: error.diagnostics[0], id: job.id, line: job.line, output: job.output)
        }
      }
    }
  }

  /// Takes what the workers have answered and lost; finished jobs are journalled together.
  private func settle() throws(Rejection) {
    let round = pool.collect()
    for (job, reply) in round.replies {
      tally.noteMemory(pool.residentBytes)
      if reply.stopsBatch, !options.keepsGoing {
        tally.stopReason = reply.findings.first
        stop = .diskFull
      }
      finishing.append((job, reply))
    }
    for (job, problem) in round.lost {
      report(failure: problem, id: job.id, line: job.line, output: job.output)
    }
    try commit()
  }

  private func commit() throws(Rejection) {
    let done = finishing.filter { $0.reply.status == .done }.compactMap(\.reply.finished)
    do throws(Rejection) {
      try journal?.append(done)
    } catch {
      tally.stopReason = Worker.findings(error.diagnostics).first
      stop = .diskFull
    }
    for (job, reply) in finishing { report(reply, of: job) }
    finishing = []
  }

  /// Lets running jobs end, for four seconds at most, and ends the workers.
  private func drain() throws(Rejection) {
    let deadline = ContinuousClock.now + .seconds(4)
    pool.waiting = []
    pool.endInput()
    while pool.hasWorkers, ContinuousClock.now < deadline {
      _ = try pool.wait(with: nil, milliseconds: 50)
      try settle()
    }
    for job in pool.end() { folders.sweep(after: job.output) }
  }

  // MARK: - Result lines

  private func report(_ reply: WorkerReply, of job: BatchJob) {
    let finished = reply.finished
    let result = BatchResult(
      id: job.id, line: job.line, status: reply.status.rawValue, output: job.output,
      files: finished?.files, pages: finished?.pages, warnings: finished?.warnings ?? 0,
      sha256: finished?.files.first?.sha256, seconds: reply.seconds, findings: reply.findings)
    put(result)
  }

  private func report(failure: Diagnostic, id: String?, line: Int, output: String?) {
    put(
      BatchResult(
        id: id, line: line, status: "failed", output: output, warnings: 0, seconds: 0,
        findings: Worker.findings([failure])))
  }

  private func put(_ result: BatchResult) {
    tally.add(result)
    if !results(result) { stop = .resultsClosed }
  }

  /// Why the run ended before its last job; nil where it did not, or for a signal.
  var stopped: Diagnostic? {
    guard let reason = tally.stopReason else { return nil }
    return Diagnostic(
      .error, Code(rawValue: reason.code), Wording(reason.message, reason.messageZh))
  }

  /// The run in words, for a person.
  public var summary: String { tally.text(of: options) }
}
