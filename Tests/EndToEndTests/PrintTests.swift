import Foundation
import Testing

/// `banxin print` to a real print service with an IPP Everywhere printer and one that writes PDF files;
/// what arrives is measured.
@Suite(.serialized) struct PrintTests {
  @Test(.enabled(if: Program.hasFonts, "run `make bootstrap` first"))
  func whatArrivesAtThePrinterIsRight() throws {
    let did = try Script.outcome(of: "print_check.py")
    if let why = did["cannot"] as? String {
      try Test.cancel("NOT RUN: printing to CUPS. \(why)")
    }
    let checks = try #require(did["checks"] as? [String: [String: Any]])
    #expect(checks.count == 11)
    for (name, check) in checks {
      let faults = try #require(check["faults"] as? [String])
      #expect(faults.isEmpty, "\(name): \(faults.joined(separator: "\n"))")
    }
  }
}
