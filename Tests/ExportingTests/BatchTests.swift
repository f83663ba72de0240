import Diagnostics
import Foundation
import Testing

@testable import Exporting

@Suite struct JobListTests {
  private func read(_ text: String) -> Result<BatchJob, BatchJobReader.BadLine>? {
    var reader = BatchJobReader(file: "jobs.jsonl")
    return reader.job(Array(text.utf8)[...], line: 7)
  }

  private func code(of text: String) -> String? {
    guard case .failure(let bad) = read(text) else { return nil }
    #expect(bad.diagnostic.range?.description == "jobs.jsonl:7:1")
    return bad.diagnostic.code.rawValue
  }

  @Test func aLineIsAJob() throws {
    let line =
      #"{"id": 12, "input": "a.txt", "layout": "bulletin-a4", "output": "o/a.pdf", "variants": 2, "#
      + #""proof": true, "dpi": 96.5, "set": {"page": "05", "issue": 3}, "photos": null}"#
    let job = try #require(try read(line)?.get())
    #expect(job.id == "12")
    #expect(job.variants == 2)
    #expect(job.proof == true)
    #expect(job.dpi == 96.5)
    #expect(job.set == ["page": "05", "issue": "3"])
    #expect(job.export.settings.map(\.key) == ["issue", "page"])
    #expect(read("  \t\r") == nil)
  }

