public import Diagnostics
public import ReportModel

/// The report file: a report as YAML, for an editor to correct before the page is made.
///
/// Every value of the model is written, source ranges included (`at: 3:1-3:16`, all in the file
/// `source` names), so that reading gives back an equal report: text to page and text to file to
/// page are the same. A role that is not sure (confidence below 0.8) carries the comment
/// `# 请核对 check`.
///
/// An editor may change `role`, `text`, `lead` (the run-in lead, which must open the text),
/// indicators and figures, and may leave out `at`, `lines` and `confidence`. A wrong join is undone
/// by splitting the block in two and deleting its `joins`; a missing one is made by moving the text
/// together.
public enum ReportYAML {
  /// The YAML text of a report, with a newline at its end.
  public static func write(_ report: Report) -> String {
    ReportYAMLWriter(report).text
  }

  /// Reads a report file. `file` is its name in messages. Collects what is wrong and throws when
  /// something is: bad YAML, an unknown key or role (with the nearest known one as a hint), a
  /// reference to nothing, anchors and aliases, or too many nodes.
  public static func read(
    _ text: String, file: String, into problems: inout Problems
  ) throws(Rejection) -> Report {
    try YAMLGuard.check(text, file: file)
    let root = try YAMLField.root(of: text, file: file)
    var reader = ReportYAMLReader(file: file)
    let report = reader.report(root)
    problems.report(contentsOf: reader.problems.diagnostics)
    try reader.problems.rejectOnErrors()
    return report
  }
}
