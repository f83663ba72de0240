import CairoRendering
public import Diagnostics
import DisplayList
import LayoutSpecs
import PageMakeup
import PangoShaping
public import ReportModel
import ReportReading

/// Wires the stages: a job in, files out.
public struct Exporter: Sendable {
  let home: ResourceHome
  let environment: any ExportEnvironment
  let onEvent: @Sendable (ExportEvent) -> Void

  /// Makes an exporter over a resources folder and an environment.
  public init(
    home: ResourceHome, environment: any ExportEnvironment,
    onEvent: @escaping @Sendable (ExportEvent) -> Void = { _ in }
  ) {
    self.home = home
    self.environment = environment
    self.onEvent = onEvent
  }

  /// Reads a report file into its model.
  public static func readReport(
    _ path: String, in environment: any ExportEnvironment, into problems: inout Problems
  ) throws(Rejection) -> Report {
    let bytes = try OfficeFile.modern(
      try environment.read(path, limit: ReadingLimits.yamlBytes), name: path)
    return try ReportReading.read(bytes: bytes, name: path, into: &problems)
  }

  /// Sets a report and writes its files; nothing is written when a stage rejects.
  public func run(_ job: ExportJob, into problems: inout Problems) throws(Rejection) -> ExportResult
  {
    try run(job, with: ExportStock(home: home), into: &problems)
  }

  /// Sets a report with what earlier jobs of the same worker have opened.
  package func run(
    _ job: ExportJob, with stock: ExportStock, into problems: inout Problems
  ) throws(Rejection) -> ExportResult {
    let format = ReportFormats.format(of: job.output)
    if job.issues != nil, format != nil || Self.isModel(job.output) {
      throw Rejection(IssueProblems.noPages())
    }
    if let format {
      return try write(job, as: format, with: stock, into: &problems)
    }
    if Self.isModel(job.output) { return try writeModel(job, into: &problems) }
    let isHandoff = try isHandoff(target(for: job), isProof: job.proof)
    var job = job
    // Whoever goes on with the pages wants them one by one.
    if isHandoff { job.isGathered = false }
    let counted = try count(&job, into: &problems)
    let set = try set(job, with: stock, into: &problems)
    if isHandoff {
      return try hand(
        on: set.made, layouts: [set.layout], reports: [set.report], target: target(for: job),
        files: set.files, stock: stock, beside: counted, into: &problems)
    }
    return try write(
      set, of: set.named(job), with: stock, beside: counted, into: &problems)
  }

  /// Gives a job its issue number from its table; the table with the number in it.
  private func count(
    _ job: inout ExportJob, into problems: inout Problems
  ) throws(Rejection) -> [OutputFile] {
    guard let path = job.issues else { return [] }
    // What the reading says is said when the report is set.
    var quiet = Problems()
    let report = try read(job, into: &quiet).report
    let facts = try JobFacts(report: report, settings: job.settings, into: &quiet).facts
    var counter = try IssueCounter(path, in: environment)
    let issue = try counter.issue(of: report, name: Paths.name(job.input), facts: facts)
    if report.blocks(.issue).isEmpty {
      job.settings += [
        ExportJob.Setting(key: "issue", value: String(issue.number)),
        ExportJob.Setting(key: "total", value: String(issue.total)),
      ]
    }
    return [counter.file]
  }

  /// Writes the files of a report that has been set.
  func write(
    _ set: SetReport, of job: ExportJob, with stock: ExportStock,
    beside more: [OutputFile] = [], into problems: inout Problems
  ) throws(Rejection) -> ExportResult {
    try write(
      set.made, target: target(for: job), input: job.input, files: set.files, inputs: set.inputs,
      layout: set.layout.name, stock: stock, beside: more, problems: &problems)
  }

  /// Sets a report without writing anything.
  func set(
    _ job: ExportJob, with stock: ExportStock, into problems: inout Problems
  ) throws(Rejection) -> SetReport {
    try target(for: job).checkEnding()
    onEvent(.reading)
    let (read, bytes) = try read(job, into: &problems)
    let report = try arranged(read, for: job, into: &problems)
    let facts = try JobFacts(report: report, settings: job.settings, into: &problems)
    let wanted = try OwnWishes(of: report, beside: job.input)
    guard let name = job.layout.isEmpty ? wanted.layout : job.layout else {
      throw try home.noLayout()
    }
    var layout = try stock.layout(name, settings: facts.layoutSettings, into: &problems)
    let art = try LayoutArt(home: home, environment: environment)
      .open(for: &layout, named: name, into: &problems)
    if layout.trim == job.bareTrim { layout.dropOuterFurniture() }
    var pictures = try PictureResolver(
      report: report, base: AtomicFile.folder(of: job.input),
      photos: job.photos ?? wanted.photos, environment: environment,
      prefix: job.picturePrefix, drawsOutlines: layout.makeup == .board
    ).resolve(into: &problems)
    pictures.files.merge(art) { own, _ in own }
    let files = JobFiles(home: home.path, pictures: pictures.files)
    onEvent(.composing)
    let shaper = try stock.shaper()
    var makeup = MakeupJob(
      report: report, layout: layout, pictures: pictures.pictures, facts: facts.facts,
      variants: job.variants > 1 ? job.variants : wanted.variant, isProof: job.proof)
    makeup.isGathered = job.isGathered
    try FontSubstitutes(home: home, environment: environment)
      .report(for: layout, into: &problems)
    let patterns = try home.hyphenation(for: layout, into: &problems)
    var made = try Makeup(shaper: shaper, hyphenation: patterns).make(makeup, into: &problems)
    if job.variants == 1, wanted.variant > 1 { made.choose(wanted.variant, into: &problems) }
    made.document.nameFaces(from: shaper.faces)
    for index in made.variants.indices {
      made.variants[index].document.nameFaces(from: shaper.faces)
    }
    let inputs = [bytes] + pictures.files.sorted { $0.key < $1.key }.map(\.value)
    let names = [Paths.name(job.input)] + pictures.files.keys.sorted()
    return SetReport(
      made: made, files: files, pictures: pictures.files,
      inputs: zip(names, inputs).map { ($0, $1) }, layout: layout, layoutName: name,
      read: read, report: report, captions: pictures.pictures.captions)
  }

