import Foundation
import Testing

/// The recipes for clusters, where their engines are installed: they are too large to fetch for a test.
@Suite(
  .serialized, .enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct FleetTests {
  private static let python = Program.root.appendingPathComponent(".build/venv/bin/python").path

  private static func has(_ module: String) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", "import \(module)"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// Every document once, with the bytes of the plain batch, though a program is killed in the middle.
  @Test(arguments: [("spark", "pyspark"), ("dask", "dask.distributed")])
  func anEngineSetsEveryDocumentOnce(_ engine: String, _ module: String) throws {
    guard FileManager.default.isExecutableFile(atPath: Self.python), Self.has(module) else {
      try Test.cancel("no \(module) in .build/venv: pip install it to run the recipe")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.python)
    process.arguments = [
      Program.root.appendingPathComponent("Tests/Tools/fleet_check.py").path,
      Program.executable.path, "--count", "120", "--engines", engine,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let all = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let outcome = try #require(all[engine] as? [String: Any])
    #expect(outcome["equal"] as? Bool == true)
    #expect(outcome["killed"] as? Int == 1)
  }
}