  @Test(arguments: [
    ("[1]", "batch.bad-line"), ("{\"id\": ", "batch.bad-line"),
    (#"{"input": "a", "output": "a.pdf"}"#, "batch.missing-key"),
    (#"{"input": 3, "layout": "b", "output": "a.pdf"}"#, "batch.wrong-type"),
    (#"{"input": "a", "layout": "b", "output": "a.pdf", "variants": 99}"#, "batch.wrong-type"),
    (#"{"input": "a", "layout": "b", "output": "a.pdf", "proof": 1}"#, "batch.wrong-type"),
    (#"{"input": "a", "layout": "b", "output": "a.pdf", "foto": "x"}"#, "batch.unknown-key"),
    (#"{"input": "a", "layout": "b", "output": "a.doc"}"#, "batch.bad-output"),
  ])
  func badLinesAreFindings(_ line: String, _ expected: String) {
    #expect(code(of: line) == expected)
  }

  @Test func linesAreJobsOfAllKinds() throws {
    let kinds = try BatchJob.Kind.allCases.map { kind in
      let own =
        switch kind {
        case .report: #", "layout": "jianbao""#
        case .daily, .weekly, .monthly: #", "period": "2031-05", "unit": "柳溪街道""#
        default: ""
        }
      let line = #"{"kind": "\#(kind.rawValue)", "input": "a", "output": "a.pdf"\#(own)}"#
      return "\(type(of: try #require(try read(line)?.get()).task))"
    }
    #expect(
      kinds == [
        "ExportJob", "PageTask", "IssueTask", "ChartJob", "BulletinJob", "BulletinJob",
        "BulletinJob",
      ])
    // A bulletin's layout may be left out, its period may not.
    let bulletin = #"{"kind": "monthly", "input": "a", "output": "a.pdf", "period": "2031-05"}"#
    #expect(try read(bulletin)?.get().layout == "bulletin-a4")
  }

  @Test(arguments: [
    (#"{"kind": "novel", "input": "a", "output": "a.pdf"}"#, "batch.wrong-type"),
    (#"{"kind": "monthly", "input": "a", "output": "a.pdf"}"#, "batch.missing-key"),
    (#"{"kind": "page", "input": "a", "output": "a.pdf", "layout": "b"}"#, "batch.unknown-key"),
    (#"{"input": "a", "layout": "b", "output": "a.pdf", "period": "2031"}"#, "batch.unknown-key"),
  ])
  func keysBelongToTheirKinds(_ line: String, _ expected: String) {
    #expect(code(of: line) == expected)
  }

  @Test func namesAndOutputsAreTakenOnce() throws {
    var reader = BatchJobReader(file: "j")
    func add(_ id: String, _ output: String, line: Int) -> String? {
      let text = #"{"id": "\#(id)", "input": "a", "layout": "b", "output": "\#(output)"}"#
      guard case .failure(let bad) = reader.job(Array(text.utf8)[...], line: line) else {
        return nil
      }
      return bad.diagnostic.message.english
    }
    #expect(add("1", "1.pdf", line: 1) == nil)
    #expect(add("1", "2.pdf", line: 2)?.contains("line 1") == true)
    #expect(add("3", "1.pdf", line: 3)?.contains("line 1") == true)
    #expect(add("4", "4.pdf", line: 4) == nil)
  }

  @Test func linesAreCutHoweverTheyCome() {
    var buffer = LineBuffer()
    var found: [String] = []
    for byte in Array("一\n\n三\n四".utf8) {
      for case .line(let line, let number) in buffer.take([byte]) {
        found.append("\(number)\(String(decoding: line, as: UTF8.self))")
      }
    }
    if case .line(let line, let number)? = buffer.finish() {
      found.append("\(number)\(String(decoding: line, as: UTF8.self))")
    }
    #expect(found == ["1一", "2", "3三", "4四"])
    #expect(buffer.finish() == nil)
  }

  @Test func aLineBeyondTheLimitIsDroppedAlone() {
    var buffer = LineBuffer()
    let piece = [UInt8](repeating: 0x20, count: 1 << 20)
    for _ in 0..<17 { #expect(buffer.take(piece).isEmpty) }
    let lines = buffer.take(Array("\nb\n".utf8))
    guard case .tooLong(1)? = lines.first, case .line(let next, 2)? = lines.last else {
      Issue.record("\(lines.count) lines")
      return
    }
    #expect(Array(next) == Array("b".utf8))
  }

  @Test func sharesAreDisjointAndWhole() {
    let ids = (0..<500).map { "job-\($0)" }
    for numbers in [0..<4, 1..<5] {
      let shards = numbers.compactMap { BatchOptions.Shard("\($0)/4") }
      #expect(shards.count == 4)
      for id in ids { #expect(shards.count { $0.has(id) } == 1) }
    }
    for text in ["5/4", "-1/4", "a/4", "1", "1/0", "1/2/3"] {
      #expect(BatchOptions.Shard(text) == nil, "\(text)")
    }
  }
}

@Suite struct JournalTests {
  private func job(_ number: Int) -> FinishedJob {
    FinishedJob(
      id: "\(number)", key: "k\(number)", inputs: ["a.txt"],
      files: [MadeFile(path: "out/\(number).pdf", sha256: "s")], pages: 2, warnings: 0)
  }

  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("journal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appendingPathComponent("j").path)
  }

  @Test func whatWasAppendedIsThere() throws {
    try inFolder { path in
      try Journal(path: path).append([job(1), job(2)])
      let again = try Journal(path: path)
      #expect(again.finished["out/2.pdf"] == job(2))
      #expect(again.finished.count == 2)
      #expect(again.damagedLines == 0)
    }
  }

  /// Whatever byte a kill cut the file at, whole lines count, torn ones do not, and the next append
  /// stands on a line of its own.
  @Test func aTornLineIsPassedOver() throws {
    try inFolder { path in
      try Journal(path: path).append([job(1), job(2)])
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      let first = try #require(whole.firstIndex(of: 0x0A))
      for length in stride(from: first + 1, through: whole.count - 2, by: 17) {
        try whole.prefix(length).write(to: URL(fileURLWithPath: path))
        try Journal(path: path).append([job(3)])
        let again = try Journal(path: path)
        #expect(again.finished.keys.sorted() == ["out/1.pdf", "out/3.pdf"])
      }
    }
  }

  @Test func aChangedLineIsPassedOver() throws {
    try inFolder { path in
      try Journal(path: path).append([job(1), job(2)])
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let other = text.replacingOccurrences(of: "\"k1\"", with: "\"k9\"")
      try other.write(toFile: path, atomically: false, encoding: .utf8)
      let again = try Journal(path: path)
      #expect(again.finished.keys.sorted() == ["out/2.pdf"])
      #expect(again.damagedLines == 1)
    }
  }

  @Test func aJournalHasOneUser() throws {
    try inFolder { path in
      let first = try Journal(path: path)
      #expect(throws: Rejection(BatchProblems.journalTaken(path))) { try Journal(path: path) }
      withExtendedLifetime(first) {}
    }
  }

  /// A report that is named as the journal stays as it is.
  @Test func aDocumentIsNoJournal() throws {
    try inFolder { path in
      let report = Data("# 题\n\n正文。\n".utf8)
      try report.write(to: URL(fileURLWithPath: path))
      #expect(throws: Rejection(BatchProblems.noJournal(path))) { try Journal(path: path) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == report)
    }
  }

  @Test func onlyTemporaryFilesWithoutAnOwnerAreSwept() throws {
    try inFolder { path in
      let folder = AtomicFile.folder(of: path)
      let held = try AtomicFile.stage(OutputFile(path: "\(folder)/a.pdf", bytes: [1]))
      let text = ".banxin-00640-text.txt.Zz09aB"
      let names = [
        text, ".banxin-a.pdf.Zz09aB.old", ".banxin-a.pdf.long-name", ".hidden", "a.pdf.Zz09aB",
        ".settings.json.backup", ".x.pdf.Zz09aB",
      ]
      for name in names { try Data().write(to: URL(fileURLWithPath: "\(folder)/\(name)")) }
      AtomicFile.sweep(folder, names: try FileSystem().names(in: folder))
      let left = try FileSystem().names(in: folder)
      #expect(Set(left) == Set(names.dropFirst(2) + [Paths.name(held.path)]))
      try held.commit()
      #expect(FileSystem().kind(of: "\(folder)/a.pdf") == .file)
    }
  }
}
