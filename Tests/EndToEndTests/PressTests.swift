import Foundation
import Testing

/// Print-ready files, judged by tools that know nothing of how they were made.
@Suite(
  .serialized, .enabled(if: Program.hasFonts, "fonts/files is empty: run make bootstrap"))
struct PressTests {
  private static let python = Program.root.appendingPathComponent(".build/venv/bin/python").path
  private static let sample = Program.fixture("reports/gangshan-2022.txt")

  private func render(_ more: [String], to file: String, in folder: URL) throws -> String {
    let path = folder.appendingPathComponent(file).path
    let outcome = try Program.run(
      [
        "render", Self.sample, "-l", "newspaper-tabloid", "-o", path, "--photos",
        Program.fixture("photos"), "--quiet",
      ] + more)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return path
  }

  private func run(_ tool: String, _ arguments: [String]) throws -> (code: Int32, data: Data) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, data)
  }

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// The verdicts of `Tests/Tools/preflight.py`; nil where its Python is not there.
  private func verdicts(_ file: String) throws -> [String: [String: Any]]? {
    guard FileManager.default.isExecutableFile(atPath: Self.python) else {
      Issue.record(
        "no second checker under .build/venv: make test makes it", severity: .warning)
      return nil
    }
    let tool = Program.root.appendingPathComponent("Tests/Tools/preflight.py").path
    let data = try run(Self.python, [tool, "--profile", "newsprint", file]).data
    let report = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return report?["verdicts"] as? [String: [String: Any]]
  }

  /// Our own verdicts on a file.
  private func ours(_ file: String) throws -> [String: [String: Any]] {
    let outcome = try Program.run(["preflight", file, "--json", "--quiet"])
    let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require((report as? [String: Any])?["verdicts"] as? [String: [String: Any]])
  }

  @Test(arguments: [
    (["--press", "newsprint"], ["PDF/X-4", "print", "safety"]),
    (["--press", "newsprint", "--pdfx", "1a"], ["PDF/X-1a", "print", "safety"]),
    (["--press", "newsprint", "--grayscale"], ["PDF/X-4", "print", "safety"]),
    (["--archive"], ["PDF/A-2u", "PDF/UA-1", "safety"]),
  ])
  func theSamplePageMeetsItsStandards(_ options: [String], _ claims: [String]) throws {
    try withFolder { folder in
      let file = try render(options, to: "page.pdf", in: folder)
      let own = try ours(file)
      let other = try verdicts(file)
      for claim in claims where !(claim == "PDF/UA-1" && options == ["--archive"]) {
        #expect(own[claim]?["ok"] as? Bool == true, "\(claim): \(own[claim] ?? [:])")
        guard let other else { continue }
        #expect(other[claim]?["ok"] as? Bool == true, "\(claim): \(other[claim] ?? [:])")
        #expect((other[claim]?["warnings"] as? [Any])?.isEmpty == true, "\(other[claim] ?? [:])")
      }
      // Two checkers that share no line agree on every standard.
      for (claim, verdict) in other ?? [:] {
        #expect(verdict["ok"] as? Bool == own[claim]?["ok"] as? Bool, "\(claim)")
      }
    }
  }

  @Test func bulletinsAreTagged() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("bulletin.pdf").path
      let report = Program.fixture("reports/a-monthly-opinion-analysis.md")
      let outcome = try Program.run(
        ["render", report, "-l", "bulletin-a4", "-o", file, "--archive", "--quiet"])
      #expect(outcome.code == 0, "\(outcome.errors)")
      let own = try ours(file)
      for claim in ["PDF/A-2u", "PDF/UA-1"] {
        #expect(own[claim]?["ok"] as? Bool == true, "\(own[claim] ?? [:])")
        if let other = try verdicts(file) {
          #expect(other[claim]?["ok"] as? Bool == true, "\(other[claim] ?? [:])")
        }
      }
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")))
  func textSurvivesCharacterForCharacter() throws {
    try withFolder { folder in
      let plain = try render([], to: "plain.pdf", in: folder)
      let words = try run("/usr/bin/pdftotext", ["-raw", plain, "-"]).data
      #expect(words.count > 5000)
      for options in [["--press", "newsprint"], ["--press", "newsprint", "--pdfx", "1a"]] {
        let press = try render(options, to: "press.pdf", in: folder)
        #expect(try run("/usr/bin/pdftotext", ["-raw", press, "-"]).data == words)
        let boxes = ["-bbox", press, "-"]
        #expect(
          try run("/usr/bin/pdftotext", boxes).data.split(separator: UInt8(ascii: "\n")).count
            == run("/usr/bin/pdftotext", ["-bbox", plain, "-"]).data
            .split(separator: UInt8(ascii: "\n")).count)
      }
    }
  }

  /// Ghostscript's plates: nothing of the body text on cyan, magenta and yellow.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/gs")))
  func bodyTextIsOnTheBlackPlateOnly() throws {
    try withFolder { folder in
      let press = try render(["--press", "newsprint"], to: "press.pdf", in: folder)
      // The lead under the picture: x 26…56 mm, y 168…203 mm at 72 dpi.
      let plates = try ["Cyan", "Magenta", "Yellow", "Black"].map { plate in
        let output = folder.appendingPathComponent("p.tif").path
        _ = try run(
          "/usr/bin/gs",
          [
            "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-r72", "-sDEVICE=tiffsep",
            "-sCompression=none", "-sOutputFile=\(output)", press,
          ])
        let file = folder.appendingPathComponent("p(\(plate)).tif")
        return [UInt8](try Data(contentsOf: file))
      }
      for plate in plates { #expect(plate.count > 780 * 1105) }
      func row(_ plate: [UInt8], _ y: Int) -> ArraySlice<UInt8> {
        let start = plate.count - 780 * 1106 + y * 780
        return plate[max(8, start) + 75..<max(8, start) + 160]
      }
      #expect((475..<575).contains { y in row(plates[3], y).contains { $0 < 128 } })
      for color in plates.prefix(3) {
        for y in 475..<575 { #expect(row(color, y).allSatisfy { $0 == 255 }, "row \(y)") }
      }
    }
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    try withFolder { folder in
      let first = try render(["--press", "newsprint"], to: "a.pdf", in: folder)
      let second = try render(["--press", "newsprint"], to: "b.pdf", in: folder)
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: first))
          == Data(contentsOf: URL(fileURLWithPath: second)))
    }
  }

  @Test func aPageWithPlaceholdersIsNotReady() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("page.pdf").path
      let order = [
        "render", Self.sample, "-l", "newspaper-tabloid", "-o", file, "--press", "newsprint",
      ]
      let refused = try Program.run(order)
      #expect(refused.code == 1)
      #expect(refused.errors.contains("press.not-ready"))
      #expect(!FileManager.default.fileExists(atPath: file))
      let forced = try Program.run(order + ["--force"])
      #expect(forced.code == 0, "\(forced.errors)")
      #expect(FileManager.default.fileExists(atPath: file))
    }
  }

  @Test func aPlantsOwnProfileLiesBesideItsFile() throws {
    try withFolder { folder in
      let shared = Program.root.appendingPathComponent("layouts/_shared")
      let icc = folder.appendingPathComponent("plant.icc")
      try FileManager.default.copyItem(
        at: shared.appendingPathComponent("icc/newsprint-snap-tr002-240.icc"), to: icc)
      let settings = try String(
        contentsOf: shared.appendingPathComponent("press-newsprint.yaml"), encoding: .utf8)
      let plant = folder.appendingPathComponent("plant.yaml")
      try settings.replacingOccurrences(
        of: "layouts/_shared/icc/newsprint-snap-tr002-240.icc", with: "plant.icc"
      ).write(to: plant, atomically: true, encoding: .utf8)
      let file = try render(["--press", plant.path], to: "page.pdf", in: folder)
      #expect(try ours(file)["PDF/X-4"]?["ok"] as? Bool == true)
      try FileManager.default.removeItem(at: icc)
      let missing = try Program.run(
        [
          "render", Self.sample, "-l", "newspaper-tabloid", "-o", file + ".2.pdf", "--press",
          plant.path,
        ])
      #expect(missing.code == 1 && missing.errors.contains("press.no-profile"))
      #expect(missing.errors.contains("layouts/_shared/icc/README.md"))
    }
  }

  @Test func theBroadsheetIsReadyToo() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("broadsheet.pdf").path
      let outcome = try Program.run(
        [
          "render", Self.sample, "-l", "newspaper-broadsheet", "-o", file, "--photos",
          Program.fixture("photos"), "--quiet", "--press", "newsprint",
        ])
      #expect(outcome.code == 0, "\(outcome.errors)")
      guard let other = try verdicts(file) else { return }
      for claim in ["PDF/X-4", "print", "safety"] {
        #expect(other[claim]?["ok"] as? Bool == true, "\(claim): \(other[claim] ?? [:])")
        #expect((other[claim]?["warnings"] as? [Any])?.isEmpty == true, "\(other[claim] ?? [:])")
      }
    }
  }

  @Test func eachPageIsAFileForThePlates() throws {
    try withFolder { folder in
      let file = try render(["--press", "newsprint", "--split"], to: "page.pdf", in: folder)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names.count == 1 && names[0].hasPrefix("page-") && names[0].hasSuffix(".pdf"))
      #expect(!FileManager.default.fileExists(atPath: file))
    }
  }

  @Test(arguments: [
    ["--press", "newspaper"], ["--press", "newsprint", "--archive"], ["--grayscale"],
    ["--press", "newsprint", "--marks", "some"], ["--press", "newsprint", "--proof"],
    ["--softproof"], ["--press", "newsprint", "--tile", "9"],
  ])
  func wrongOrdersAreRefused(_ options: [String]) throws {
    let outcome = try Program.run(
      ["render", Self.sample, "-l", "newspaper-tabloid", "-o", "/tmp/never.pdf"] + options)
    #expect(outcome.code == 1 || outcome.code == 2)
  }
}
