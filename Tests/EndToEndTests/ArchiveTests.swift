import Foundation
import Testing

/// Apache PDFBox's validator as a second opinion on archive files. It knows PDF/A-1b only, so what
/// PDF/A-2 allows beyond it is left out: transparency groups (2.2.1), and composite subsets without
/// a CIDSet (3.1.11; ISO 19005-2, 6.2.11.4.2), and the claim of part 2, level U itself (7.11.1,
/// 7.11.2).
@Suite(
  .enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"),
  .enabled(if: PDFBox.isThere, "no PDFBox: libpdfbox2-java and its companions"))
struct ArchiveTests {
  private static let beyondA1: Set<String> = ["2.2.1", "3.1.11", "7.11.1", "7.11.2"]

  private func complaints(about path: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: PDFBox.java)
    process.arguments = [
      "-cp", PDFBox.jars.joined(separator: ":"), "org.apache.pdfbox.preflight.Validator_A1b", path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("PDF/A-1b file"), "the validator ran: \(text)")
    return text.split(separator: "\n").map(String.init).filter { $0.first?.isNumber == true }
      .filter { line in !Self.beyondA1.contains(String(line.prefix { $0 != " " })) }
  }

  @Test func aSecondValidatorFindsNothing() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("bulletin.pdf").path
    let report = Program.fixture("reports/a-monthly-opinion-analysis.md")
    let outcome = try Program.run(
      ["render", report, "-l", "bulletin-a4", "-o", file, "--archive", "--quiet"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try complaints(about: file).isEmpty)
    // A press file is no archive, and the validator sees it.
    let press = folder.appendingPathComponent("press.pdf").path
    _ = try Program.run(
      ["render", report, "-l", "bulletin-a4", "-o", press, "--press", "newsprint", "--force"])
    #expect(try !complaints(about: press).isEmpty)
  }
}

/// Where Debian puts the validator.
private enum PDFBox {
  static let java = "/usr/bin/java"
  static let jars = [
    "pdfbox2", "preflight", "fontbox2", "xmpbox", "commons-logging", "commons-io",
    "javax.activation", "jaxb-api",
  ].map { "/usr/share/java/\($0).jar" }
  static let isThere = (jars + [java]).allSatisfy { FileManager.default.fileExists(atPath: $0) }
}
