import Foundation
import Testing

@Suite(.enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct SamplePageTests {
  static let sample = Program.fixture("reports/gangshan-2022.txt")

  private func render(_ more: [String], in folder: URL, _ environment: [String: String] = [:])
    throws -> Data
  {
    let page = folder.appendingPathComponent("page.pdf")
    let outcome = try Program.run(
      ["render", Self.sample, "--layout", "newspaper-tabloid", "-o", page.path] + more,
      environment: environment)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try Data(contentsOf: page)
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let photos = ["--photos", Program.fixture("photos")]
    let first = try render(photos, in: folder)
    let second = try render(
      photos, in: folder, ["LANG": "de_DE.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Apia"])
    #expect(first == second)
  }

  @Test func theCurrentFolderDoesNotMatter() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      atPath: Self.sample, toPath: folder.appendingPathComponent("gangshan-2022.txt").path)
    let far = try render([], in: folder)
    let outcome = try Program.run(
      ["render", "gangshan-2022.txt", "-l", "newspaper-tabloid", "-o", "near.pdf"], folder: folder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try Data(contentsOf: folder.appendingPathComponent("near.pdf")) == far)
  }

  /// The layout engine takes the parsed report, wherever it comes from.
  @Test func aReportReadAndWrittenSetsTheSamePage() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let direct = try render([], in: folder)
    let model = folder.appendingPathComponent("report.yaml").path
    #expect(try Program.run(["read", Self.sample, "-o", model]).code == 0)
    let again = folder.appendingPathComponent("again.pdf").path
    let outcome = try Program.run(["render", model, "-l", "newspaper-tabloid", "-o", again])
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: again)) == direct)
  }

  @Test func theManifestSaysWhatWasMade() throws {
    let outcome = try Program.run(
      ["render", Self.sample, "-l", "newspaper-tabloid", "--dump", "--quiet"])
    #expect(outcome.code == 0, "\(outcome.errors)")
    let manifest = try #require(
      outcome.output.split(separator: "\n").first { $0.hasSuffix("manifest.json") })
    let object = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: String(manifest))))
    let fields = try #require(object as? [String: Any])
    #expect(fields["pages"] as? Int == 1)
    let fit = try #require(fields["fit"] as? [String: Any])
    #expect(fit["exact"] as? Bool == true)
    #expect((fit["feet"] as? [Any])?.count == 6)
  }

  @Test func strictTurnsWarningsIntoAnExitCode() throws {
    let outcome = try Program.run(
      ["render", Self.sample, "-l", "newspaper-tabloid", "--dump", "--strict"])
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("picture.placeholder"))
  }
}
