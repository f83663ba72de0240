import Confinement
public import Diagnostics
import DisplayList
import LayoutSpecs
import PageMakeup
import ReportReading

/// Sets one document a row of a table: rows that are as they were are left alone, and a row that is
/// rejected, or ends its worker, does not stop the others.
public struct MergeRun {
  let home: ResourceHome
  let environment: any ExportEnvironment

  /// Largest table, template or map in bytes.
  static let limit = 64 << 20

  /// Makes a run over a resources folder.
  public init(home: ResourceHome, environment: any ExportEnvironment) {
    self.home = home
    self.environment = environment
  }

  /// Sets all rows. A row with a missing value, or one that is rejected, is reported at its line. Rare
  /// characters are handed over before the first row is set. With workers a journal is kept beside the
  /// output folder, so that only rows whose values, template or pictures changed are set again.
  public func run(
    _ job: MergeJob, into problems: inout Problems, onChecked: ([Diagnostic]) -> Void,
    onProgress: (Int, Int) -> Void = { _, _ in }
  ) throws(Rejection) -> MergeResult {
    if let joined = job.joined { try OutputEnding.check(joined, among: ["pdf"]) }
    let source = RecordFile(job.data, in: environment)
    let whole = try source.read(in: environment, into: &problems)
    let failed = problems.diagnostics.count { $0.code == "records.row-width" }
    var plan = try plan(of: job, whole, into: &problems)
    let table = plan.table
    if let leftOut = table.leftOut(file: source.path) { problems.report(leftOut) }
    var result = MergeResult()
    result.failed = failed
    let stock = ExportStock(home: home)
    let layout = try stock.layout(job.layout, settings: [], into: &problems)
    onChecked(try RareCharacters(layout: layout, stock: stock).find(in: table))
    let hasSheets = layout.gather != nil
    var documents: [(document: MergePlan.Document, order: String)] = []
    var taken: [String: Int] = [:]
    for (number, row) in table.rows.enumerated() {
      do throws(Rejection) {
        let document = try plan.document(of: row, number: number + 1, into: &problems)
        if hasSheets, MergeSheets.isName(of: document.output) {
          throw Rejection(MergeProblems.reservedName(document.output, at: row.range))
        }
        if let first = taken.updateValue(row.range.start.line, forKey: document.output) {
          throw Rejection(
            BatchProblems.twice("output", document.output, firstLine: first, at: row.range))
        }
        documents.append((document, plan.orderKey(of: row)))
      } catch {
        result.failed += 1
        problems.report(
          contentsOf: error.diagnostics.map {
            MergeProblems.inRow($0, row.range, template: $0.range?.file ?? job.data)
          })
      }
    }
    let all = documents.map(\.document)
    var findings = MergeFindings()
    if hasSheets || job.workers == 0 {
      try setHere(all, job, layout, stock, &result, &findings, onProgress)
    } else {
      try setByWorkers(all, job, &result, &findings, onProgress)
    }
    findings.report(into: &problems)
    try join(documents.map { ($0.document.output, $0.order) }, job, &result, into: &problems)
    return result
  }

  /// The plan of a merge; what is wrong with its wishes is a rejection, what is wrong with rows is not.
  func plan(
    of job: MergeJob, _ table: RecordTable, into problems: inout Problems
  ) throws(Rejection) -> MergePlan {
    var found = Problems()
    let plan = try MergePlan(
      job, table: table, home: home, environment: environment, into: &found)
    problems.report(contentsOf: found.diagnostics)
    return plan
  }

  /// The folder that holds the table, beside which pictures are looked for.
  private func folder(of job: MergeJob) -> String {
    AtomicFile.folder(of: RecordFile(job.data, in: environment).path)
  }

  /// The settings of each document; those that ask for rows are settled.
  private func settings(of job: MergeJob) -> [ExportJob.Setting] {
    job.settings.filter { !JobFacts.isForTables($0.key) }
  }

  // MARK: - By workers

