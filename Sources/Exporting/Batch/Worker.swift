public import Diagnostics
import Dispatch
import Glibc
import Synchronization

/// The child of a batch: jobs as JSON lines on standard input, replies on standard output, until
/// the input ends. Faces, layouts and shaped characters are kept from job to job.
///
/// A job's files are written and synced by threads of their own, so that waiting for the disk costs
/// the next job nothing.
public final class Worker {
  private let home: ResourceHome
  private let recorder: JobRecorder
  private let stock: ExportStock
  private let engine: String
  private let writers: WriterQueue

  /// Makes a worker over a resources folder; `engine` names the version that makes the pages.
  public init(
    home path: String, layouts: String? = nil, engine: String, in files: FileSystem
  ) throws(Rejection) {
    recorder = JobRecorder(files: files, home: path)
    var home = try ResourceHome.find(given: path, variable: nil, executable: "", in: recorder)
    try home.take(layouts: layouts)
    self.home = home
    stock = ExportStock(home: home, recorder: recorder)
    self.engine = EngineStamp.make(version: engine, home: path)
    writers = WriterQueue(files: files)
  }

  /// Serves jobs until standard input ends.
  public func run() {
    // A terminal sends its signals to the parent, too, which decides what becomes of the jobs.
    signal(SIGINT, SIG_IGN)
    signal(SIGTERM, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    var lines = LineBuffer()
    while let chunk = Descriptor.read(STDIN_FILENO) {
      for line in lines.take(chunk) {
        if case .line(let bytes, _) = line,
          let request = JSONLine.value(WorkerRequest.self, from: Array(bytes))
        {
          serve(request)
        }
      }
      if writers.isCutOff { break }
    }
    writers.finish()
  }

  private func serve(_ request: WorkerRequest) {
    let job = request.job
    writers.reply(WorkerReply(line: job.line, status: .started))
    let start = ContinuousClock.now
    if let known = request.known, isUnchanged(job, known) {
      var reply = WorkerReply(line: job.line, status: .unchanged, finished: known)
      reply.finished?.id = job.id
      reply.seconds = Self.seconds(since: start)
      writers.reply(reply)
      return
    }
    var problems = Problems()
    var reply = WorkerReply(line: job.line, status: .done)
    do throws(Rejection) {
      let environment = try job.environment(over: recorder, into: &problems)
      let bench = BatchBench(home: home, environment: environment, stock: stock)
      let pages = try job.task.perform(at: bench, into: &problems)
      let (inputs, outputs) = recorder.take()
      reply.finished = FinishedJob(
        id: job.id, output: job.output, key: key(of: job, inputs), inputs: inputs.map(\.path),
        files: outputs.map { MadeFile(path: $0.path, sha256: Digest.sha256($0.bytes)) },
        pages: pages, warnings: problems.diagnostics.count { $0.severity == .warning })
      // What ends with errors and still has pages is a proof of overset text.
      if problems.hasErrors { reply.status = .failed }
      reply.findings = Self.findings(problems.diagnostics)
      reply.seconds = Self.seconds(since: start)
      writers.write(outputs, then: reply)
    } catch {
      _ = recorder.take()
      reply.status = .failed
      reply.findings = Self.findings(error.diagnostics)
      reply.seconds = Self.seconds(since: start)
      writers.reply(reply)
    }
  }

  // MARK: - Whether a job has to be done again

  private func key(of job: BatchJob, _ inputs: [JobRecorder.Input]) -> String {
    let lines = inputs.map { "\($0.path)\u{0}\($0.digest)" }
    return Digest.sha256(
      Array(([engine, job.fingerprint] + lines).joined(separator: "\n").utf8))
  }

  private func isUnchanged(_ job: BatchJob, _ known: FinishedJob) -> Bool {
    for file in known.files where recorder.currentDigest(of: file.path) != file.sha256 {
      return false
    }
    var inputs: [JobRecorder.Input] = []
    for path in known.inputs {
      guard let digest = recorder.currentDigest(of: path) else { return false }
      inputs.append(JobRecorder.Input(path: path, digest: digest))
    }
    return key(of: job, inputs) == known.key
  }

  // MARK: - Words

  static func findings(_ diagnostics: [Diagnostic]) -> [JobFinding] {
    diagnostics.filter { $0.severity >= .warning }.map {
      JobFinding(
        severity: $0.severity.rawValue, code: $0.code.rawValue, message: $0.message.english,
        messageZh: $0.message.chinese, place: $0.range?.description,
        hints: $0.hints.isEmpty ? nil : $0.hints.flatMap { [$0.english, $0.chinese] })
    }
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let parts = (ContinuousClock.now - start).components
    let milliseconds =
      Double(parts.seconds) * 1000 + Double(parts.attoseconds / 1_000_000_000_000_000)
    return milliseconds / 1000
  }
}
