import Diagnostics
import Exporting
public import ReportModel

/// The kinds of files that pages become.
public enum Format: String, Hashable, Sendable, CaseIterable { case pdf, png, svg }

/// How pages are made: what `banxin render` has options for.
public struct PageOptions: Hashable, Sendable {
  /// The kinds of files.
  public var formats: [Format] = [.pdf]
  /// Resolution of PNG files, 10 to 2400.
  public var dpi = 150.0
  /// Facts of the job and values of the layout, as of `--set`.
  public var settings: [String: String] = [:]
  /// Whether the pages are proofs, for signing.
  public var isProof = false
  /// The press profile of a press file that takes the place of the PDF; nil for none.
  public var press: String?

  /// Makes the usual: one PDF.
  public init() {}

  fileprivate var outputFormats: [OutputFormat] {
    formats.compactMap { OutputFormat(rawValue: $0.rawValue) }.filter { $0 != outputFormat }
  }
  private var outputFormat: OutputFormat? { OutputFormat(rawValue: ending) }
  fileprivate var ending: String { (formats.first ?? .pdf).rawValue }
  fileprivate var pressOptions: PressOptions? { press.map { PressOptions(profile: $0) } }
}

/// One report in a layout.
public struct ReportJob: Job {
  /// The report first, then its pictures.
  public var files: [File]
  /// Name of the layout.
  public var layout: String
  /// The folder among the files whose pictures go to the captions in order; nil for none.
  public var photos: String?
  /// How the pages are made.
  public var options = PageOptions()

  /// A report as a file, in any format that is read.
  public init(_ report: File, layout: String, besides files: [File] = []) {
    self.files = [report] + files
    self.layout = layout
  }

  /// A report as a value, read before and changed since.
  public init(_ report: Report, layout: String, besides files: [File] = []) {
    self.init(
      File("report.yaml", text: ReportTexts.yaml(of: report)), layout: layout, besides: files)
  }

  /// Sets the report.
  public func work(at bench: inout Workbench) throws(Failure) {
    try bench.perform { bench throws(Rejection) in
      var order = ExportJob(
        input: files[0].name, layout: layout, output: "page.\(options.ending)",
        formats: options.outputFormats, dpi: options.dpi, photos: photos, proof: options.isProof,
        settings: options.settings.sorted { $0.key < $1.key }
          .map { ExportJob.Setting(key: $0.key, value: $0.value) },
        press: options.pressOptions)
      order.variants = 1
      bench.pages =
        try bench.exporter.run(order, with: bench.stock, into: &bench.problems).pages
    }
  }
}

/// Several articles on one page, or the pages of an issue, by a plan.
public struct PlanJob: Job {
  /// What the plan is of.
  public enum Kind: Hashable, Sendable { case page, issue }

  /// The plan first, then its reports and pictures by the names that it calls them.
  public var files: [File]
  /// What the plan is of.
  public var kind: Kind
  /// How the pages are made; a plan has its own facts.
  public var options = PageOptions()

  /// A plan with its files.
  public init(_ kind: Kind, plan: File, besides files: [File]) {
    self.kind = kind
    self.files = [plan] + files
  }

  /// Sets the pages.
  public func work(at bench: inout Workbench) throws(Failure) {
    try bench.perform { bench throws(Rejection) in
      let order = PlanExport(
        plan: files[0].name, output: "pages.\(options.ending)", formats: options.outputFormats,
        dpi: options.dpi, proof: options.isProof, press: options.pressOptions)
      let exporter = bench.exporter
      let result =
        kind == .page
        ? try exporter.run(order, into: &bench.problems)
        : try exporter.run(issue: order, into: &bench.problems)
      bench.pages = result.pages
    }
  }
}

/// Charts by their specifications.
public struct ChartJob: Job {
  /// The specifications, `.vl.json` or `.vl.yaml`, and the data that they name.
  public var files: [File]
  /// The kinds of pictures.
  public var formats: [Format]

  /// A chart with its data.
  public init(_ specification: File, data: [File] = [], formats: [Format] = [.pdf]) {
    files = [specification] + data
    self.formats = formats
  }

  /// Draws the charts.
  public func work(at bench: inout Workbench) throws(Failure) {
    try bench.perform { bench throws(Rejection) in
      let report = bench.onProgress
      report(.reading)
      let specifications = files.map(\.name).filter { $0.contains(".vl.") }
      let batch = try ChartBatch(home: bench.workshop.home, environment: bench.folder)
      _ = try batch.run(
        Exporting.ChartJob(
          inputs: specifications, output: "charts",
          formats: formats.compactMap { Exporting.ChartJob.Format(rawValue: $0.rawValue) }),
        into: &bench.problems
      ) { number, count in report(.piece(number, of: count)) }
      try bench.problems.rejectOnErrors()
    }
  }
}

/// One document a row of a table.
public struct MergeJob: Job {
  /// The table first, then the template and pictures.
  public var files: [File]
  /// Name of the layout.
  public var layout: String
  /// Name of the template among the files; nil for the layout's own.
  public var template: String?

  /// A table and what fills it.
  public init(_ table: File, layout: String, template: File? = nil, besides files: [File] = []) {
    self.files = [table] + [template].compactMap(\.self) + files
    self.layout = layout
    self.template = template?.name
  }

  /// Sets a document of each row.
  public func work(at bench: inout Workbench) throws(Failure) {
    try bench.perform { bench throws(Rejection) in
      let report = bench.onProgress
      let order = Exporting.MergeJob(
        data: files[0].name, layout: layout, template: template, output: "documents")
      let result = try MergeRun(home: bench.workshop.home, environment: bench.folder)
        .run(order, into: &bench.problems) { _ in
        } onProgress: { number, count in
          report(.piece(number, of: count))
        }
      bench.pages = result.pages
    }
  }
}

/// A daily, weekly or monthly bulletin from a table of cases.
public struct BulletinJob: Job {
  /// How long its period is.
  public enum Kind: String, Hashable, Sendable, CaseIterable { case daily, weekly, monthly }

  /// The table of cases first.
  public var files: [File]
  /// How long its period is.
  public var kind: Kind
  /// `2031-05`, or a day of the period.
  public var period: String
  /// The unit's name before the title.
  public var unit = ""
  /// Which columns say what, as `时间=登记日,类别=问题大类`; nil where their names say it.
  public var map: String?
  /// Name of the layout.
  public var layout: String

  /// A bulletin of a table.
  public init(_ kind: Kind, of table: File, period: String, layout: String = "bulletin-a4") {
    files = [table]
    self.kind = kind
    self.period = period
    self.layout = layout
  }

  /// Counts and sets the bulletin; its report is the second file.
  public func work(at bench: inout Workbench) throws(Failure) {
    try bench.perform { bench throws(Rejection) in
      let length = Exporting.BulletinJob.Kind(rawValue: kind.rawValue) ?? .monthly
      var order = Exporting.BulletinJob(
        kind: length, data: files[0].name, period: period, unit: unit, layout: layout,
        output: "bulletin.pdf")
      order.map = map
      bench.onProgress(.reading)
      bench.pages = try order.run(
        home: bench.workshop.home, in: bench.folder, into: &bench.problems
      ).pages
    }
  }
}
