import Diagnostics
import ReportModel

/// The running text of the reports in a folder.
enum BenchTexts {
  /// Paragraphs of all reports.
  static func paragraphs(
    in folder: String, _ environment: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) -> [String] {
    try files(in: folder, environment, into: &problems).flatMap(\.paragraphs)
  }

  /// Paragraphs report by report, by rising names.
  static func files(
    in folder: String, _ environment: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) -> [(name: String, paragraphs: [String])] {
    var found: [(name: String, paragraphs: [String])] = []
    for file in try environment.names(in: folder).sorted()
    where file.hasSuffix(".txt") || file.hasSuffix(".md") && file != "README.md" {
      let report = try Exporter.readReport("\(folder)/\(file)", in: environment, into: &problems)
      let texts = report.blocks.filter { $0.role.isText }.map(\.text)
      found.append((Paths.stem(file), texts))
    }
    return found
  }
}
