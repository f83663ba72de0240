/// A file that a job made.
struct MadeFile: Codable, Hashable {
  var path: String
  var sha256: String
}

/// What a finished job is remembered by: enough to tell later that nothing has changed.
struct FinishedJob: Codable, Hashable {
  var id: String
  /// The output that the job named; several pages are several files, of other names.
  var output: String?
  /// SHA-256 over the job, the engine, and the paths and contents of everything it read.
  var key: String
  /// The paths of what it read, in their order; `@/` stands for the resources folder.
  var inputs: [String]
  var files: [MadeFile]
  var pages: Int
  var warnings: Int
}

/// What the parent tells a worker: a job, and how it ended the last time.
struct WorkerRequest: Codable {
  var job: BatchJob
  var known: FinishedJob?
}

/// What a worker tells its parent. `started` is sent when a job begins, all else when it has ended.
struct WorkerReply: Codable {
  enum Status: String, Codable { case started, done, unchanged, failed }

  var line: Int
  var status: Status
  var finished: FinishedJob?
  var findings: [JobFinding] = []
  var seconds: Double = 0
  /// Whether the next job would fail for the same reason: a full disk.
  var stopsBatch = false
}

/// An error or warning of a job as the result line shows it.
struct JobFinding: Codable, Hashable {
  var severity: String
  var code: String
  var message: String
  var messageZh: String
  var place: String?
  /// What to do, in English and Chinese by turns; nil where nothing is said.
  var hints: [String]?
}

/// The line on standard output that ends a job.
struct BatchResult: Encodable {
  var id: String?
  var line: Int
  /// `done`, `unchanged` or `failed`.
  var status: String
  var output: String?
  var files: [MadeFile]?
  var pages: Int?
  var warnings: Int
  /// SHA-256 of the first file.
  var sha256: String?
  var seconds: Double
  /// Errors of a job that failed, warnings of one that did not.
  var findings: [JobFinding]
}
