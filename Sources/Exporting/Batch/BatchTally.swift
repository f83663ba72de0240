import Diagnostics

/// Counts of a run, and its report in Chinese for the person who started it.
struct BatchTally {
  private(set) var done = 0
  private(set) var unchanged = 0
  private(set) var failed = 0
  private var pages = 0
  private var warnings = 0
  private var failures: [BatchResult] = []
  private var warned: [String: (count: Int, words: String)] = [:]
  private var memory = MemoryEnds()
  private var begin: ContinuousClock.Instant?
  private var seconds = 0.0
  private var journalPath: String?
  private var damagedLines = 0
  /// What ended the run early.
  var stopReason: JobFinding?
  /// Whether there was no journal to go on with.
  var resumesNothing = false

  /// Failures that the report lists; the result lines have all.
  private static let listed = 40

  mutating func start() { begin = .now }

  mutating func end(journal: Journal?) {
    guard let begin else { return }
    let parts = (ContinuousClock.now - begin).components
    seconds = Double(parts.seconds) + Double(parts.attoseconds / 1_000_000_000_000_000) / 1000
    journalPath = journal?.path
    damagedLines = journal?.damagedLines ?? 0
  }

  mutating func add(_ result: BatchResult) {
    switch result.status {
    case "done": done += 1
    case "unchanged": unchanged += 1
    default:
      failed += 1
      if failures.count < Self.listed { failures.append(result) }
    }
    pages += result.pages ?? 0
    warnings += result.warnings
    for finding in result.findings where finding.severity == Severity.warning.rawValue {
      warned[finding.code, default: (0, finding.messageZh)].count += 1
    }
  }

  /// Notes the memory of a worker after a job.
  mutating func noteMemory(_ bytes: Int) { memory.note(bytes >> 20) }

  // MARK: - Words

  func text(of options: BatchOptions) -> String {
    let total = done + unchanged + failed
    var lines = ["批次报告"]
    var counts = "  共 \(total) 件：完成 \(done)，未变跳过 \(unchanged)，失败 \(failed)"
    if let shard = options.shard { counts += "（分片 \(shard.index)/\(shard.count)）" }
    lines.append(counts)
    lines.append("  \(pages) 页，警告 \(warnings) 条，用时 \(Self.tenths(seconds)) 秒\(speed)")
    if let first = memory.first.max(), let last = memory.last.max() {
      lines.append("  工作进程 \(options.workers) 个，内存峰值：开头 \(first) MiB，结尾 \(last) MiB")
    }
    if let journalPath { lines.append("  日志 \(journalPath)") }
    if resumesNothing { lines.append("  注意：没有可接续的日志，已从头做起") }
    if damagedLines > 0 { lines.append("  注意：日志中有 \(damagedLines) 行残缺，所记作业已重做") }
    if let stopReason {
      lines.append("  中止：\(stopReason.messageZh)。已完成的都已保存，处理后加 --resume 接着做")
    }
    lines += failureLines + warningLines
    return lines.joined(separator: "\n")
  }

  private var speed: String {
    done > 0 && seconds > 0 ? "（\(Self.tenths(Double(done) / seconds)) 件/秒）" : ""
  }

  private var failureLines: [String] {
    if failures.isEmpty { return [] }
    var lines = ["  失败："]
    for one in failures.sorted(by: { $0.line < $1.line }) {
      let finding = one.findings.first
      let place = finding?.place.map { "（\($0)）" } ?? ""
      let name = [one.id, one.output == one.id ? nil : one.output].compactMap { $0 }
        .joined(separator: " ")
      lines.append("    第 \(one.line) 行 \(name)：\(finding?.messageZh ?? "原因不明")\(place)")
    }
    if failed > failures.count { lines.append("    另有 \(failed - failures.count) 件，见结果行") }
    return lines
  }

  private var warningLines: [String] {
    if warned.isEmpty { return [] }
    let sorted = warned.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return ["  警告："]
      + sorted.prefix(10).map { code, entry in
        "    \(entry.count) 次 \(code)，如：\(entry.words)"
      }
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// The first and the last hundred of a run's measurements.
private struct MemoryEnds {
  private(set) var first: [Int] = []
  private(set) var last: [Int] = []
  private var next = 0
  private static let count = 100

  mutating func note(_ value: Int) {
    if first.count < Self.count { first.append(value) }
    if last.count < Self.count {
      last.append(value)
    } else {
      last[next] = value
      next = (next + 1) % Self.count
    }
  }
}
