public import Diagnostics
import Geometry
import Prepress
public import Printing
import ReportReading

/// A PDF file, a report, or a plan of pages that goes to a printer.
public struct PrintJob: Sendable {
  /// The file: a PDF file, a report, or a plan.
  public var input: String
  /// How a report is set; its output is not written.
  public var report: ExportJob?
  /// The printer's name; nil takes the one that is the machine's own choice.
  public var printer: String?
  /// The sheet as people name it, such as A4; nil takes the one that has the page's size.
  public var paper: String?
  /// How pages come on the sheets; the printer's sheet takes the place of its own.
  public var sheets = SheetOptions()
  /// The pages that are printed, from 1; nil for all.
  public var pages: [Int]?
  /// How often.
  public var copies = 1
  /// See ``PrintRequest/isCollated``.
  public var isCollated = true
  /// On which sides; nil leaves it to the arrangement: a booklet is turned at its fold.
  public var sides: PrintRequest.Sides?
  /// Whether colours are printed as greys.
  public var isGrey = false

  /// Makes a job for a file.
  public init(_ input: String) { self.input = input }
}

extension Exporter {
  /// Sends a job to its printer and returns the queue's number of it, with the printer's name.
  ///
  /// Pages are never scaled: each comes on a sheet at its size, and nothing is sent where the printer
  /// has no sheet that holds it. What the printer's margins cut is said in millimetres.
  public func print(
    _ job: PrintJob, with service: PrintService, into problems: inout Problems
  ) throws(Rejection) -> (number: Int, printer: String) {
    let printer = try printer(of: job, service)
    let (title, pdf) = try document(of: job, into: &problems)
    let sizes = try PageSizes.of(pdf, name: title)
    let (paper, sheets) = try sheets(of: job, sizes, on: printer, named: title)
    let bytes = try SheetWriter(sheets, enlargement: job.sheets.enlargement)
      .write(pdf, name: title)
    var request = PrintRequest(title: title, pdf: bytes)
    request.paper = paper?.name
    request.copies = job.copies
    request.isCollated = job.isCollated
    request.sides = sides(of: job, sheets)
    request.isGrey = job.isGrey
    if request.sides != .one, !printer.isDuplex {
      throw Rejection(PrintJobProblems.oneSided(printer.name))
    }
    if let paper {
      for cut in try PrintedArea(paper).cuts(in: bytes, name: title) {
        problems.report(PrintJobProblems.cut(cut, paper, printer.name))
      }
      if !printer.loaded.isEmpty, !printer.isLoaded(paper) {
        problems.report(PrintJobProblems.notLoaded(paper, printer.name))
      }
    }
    return (try service.submit(request, to: printer.name), printer.name)
  }

  private func printer(of job: PrintJob, _ service: PrintService) throws(Rejection) -> Printer {
    let known = try service.printers(asking: "")
    guard
      let name = job.printer
        ?? (known.first { $0.isDefault } ?? known.first { $0.isAdded } ?? known.first)?.name,
      let printer = try service.printers(asking: name).first(where: { $0.name == name })
    else { throw Rejection(PrintJobProblems.noPrinter(job.printer, known)) }
    return printer
  }

  // MARK: The pages

  private func document(
    of job: PrintJob, into problems: inout Problems
  ) throws(Rejection) -> (title: String, pdf: [UInt8]) {
    let name = Paths.name(job.input)
    let pdf = try pages(of: job, into: &problems)
    guard let wanted = job.pages else { return (name, pdf) }
    let count = try PageSizes.of(pdf, name: name).count
    if let missing = wanted.first(where: { $0 > count }) {
      throw Rejection(PrintJobProblems.noPage(missing, of: count))
    }
    return (name, try PageChoice.pages(wanted.map { $0 - 1 }, of: pdf, name: name))
  }

