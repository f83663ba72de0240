import CaseRecords
public import Diagnostics
import LayoutSpecs
import Notations
import ReportReading

/// A periodic bulletin from a table of cases.
public struct BulletinJob: Sendable {
  /// How long its period is.
  public enum Kind: String, Sendable, CaseIterable { case daily, weekly, monthly }

  /// How long its period is.
  public var kind: Kind
  /// The table of cases.
  public var data: String
  /// The period: `2031-05`, `2031-05-20`.
  public var period: String
  /// The name of the unit before the title.
  public var unit: String
  /// The layout.
  public var layout: String
  /// The list of holidays; nil where only weekends are off.
  public var holidays: String?
  /// Which columns say what, as `时间=登记日`, or the file of a map; nil where their names say it.
  public var map: String?
  /// The number of the issue as printed; empty for none.
  public var issue = ""
  /// Whether marked sentences on the tables are proposed.
  public var proposes = false
  /// Where the period goes as an article for a special page, `.yaml`; nil for none.
  public var extract: String?
  /// The document; its report is written beside it as YAML.
  public var output: String

  /// Makes a job.
  public init(
    kind: Kind, data: String, period: String, unit: String, layout: String, output: String,
    holidays: String? = nil
  ) {
    self.holidays = holidays
    self.kind = kind
    self.data = data
    self.period = period
    self.unit = unit
    self.layout = layout
    self.output = output
  }

  /// Counts, writes the report as YAML and sets it. A row that cannot be counted is an error in the
  /// findings, so no bulletin goes out with silently missing cases; the files are written all the
  /// same, for the person who corrects the table.
  ///
  /// `onColumns` is called with what each column was taken for before anything is set.
  public func run(
    home: ResourceHome, in environment: any ExportEnvironment, into problems: inout Problems,
    onColumns: (CaseColumns) -> Void = { _ in }
  ) throws(Rejection) -> ExportResult {
    try OutputEnding.check(output, among: ["pdf"])
    guard let length = CasePeriod.Kind(rawValue: kind.rawValue),
      let period = CasePeriod(length, period)
    else { throw Rejection(CaseProblems.badPeriod(period)) }
    let source = RecordFile(data, in: environment)
    let table = try source.read(in: environment, into: &problems)
    let calendar = try CalendarFile.read(holidays, in: environment)
    if let leftOut = table.leftOut(file: source.path) { problems.report(leftOut) }
    let counted = try CaseTable(
      table, file: source.path, period: period, map: try CaseMap.read(map, in: environment),
      calendar: calendar, into: &problems)
    onColumns(counted.columns)
    report(counted.cases, without: period, file: source.path, into: &problems)
    let stem = OutputEnding.of(output) == "pdf" ? String(output.dropLast(4)) : output
    let file = "\(stem).yaml"
    let bulletin = CaseBulletin(
      counted.cases, period: period, head: try head(home: home, into: &problems), file: file,
      known: counted.known, calendar: calendar, uncounted: counted.uncounted, proposes: proposes)
    if let extract { try OutputEnding.check(extract, among: ["yaml"]) }
    let article = extract.flatMap { bulletin.extract(file: $0) }
    if let extract, article == nil { throw Rejection(CaseProblems.nothingToExtract(extract)) }
    let written = try CorrectedText.file(
      ReportTexts.yaml(of: bulletin.model), at: file, in: environment)
    // No document without the report that it came from.
    let overlay = OverlaidEnvironment(
      base: environment, path: file, bytes: written.bytes, company: [written])
    var result = try Exporter(home: home, environment: overlay).run(
      ExportJob(input: file, layout: layout, output: "\(stem).pdf"), into: &problems)
    result.files.append(file)
    if let extract, let article {
      let text = try CorrectedText.file(
        ReportTexts.yaml(of: article), at: extract, in: environment)
      try environment.write([text])
      result.files.append(extract)
    }
    return result
  }

  /// A layout of bulletins has a masthead over the title.
  private func head(
    home: ResourceHome, into problems: inout Problems
  ) throws(Rejection) -> CaseBulletin.Head {
    var unheard = Problems()
    let spec = try home.layout(layout, settings: [], into: &unheard)
    return CaseBulletin.Head(
      unit: unit, issue: issue, hasMasthead: spec.document.form == .brief)
  }

  private func report(
    _ cases: [CaseRecord], without period: CasePeriod, file: String, into problems: inout Problems
  ) {
    guard !cases.contains(where: { period.contains($0.received) }),
      let first = cases.map(\.received).min(), let last = cases.map(\.received).max()
    else { return }
    problems.report(CaseProblems.emptyPeriod(period.chinese, first.chinese, last.chinese, file))
  }
}
