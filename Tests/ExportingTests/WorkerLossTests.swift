import Diagnostics
import Foundation
import Testing

@testable import Exporting

/// Workers that never speak, or never end: the batch goes on all the same.
@Suite(.serialized) struct WorkerLossTests {
  /// Runs a batch of some jobs with a shell script as its worker; result lines and the outcome.
  private func batch(
    _ script: String, jobs: Int, timeout: Double = 60
  ) throws -> (lines: [String], code: Int32?, problem: Diagnostic?) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("loss-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let list = folder.appendingPathComponent("jobs.jsonl")
    let text = (1...jobs).map {
      #"{"id": "\#($0)", "input": "a.txt", "layout": "x", "output": "\#(folder.path)/\#($0).pdf"}"#
    }
    try Data(text.joined(separator: "\n").utf8).write(to: list)
    var options = BatchOptions(
      jobs: list.path, workers: 1, timeout: timeout, workerCommand: ["/bin/sh", "-c", script])
    options.startAllowance = 0.3
    var lines: [String] = []
    let runner = try BatchRunner(options) { line in
      lines.append(line)
      return true
    }
    do throws(Rejection) {
      let code = try runner.run()
      return (lines, code, nil)
    } catch {
      return (lines, nil, error.diagnostics.first)
    }
  }

  /// A worker that hangs before its first word is stopped, and its first job is given up.
  @Test func aWorkerThatNeverStartsIsLimited() throws {
    let start = ContinuousClock.now
    let outcome = try batch("exec sleep 60", jobs: 2, timeout: 0.2)
    #expect(outcome.code == 1)
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines.allSatisfy { $0.contains("job.timeout") }, "\(outcome.lines)")
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  /// Jobs that end their worker are given up one by one; those after them are done all the same.
  @Test func deadlyJobsInARowStopNothing() throws {
    let script = #"""
      while read -r line; do
        n=${line#*\"line\":}; n=${n%%[,\}]*}
        printf '{"line":%s,"status":"started","findings":[],"seconds":0,"stopsBatch":false}\n' "$n"
        [ "$n" -le 4 ] && kill -9 $$
        printf '{"line":%s,"status":"failed","findings":[],"seconds":0,"stopsBatch":false}\n' "$n"
      done
      """#
    let outcome = try batch(script, jobs: 5)
    #expect(outcome.problem == nil)
    #expect(outcome.code == 1)
    #expect(outcome.lines.count == 5)
    #expect(outcome.lines.count { $0.contains("job.worker-died") } == 4, "\(outcome.lines)")
  }

  /// A job whose worker was lost once is given to another one.
  @Test func aJobIsTriedTwice() throws {
    let marker = FileManager.default.temporaryDirectory
      .appendingPathComponent("lost-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: marker) }
    let script = #"""
      while read -r line; do
        n=${line#*\"line\":}; n=${n%%[,\}]*}
        printf '{"line":%s,"status":"started","findings":[],"seconds":0,"stopsBatch":false}\n' "$n"
        if [ "$n" = 2 ] && [ ! -e '\#(marker.path)' ]; then
          : > '\#(marker.path)'
          kill -9 $$
        fi
        printf '{"line":%s,"status":"failed","findings":[],"seconds":0,"stopsBatch":false}\n' "$n"
      done
      """#
    let outcome = try batch(script, jobs: 3)
    #expect(FileManager.default.fileExists(atPath: marker.path))
    #expect(outcome.problem == nil && outcome.lines.count == 3, "\(outcome.lines)")
    #expect(!outcome.lines.contains { $0.contains("job.worker-died") }, "\(outcome.lines)")
  }

  /// A worker that has closed its output and does not end is killed, not waited for.
  @Test func aWorkerThatNeverEndsIsKilled() throws {
    let start = ContinuousClock.now
    let outcome = try batch("exec >&-; sleep 60", jobs: 1)
    #expect(outcome.problem?.code == "batch.workers-die")
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}

/// Lists of jobs as long as a year's.
struct LongListTests {
  /// Names are remembered by sixteen bytes each, however long they are, and still told apart.
  @Test func doublesAreFoundAmongManyLongNames() {
    var reader = BatchJobReader(file: "jobs")
    func code(_ id: Int, line: Int) -> String? {
      let name = String(repeating: "很长的路径/", count: 20) + "\(id)"
      let text = #"{"input": "a", "layout": "x", "output": "\#(name).pdf"}"#
      guard case .failure(let bad) = reader.job(Array(text.utf8)[...], line: line) else {
        return nil
      }
      return bad.diagnostic.code.rawValue
    }
    for number in 1...2000 { #expect(code(number, line: number) == nil) }
    #expect(code(777, line: 2001) == "batch.duplicate")
    #expect(code(2001, line: 2002) == nil)
  }

  /// One file is one output, however its path is spelt.
  @Test func doublesAreFoundInOtherSpellings() {
    var reader = BatchJobReader(file: "jobs")
    var codes: [String?] = []
    for (line, path) in ["out/a.pdf", "./out//a.pdf", "out/x/../a.pdf", "out/b.pdf"].enumerated() {
      let text = #"{"id": "\#(line)", "input": "a", "layout": "x", "output": "\#(path)"}"#
      if case .failure(let bad) = reader.job(Array(text.utf8)[...], line: line + 1) {
        codes.append(bad.diagnostic.code.rawValue)
      } else {
        codes.append(nil)
      }
    }
    #expect(codes == [nil, "batch.duplicate", "batch.duplicate", nil])
  }

  @Test func aFolderIsOneInAnySpelling() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("spelt-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let folders = OutputFolders(isShared: false)
    try folders.prepare(for: folder + "/a.pdf")
    try folders.prepare(for: folder + "/./b.pdf")
    #expect(throws: Rejection.self) {
      try OutputFolders(isShared: false).prepare(for: folder + "//c.pdf")
    }
  }

  @Test func rowsAreWholeNumbers() {
    var reader = BatchJobReader(file: "jobs")
    let text = #"{"input": "a", "layout": "x", "output": "a.pdf", "data": "d.csv", "row": 1.9}"#
    guard case .failure(let bad) = reader.job(Array(text.utf8)[...], line: 1) else {
      Issue.record("row 1.9 was taken")
      return
    }
    #expect(bad.diagnostic.code.rawValue == "batch.wrong-type")
  }

  /// What a run appends to its journal does not stay in memory.
  @Test func theJournalOfThisRunIsNotKept() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("journal-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let job = FinishedJob(
      id: "1", key: "k", inputs: ["a.txt"], files: [MadeFile(path: "1.pdf", sha256: "s")],
      pages: 2, warnings: 0)
    do {
      let journal = try Journal(path: path)
      try journal.append([job])
      #expect(journal.finished.isEmpty)
    }
    #expect(try Journal(path: path).finished["1.pdf"] == job)
  }
}

/// Files whose rename fails leave nothing open and nothing lying about.
struct RenameTests {
  @Test func aFailedRenameLeavesNothingBehind() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("rename-\(UUID().uuidString)")
    let place = folder.appendingPathComponent("a.pdf")
    // A folder with something in it stands where the file is to go.
    try FileManager.default.createDirectory(
      at: place.appendingPathComponent("x"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [
      OutputFile(path: place.path, bytes: [1]),
      OutputFile(path: folder.path + "/b.pdf", bytes: [2]),
    ]
    func open() throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        .count { name in
          (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(name)"))?
            .contains(folder.lastPathComponent) == true
        }
    }
    for _ in 0..<5 {
      #expect(throws: Rejection.self) { try FileSystem().write(files) }
    }
    #expect(try open() == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.pdf"])
  }
}
