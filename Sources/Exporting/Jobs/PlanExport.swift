public import Diagnostics
import DisplayList
import ImageFiles
import LayoutSpecs
import PageMakeup
import PangoShaping
import ReportModel
import ReportReading

/// A page of several articles, or an issue of several pages, to be set.
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
  /// Whether the pages are proofs, for signing.
  public var proof: Bool
  /// Whether emoji are left out; otherwise they are printed in one colour.
  public var leavesEmojiOut = false
  /// Facts that overrule the plan's, and layout values by their dotted paths.
  public var settings: [ExportJob.Setting] = []
  /// How many arrangements of a page are made, the best first.
  public var variants = 1

  /// Makes a job.
  public init(
    plan: String, output: String? = nil, formats: [OutputFormat] = [], dpi: Double = 150,
    proof: Bool = false, press: PressOptions? = nil
  ) {
    self.proof = proof
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
    try target(for: job).checkEnding()
    let stock = ExportStock(home: home)
    let isHandoff = try isHandoff(target(for: job), isProof: job.proof)
    let set = try set(job, with: stock, into: &problems)
    if isHandoff {
      return try hand(
        on: set.made, layouts: [set.layout], reports: set.stories.map(\.report),
        target: target(for: job), files: set.files, stock: stock, into: &problems)
    }
    return try write(set, of: job, with: stock, into: &problems)
  }

  /// Writes the files of a page that has been set.
  func write(
    _ set: SetPlan, of job: PlanExport, with stock: ExportStock, into problems: inout Problems
  ) throws(Rejection) -> ExportResult {
    try write(
      set.made, target: target(for: job), input: job.plan, files: set.files,
      inputs: set.material.all,
      layout: set.plan.layout, stock: stock, problems: &problems)
  }

  /// Sets a page of several articles without writing anything.
  func set(
    _ job: PlanExport, with stock: ExportStock, into problems: inout Problems
  ) throws(Rejection) -> SetPlan {
    onEvent(.reading)
    let (bytes, text) = try read(plan: job.plan, into: &problems)
    let plan = try PagePlanReader.read(text, file: job.plan)
    let base = AtomicFile.folder(of: job.plan)
    var material = PlanMaterial(
      inputs: [(name: Paths.name(job.plan), bytes: bytes)], leavesEmojiOut: job.leavesEmojiOut,
      settings: job.settings)
    var page = try load(
      plan, base: base, prefix: "", isProof: job.proof, into: &material, problems: &problems)
    page.variants = job.variants
    let files = JobFiles(home: home.path, pictures: material.pictures)
    onEvent(.composing)
    let shaper = try stock.shaper()
    try FontSubstitutes(home: home, environment: environment)
      .report(for: page.layout, into: &problems)
    let patterns = try home.hyphenation(for: page.layout, into: &problems)
    var made = try Makeup(shaper: shaper, hyphenation: patterns).make(page, into: &problems)
    made.document.nameFaces(from: shaper.faces)
    for number in made.variants.indices {
      made.variants[number].document.nameFaces(from: shaper.faces)
    }
    return SetPlan(
      made: made, files: files, plan: plan, material: material, stories: page.stories,
      layout: page.layout)
  }

  /// A plan file and its text.
  func read(
    plan path: String, into problems: inout Problems
  ) throws(Rejection) -> (bytes: [UInt8], text: String) {
    let bytes = try environment.read(path, limit: Self.planLimit)
    return (bytes, try TextInput.read(bytes, name: path, into: &problems))
  }

  func target(for job: PlanExport) -> OutputTarget {
    OutputTarget(
      output: job.output, folder: "",
      name: Paths.stem(job.plan) + (job.proof ? "-proof" : ""), formats: job.formats,
      dpi: job.dpi, press: job.press)
  }

  /// The stories and pictures of one page; names of picture files begin with `prefix`.
  func load(
    _ plan: PagePlan, base: String, prefix: String, isProof: Bool,
    into material: inout PlanMaterial, problems: inout Problems
  ) throws(Rejection) -> PlanJob {
    // A layout of the plan's own lies beside it, as its reports do.
    let beside = plan.layout.hasPrefix(".") ? resolve(plan.layout, base) : plan.layout
    let facts = try JobFacts(plan: plan, settings: material.settings)
    var layout = try home.layout(beside, settings: facts.layoutSettings, into: &problems)
    let art = try LayoutArt(home: home, environment: environment)
      .open(for: &layout, named: beside, into: &problems)
    material.pictures.merge(art) { old, _ in old }
    layout.objects.fillers = plan.fillers + layout.objects.fillers
    var stories: [PlannedStory] = []
    for (number, article) in plan.articles.enumerated() {
      stories.append(
        try story(
          article, prefix: "\(prefix)\(number + 1)/", base: base, into: &material,
          problems: &problems))
    }
    var fixed: [PlannedPicture] = []
    for picture in plan.fixed {
      fixed.append(try load(picture, base: base, into: &material, problems: &problems))
    }
    return PlanJob(
      layout: layout, stories: stories, fixed: fixed, facts: facts.facts,
      isProof: isProof)
  }

  private func story(
    _ article: PlannedArticle, prefix: String, base: String, into material: inout PlanMaterial,
    problems: inout Problems
  ) throws(Rejection) -> PlannedStory {
    let path = resolve(article.report, base)
    let bytes = try environment.read(path, limit: ReadingLimits.yamlBytes)
    material.inputs.append((Paths.name(path), bytes))
    let read = try ReportReading.read(
      bytes: try OfficeFile.modern(bytes, name: path), name: path,
      emoji: material.leavesEmojiOut ? .leaveOut : .draw, into: &problems)
    problems.report(contentsOf: ReportFindings.findings(of: read))
    material.reports.append(read)
    var request = TableRequest(read, settings: material.settings, input: path, into: &problems)
    request.add(article.tables, base: base, into: &problems)
    let report = try request.applied(
      to: read.forSetting(), in: environment, into: &problems)
    if !article.dress.headlineLines.isEmpty, !report.headlines.contains(where: article.dress.breaks)
    {
      problems.report(
        FileProblems.otherHeadline(
          article.dress.headlineLines.joined(separator: " / "), at: article.range))
    }
    let found = try PictureResolver(
      report: report, base: AtomicFile.folder(of: path),
      photos: article.photos.map { resolve($0, base) }, environment: environment,
      planned: article.pictures.map { ($0, resolve($0.file, base)) }, prefix: prefix
    ).resolve(into: &problems)
    material.pictures.merge(found.files) { old, _ in old }
    return PlannedStory(
      report: report, pictures: found.pictures, importance: article.importance, pin: article.pin,
      jump: article.jump, dress: article.dress)
  }

  private func load(
    _ picture: FixedPicture, base: String, into material: inout PlanMaterial,
    problems: inout Problems
  ) throws(Rejection) -> PlannedPicture {
    let path = resolve(picture.image, base)
    let bytes = try ArtProbe.readable(
      path: path, bytes: try environment.read(path, limit: ImageLimits.bytes))
    var source = try ArtProbe.probe(path: path, bytes: bytes, into: &problems)
    source.path = "fixed/\(picture.image)"
    source.digest = Digest.sha256(bytes)
    material.pictures[source.path] = bytes
    return PlannedPicture(image: source, place: picture.place, label: picture.label)
  }

  /// A plan is the job itself, as a command line is: its paths may lead anywhere.
  func resolve(_ path: String, _ base: String) -> String {
    path.hasPrefix("/") || base == "." ? path : "\(base)/\(path)"
  }
}

/// A page of several articles that has been set, and what its files are drawn from.
struct SetPlan {
  var made: MadeUp
  var files: JobFiles
  var plan: PagePlan
  var material: PlanMaterial
  var stories: [PlannedStory]
  var layout: LayoutSpec
}

/// The files that a plan named, as they were read.
struct PlanMaterial {
  /// The plan and the reports.
  var inputs: [(name: String, bytes: [UInt8])]
  /// Whether the reports are read without their emoji.
  var leavesEmojiOut = false
  /// Facts and layout values that overrule those of the plan.
  var settings: [ExportJob.Setting] = []
  /// The pictures by the name that the document calls them.
  var pictures: [String: [UInt8]] = [:]
  /// The reports as they were read.
  var reports: [Report] = []

  /// Everything, for the manifest.
  var all: [(name: String, bytes: [UInt8])] {
    inputs + pictures.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
