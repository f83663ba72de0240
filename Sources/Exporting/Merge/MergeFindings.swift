import Diagnostics

/// What is wrong with the documents of a merge, each thing said once with the rows that have it.
struct MergeFindings {
  private struct Kind: Hashable {
    var code: String
    /// The place in the template, or the words where it has none.
    var place: String
  }

  private var kinds: [Kind] = []
  private var found: [Kind: (first: Diagnostic, rows: [SourceRange])] = [:]

  /// Rows that are named.
  private static let listed = 20

  mutating func add(_ finding: JobFinding, row: SourceRange) {
    let kind = Kind(code: finding.code, place: finding.place ?? finding.message)
    if found[kind] == nil {
      kinds.append(kind)
      found[kind] = (Self.diagnostic(finding, row), [])
    }
    found[kind]?.rows.append(row)
  }

  mutating func add(_ diagnostic: Diagnostic, row: SourceRange) {
    for finding in Worker.findings([diagnostic]) { add(finding, row: row) }
  }

  private static func diagnostic(_ finding: JobFinding, _ row: SourceRange) -> Diagnostic {
    let hints = finding.hints ?? []
    var diagnostic = Diagnostic(
      Severity(rawValue: finding.severity) ?? .error, Code(rawValue: finding.code),
      Wording(finding.message, finding.messageZh), at: row,
      hints: stride(from: 0, to: hints.count - 1, by: 2).map { Wording(hints[$0], hints[$0 + 1]) })
    if let place = finding.place.flatMap(range), place.file != row.file {
      diagnostic.related.append(Note(Wording("in the template", "在模板中"), at: place))
    }
    return diagnostic
  }

  /// `tpl.md:3:1` as a place.
  private static func range(_ text: String) -> SourceRange? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 2, let line = Int(parts[parts.count - 2]),
      let column = Int(parts[parts.count - 1])
    else { return nil }
    return SourceRange(
      file: parts.dropLast(2).joined(separator: ":"), line: line, column: column)
  }

  func report(into problems: inout Problems) {
    for kind in kinds {
      guard var (first, rows) = found[kind] else { continue }
      rows.sort { $0.start < $1.start }
      first.range = rows.first
      if rows.count > 1 {
        let lines = rows.prefix(Self.listed).map { "\($0.start.line)" }.joined(separator: ", ")
        let more = rows.count > Self.listed ? " …" : ""
        first.message = Wording(
          "\(first.message.english) (\(rows.count) rows alike: \(lines)\(more))",
          "\(first.message.chinese)（共 \(rows.count) 行有此问题：\(lines)\(more)）")
      }
      problems.report(first)
    }
  }
}
