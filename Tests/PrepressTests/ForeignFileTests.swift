import Diagnostics
import Foundation
import Prepress
import Testing

/// Files of other programs, some with deliberate faults: our verdict on each standard is that of a
/// checker which shares no line with ours.
struct ForeignFileTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let names = [
    "cairo-clear", "cairo-rgb", "reportlab-box", "reportlab-clear", "reportlab-font",
    "reportlab-hairline", "reportlab-ink", "reportlab-rgb", "reportlab-tint", "typst-a2u", "typst",
    "weasyprint-x1a", "weasyprint-x4",
  ]

  private func report(_ name: String) throws -> (path: String, report: PreflightReport) {
    let file = Self.root.appendingPathComponent("Tests/Fixtures/foreign/\(name).pdf")
    let report = try Preflight(profile: Press.profile()).check(
      [UInt8](try Data(contentsOf: file)), name: name)
    return (file.path, report)
  }

  @Test(arguments: [
    ("reportlab-rgb", "colour-device-rgb"), ("reportlab-font", "font-not-embedded"),
    ("reportlab-box", "trim-outside-media"), ("reportlab-hairline", "hairline"),
    ("reportlab-ink", "tac-over-limit"), ("reportlab-clear", "transparency"),
    ("weasyprint-x1a", "transparency"), ("cairo-rgb", "blend-space-rgb"),
  ])
  func theFaultIsFound(_ name: String, _ id: String) throws {
    let found = try report(name).report.findings.first { $0.rule.id == id }
    #expect(found?.severity == .error)
  }

  @Test func aFileWithoutFaultsPasses() throws {
    let tint = try report("reportlab-tint").report
    #expect(tint.meets(.x1a) && tint.meets(.print) && !tint.meets(.x4))
    #expect(try report("typst-a2u").report.meets(.a2u))
  }

  @Test(arguments: names)
  func twoCheckersAgree(_ name: String) throws {
    let python = Self.root.appendingPathComponent(".build/venv/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else {
      try Test.cancel("no Python environment under .build/venv: make test makes it")
    }
    let (path, own) = try report(name)
    let process = Process()
    process.executableURL = python
    process.arguments = [
      Self.root.appendingPathComponent("Tests/Tools/preflight.py").path, "--profile", "newsprint",
      path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let other = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let verdicts = try #require(other["verdicts"] as? [String: [String: Any]])
    for claim in PreflightClaim.allCases {
      #expect(
        verdicts[claim.rawValue]?["ok"] as? Bool == own.meets(claim),
        "\(claim): \(verdicts[claim.rawValue] ?? [:]), \(own.findings(against: claim).map(\.rule.id))"
      )
    }
  }
}