  /// The bytes of the PDF file: the file's own, or of what it asks to be set.
  func pages(of job: PrintJob, into problems: inout Problems) throws(Rejection) -> [UInt8] {
    if job.input.lowercased().hasSuffix(".pdf") {
      return try environment.read(job.input, limit: 1 << 30)
    }
    let captured = CapturedFiles(base: environment)
    let exporter = Exporter(home: home, environment: captured, onEvent: onEvent)
    let bytes = try environment.read(job.input, limit: ReadingLimits.yamlBytes)
    let plan = PlanExport(plan: job.input, output: CapturedFiles.paper)
    switch PlanKind(of: bytes, named: job.input) {
    case .page: _ = try exporter.run(plan, into: &problems)
    case .issue: _ = try exporter.run(issue: plan, into: &problems)
    case .report:
      var report = job.report ?? ExportJob(input: job.input, layout: "")
      report.output = CapturedFiles.paper
      _ = try exporter.run(report, into: &problems)
    }
    // A page with overset text is printed as it is; whoever prints it has been told.
    guard let pdf = captured.files.first(where: { $0.path == CapturedFiles.paper }) else {
      throw Rejection(problems.diagnostics)
    }
    return pdf.bytes
  }

  // MARK: The sheets

  private func sheets(
    of job: PrintJob, _ sizes: [Size], on printer: Printer, named name: String
  ) throws(Rejection) -> (PrinterPaper?, [PlannedSheet]) {
    if printer.papers.isEmpty {
      return (nil, try OfficeSheets(job.sheets).plan(sizes, name: name))
    }
    let paper = try paper(for: sizes, job, printer, named: name)
    let sheet = SheetPaper(
      size: Size(width: .millimetres(paper.width), height: .millimetres(paper.height)),
      sides: .millimetres(max(paper.margins.left, paper.margins.right)),
      ends: .millimetres(max(paper.margins.top, paper.margins.bottom)))
    return (paper, try OfficeSheets(job.sheets, paper: sheet).plan(sizes, name: name))
  }

  /// The sheet that was named, or the one that what is printed asks for.
  private func paper(
    for sizes: [Size], _ job: PrintJob, _ printer: Printer, named title: String
  ) throws(Rejection) -> PrinterPaper {
    if let name = job.paper {
      let size = SheetOptions.size(named: name)
      let named = printer.papers.filter { paper in
        paper.name == name || paper.title.lowercased() == name.lowercased()
          || size.map { paper.holds(width: $0.width.millimetres, height: $0.height.millimetres) }
            ?? false
      }
      guard let paper = named.first(where: printer.isLoaded) ?? named.first
      else { throw Rejection(PrintJobProblems.noPaper(name, printer)) }
      return paper
    }
    // Pieces and slips go on whatever sheet there is: the usual ones first.
    let usual =
      switch job.sheets.arrangement {
      case .tiles: ["A3", "A4"]
      case .slips: ["A4", "A3"]
      default: [String]()
      }
    for name in usual {
      if let paper = printer.papers.first(where: { $0.title == name }) { return paper }
    }
    let needed = try OfficeSheets(job.sheets, paper: nil).plan(sizes, name: title).map(\.size)
    let (width, height) = (
      needed.map { min($0.width, $0.height) }.max() ?? .zero,
      needed.map { max($0.width, $0.height) }.max() ?? .zero
    )
    guard let paper = printer.paper(width: width.millimetres, height: height.millimetres) else {
      throw Rejection(
        PrintJobProblems.noSheet(Size(width: width, height: height), printer))
    }
    return paper
  }

  /// A section lies on its sheets across the fold: they are turned at the edge along it.
  private func sides(of job: PrintJob, _ sheets: [PlannedSheet]) -> PrintRequest.Sides {
    if let sides = job.sides { return sides }
    guard job.sheets.arrangement == .saddle else { return .one }
    let isLying = sheets.first.map { $0.size.width > $0.size.height } ?? true
    return isLying ? .shortEdge : .longEdge
  }
}
