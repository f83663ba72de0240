import Foundation
import Testing

/// What a press file must keep of the page that was proofed: the place of every character and the text.
@Suite(
  .enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"),
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/mutool"), "no mutool"))
struct PlacementTests {
  private static let sample = Program.fixture("reports/gangshan-2022.txt")

  private func output(_ tool: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(tool)")
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private func render(_ options: [String], to path: String) throws {
    let outcome = try Program.run(
      [
        "render", Self.sample, "-l", "newspaper-tabloid", "-o", path, "--photos",
        Program.fixture("photos"), "--quiet",
      ] + options)
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  /// Each character with the four corners of its box.
  private func characters(_ path: String) throws -> [Substring] {
    try output("mutool", ["draw", "-q", "-F", "stext", path]).split(separator: "\n")
      .filter { $0.hasPrefix("<char") }
      .map { line in
        // The colour is the one thing that may differ.
        line.range(of: " color=").map { line[..<$0.lowerBound] } ?? line
      }
  }

  private func letters(_ text: String) -> String {
    String(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0.value >= 32 })
  }

  @Test(arguments: [["--press", "newsprint"], ["--press", "newsprint", "--pdfx", "1a"]])
  func everyCharacterStaysInItsPlace(_ options: [String]) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let plain = folder.appendingPathComponent("plain.pdf").path
    let press = folder.appendingPathComponent("press.pdf").path
    try render([], to: plain)
    try render(options, to: press)
    let placed = try characters(plain)
    #expect(placed.count > 2500)
    #expect(try characters(press) == placed)
    // Two readers that share no code give the source's words.
    let source = letters(try String(contentsOfFile: Self.sample, encoding: .utf8))
    let paragraph = source.split(separator: "。").first { $0.count > 40 && $0.count < 90 }
    let words = try #require(paragraph)
    for (tool, arguments) in [
      ("pdftotext", ["-raw", press, "-"]), ("mutool", ["draw", "-q", "-F", "txt", press]),
    ] {
      let text = letters(try output(tool, arguments))
      #expect(text.contains(words), "\(tool)")
    }
  }
}
