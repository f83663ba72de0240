import Foundation

/// A program of the machine that is run on files in a folder of its own.
struct OutsideProgram {
  let url: URL

  /// The first of some names that the search path has; nil where there is none.
  init?(_ names: [String]) {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for folder in path.split(separator: ":") {
      for name in names {
        let file = "\(folder)/\(name)"
        guard FileManager.default.isExecutableFile(atPath: file) else { continue }
        url = URL(fileURLWithPath: file)
        return
      }
    }
    return nil
  }

  /// Hands out a new folder that is gone afterwards.
  static func withFolder<Result>(_ name: String, _ body: (URL) throws -> Result) rethrows -> Result
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("banxin-\(name)-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// Runs it without a word in or out; whether it ended well within so many seconds.
  func run(_ arguments: [String], in folder: URL, patience: Double) throws -> Bool {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let end = ContinuousClock.now + .seconds(patience)
    while process.isRunning {
      if ContinuousClock.now > end {
        // A program may be a script that starts others; they are of one group.
        kill(-process.processIdentifier, SIGKILL)
        kill(process.processIdentifier, SIGKILL)
        return false
      }
      Thread.sleep(forTimeInterval: 0.02)
    }
    return process.terminationStatus == 0
  }
}
