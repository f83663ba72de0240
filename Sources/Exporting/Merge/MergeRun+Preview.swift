import Diagnostics
import ReportReading

extension MergeRun {
  /// Sets the document of one row, counted from 1 among those that are set, and writes nothing.
  func preview(
    _ job: MergeJob, row number: Int, with stock: ExportStock, into problems: inout Problems
  ) throws(Rejection) -> SetReport {
    let whole = try RecordFile(job.data, in: environment).read(in: environment, into: &problems)
    var plan = try plan(of: job, whole, into: &problems)
    let rows = plan.table.rows
    guard rows.indices.contains(number - 1) else {
      throw Rejection(MergeProblems.noRow(number, of: rows.count))
    }
    let document = try plan.document(of: rows[number - 1], number: number, into: &problems)
    return try set(document, job, stock, into: &problems).report
  }
}
