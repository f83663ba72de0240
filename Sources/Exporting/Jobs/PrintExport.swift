public import Diagnostics
import Geometry
import Prepress
public import Printing
import Synchronization

/// A PDF file or a report that goes to a printer.
public struct PrintJob: Sendable {
  /// The PDF file; nil where a report is set for it.
  public var file: String?
  /// The report that is set first.
  public var report: ExportJob?
  /// The printer's name; nil takes the one that is the machine's own choice.
  public var printer: String?
  /// The sheet as people name it, such as A4; nil takes the one that has the page's size.
  public var paper: String?
  /// How often, on which sides, in which order.
  public var copies = 1
  /// See ``PrintRequest/isCollated``.
  public var isCollated = true
  /// On which sides.
  public var sides = PrintRequest.Sides.one
  /// Whether colours are printed as greys.
  public var isGrey = false

  /// Makes a job for a PDF file.
  public init(file: String) { self.file = file }

  /// Makes a job for a report.
  public init(report: ExportJob) { self.report = report }
}

extension Exporter {
  /// Sends a job to its printer and returns the queue's number of it, with the printer's name.
  ///
  /// Nothing is sent where the printer has no sheet of the pages' size: pages are never scaled.
  public func print(
    _ job: PrintJob, with service: PrintService, into problems: inout Problems
  ) throws(Rejection) -> (number: Int, printer: String) {
    let (title, pdf) = try document(of: job, into: &problems)
    let known = try service.printers(asking: "")
    guard
      let name = job.printer
        ?? (known.first { $0.isDefault } ?? known.first { $0.isAdded } ?? known.first)?.name,
      let printer = try service.printers(asking: name).first(where: { $0.name == name })
    else { throw Rejection(PrintJobProblems.noPrinter(job.printer, known)) }
    let sizes = try PageSizes.of(pdf, name: title)
    var request = PrintRequest(title: title, pdf: pdf)
    request.paper = try paper(for: sizes, job, printer, into: &problems)?.name
    request.copies = job.copies
    request.isCollated = job.isCollated
    request.sides = job.sides
    request.isGrey = job.isGrey
    if job.sides != .one, !printer.isDuplex {
      throw Rejection(PrintJobProblems.oneSided(printer.name))
    }
    return (try service.submit(request, to: printer.name), printer.name)
  }

  private func document(
    of job: PrintJob, into problems: inout Problems
  ) throws(Rejection) -> (title: String, pdf: [UInt8]) {
    if let file = job.file {
      return (Paths.name(file), try environment.read(file, limit: 1 << 30))
    }
    guard var report = job.report else { throw Rejection([]) }
    let captured = CapturedFiles(base: environment)
    report.output = "paper.pdf"
    _ = try Exporter(home: home, environment: captured, onEvent: onEvent).run(
      report, into: &problems)
    // A proof is printed as it is; whoever prints it has been told.
    guard let pdf = captured.files.first(where: { $0.path.hasSuffix(".pdf") }) else {
      throw Rejection(problems.diagnostics)
    }
    return (Paths.name(report.input), pdf.bytes)
  }

  /// The sheet of the pages' size, or the one that was named and holds it.
  private func paper(
    for sizes: [Size], _ job: PrintJob, _ printer: Printer, into problems: inout Problems
  ) throws(Rejection) -> PrinterPaper? {
    if printer.papers.isEmpty { return nil }
    let page = sizes[0]
    let (width, height) = (page.width.millimetres, page.height.millimetres)
    if let other = sizes.first(where: { $0 != page }) {
      problems.report(PrintJobProblems.mixedSizes(page, other))
    }
    let named = job.paper.flatMap { name in
      printer.papers.first { $0.title.lowercased() == name.lowercased() || $0.name == name }
    }
    if let name = job.paper, named == nil {
      throw Rejection(PrintJobProblems.noPaper(name, printer))
    }
    guard let paper = named ?? printer.paper(width: width, height: height) else {
      throw Rejection(PrintJobProblems.noSheet(width, height, printer))
    }
    let isLarge =
      min(width, height) > min(paper.width, paper.height) + 0.5
      || max(width, height) > max(paper.width, paper.height) + 0.5
    if isLarge { throw Rejection(PrintJobProblems.noSheet(width, height, printer)) }
    if paper.margin > 0 { problems.report(PrintJobProblems.margins(paper, printer.name)) }
    return paper
  }
}

/// An environment whose files are kept instead of written.
final class CapturedFiles: ExportEnvironment {
  private let base: any ExportEnvironment
  private let kept = Mutex<[OutputFile]>([])

  init(base: any ExportEnvironment) { self.base = base }

  var files: [OutputFile] { kept.withLock { $0 } }

  func read(_ path: String, limit: Int) throws(Rejection) -> [UInt8] {
    try base.read(path, limit: limit)
  }
  func names(in folder: String) throws(Rejection) -> [String] { try base.names(in: folder) }
  func kind(of path: String) -> FileKind { base.kind(of: path) }
  func write(_ files: [OutputFile]) throws(Rejection) { kept.withLock { $0 += files } }
}
