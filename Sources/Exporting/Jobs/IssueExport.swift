public import Diagnostics
import DisplayList
import LayoutSpecs
import PageMakeup
import PangoShaping
import Typesetting

/// An issue of several pages to be set.
public struct IssueExport: Hashable, Sendable {
  /// The issue plan's path.
  public var plan: String
  /// The file to write; nil writes to `output/<plan>/`.
  public var output: String?
  /// Formats besides the PDF.
  public var formats: [OutputFormat]
  /// Resolution of PNG files.
  public var dpi: Double
  /// Whether the pages are proofs, for signing.
  public var proof: Bool
  /// The press file that is wanted, if one is.
  public var press: PressOptions?

  /// Makes a job.
  public init(
    plan: String, output: String? = nil, formats: [OutputFormat] = [], dpi: Double = 150,
    proof: Bool = false, press: PressOptions? = nil
  ) {
    self.press = press
    self.plan = plan
    self.output = output
    self.formats = formats
    self.dpi = dpi
    self.proof = proof
  }
}

extension Exporter {
  /// Sets an issue into one file of all its pages.
  public func run(_ job: IssueExport, into problems: inout Problems) throws(Rejection)
    -> ExportResult
  {
    onEvent(.reading)
    let bytes = try environment.read(job.plan, limit: Self.planLimit)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Rejection(FileProblems.notUTF8(job.plan))
    }
    let issue = try IssuePlanReader.read(text, file: job.plan)
    if issue.pages.count % 4 != 0 {
      problems.report(FileProblems.oddSheets(pages: issue.pages.count))
    }
    let base = AtomicFile.folder(of: job.plan)
    var material = PlanMaterial(inputs: [(name: Paths.name(job.plan), bytes: bytes)])
    var pages: [IssueJob.Page] = []
    for page in issue.pages {
      pages.append(
        IssueJob.Page(
          number: page.number,
          plan: try load(
            page.plan, base: base, prefix: "\(page.number)/", isProof: job.proof,
            into: &material, problems: &problems)))
    }
    let files = JobFiles(home: home.path, pictures: material.pictures)
    onEvent(.composing)
    let shaper = try PangoShaper(catalog: try home.fontCatalog(), files: files)
    var patterns: HyphenationPatterns?
    for page in pages where patterns == nil {
      patterns = try home.hyphenation(for: page.plan.layout, into: &problems)
    }
    var made = try Makeup(shaper: shaper, hyphenation: patterns).make(
      IssueJob(pages: pages), into: &problems)
    made.document.nameFaces(from: shaper.faces)
    let target = OutputTarget(
      output: job.output, folder: "\(home.path)/output/\(Paths.stem(job.plan))",
      name: Paths.stem(job.plan) + (job.proof ? "-proof" : ""), formats: job.formats,
      dpi: job.dpi, press: job.press)
    let layouts = Set(issue.pages.map(\.plan.layout)).sorted().joined(separator: ", ")
    return try write(
      made, target: target, files: files, inputs: material.all, layout: layouts,
      problems: &problems)
  }
}
