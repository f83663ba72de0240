import Diagnostics
import Foundation
import ReportModel
import ReportReading

/// Files that the tests read, found from this source file.
enum Fixtures {
  static let tests = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
  static let reports = tests.appendingPathComponent("Fixtures/reports")
  static let scorer = tests.appendingPathComponent("Tools/score_reading.py")

  /// The reports with gold.
  static let names = [
    "gangshan-2022.txt", "a-monthly-opinion-analysis.md", "c-town-yearly-report.txt",
    "f-brief-with-attachments.txt", "b-daily-bulletin.txt", "d-inspection-rectification.md",
  ]

  static func report(_ name: String) throws -> Report {
    let bytes = [UInt8](try Data(contentsOf: reports.appendingPathComponent(name)))
    var problems = Problems()
    return try ReportReading.read(bytes: bytes, name: name, into: &problems)
  }
}

/// Reads a text given in a test.
func read(_ text: String, name: String = "test.txt") throws -> Report {
  var problems = Problems()
  return try ReportReading.read(bytes: Array(text.utf8), name: name, into: &problems)
}

/// The code of the rejection that reading bytes ends in; nil when it succeeds.
func rejection(_ bytes: [UInt8], name: String = "test.txt") -> Diagnostic? {
  var problems = Problems()
  do {
    _ = try ReportReading.read(bytes: bytes, name: name, into: &problems)
    return nil
  } catch {
    return error.diagnostics.first
  }
}

/// A report of one paragraph under a neutral title.
func readSentence(_ sentence: String, title: String = "关于有关工作情况的报告") throws -> Report {
  try read("\(title)\n\n\(sentence)\n")
}

/// Indicators as short strings: `subject value unit [qualifier] period rank`.
func short(_ report: Report) -> [String] {
  report.indicators.map { indicator in
    var text = "\(indicator.value)\(indicator.unit)"
    if !indicator.qualifier.isEmpty { text += " [\(indicator.qualifier)]" }
    if let rank = indicator.rank { text += " \(rank)" }
    return text
  }
}
