import Diagnostics
import LayoutSpecs
import ReportModel
import ReportReading

/// What front matter, settings and plans ask of the tables of a report; what is said last counts.
struct TableRequest {
  private var entries: [ReportMetadata] = []

  /// The wishes of a report itself and of the settings of its job; `input` is its path.
  init(
    _ report: Report, settings: [ExportJob.Setting], input: String, into problems: inout Problems
  ) {
    add(report.metadata, base: AtomicFile.folder(of: input), into: &problems)
    add(Self.given(settings), base: AtomicFile.folder(of: input), into: &problems)
  }

  private static func given(_ settings: [ExportJob.Setting]) -> [ReportMetadata] {
    settings.filter { JobFacts.isForTables($0.key) }.map {
      ReportMetadata(
        key: $0.key, value: $0.value, range: SourceRange(file: "--set", line: 1))
    }
  }

  /// The wishes of a merge: those of its map, then those of its settings.
  init(_ map: RecordMap, of job: MergeJob, into problems: inout Problems) {
    let wishes = map.table.map { TableWish(key: $0.key, value: $0.value, range: $0.range) }
    add(wishes, base: job.map.map(AtomicFile.folder) ?? ".", into: &problems)
    add(Self.given(job.settings), base: ".", into: &problems)
  }

  /// Adds the wishes of a plan.
  mutating func add(_ wishes: [TableWish], base: String, into problems: inout Problems) {
    add(
      wishes.map { ReportMetadata(key: "table.\($0.key)", value: $0.value, range: $0.range) },
      base: base, into: &problems)
  }

  private mutating func add(
    _ given: [ReportMetadata], base: String, into problems: inout Problems
  ) {
    for var entry in TableArrangement.entries(of: given, into: &problems) {
      let isBare = entry.value.hasPrefix("/") || base == "." || entry.value.isEmpty
      if entry.key == "since", !isBare { entry.value = "\(base)/\(entry.value)" }
      entries.append(entry)
    }
  }

  /// The records that are asked for, in the order that is asked for; each keeps its place in the file.
  func applied(
    to table: RecordTable, file: String, in environment: any ExportEnvironment,
    into problems: inout Problems
  ) throws(Rejection) -> RecordTable {
    for entry in entries where !["where", "sort", "since", "key"].contains(entry.key) {
      problems.report(MergeProblems.notOfRows(entry.key, at: entry.range))
    }
    guard !entries.isEmpty, !problems.hasErrors else { return table }
    // A row's line is its number among the records.
    let rows = ReportTable(
      title: "", columns: table.fields.map { TableColumn(name: $0, type: .text) },
      rows: table.rows.map(\.values), hasTotalRow: false, headerLine: 0, ruleLine: nil,
      rowLines: Array(table.rows.indices), range: SourceRange(file: file, line: 1))
    var report = Report(source: file)
    report.tables = [rows]
    let kept = try applied(to: report, in: environment, into: &problems).tables[0].rowLines
    var result = table
    result.rows = kept.compactMap { table.rows.indices.contains($0) ? table.rows[$0] : nil }
    return result
  }

  /// The report with its tables chosen, sorted and summed; `since` names an older edition of the same
  /// table, of which only what is new or changed is shown.
  func applied(
    to report: Report, in environment: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) -> Report {
    guard var arrangement = TableArrangement(entries, into: &problems) else { return report }
    var report = report
    if let since = entries.last(where: { $0.key == "since" })?.value, !report.tables.isEmpty {
      // What is to be said of the older edition was said when it was printed.
      var silent = Problems()
      let old = try Exporter.readReport(since, in: environment, into: &silent)
      let place = report.tables.firstIndex { arrangement.fits($0) } ?? 0
      if let table = old.tables.first(where: { arrangement.tells($0) }) {
        report.tables[place] = arrangement.changes(
          in: report.tables[place], since: table, into: &problems)
        arrangement.showChanges()
      } else {
        problems.report(FileProblems.noOlderTable(since, at: arrangement.range))
      }
    }
    return report.arranged(arrangement, into: &problems)
  }
}