  private func setByWorkers(
    _ documents: [MergePlan.Document], _ job: MergeJob, _ result: inout MergeResult,
    _ findings: inout MergeFindings, _ onProgress: (Int, Int) -> Void
  ) throws(Rejection) {
    let beside = folder(of: job)
    let settings = Dictionary(
      settings(of: job).map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })
    let jobs = documents.enumerated().map { number, document in
      BatchJob(
        line: number, id: document.output, input: document.template, layout: job.layout,
        output: document.output, set: settings.isEmpty ? nil : settings,
        data: .pairs(document.values), beside: [beside])
    }
    var folder = job.output
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let options = BatchOptions(
      jobs: "", workers: job.workers, redoes: job.redoes,
      journal: folder == "." ? "merge.journal" : "\(folder).journal",
      workerCommand: job.workerCommand)
    var results: [BatchResult?] = Array(repeating: nil, count: jobs.count)
    var count = 0
    // The runner calls back only while it runs.
    try withoutActuallyEscaping(onProgress) { (onProgress) throws(Rejection) in
      let runner = try BatchRunner(options, source: JobSource(jobs)) { one in
        results[one.line] = one
        count += 1
        onProgress(count, jobs.count)
        return true
      }
      let code = try runner.run()
      if code > 128 || count < jobs.count {
        throw Rejection(runner.stopped ?? BatchProblems.stopped(count, of: jobs.count))
      }
    }
    for (document, one) in zip(documents, results) {
      guard let one else { continue }
      for finding in one.findings { findings.add(finding, row: document.range) }
      guard let files = one.files else {
        result.failed += 1
        continue
      }
      result.files += files.map(\.path)
      result.pages += one.pages ?? 0
      if one.status == "unchanged" { result.unchanged += 1 }
    }
  }

  // MARK: - In this process

  private func setHere(
    _ documents: [MergePlan.Document], _ job: MergeJob, _ layout: LayoutSpec, _ stock: ExportStock,
    _ result: inout MergeResult, _ findings: inout MergeFindings, _ onProgress: (Int, Int) -> Void
  ) throws(Rejection) {
    var sheets = layout.gather.map {
      MergeSheets($0, job: job, home: home, rule: layout.palette.ink("rule"))
    }
    for (number, document) in documents.enumerated() {
      onProgress(number + 1, documents.count)
      Confinement.renewTime()
      var found = Problems()
      do throws(Rejection) {
        let set = try set(document, job, stock, into: &found)
        let exporter = Exporter(home: home, environment: set.environment)
        result.files +=
          try exporter.write(set.report, of: set.order, with: stock, into: &found).files
        result.pages += set.report.made.document.pages.count
        sheets?.add(set.report)
      } catch {
        result.failed += 1
        found.report(contentsOf: error.diagnostics)
      }
      for diagnostic in found.diagnostics { findings.add(diagnostic, row: document.range) }
      if let written = try sheets?.flush(to: environment, stock, isLast: false) {
        result.sheets += written
      }
    }
    if let written = try sheets?.flush(to: environment, stock, isLast: true) {
      result.sheets += written
    }
  }

  /// The document of a row, set, with what it is to be written by.
  func set(
    _ document: MergePlan.Document, _ job: MergeJob, _ stock: ExportStock,
    into problems: inout Problems
  ) throws(Rejection) -> (
    report: SetReport, order: ExportJob, environment: any ExportEnvironment
  ) {
    var batch = BatchJob(
      line: 0, id: "", input: document.template, layout: job.layout, output: document.output)
    batch.data = .pairs(document.values)
    batch.beside = [folder(of: job)]
    let overlay = try batch.environment(over: environment, into: &problems)
    var order = ExportJob(
      input: document.template, layout: job.layout, output: document.output,
      settings: settings(of: job))
    order.isGathered = false
    let exporter = Exporter(home: home, environment: overlay)
    return (try exporter.set(order, with: stock, into: &problems), order, overlay)
  }

  // MARK: - One file of all

  private func join(
    _ outputs: [(path: String, order: String)], _ job: MergeJob, _ result: inout MergeResult,
    into problems: inout Problems
  ) throws(Rejection) {
    guard let joined = job.joined else { return }
    let written = Set(result.files)
    var paths = outputs.filter { written.contains($0.path) }
    if job.order != nil {
      let places = paths.indices.sorted {
        let (a, b) = (paths[$0].order, paths[$1].order)
        return a == b ? $0 < $1 : NaturalOrder.isBefore(a, b)
      }
      paths = places.map { paths[$0] }
    }
    if paths.isEmpty { return }
    try DocumentJoin.join(paths.map(\.path), to: joined, in: environment)
    result.joined = joined
    if result.failed > 0 { problems.report(MergeProblems.notJoined(result.failed, joined)) }
  }
}
