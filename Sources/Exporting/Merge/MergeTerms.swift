import CaseRecords
import Diagnostics
import Notations
import ReportReading

/// Time limits of a table's rows: where a limit is given in days, the document says the day it ends on
/// and how it was counted.
struct MergeTerms {
  private let table: RecordTable
  private var reckoner: TermReckoner
  private let limits: [String]
  private let received: String?

  init(table: RecordTable, calendar: WorkCalendar) {
    self.table = table
    reckoner = TermReckoner(calendar)
    let known = CaseColumns.usual(.deadline)
    limits = table.fields.filter { known.contains($0.lowercased()) }
    received =
      CaseColumns.usual(.received).lazy.compactMap { name in
        table.fields.first { $0.lowercased() == name }
      }.first
  }

  /// What a row's columns of limits say: 2031年5月20日（5个工作日）.
  mutating func values(
    of row: RecordTable.Row, into problems: inout Problems
  ) throws(Rejection) -> [String: String] {
    // Without a column to count from, the words stand as they are.
    guard let received else { return [:] }
    var values: [String: String] = [:]
    for column in limits {
      guard let term = table.value(column, in: row).flatMap({ CaseTerm($0) }) else { continue }
      guard let day = table.value(received, in: row).flatMap({ CaseDay($0) })
      else { throw Rejection(CaseProblems.noReceipt(at: row.range)) }
      let last = reckoner.deadline(term, from: day, at: row.range, into: &problems)
      values[column] = "\(last.chinese)（\(term.chinese)）"
    }
    return values
  }
}
