public import Diagnostics
public import ReportModel

/// Reads a report file in YAML, as `ReportYAML.write` makes it and an editor corrects it, or in JSON.
public struct YAMLReader: ReportReader {
  /// A report file.
  public static let format = InputFormat(name: "report file", endings: ["yaml", "yml", "json"])

  /// Makes a reader.
  public init() {}

  /// Reads a file (see `ReportYAML.read`) and checks its numbers once more, since an editor may have
  /// changed them.
  public func read(_ source: Source, into problems: inout Problems) throws(Rejection) -> Report {
    let scalars = try TextDecoder(file: source.name, emoji: source.emoji).decode(
      source.bytes, limit: ReadingLimits.yamlBytes, into: &problems)
    var report = try ReportYAML.read(scalars.string, file: source.name, into: &problems)
    report.flags = EditedChecks.flags(of: report)
    return report
  }
}