  /// The report of a job with the bytes that it came from, none for one that was given.
  func read(
    _ job: ExportJob, into problems: inout Problems
  ) throws(Rejection) -> (report: Report, bytes: [UInt8]) {
    if let report = job.report { return (report, []) }
    let bytes = try environment.read(job.input, limit: ReadingLimits.yamlBytes)
    let report = try ReportReading.read(
      bytes: try OfficeFile.modern(bytes, name: job.input), name: job.input,
      emoji: job.leavesEmojiOut ? .leaveOut : .draw,
      into: &problems)
    problems.report(
      contentsOf: ReportFindings.findings(of: report, isFilled: environment is OverlaidEnvironment))
    return (report, bytes)
  }

  /// The report as it is set, its tables as it and the job ask for them.
  func arranged(
    _ report: Report, for job: ExportJob, into problems: inout Problems
  ) throws(Rejection) -> Report {
    try TableRequest(report, settings: job.settings, input: job.input, into: &problems)
      .applied(to: report.forSetting(), in: environment, into: &problems)
  }

  private func target(for job: ExportJob) -> OutputTarget {
    OutputTarget(
      output: job.output, folder: "",
      name: Paths.name(job.layout) + (job.proof ? "-proof" : ""), formats: job.formats,
      dpi: job.dpi, press: job.press)
  }

  /// Draws all documents and writes them with the manifest and the fit report.
  func write(
    _ made: MadeUp, target: OutputTarget, input: String, files: any FileAccess,
    inputs: [(name: String, bytes: [UInt8])], layout: String, stock: ExportStock,
    beside more: [OutputFile] = [], problems: inout Problems
  ) throws(Rejection) -> ExportResult {
    var target = target
    var place: OutputPlace?
    if target.output == nil {
      let found = try OutputPlace(of: input, in: environment)
      target.folder = found.folder
      found.report(input: input, into: &problems)
      place = found
    }
    let artist = PageArtist(target: target, files: files, onEvent: onEvent, faces: stock.faces)
    var outputs = try artist.draw(made.document, suffix: "", into: &problems)
    for (number, variant) in made.variants.enumerated() {
      outputs += try artist.draw(
        variant.document, suffix: "-variant\(number + 2)", into: &problems)
    }
    if let text = made.text {
      outputs.append(
        OutputFile(path: "\(target.plan().base)-text.txt", bytes: Array(text.utf8)))
    }
    let press = try pressFiles(
      of: made.document, target: target, from: files, with: stock, into: &problems)
    outputs += press.files
    if place != nil {
      outputs += FitFiles.files(for: made, in: target.folder)
      outputs.append(
        manifest(
          of: made, outputs, inputs: inputs, layout: layout, isReady: press.isReady,
          in: target.folder, problems))
    }
    outputs = try target.piped(outputs) + more
    onEvent(.writing)
    try environment.write(outputs + [place?.claim].compactMap(\.self))
    StalePages.report(beside: outputs, in: environment, into: &problems)
    return ExportResult(
      files: outputs.map(\.path), pages: made.document.pages.count, fit: made.fit)
  }
}

extension Exporter {
  /// The list of what was read and written.
  private func manifest(
    of made: MadeUp, _ outputs: [OutputFile], inputs: [(name: String, bytes: [UInt8])],
    layout: String, isReady: Bool?, in folder: String, _ problems: Problems
  ) -> OutputFile {
    let manifest = Manifest(
      layout: layout,
      inputs: inputs.map { Manifest.Input(name: $0.name, sha256: Digest.sha256($0.bytes)) },
      files: outputs.map {
        Manifest.Input(name: Paths.name($0.path), sha256: Digest.sha256($0.bytes))
      },
      pages: made.document.pages.count, fit: made.fit.map(Manifest.Fit.init),
      diagnostics: problems.diagnostics.map(Manifest.Finding.init),
      leftOut: made.leftOut.map(\.english), pressReady: isReady)
    return OutputFile(path: "\(folder)/manifest.json", bytes: manifest.bytes())
  }
}

/// A report that has been set, and what its files are drawn from.
struct SetReport {
  var made: MadeUp
  var files: JobFiles
  /// Bytes of the pictures by their logical names.
  var pictures: [String: [UInt8]]
  var inputs: [(name: String, bytes: [UInt8])]
  var layout: LayoutSpec
  /// The layout as the job or the report named it.
  var layoutName: String
  /// The report as it was read.
  var read: Report
  /// The report as it was set.
  var report: Report
  /// Blocks that are captions, by the logical names of their pictures.
  var captions: [String: Int]

  /// The job with the layout that the report named, where the job named none.
  func named(_ job: ExportJob) -> ExportJob {
    var job = job
    job.layout = layoutName
    return job
  }
}

extension MadeUp {
  /// Takes one of the arrangements for the page, and drops the others.
  mutating func choose(_ number: Int, into problems: inout Problems) {
    if variants.indices.contains(number - 2) {
      document = variants[number - 2].document
      fit = variants[number - 2].fit
      frames = variants[number - 2].frames
    } else if fit != nil {
      problems.report(FileProblems.noVariant(number, of: variants.count + 1))
    }
    variants = []
  }
}
