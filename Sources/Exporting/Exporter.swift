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
  private let home: ResourceHome
  private let environment: any ExportEnvironment
  private let onEvent: @Sendable (ExportEvent) -> Void

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
    let bytes = try environment.read(path, limit: ReadingLimits.yamlBytes)
    return try ReportReading.read(bytes: bytes, name: path, into: &problems)
  }

  /// Sets a report and writes its files; nothing is written when a stage rejects.
  public func run(_ job: ExportJob, into problems: inout Problems) throws(Rejection) -> ExportResult
  {
    onEvent(.reading)
    let bytes = try environment.read(job.input, limit: ReadingLimits.yamlBytes)
    let report = try ReportReading.read(bytes: bytes, name: job.input, into: &problems)
    let facts = try JobFacts(report: report, settings: job.settings)
    let layout = try home.layout(job.layout, settings: facts.layoutSettings, into: &problems)
    let pictures = try PictureResolver(
      report: report, base: AtomicFile.folder(of: job.input), photos: job.photos,
      environment: environment
    ).resolve(into: &problems)
    let files = JobFiles(home: home.path, pictures: pictures.files)
    onEvent(.composing)
    let shaper = try PangoShaper(catalog: try home.fontCatalog(), files: files)
    let makeup = MakeupJob(
      report: report, layout: layout, pictures: pictures.pictures, facts: facts.facts)
    var made = try Makeup(shaper: shaper).make(makeup, into: &problems)
    made.document.faces = shaper.faces
    var outputs = try draw(made.document, for: job, files: files, into: &problems)
    if job.output == nil {
      let manifest = Manifest(
        layout: layout.name, inputs: inputs(job, bytes, pictures.files),
        files: outputs.map {
          Manifest.Input(name: Self.name($0.path), sha256: Digest.sha256($0.bytes))
        },
        pages: made.document.pages.count, fit: made.fit.map(Manifest.Fit.init),
        diagnostics: problems.diagnostics.map(Manifest.Finding.init),
        leftOut: made.leftOut.map(\.english))
      outputs.append(OutputFile(path: "\(folder(of: job))/manifest.json", bytes: manifest.bytes()))
    }
    onEvent(.writing)
    try environment.write(outputs)
    return ExportResult(
      files: outputs.map(\.path), pages: made.document.pages.count, fit: made.fit)
  }

  private func inputs(
    _ job: ExportJob, _ bytes: [UInt8], _ pictures: [String: [UInt8]]
  ) -> [Manifest.Input] {
    [Manifest.Input(name: Self.name(job.input), sha256: Digest.sha256(bytes))]
      + pictures.sorted { $0.key < $1.key }.map {
        Manifest.Input(name: $0.key, sha256: Digest.sha256($0.value))
      }
  }

  // MARK: Files

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func stem(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  private func folder(of job: ExportJob) -> String { "\(home.path)/output/\(Self.stem(job.input))" }

  private func draw(
    _ document: PagedDocument, for job: ExportJob, files: any FileAccess,
    into problems: inout Problems
  ) throws(Rejection) -> [OutputFile] {
    var formats = job.formats
    var base = "\(folder(of: job))/\(job.layout.split(separator: "/").last ?? "page")"
    if let output = job.output {
      let ending = output.split(separator: ".").last.map(String.init) ?? ""
      let format = OutputFormat(rawValue: ending.lowercased())
      base = format == nil ? output : String(output.dropLast(ending.count + 1))
      formats.insert(format ?? .pdf, at: 0)
    } else {
      formats.insert(.pdf, at: 0)
    }
    var written: [OutputFile] = []
    if let press = job.press {
      let name = job.output == nil ? "\(base).press" : base
      written += try PressPipeline(options: press, home: home, environment: environment)
        .files(of: document, named: name, from: files, into: &problems)
      if job.output != nil { formats.removeAll { $0 == .pdf } }
    }
    for format in OutputFormat.allCases where formats.contains(format) {
      switch format {
      case .pdf:
        let bytes = try PDFRenderer().render(document, from: files)
        written.append(OutputFile(path: "\(base).pdf", bytes: bytes))
      case .dump:
        written.append(OutputFile(path: "\(base).txt", bytes: Array(document.dump().utf8)))
      case .png, .svg:
        written += try drawPages(document, format, base: base, dpi: job.dpi, files: files)
      }
    }
    return written
  }

  /// One file a page; a single page takes no number.
  private func drawPages(
    _ document: PagedDocument, _ format: OutputFormat, base: String, dpi: Double,
    files: any FileAccess
  ) throws(Rejection) -> [OutputFile] {
    var written: [OutputFile] = []
    let count = document.pages.count
    for page in 0..<count {
      onEvent(.drawing(page: page + 1, of: count))
      let suffix = count == 1 ? "" : "-\(page + 1)"
      let renderer: any PageRenderer =
        format == .png ? PNGRenderer(dpi: dpi, page: page) : SVGRenderer(page: page)
      let bytes = try renderer.render(document, from: files)
      written.append(OutputFile(path: "\(base)\(suffix).\(format.rawValue)", bytes: bytes))
    }
    return written
  }
}
