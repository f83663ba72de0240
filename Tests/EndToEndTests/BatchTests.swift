import Foundation
import Testing

/// Batches of real bulletins: faults, kills, locks, signals. The runs of a thousand are
/// `Tests/Tools/batch_kill.py`.
@Suite(
  .serialized, .enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct BatchTests {
  private let manager = FileManager.default

  /// A folder with the inputs and the list of a batch.
  private func inBatch(_ count: Int, broken: Int = 0, _ body: (URL) throws -> Void) throws {
    let folder = try Program.temporaryFolder()
    defer { try? manager.removeItem(at: folder) }
    let maker = Process()
    maker.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    maker.arguments =
      [Program.root.appendingPathComponent("Tests/Tools/batch_jobs.py").path, folder.path]
      + ["\(count)", "--broken", "\(broken)"]
    try maker.run()
    maker.waitUntilExit()
    try #require(maker.terminationStatus == 0)
    try body(folder)
  }

  private func batch(_ folder: URL, _ more: String...) throws -> Program.Outcome {
    try Program.run(
      ["batch", "jobs.jsonl", "--home", Program.root.path] + more, folder: folder)
  }

  private struct Line: Decodable {
    var id: String?
    var line: Int
    var status: String
    var pages: Int?
    var sha256: String?
    var findings: [Finding]
    struct Finding: Decodable {
      var code: String
      var place: String?
    }
  }

  private func lines(_ output: String) throws -> [Line] {
    try output.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  /// Names and bytes of everything in the output folder, hidden files, too.
  private func outputs(_ folder: URL) throws -> [String: Data] {
    let out = folder.appendingPathComponent("out")
    let names = (try? manager.contentsOfDirectory(atPath: out.path)) ?? []
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: out.appendingPathComponent($0))) }
    )
  }

  @Test func aTemplateIsFilledFromTheLineOrFromATable() throws {
    let folder = try Program.temporaryFolder()
    defer { try? manager.removeItem(at: folder) }
    let jobs = [
      "{\"id\":\"a\",\"input\":\"t.md\",\"layout\":\"bulletin-a4\",\"output\":\"out/a.pdf\","
        + "\"data\":{\"名\":\"甲\",\"数\":7}}",
      "{\"id\":\"b\",\"input\":\"t.md\",\"layout\":\"bulletin-a4\",\"output\":\"out/b.pdf\","
        + "\"data\":\"d.csv\",\"row\":2}",
      "{\"id\":\"c\",\"input\":\"t.md\",\"layout\":\"bulletin-a4\",\"output\":\"out/c.pdf\","
        + "\"data\":{\"名\":\"甲\"}}",
      "{\"id\":\"d\",\"input\":\"t.md\",\"layout\":\"bulletin-a4\",\"output\":\"out/d.pdf\","
        + "\"data\":\"d.csv\",\"row\":9}",
    ]
    let files = [
      "t.md": "# {{名}}的通报\n\n共有{{数}}件，都已办结并且回复了群众。\n",
      "d.csv": "名,数\n乙,8\n丙,9\n", "jobs.jsonl": jobs.joined(separator: "\n"),
    ]
    for (name, text) in files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let outcome = try batch(folder)
    #expect(outcome.code == 1, "\(outcome.errors)")
    let found = try lines(outcome.output).sorted { $0.line < $1.line }
    #expect(found.map(\.status) == ["done", "done", "failed", "failed"])
    #expect(found[2].findings.map(\.code) == ["merge.missing-value"])
    #expect(found[3].findings.map(\.code) == ["batch.no-row"])
    #expect(Set(try outputs(folder).keys) == ["a.pdf", "b.pdf"])
  }

  @Test func brokenInputsNeverStopTheOthers() throws {
    try inBatch(12, broken: 5) { folder in
      let list = folder.appendingPathComponent("jobs.jsonl")
      let good = try String(contentsOf: list, encoding: .utf8)
      try ("no job\n" + good + "{\"id\": \"0001\"}\n\n")
        .write(to: list, atomically: true, encoding: .utf8)
      let outcome = try batch(folder)
      #expect(outcome.code == 1, "\(outcome.errors)")
      let lines = try lines(outcome.output)
      #expect(lines.count == 14)
      #expect(lines.count { $0.status == "done" } == 7)
      let failed = lines.filter { $0.status == "failed" }
      #expect(failed.count == 7)
      #expect(failed.allSatisfy { !$0.findings.isEmpty })
      #expect(failed.first { $0.line == 1 }?.findings[0].place == "jobs.jsonl:1:1")
      #expect(failed.contains { $0.line == 14 && $0.findings[0].code == "batch.missing-key" })
      #expect(outcome.errors.contains("完成 7，未变跳过 0，失败 7"), "\(outcome.errors)")
      let madeCount = try outputs(folder).count
      #expect(madeCount == 7)
    }
  }

  /// A warm worker's tenth document has the bytes of a process of its own.
  @Test func aBatchGivesTheBytesOfRender() throws {
    try inBatch(10) { folder in
      let code = try batch(folder, "--workers", "1").code
      #expect(code == 0)
      let made = try outputs(folder)
      for name in ["0001", "0010"] {
        let alone = "alone/\(name).pdf"
        let outcome = try Program.run(
          ["render", "in/\(name).md", "-l", "bulletin-a4", "-o", alone]
            + ["--home", Program.root.path], folder: folder)
        #expect(outcome.code == 0)
        let alonePages = try Data(contentsOf: folder.appendingPathComponent(alone))
        #expect(alonePages == made["\(name).pdf"])
      }
    }
  }

  @Test func onlyWhatChangedIsDoneAgain() throws {
    try inBatch(6) { folder in
      let firstCode = try batch(folder).code
      #expect(firstCode == 0)
      let before = try outputs(folder)
      let input = folder.appendingPathComponent("in/0003.md")
      let text = try String(contentsOf: input, encoding: .utf8)
      try (text + "\n新增一段。\n").write(to: input, atomically: true, encoding: .utf8)
      try manager.removeItem(at: folder.appendingPathComponent("out/0005.pdf"))
      let outcome = try batch(folder, "--resume")
      let redone = try lines(outcome.output).filter { $0.status == "done" }.compactMap(\.id)
      #expect(redone.sorted() == ["0003", "0005"])
      let after = try outputs(folder)
      #expect(after.filter { $0.key != "0003.pdf" } == before.filter { $0.key != "0003.pdf" })
      #expect(after["0003.pdf"] != before["0003.pdf"])
    }
  }

  /// A face more in the home may change every page: nothing of before counts.
  @Test func aChangedEngineDoesAllAgain() throws {
    try inBatch(3) { folder in
      let home = folder.appendingPathComponent("home")
      let files = home.appendingPathComponent("fonts/files")
      try manager.createDirectory(at: files, withIntermediateDirectories: true)
      let fonts = Program.root.appendingPathComponent("fonts")
      for name in try manager.contentsOfDirectory(atPath: fonts.path) where name != "files" {
        try manager.createSymbolicLink(
          at: home.appendingPathComponent("fonts/\(name)"),
          withDestinationURL: fonts.appendingPathComponent(name))
      }
      for name in try manager.contentsOfDirectory(atPath: fonts.path + "/files") {
        try manager.createSymbolicLink(
          at: files.appendingPathComponent(name),
          withDestinationURL: fonts.appendingPathComponent("files/\(name)"))
      }
      try manager.createSymbolicLink(
        at: home.appendingPathComponent("layouts"),
        withDestinationURL: Program.root.appendingPathComponent("layouts"))
      func states() throws -> [String] {
        let order = ["batch", "jobs.jsonl", "--resume", "--home", home.path]
        return try lines(Program.run(order, folder: folder).output).map(\.status)
      }
      #expect(try states() == ["done", "done", "done"])
      #expect(try states() == ["unchanged", "unchanged", "unchanged"])
      try Data("x".utf8).write(to: files.appendingPathComponent("another.otf"))
      #expect(try states() == ["done", "done", "done"])
    }
  }

  /// Killed at any moment, no file is half there, and resuming gives what an undisturbed run gives.
  /// Pages of a picture format have names of their own; two spellings of a file are one file.
  @Test func outputsAreKnownByTheirFiles() throws {
    try inBatch(1) { folder in
      let job = { (id: String, output: String) in
        "{\"id\":\"\(id)\",\"input\":\"0.txt\",\"layout\":\"bulletin-a4\",\"output\":\"\(output)\",\"dpi\":30}\n"
      }
      let long = (0..<90).map { "第\($0)段，今年全镇完成收入三亿元。\n\n" }.joined()
      try "题\n\n\(long)".write(
        to: folder.appendingPathComponent("0.txt"), atomically: true, encoding: .utf8)
      try (job("a", "out/a.png") + job("b", folder.path + "/out/a.png")).write(
        to: folder.appendingPathComponent("jobs.jsonl"), atomically: true, encoding: .utf8)
      let first = try batch(folder)
      #expect(first.output.contains("batch.duplicate"), "\(first.output)")
      #expect(try batch(folder).output.contains("\"unchanged\""))
    }
  }

  @Test func aKilledBatchIsResumed() throws {
    try inBatch(24) { folder in
      let undisturbedCode = try batch(folder).code
      #expect(undisturbedCode == 0)
      let expected = try outputs(folder)
      for round in 0..<3 {
        try manager.removeItem(at: folder.appendingPathComponent("out"))
        try manager.removeItem(at: folder.appendingPathComponent("jobs.jsonl.journal"))
        let running = try RunningProgram(
          ["batch", "jobs.jsonl", "--home", Program.root.path], in: folder)
        for _ in 0...(4 * round) { _ = running.line() }
        kill(running.process.processIdentifier, SIGKILL)
        running.process.waitUntilExit()
        for (name, data) in try outputs(folder) where !name.hasPrefix(".") {
          #expect(data == expected[name], "\(name) is half there")
        }
        let outcome = try batch(folder, "--resume")
        #expect(outcome.code == 0, "\(outcome.errors)")
        let resumed = try outputs(folder)
        #expect(resumed == expected)
        let unchanged = try lines(outcome.output).count { $0.status == "unchanged" }
        #expect(unchanged > 4 * round)
      }
    }
  }

  @Test func aSecondBatchSaysSo() throws {
    try inBatch(2) { folder in
      let out = folder.appendingPathComponent("out")
      try manager.createDirectory(at: out, withIntermediateDirectories: true)
      let lock = open(out.path, O_RDONLY | O_DIRECTORY)
      flock(lock, LOCK_EX)
      let outcome = try batch(folder)
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("[batch.folder-taken]"), "\(outcome.errors)")
      close(lock)
      let journal = open(folder.appendingPathComponent("jobs.jsonl.journal").path, O_RDWR)
      flock(journal, LOCK_EX)
      let second = try batch(folder)
      #expect(second.code == 1)
      #expect(second.errors.contains("[batch.journal-taken]"), "\(second.errors)")
      close(journal)
      let freeCode = try batch(folder).code
      #expect(freeCode == 0)
    }
  }

  /// Jobs from a pipe are done as they come; a signal ends the run in time and leaves nothing half
  /// written.
  @Test(arguments: [(SIGTERM, Int32(143)), (SIGINT, Int32(130))])
  func aSignalEndsARunningBatch(_ number: Int32, _ code: Int32) throws {
    try inBatch(3) { folder in
      let running = try RunningProgram(
        ["batch", "-", "--home", Program.root.path], in: folder)
      let list = try Data(contentsOf: folder.appendingPathComponent("jobs.jsonl"))
      running.input.write(list)
      for _ in 0..<3 { #expect(running.line()?.contains("\"done\"") == true) }
      let start = ContinuousClock.now
      kill(running.process.processIdentifier, number)
      running.process.waitUntilExit()
      #expect(running.process.terminationStatus == code)
      #expect(ContinuousClock.now - start < .seconds(5))
      let names = try outputs(folder).keys.sorted()
      #expect(names == ["0001.pdf", "0002.pdf", "0003.pdf"])
    }
  }

  @Test func aJobBeyondItsTimeIsGivenUpAlone() throws {
    try inBatch(3) { folder in
      let list = folder.appendingPathComponent("jobs.jsonl")
      let paragraph = String(repeating: "柳溪街道坚持把走访作为第一件事，", count: 60) + "。\n\n"
      try String(repeating: paragraph, count: 4000)
        .write(to: folder.appendingPathComponent("slow.txt"), atomically: true, encoding: .utf8)
      let slow =
        #"{"id": "slow", "input": "slow.txt", "layout": "bulletin-a4", "output": "out/s.pdf"}"#
      try (try String(contentsOf: list, encoding: .utf8) + slow + "\n")
        .write(to: list, atomically: true, encoding: .utf8)
      let outcome = try batch(folder, "--timeout", "2", "--workers", "1")
      let lines = try lines(outcome.output)
      #expect(outcome.code == 1)
      #expect(lines.count { $0.status == "done" } == 3)
      #expect(lines.first { $0.id == "slow" }?.findings.first?.code == "job.timeout")
    }
  }

  /// A job beyond the memory limit is given up alone: A4 at 1,200 dpi is a bitmap of 557 MB.
  @Test func aJobBeyondItsMemoryIsGivenUpAlone() throws {
    try inBatch(3) { folder in
      let list = folder.appendingPathComponent("jobs.jsonl")
      let text = try String(contentsOf: list, encoding: .utf8)
      let first = try #require(text.split(separator: "\n").first)
      let large = first.replacingOccurrences(of: "\"0001\"", with: "\"large\"")
        .replacingOccurrences(of: "0001.pdf\"", with: "large.png\", \"dpi\": 1200")
      try (text + large + "\n").write(to: list, atomically: true, encoding: .utf8)
      let outcome = try batch(folder, "--memory", "300", "--workers", "1")
      let lines = try lines(outcome.output)
      #expect(outcome.code == 1, "\(outcome.errors)")
      #expect(lines.count { $0.status == "done" } == 3)
      #expect(lines.first { $0.id == "large" }?.findings.first?.code == "job.memory")
      #expect(try outputs(folder).keys.sorted() == ["0001.pdf", "0002.pdf", "0003.pdf"])
    }
  }

  /// A terminal's Ctrl-C goes to the whole group: the parent decides, and no worker outlives it,
  /// not even one in the middle of a job.
  @Test func ctrlCEndsTheWholeGroup() throws {
    try inBatch(2) { folder in
      let running = try RunningProgram(["batch", "-", "--home", Program.root.path], in: folder)
      let parent = running.process.processIdentifier
      try #require(getpgid(parent) == parent, "the test would signal itself")
      running.input.write(try Data(contentsOf: folder.appendingPathComponent("jobs.jsonl")))
      for _ in 0..<2 { #expect(running.line()?.contains("\"done\"") == true) }
      let sample = SamplePageTests.sample
      let slow =
        #"{"id": "slow", "input": "\#(sample)", "layout": "newspaper-tabloid", "output": "out/s.pdf", "#
        + #""variants": 9}"# + "\n"
      running.input.write(Data(slow.utf8))
      usleep(300_000)
      let start = ContinuousClock.now
      kill(-parent, SIGINT)
      running.process.waitUntilExit()
      #expect(running.process.terminationStatus == 130)
      #expect(ContinuousClock.now - start < .seconds(6))
      // Nobody is left in the group.
      var isGone = false
      for _ in 0..<50 where !isGone {
        isGone = kill(-parent, 0) != 0 && errno == ESRCH
        usleep(20_000)
      }
      #expect(isGone)
      let names = try outputs(folder).keys.filter { !$0.hasPrefix("s") }.sorted()
      #expect(names == ["0001.pdf", "0002.pdf"])
    }
  }

  /// A full disk stops the run with one clear reason, and the run can be resumed.
  @Test func aFullDiskStopsTheRun() throws {
    try inBatch(8) { folder in
      try manager.createDirectory(
        at: folder.appendingPathComponent("out"), withIntermediateDirectories: true)
      let script =
        "mount -t tmpfs -o size=300k none out 2>/dev/null || exit 77; \"$@\"; code=$?; "
        + "ls -A out | grep -c '^\\.' >&2; exit $code"
      let outcome = try Program.run(
        ["batch", "jobs.jsonl", "--home", Program.root.path], folder: folder,
        through: ["/usr/bin/unshare", "-rm", "/bin/sh", "-c", script, "sh"])
      if outcome.code == 77 || outcome.errors.contains("unshare:") {
        print("no small file system can be mounted here: the full disk was not tried")
        return
      }
      #expect(outcome.code == 1)
      #expect(outcome.output.contains("output.disk-full"))
      #expect(outcome.errors.contains("--resume"), "\(outcome.errors)")
      #expect(outcome.errors.hasSuffix("0\n"), "a temporary file is left: \(outcome.errors)")
      let resumedCode = try batch(folder, "--resume").code
      #expect(resumedCode == 0)
      let madeCount = try outputs(folder).count
      #expect(madeCount == 8)
    }
  }

  @Test func sharesTogetherDoAll() throws {
    try inBatch(9) { folder in
      for shard in 1...3 {
        let outcome = try batch(folder, "--shard", "\(shard)/3")
        #expect(outcome.code == 0)
      }
      let made = try outputs(folder)
      #expect(made.count == 9)
    }
  }

  @Test(arguments: [
    ["--shard", "4"], ["--workers", "0"], ["--timeout", "0"], ["--memory", "1"],
  ])
  func wrongUsageIsRefused(_ more: [String]) throws {
    let outcome = try Program.run(["batch", "jobs.jsonl"] + more)
    #expect(outcome.code == 2)
  }

  @Test func resumingAPipeNeedsAJournal() throws {
    let code = try Program.run(["batch", "-", "--resume"]).code
    #expect(code == 2)
  }
}

/// The program while it runs, its output read line by line.
private final class RunningProgram {
  let process = Process()
  let input: FileHandle
  private let output: FileHandle
  private var rest = Data()

  init(_ arguments: [String], in folder: URL) throws {
    let (toChild, fromChild) = (Pipe(), Pipe())
    process.executableURL = Program.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = toChild
    process.standardOutput = fromChild
    process.standardError = FileHandle.nullDevice
    input = toChild.fileHandleForWriting
    output = fromChild.fileHandleForReading
    try process.run()
  }

  /// The next line; nil at the end.
  func line() -> String? {
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        let line = String(decoding: rest[..<end], as: UTF8.self)
        rest = Data(rest[(end + 1)...])
        return line
      }
      let more = output.availableData
      if more.isEmpty { return nil }
      rest.append(more)
    }
  }
}
