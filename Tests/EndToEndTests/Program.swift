import Foundation
import Testing

/// The built program, run as a user runs it.
enum Program {
  /// The folder of the package.
  static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    while !FileManager.default.fileExists(
      atPath: folder.appendingPathComponent("Package.swift").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  /// The executable beside the test bundle.
  static let executable: URL = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<6 {
      let candidate = folder.appendingPathComponent("banxin")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return root.appendingPathComponent(".build/debug/banxin")
  }()

  /// Whether the faces are there; without them no page can be set.
  static let hasFonts = FileManager.default.fileExists(
    atPath: root.appendingPathComponent("fonts/files/song-regular.otf").path)

  struct Outcome {
    var code: Int32
    var output: String
    var errors: String
  }

  /// Runs the program; `wrapper` goes before it, such as a shell that sets a limit; the file
  /// `input` is its standard input, else nothing.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], folder: URL? = nil,
    through wrapper: [String] = [], input: URL? = nil
  ) throws -> Outcome {
    let process = Process()
    let line = wrapper + [executable.path] + arguments
    process.executableURL = URL(fileURLWithPath: line[0])
    process.arguments = Array(line.dropFirst())
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = folder ?? root
    let out = Pipe()
    let err = Pipe()
    process.standardOutput = out
    process.standardError = err
    process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? .nullDevice
    // Both pipes are drained at once, so that neither fills up.
    let errors = DrainedPipe(err)
    try process.run()
    let output = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors.wait(), as: UTF8.self))
  }

  /// A folder of its own for one test, removed by the caller.
  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("banxin-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  static let hasText = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")

  /// The words of a PDF file without spaces and line ends.
  static func text(of file: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/pdftotext")
    process.arguments = ["-raw", file.path, "-"]
    let out = Pipe()
    process.standardOutput = out
    try process.run()
    let text = out.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self).filter { !$0.isWhitespace }
  }

  static func fixture(_ path: String) -> String {
    root.appendingPathComponent("Tests/Fixtures/\(path)").path
  }
}

/// A pipe read to its end on a thread of its own.
private final class DrainedPipe: @unchecked Sendable {
  // Written by the thread before the semaphore is signalled, read after it was waited for.
  private var data = Data()
  private let done = DispatchSemaphore(value: 0)

  init(_ pipe: Pipe) {
    let handle = pipe.fileHandleForReading
    Thread.detachNewThread {
      self.data = handle.readDataToEndOfFile()
      self.done.signal()
    }
  }

  func wait() -> Data {
    done.wait()
    return data
  }
}
