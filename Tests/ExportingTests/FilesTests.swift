import Diagnostics
import Foundation
import Testing

@testable import Exporting

@Suite struct FilesTests {
  @Test(arguments: [
    ("图2.jpg", "图10.jpg"), ("a", "b"), ("1-a.jpg", "02-a.jpg"), ("照片9", "照片10"), ("a", "a1"),
  ])
  func numbersCompareAsNumbers(_ first: String, _ second: String) {
    #expect(NaturalOrder.isBefore(first, second))
    #expect(!NaturalOrder.isBefore(second, first))
  }

  @Test func digestsAreSHA256() {
    #expect(
      Digest.sha256(Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      Digest.sha256([])
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test(arguments: [("/a/b.pdf", "/a"), ("b.pdf", "."), ("/b", "/"), ("a/b/c", "a/b")])
  func foldersOfPaths(_ path: String, _ folder: String) {
    #expect(AtomicFile.folder(of: path) == folder)
  }

  @Test func severalFilesAreWrittenOrNone() throws {
    let base = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: base) }
    let system = FileSystem()
    try system.write([OutputFile(path: "\(base)/a/x.txt", bytes: [1, 2])])
    #expect(try system.read("\(base)/a/x.txt", limit: 10) == [1, 2])
    #expect(throws: Rejection.self) {
      try system.write([
        OutputFile(path: "\(base)/b.txt", bytes: [3]),
        OutputFile(path: "\(base)/a/x.txt/y.txt", bytes: [4]),
      ])
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: base).sorted() == ["a", "a/x.txt"])
    #expect(throws: Rejection.self) { try system.read("\(base)/a/x.txt", limit: 1) }
    #expect(throws: Rejection.self) { try system.read("\(base)/a", limit: 10) }
    #expect(throws: Rejection.self) { try system.read("/dev/zero", limit: 10) }
  }

  /// Several files are there all or none, and what stood in their places stands there again.
  @Test func aFailedCommitBringsTheEarlierFilesBack() throws {
    let base = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: base) }
    let system = FileSystem()
    try system.write([
      OutputFile(path: "\(base)/a.pdf", bytes: [1]), OutputFile(path: "\(base)/z.png/x", bytes: []),
    ])
    #expect(throws: Rejection.self) {
      try system.write([
        OutputFile(path: "\(base)/a.pdf", bytes: [2]),
        OutputFile(path: "\(base)/b.pdf", bytes: [2]),
        OutputFile(path: "\(base)/z.png", bytes: [2]),
      ])
    }
    #expect(try system.read("\(base)/a.pdf", limit: 10) == [1])
    #expect(try system.names(in: base).sorted() == ["a.pdf", "z.png"])
  }

  @Test func noInputIsWrittenOver() throws {
    let base = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: base) }
    try FileSystem().write([OutputFile(path: "\(base)/x.md", bytes: [1])])
    symlink("x.md", "\(base)/y.md")
    let system = FileSystem()
    _ = try system.read("\(base)/x.md", limit: 10)
    for name in ["x.md", "./x.md", "y.md"] {
      #expect(throws: Rejection(FileProblems.isInput("\(base)/\(name)"))) {
        try system.write([OutputFile(path: "\(base)/\(name)", bytes: [2])])
      }
    }
    try system.write([OutputFile(path: "\(base)/x.md", bytes: [2], replacesInput: true)])
  }

  @Test func correctedTextsAreNotWrittenOver() throws {
    let base = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: base) }
    let (system, path) = (FileSystem(), "\(base)/x.yaml")
    try system.write([try CorrectedText.file("format: 1\n", at: path, in: system)])
    try system.write([try CorrectedText.file("format: 2\n", at: path, in: system)])
    var text = try String(contentsOfFile: path, encoding: .utf8)
    text = text.replacingOccurrences(of: "format: 2", with: "format: 3")
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    #expect(throws: Rejection(FileProblems.isCorrected(path))) {
      try CorrectedText.file("format: 4\n", at: path, in: system)
    }
  }

  @Test func theHomeIsFoundAboveTheExecutable() throws {
    let system = FileSystem()
    let base = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: base) }
    try system.write([OutputFile(path: "\(base)/layouts/x/layout.yaml", bytes: [])])
    let home = try ResourceHome.find(
      given: nil, variable: nil, executable: "\(base)/.build/release/banxin", in: system)
    #expect(home.path == base)
    #expect(try home.layoutNames() == ["x"])
    #expect(throws: Rejection.self) {
      try ResourceHome.find(
        given: "\(base)/none", variable: base, executable: "/", in: system)
    }
  }
}
