import Diagnostics
import ReportModel
import ReportReading

/// What front matter and settings ask of the tables of a report.
struct TableRequest {
  private let entries: [ReportMetadata]
  private let input: String

  init(_ report: Report, settings: [ExportJob.Setting], input: String) {
    let given = settings.filter { JobFacts.isForTables($0.key) }.map {
      ReportMetadata(
        key: $0.key, value: $0.value, range: SourceRange(file: "--set", line: 1))
    }
    entries = TableArrangement.entries(of: report.metadata + given)
    self.input = input
  }

  /// The report with its tables chosen, sorted and summed; `since` names an older edition of the same
  /// table, of which only what is new or changed is shown.
  func applied(
    to report: Report, in environment: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) -> Report {
    guard let arrangement = TableArrangement(entries, into: &problems) else { return report }
    var report = report
    if let since = entries.last(where: { $0.key == "since" })?.value, !report.tables.isEmpty {
      let path = since.hasPrefix("/") ? since : "\(AtomicFile.folder(of: input))/\(since)"
      let bytes = try environment.read(path, limit: ReadingLimits.yamlBytes)
      let old = try ReportReading.read(bytes: bytes, name: since, into: &problems)
      if let table = old.tables.first {
        report.tables[0] = arrangement.changes(in: report.tables[0], since: table)
      }
    }
    return report.arranged(arrangement, into: &problems)
  }
}
