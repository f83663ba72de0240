public import Diagnostics
import ReportReading

/// The features that the second reader's trainer learns from.
public enum RoleBench {
  /// A line `# path`, then a line an element: its first line, the grammar's role, its features.
  public static func features(
    of path: String, in environment: any ExportEnvironment
  ) throws(Rejection) -> String {
    let bytes = try environment.read(path, limit: ReadingLimits.yamlBytes)
    let rows = try RoleFeatures.rows(bytes: bytes, name: path)
    return (["# " + path] + rows).joined(separator: "\n")
  }
}
