import CaseRecords
import Diagnostics
import DisplayList
import Notations
import PageMakeup
import ReportReading

/// A table as a browser shows it, with what a bulletin takes its columns for.
package struct DeskTable: Codable, Sendable {
  package var columns: [String]
  /// The first rows.
  package var rows: [[String]]
  /// How many rows there are.
  package var count: Int
  /// Columns by what they say, such as `时间`.
  package var fields: [String: String]
  /// What a column may say, in the order of a form.
  package var known: [String]
  /// The first and the last day of its cases; empty where no column says when.
  package var days: [String]

  private static let shown = 50

  /// Looks at a table; `near` is a day that days without a year are near to.
  init(_ table: RecordTable, file: String, near: String, map: String?, in files: FileSystem)
    throws(Rejection)
  {
    columns = table.fields
    rows = table.rows.prefix(Self.shown).map(\.values)
    count = table.rows.count
    known = CaseField.allCases.map(\.chinese)
    (fields, days) = ([:], [])
    guard let period = CasePeriod(.daily, near) else { return }
    var unheard = Problems()
    let counted = try CaseTable(
      table, file: file, period: period, map: try CaseMap.read(map, in: files), into: &unheard)
    for (field, column) in counted.columns.columns { fields[field.chinese] = column }
    let received = counted.cases.map(\.received)
    if let first = received.min(), let last = received.max() { days = [first.iso, last.iso] }
  }
}

/// A bulletin that is to be made of a table.
package struct DeskBulletin: Codable, Sendable {
  package var data: String
  /// `daily`, `weekly` or `monthly`.
  package var kind: String
  package var period: String
  package var unit: String?
  package var issue: String?
  package var layout: String?
  /// Which columns say what: `时间=登记日,类别=问题大类`.
  package var map: String?
  /// The file to write, `.pdf`; its report goes beside it.
  package var output: String?
}

/// A document for each row of a table.
package struct DeskMerge: Codable, Sendable {
  package var data: String
  package var layout: String
  /// The template; nil for the layout's own.
  package var template: String?
  /// The column that orders the joined file.
  package var order: String?
  /// The column whose value names each row's template.
  package var templateBy: String?
  /// Whether all documents are joined in one file, too.
  package var joins: Bool?
  /// The folder for the documents.
  package var output: String?

  /// The order as the merge takes it.
  var job: MergeJob {
    var job = MergeJob(
      data: data, layout: layout, template: template, output: output ?? "output/merge")
    (job.order, job.templateBy) = (order, templateBy)
    if joins == true { job.joined = "\(job.output).pdf" }
    return job
  }
}

/// What a merge came to.
package struct DeskMerged: Codable, Sendable {
  package var documents: Int
  package var pages: Int
  package var failed: Int
}

extension DeskWorker {
  func read(
    table path: String, near: String, map: String?, _ reply: inout DeskReply,
    into problems: inout Problems
  ) throws(Rejection) {
    let source = RecordFile(path, in: files)
    let table = try source.read(in: files, into: &problems)
    do throws(Rejection) {
      reply.table = try DeskTable(table, file: source.path, near: near, map: map, in: files)
    } catch {
      // A table of no cases is still one to make documents of; why it is none is said.
      reply.table = try DeskTable(table, file: source.path, near: "", map: nil, in: files)
      reply.findings = (problems.diagnostics + error.diagnostics).map(DeskFinding.init)
    }
  }

  func make(
    _ bulletin: DeskBulletin, _ reply: inout DeskReply, into problems: inout Problems
  ) throws(Rejection) {
    guard let kind = BulletinJob.Kind(rawValue: bulletin.kind) else {
      throw Rejection(DeskProblems.noSuchValue(bulletin.kind))
    }
    var job = BulletinJob(
      kind: kind, data: bulletin.data, period: bulletin.period, unit: bulletin.unit ?? "",
      layout: bulletin.layout ?? "bulletin-a4", output: bulletin.output ?? "output/bulletin.pdf")
    job.map = bulletin.map
    job.issue = bulletin.issue ?? ""
    reply.files = try job.run(home: home, in: files, into: &problems).files
  }

  /// Sets all rows; whoever waits hears of each.
  func run(
    _ merge: DeskMerge, _ reply: inout DeskReply, into problems: inout Problems
  ) throws(Rejection) {
    var rare: [Diagnostic] = []
    let result = try MergeRun(home: home, environment: files).run(
      merge.job, into: &problems
    ) {
      rare = $0
    } onProgress: { done, count in
      var word = DeskReply(state: .started)
      word.progress = [done, count]
      _ = send(word)
    }
    problems.report(contentsOf: rare)
    reply.files = [result.joined].compactMap(\.self) + result.sheets + result.files
    reply.merged = DeskMerged(
      documents: result.files.count, pages: result.pages, failed: result.failed)
    if result.failed > 0 { reply.state = .failed }
  }

  /// Draws the first page of one row's document.
  func preview(
    _ merge: DeskMerge, row: Int, into folder: String, _ reply: inout DeskReply,
    problems: inout Problems
  ) throws(Rejection) {
    let set = try MergeRun(home: home, environment: files).preview(
      merge.job, row: row, with: stock, into: &problems)
    for page in set.made.document.pages.indices.prefix(2) {
      let path = "\(folder)/\(page + 1).svg"
      try PlainFile.write(
        try PageArtist.svg(page, of: set.made.document, from: set.files, with: stock), to: path)
      reply.files.append(path)
    }
    reply.pages = DeskSet(set, of: DeskOrder(input: merge.data), problems).pages(files: reply.files)
  }
}
