/// What `banxin batch` asks for.
public struct BatchOptions: Hashable, Sendable {
  /// The job list; `-` is standard input.
  public var jobs: String
  /// How many worker processes.
  public var workers: Int
  /// Goes on with the journal of an earlier run.
  public var resumes: Bool
  /// The share of the jobs that this run does; nil for all.
  public var shard: Shard?
  /// Goes on even when the disk is full.
  public var keepsGoing: Bool
  /// Sets jobs again whose inputs have not changed.
  public var redoes: Bool
  /// Most seconds that one job may take.
  public var timeout: Double
  /// Most MiB of memory that one worker may hold.
  public var memory: Int
  /// The journal; nil for the list's name with `.journal` behind it.
  public var journal: String?
  /// Seconds that a worker may take beside the time of a job to start and to write files.
  var startAllowance = 20.0
  /// Path and arguments of a worker process.
  public var workerCommand: [String]

  /// One of several runs that share a job list by the hash of the job's id.
  public struct Shard: Hashable, Sendable {
    /// Which one: `0…n-1` or `1…n`, both of which are complete sets.
    public var index: Int
    /// Of how many.
    public var count: Int

    /// Reads `3/8`; nil where that is no share.
    public init?(_ text: String) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]),
        (1...100_000).contains(count), (0...count).contains(index)
      else { return nil }
      self.index = index
      self.count = count
    }

    /// Whether a job is this run's: FNV-1a of its id, so that added lines move no other job.
    func has(_ id: String) -> Bool {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return Int(hash % UInt64(count)) == index % count
    }
  }

  /// Makes options.
  public init(
    jobs: String, workers: Int, resumes: Bool = false, shard: Shard? = nil,
    keepsGoing: Bool = false, redoes: Bool = false, timeout: Double = 60, memory: Int = 1024,
    journal: String? = nil, workerCommand: [String]
  ) {
    self.jobs = jobs
    self.workers = workers
    self.resumes = resumes
    self.shard = shard
    self.keepsGoing = keepsGoing
    self.redoes = redoes
    self.timeout = timeout
    self.memory = memory
    self.journal = journal
    self.workerCommand = workerCommand
  }

  /// Where the journal is; nil for jobs from a pipe that name none.
  var journalPath: String? {
    if let journal { return journal }
    guard jobs != "-" else { return nil }
    return jobs + (shard.map { ".\($0.index % $0.count)-of-\($0.count)" } ?? "") + ".journal"
  }

  /// Whether this run is a share of a larger one.
  var isShare: Bool { jobs == "-" || shard != nil }
}
