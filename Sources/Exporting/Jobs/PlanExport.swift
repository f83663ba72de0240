public import Diagnostics
import DisplayList
import ImageFiles
import LayoutSpecs
import PageMakeup
import PangoShaping
import ReportModel
import ReportReading

/// A page of several articles to be set.
public struct PlanExport: Hashable, Sendable {
  /// The plan's path.
  public var plan: String
  /// The file to write; nil writes to `output/<plan>/`.
  public var output: String?
  /// Formats besides the PDF.
  public var formats: [OutputFormat]
  /// Resolution of PNG files.
  public var dpi: Double
  /// The press file that is wanted, if one is.
  public var press: PressOptions?

  /// Makes a job.
  public init(
    plan: String, output: String? = nil, formats: [OutputFormat] = [], dpi: Double = 150,
    press: PressOptions? = nil
  ) {
    self.press = press
    self.plan = plan
    self.output = output
    self.formats = formats
    self.dpi = dpi
  }
}

extension Exporter {
  /// Largest plan file, in bytes.
  private static let planLimit = 1 << 20

  /// Sets a page of several articles. Where text found no place, the proof page is written and the
  /// finding is an error.
  public func run(_ job: PlanExport, into problems: inout Problems) throws(Rejection)
    -> ExportResult
  {
    onEvent(.reading)
    let bytes = try environment.read(job.plan, limit: Self.planLimit)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Rejection(FileProblems.notUTF8(job.plan))
    }
    let plan = try PagePlanReader.read(text, file: job.plan)
    let layout = try home.layout(plan.layout, into: &problems)
    let base = AtomicFile.folder(of: job.plan)
    var pictures: [String: [UInt8]] = [:]
    var inputs = [(name: Paths.name(job.plan), bytes: bytes)]
    var stories: [PlannedStory] = []
    for (number, article) in plan.articles.enumerated() {
      stories.append(
        try story(
          article, number: number + 1, base: base, pictures: &pictures, inputs: &inputs,
          into: &problems))
    }
    var fixed: [PlannedPicture] = []
    for picture in plan.fixed {
      fixed.append(try load(picture, base: base, into: &pictures, &problems))
    }
    let files = JobFiles(home: home.path, pictures: pictures)
    onEvent(.composing)
    let shaper = try PangoShaper(catalog: try home.fontCatalog(), files: files)
    var made = try Makeup(shaper: shaper).make(
      PlanJob(layout: layout, stories: stories, fixed: fixed, facts: try JobFacts.facts(of: plan)),
      into: &problems)
    made.document.faces = shaper.faces
    let target = OutputTarget(
      output: job.output, folder: "\(home.path)/output/\(Paths.stem(job.plan))",
      name: Paths.stem(job.plan), formats: job.formats, dpi: job.dpi, press: job.press)
    inputs += pictures.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return try write(
      made, target: target, files: files, inputs: inputs, layout: layout.name, problems: &problems)
  }

  private func story(
    _ article: PlannedArticle, number: Int, base: String, pictures: inout [String: [UInt8]],
    inputs: inout [(name: String, bytes: [UInt8])], into problems: inout Problems
  ) throws(Rejection) -> PlannedStory {
    let path = resolve(article.report, base)
    let bytes = try environment.read(path, limit: ReadingLimits.yamlBytes)
    inputs.append((Paths.name(path), bytes))
    let report = try ReportReading.read(bytes: bytes, name: path, into: &problems)
    let found = try PictureResolver(
      report: report, base: AtomicFile.folder(of: path),
      photos: article.photos.map { resolve($0, base) }, environment: environment,
      prefix: "\(number)/"
    ).resolve(into: &problems)
    pictures.merge(found.files) { old, _ in old }
    return PlannedStory(
      report: report, pictures: found.pictures, importance: article.importance, pin: article.pin)
  }

  private func load(
    _ picture: FixedPicture, base: String, into pictures: inout [String: [UInt8]],
    _ problems: inout Problems
  ) throws(Rejection) -> PlannedPicture {
    let path = resolve(picture.image, base)
    let bytes = try environment.read(path, limit: ImageLimits.bytes)
    var source = try ArtProbe.probe(path: path, bytes: bytes, into: &problems)
    source.path = "fixed/\(picture.image)"
    source.digest = Digest.sha256(bytes)
    pictures[source.path] = bytes
    return PlannedPicture(image: source, place: picture.place, label: picture.label)
  }

  /// A plan is the job itself, as a command line is: its paths may lead anywhere.
  private func resolve(_ path: String, _ base: String) -> String {
    path.hasPrefix("/") || base == "." ? path : "\(base)/\(path)"
  }
}
