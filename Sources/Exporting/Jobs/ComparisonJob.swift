public import Comparison
public import Diagnostics
import ReportModel
import ReportReading

/// Two versions of a report, compared, and the differences marked in the later one.
public struct ComparisonJob: Sendable {
  /// The earlier version's path.
  public let old: String
  /// The later version's path.
  public let new: String

  /// Makes a job.
  public init(old: String, new: String) {
    self.old = old
    self.new = new
  }

  /// Compares the words, the tables and the bytes of the pictures that both name.
  public func compare(
    in environment: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) -> ReportComparison {
    let before = try Exporter.readReport(old, in: environment, into: &problems)
    let after = try Exporter.readReport(new, in: environment, into: &problems)
    return ReportComparison(
      before, after, oldFiles: files(of: before, beside: old, environment),
      newFiles: files(of: after, beside: new, environment))
  }

  /// Sets the later version with the differences marked in it.
  public func write(
    _ comparison: ReportComparison, layout: String, output: String, with exporter: Exporter,
    into problems: inout Problems
  ) throws(Rejection) {
    var job = ExportJob(input: new, layout: layout, output: output)
    job.report = comparison.marked
    _ = try exporter.run(job, into: &problems)
  }

  /// Digests of the picture files by their names; one that cannot be read has none, and whoever sets
  /// the report is told so.
  private func files(
    of report: Report, beside path: String, _ environment: any ExportEnvironment
  ) -> [String: String] {
    let folder = AtomicFile.folder(of: path)
    var digests: [String: String] = [:]
    for name in report.figures.compactMap(\.path) where !name.hasPrefix("/") {
      let bytes = try? environment.read("\(folder)/\(name)", limit: ReadingLimits.yamlBytes)
      if let bytes { digests[name] = Digest.sha256(bytes) }
    }
    return digests
  }
}
