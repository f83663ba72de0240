import Diagnostics
import ReportModel

/// The running text of the reports in a folder.
enum BenchTexts {
  static func paragraphs(
    in folder: String, _ environment: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) -> [String] {
    var texts: [String] = []
    for file in try environment.names(in: folder).sorted()
    where file.hasSuffix(".txt") || file.hasSuffix(".md") && file != "README.md" {
      let report = try Exporter.readReport("\(folder)/\(file)", in: environment, into: &problems)
      texts += report.blocks.filter { $0.role.isText }.map(\.text)
    }
    return texts
  }
}
