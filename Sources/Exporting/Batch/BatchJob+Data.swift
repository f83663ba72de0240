import Diagnostics
import ReportReading

extension BatchJob {
  /// The values of a job whose input is a template: given in the line, or a row of a table.
  enum Values: Codable, Hashable {
    case pairs([String: String])
    /// The path of the table and the record, counted from 1.
    case row(table: String, number: Int)
  }

  /// The environment in which the job runs: with `data` its input is the filled template. A value
  /// that is missing is a rejection, as in `banxin merge`; nothing is printed with a hole.
  func environment(
    over base: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) -> any ExportEnvironment {
    guard let data else { return base }
    let bytes = try base.read(input, limit: MergeRun.limit)
    let template = try ReportTemplate(bytes, name: input, into: &problems)
    let range = SourceRange(file: input, line: 1)
    var beside = beside ?? []
    let filled: (bytes: [UInt8], missing: [String])
    switch data {
    case .pairs(let pairs):
      filled = try template.fill { pairs[$0] }
    case .row(let path, let number):
      let source = RecordFile(path, in: base)
      let table = try source.read(in: base, into: &problems)
      guard table.rows.indices.contains(number - 1) else {
        throw Rejection(BatchProblems.noRow(number, of: path, rows: table.rows.count))
      }
      beside.append(AtomicFile.folder(of: source.path))
      filled = try template.fill {
        table.value($0, in: table.rows[number - 1])
      }
    }
    guard filled.missing.isEmpty else {
      throw Rejection(MergeProblems.missing(filled.missing, at: range))
    }
    return OverlaidEnvironment(
      base: base, path: input, bytes: filled.bytes, beside: beside)
  }
}
