internal import Diagnostics
import Notations
public import ReportModel
internal import Yams

/// The report file as JSON: the keys and values of ``ReportYAML``, for programs. JSON is YAML, so one
/// reader serves both and gives back an equal report.
public enum ReportJSON {
  /// The JSON text of a report, with a newline at its end.
  public static func write(_ report: Report) -> String {
    guard let node = try? Yams.compose(yaml: ReportYAML.write(report)) else { return "{}\n" }
    return text(of: node, depth: 0) + "\n"
  }

  private static func text(of node: Node, depth: Int) -> String {
    let indent = String(repeating: "  ", count: depth)
    func list(_ parts: [String], _ open: String, _ close: String) -> String {
      if parts.isEmpty { return open + close }
      return "\(open)\n" + parts.map { "\(indent)  \($0)" }.joined(separator: ",\n")
        + "\n\(indent)\(close)"
    }
    switch node {
    case .mapping(let mapping):
      return list(
        mapping.map {
          JSONText.quoted($0.key.string ?? "") + ": " + text(of: $0.value, depth: depth + 1)
        }, "{", "}")
    case .sequence(let sequence):
      return list(sequence.map { text(of: $0, depth: depth + 1) }, "[", "]")
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      let isValue =
        Int(scalar.string) != nil || ["true", "false"].contains(scalar.string)
        || Double(scalar.string).map { $0.isFinite && "\($0)" == scalar.string } ?? false
      return isPlain && isValue ? scalar.string : JSONText.quoted(scalar.string)
    case .alias: return "null"
    }
  }
}
