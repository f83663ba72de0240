public import Diagnostics
internal import ReportModel

/// What the second reader knows of a text's elements, for its trainer.
public enum RoleFeatures {
  /// A row an element, parted by tabs: the first line, the grammar's role, the features. Plain text
  /// and Markdown only.
  public static func rows(bytes: [UInt8], name: String) throws(Rejection) -> [String] {
    let source = Source(name: name, bytes: bytes)
    var problems = Problems()
    let draft =
      name.hasSuffix(".md")
      ? try MarkdownReader().draft(of: source, into: &problems)
      : try PlainTextReader().draft(of: source, into: &problems)
    return ReportAssembly(draft).featureRows()
  }
}
