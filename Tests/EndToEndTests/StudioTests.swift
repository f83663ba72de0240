import Foundation
import Testing

/// The studio and the service as a person and a program use them, driven from Python.
@Suite(
  .serialized, .enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct StudioTests {
  private static let python = Program.root.appendingPathComponent(".build/venv/bin/python").path

  /// What a script says came of it.
  private func outcome(of script: String, _ arguments: [String] = []) throws -> [String: Any] {
    guard FileManager.default.isExecutableFile(atPath: Self.python) else {
      try Test.cancel("no Python environment under .build/venv: make test makes it")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.python)
    process.arguments =
      [
        Program.root.appendingPathComponent("Tests/Tools/\(script)").path, Program.executable.path,
      ] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func aPersonDoesTheJobInABrowser() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/chromium") else {
      try Test.cancel("no chromium: make bootstrap installs it")
    }
    let did = try outcome(of: "studio_browser.py")
    for key in [
      "wordPicture", "joinConfirmed", "roleUndone", "roleRedone", "edited", "pageToText", "focus",
      "panel", "fact",
      "variant",
      "pagePdf", "pagePress", "pinned", "importance", "importanceUndone", "planPdf",
    ] {
      #expect(did[key] as? Bool == true, "\(key)")
    }
    #expect(did["doubts"] as? Int == 1)
    #expect(did["doubtsLeft"] as? Int == 0)
    #expect(did["pageVerdict"] as? String == "能付印")
    #expect(did["faults"] as? [String] == [])
    #expect(did["exit"] as? Int == 0)
  }

  @Test func theServiceHoldsItsGround() throws {
    let did = try outcome(of: "service_check.py")
    for (name, held) in try #require(did["checks"] as? [String: Bool]) {
      #expect(held, "\(name)")
    }
  }
}
