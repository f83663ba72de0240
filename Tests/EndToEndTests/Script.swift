import Foundation
import Testing

/// A script of Tests/Tools that drives the program and prints as JSON what came of it.
enum Script {
  private static let python = Program.root.appendingPathComponent(".build/venv/bin/python")

  /// Runs a script on the built program; the test is skipped, saying why, without the environment that
  /// `make test` makes or without a Python module that it needs.
  static func outcome(
    of name: String, _ arguments: [String] = [], needing module: String? = nil
  ) throws -> [String: Any] {
    guard FileManager.default.isExecutableFile(atPath: python.path) else {
      try Test.cancel("no Python environment under .build/venv: make test makes it")
    }
    if let module {
      let probe = try run(["-c", "import \(module)"], quietly: true)
      if probe.code != 0 {
        try Test.cancel("no \(module) in .build/venv: pip install it to run \(name)")
      }
    }
    let script = Program.root.appendingPathComponent("Tests/Tools/\(name)").path
    let done = try run([script, Program.executable.path] + arguments, quietly: module != nil)
    #expect(done.code == 0, "\(name)")
    return try #require(try JSONSerialization.jsonObject(with: done.output) as? [String: Any])
  }

  /// Skips the test, saying why, where no browser is installed.
  static func needsBrowser() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium") else {
      try Test.cancel("no chromium: make bootstrap installs it")
    }
  }

  /// Exit code and standard output; `quietly` drops what the engines of others say on standard error.
  private static func run(
    _ arguments: [String], quietly: Bool
  ) throws -> (code: Int32, output: Data) {
    let process = Process()
    process.executableURL = python
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    if quietly { process.standardError = FileHandle.nullDevice }
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, data)
  }
}
