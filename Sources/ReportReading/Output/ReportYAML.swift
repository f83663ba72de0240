public import Diagnostics
public import ReportModel

public enum ReportYAML {
  public static func read(_ text: String, file: String, into problems: inout Problems) throws(Rejection) -> Report {
    throw Rejection(ReadingProblems.empty(file))
  }
}
