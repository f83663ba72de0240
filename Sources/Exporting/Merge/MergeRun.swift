public import Diagnostics
import DisplayList
import LayoutSpecs
import PageMakeup
import ReportReading

/// Sets one document a row of a table, with everything opened once.
public struct MergeRun {
  private let home: ResourceHome
  private let environment: any ExportEnvironment

  /// Largest table, template or map in bytes.
  static let limit = 64 << 20

  /// Makes a run over a resources folder.
  public init(home: ResourceHome, environment: any ExportEnvironment) {
    self.home = home
    self.environment = environment
  }

  /// Sets all rows. A row with a missing value, or one that is rejected, is reported at its line and
  /// does not stop the others. Rare characters are handed over before the first row is set.
  public func run(
    _ job: MergeJob, into problems: inout Problems, onChecked: ([Diagnostic]) -> Void,
    onProgress: (Int, Int) -> Void = { _, _ in }
  ) throws(Rejection) -> MergeResult {
    let source = RecordFile(job.data, in: environment)
    let table = try source.read(in: environment, into: &problems)
    var plan = try MergePlan(job, table: table, home: home, environment: environment)
    var result = MergeResult()
    result.failed = problems.diagnostics.count { $0.code == "records.row-width" }
    let stock = ExportStock(home: home)
    let layout = try stock.layout(job.layout, settings: [], into: &problems)
    onChecked(try RareCharacters(layout: layout, stock: stock).find(in: table))
    var taken: [String: Int] = [:]
    var sheets = layout.gather.map {
      MergeSheets($0, job: job, home: home, rule: layout.palette.ink("rule"))
    }
    for (number, row) in table.rows.enumerated() {
      onProgress(number + 1, table.rows.count)
      do throws(Rejection) {
        let document = try plan.document(of: row, number: number + 1, into: &problems)
        if sheets != nil, MergeSheets.isName(of: document.output) {
          throw Rejection(MergeProblems.reservedName(document.output, at: row.range))
        }
        if let first = taken.updateValue(row.range.start.line, forKey: document.output) {
          throw Rejection(
            BatchProblems.twice("output", document.output, firstLine: first, at: row.range))
        }
        let set = try set(document, of: plan, job, stock, into: &problems)
        result.files += set.files
        result.pages += set.report.made.document.pages.count
        sheets?.add(set.report)
      } catch {
        result.failed += 1
        problems.report(
          contentsOf: error.diagnostics.map {
            MergeProblems.inRow($0, row.range, template: plan.path)
          })
      }
      if let written = try sheets?.flush(to: environment, stock, isLast: false) {
        result.sheets += written
      }
    }
    if let written = try sheets?.flush(to: environment, stock, isLast: true) {
      result.sheets += written
    }
    return result
  }

  private func set(
    _ document: MergePlan.Document, of plan: MergePlan, _ job: MergeJob, _ stock: ExportStock,
    into problems: inout Problems
  ) throws(Rejection) -> (report: SetReport, files: [String]) {
    let overlay = OverlaidEnvironment(
      base: environment, path: document.input, bytes: Array(document.text.utf8),
      beside: [AtomicFile.folder(of: job.data)])
    var found = Problems()
    defer {
      problems.report(
        contentsOf: found.diagnostics.map {
          MergeProblems.inRow($0, document.range, template: plan.path)
        })
    }
    var order = ExportJob(
      input: document.input, layout: job.layout, output: document.output, settings: job.settings)
    order.isGathered = false
    let exporter = Exporter(home: home, environment: overlay)
    let report = try exporter.set(order, with: stock, into: &found)
    let result = try exporter.write(report, of: order, with: stock, into: &found)
    return (report, result.files)
  }
}

/// An environment with one more file in it, whose pictures may also lie in further folders.
struct OverlaidEnvironment: ExportEnvironment {
  let base: any ExportEnvironment
  let path: String
  let bytes: [UInt8]
  /// Folders in which files are looked for that are not beside the file.
  var beside: [String] = []
  /// Files that are written together with all others, or not at all.
  var company: [OutputFile] = []

  func read(_ path: String, limit: Int) throws(Rejection) -> [UInt8] {
    if path == self.path { return bytes }
    return try base.read(found(path), limit: limit)
  }

  func names(in folder: String) throws(Rejection) -> [String] { try base.names(in: folder) }

  func kind(of path: String) -> FileKind {
    path == self.path ? .file : base.kind(of: found(path))
  }

  func write(_ files: [OutputFile]) throws(Rejection) { try base.write(files + company) }

  private func found(_ path: String) -> String {
    let folder = AtomicFile.folder(of: self.path)
    let isBelow = path.hasPrefix("\(folder)/")
    guard isBelow || (folder == "." && !path.hasPrefix("/")), base.kind(of: path) != .file else {
      return path
    }
    let rest = isBelow ? path.dropFirst(folder.count + 1) : path[...]
    return beside.lazy.map { "\($0)/\(rest)" }.first { base.kind(of: $0) == .file } ?? path
  }
}
