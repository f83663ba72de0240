import CairoRendering
public import Charting
import Confinement
public import Diagnostics
import Dispatch
import DisplayList
import Geometry
import LayoutSpecs
import PangoShaping
import Synchronization

/// Draws many charts in one process: a worker a processor, fonts opened once.
public struct ChartBatch {
  private let environment: any ExportEnvironment
  private let home: ResourceHome
  private let openFaces = FaceStock()
  private let first: ChartWorker

  /// Largest specification or data file, in bytes.
  static let sizeLimit = 64 << 20
  /// Charts from which on a further worker, which reads the fonts' tables anew, is worth its start.
  private static let chartsPerWorker = 16
  /// Most workers, each of which holds tables of its fonts.
  private static let mostWorkers = 4

  /// Reads the faces of a resources folder.
  public init(home: ResourceHome, environment: any ExportEnvironment) throws(Rejection) {
    self.environment = environment
    self.home = home
    first = try ChartWorker(home: home, environment: environment, faces: openFaces)
  }

  /// The Vega-Lite of specifications that use presets.
  public static func eject(
    _ inputs: [String], _ choice: DataChoice = DataChoice(), in environment: any ExportEnvironment
  ) throws(Rejection) -> [String] {
    var texts: [String] = []
    for order in try ChartInputs.find(inputs, choice, in: environment) {
      var unheard = Problems()
      let spec = try ChartInputs.read(order, in: environment, into: &unheard)
      texts.append(try ChartCompiler.eject(spec).json)
    }
    return texts
  }

  /// The size of a figure over some columns of a layout's grid: `2col` in the columns that its pages
  /// really have.
  public func size(_ text: String, layout: String) throws(Rejection) -> FigureSize? {
    guard text.hasSuffix("col"), let count = Int(text.dropLast(3)) else { return FigureSize(text) }
    var unheard = Problems()
    let grid = try home.layout(layout, into: &unheard).grid
    guard (1...grid.columns).contains(count) else {
      throw Rejection(
        Diagnostic(
          .error, "chart.too-many-columns",
          Wording(
            "layout \"\(layout)\" has \(grid.columns) columns, not \(count)",
            "版式“\(layout)”只有 \(grid.columns) 栏，没有 \(count) 栏")))
    }
    return FigureSize(width: grid.width(ofColumns: count).points)
  }

  /// The presets that fit the tables among some inputs, where none is named: a text a table.
  public static func proposals(
    _ inputs: [String], _ choice: DataChoice, in environment: any ExportEnvironment
  ) throws(Rejection) -> [String] {
    guard choice.preset == nil else { return [] }
    return try ChartInputs.find(inputs, choice, in: environment).compactMap { order in
      guard let choice = order.choice else { return nil }
      var unheard = Problems()
      let chart = try? DataFileReader.chart(order.path, choice, in: environment, into: &unheard)
      return chart.flatMap { $0.fits.isEmpty ? nil : $0.proposals(file: order.path) }
    }
  }

  /// What the specifications of a job and their data consist of: a digest a specification, the
  /// empty text for one that cannot be read.
  public static func digests(
    of inputs: [String], _ choice: DataChoice = DataChoice(), in environment: any ExportEnvironment
  ) throws(Rejection) -> [ChartOrder: String] {
    var digests: [ChartOrder: String] = [:]
    for order in try ChartInputs.find(inputs, choice, in: environment) {
      let path = RecordFile(order.path, in: environment).path
      guard let bytes = try? environment.read(path, limit: sizeLimit) else {
        digests[order] = ""
        continue
      }
      var unheard = Problems()
      var spec =
        (try? ChartInputs.read(order, in: environment, into: &unheard))
        ?? ChartSpec(.init(.null))
      let data = spec.files.sorted { $0.key < $1.key }.flatMap(\.value.bytes)
      _ = try? pictures(of: order, environment).attach(to: &spec)
      let pictures = spec.pictures.values.map(\.digest).sorted().joined()
      digests[order] = Digest.sha256(bytes + data + Array(pictures.utf8))
    }
    return digests
  }

  /// Draws all charts of a job; one that is rejected does not stop the others. Findings and files
  /// are in the order of the inputs, however many workers there were.
  ///
  /// - Parameter changed: the charts to draw of all that the inputs name; nil for all.
  /// - Returns: the written files.
  public func run(
    _ job: ChartJob, only changed: Set<ChartOrder>? = nil, into problems: inout Problems,
    onProgress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(Rejection) -> [String] {
    let all = try ChartInputs.find(job.inputs, job.choice, in: environment)
    try Self.checkNames(all)
    let place = try ChartPlace(job, charts: all.count, in: environment)
    let orders = changed.map { changed in all.filter(changed.contains) } ?? all
    let results = Mutex([ChartResult?](repeating: nil, count: orders.count))
    let done = Mutex(0)
    let count = max(1, min(job.workers, Self.mostWorkers, orders.count / Self.chartsPerWorker))
    var workers = [first]
    for _ in 1..<max(1, count) {
      workers.append(try ChartWorker(home: home, environment: environment, faces: openFaces))
    }
    let team = ChartTeam(workers: workers)
    DispatchQueue.concurrentPerform(iterations: workers.count) { number in
      for index in stride(from: number, to: orders.count, by: team.workers.count) {
        Confinement.renewTime()
        let result = team.workers[number].result(of: orders[index], job, place)
        results.withLock { $0[index] = result }
        let finished = done.withLock { count in
          count += 1
          return count
        }
        onProgress(finished, orders.count)
      }
    }
    var written: [String] = []
    for result in results.withLock({ $0 }) {
      problems.report(contentsOf: result?.findings ?? [])
      written += result?.files ?? []
    }
    return written
  }

  /// What opens the pictures of a chart.
  fileprivate static func pictures(
    of order: ChartOrder, _ environment: any ExportEnvironment
  ) -> ChartPictures {
    ChartPictures(environment: environment, folder: AtomicFile.folder(of: order.path))
  }

  /// Two charts of one name would write over each other.
  private static func checkNames(_ orders: [ChartOrder]) throws(Rejection) {
    var seen: [String: String] = [:]
    for order in orders {
      if let other = seen[order.name] {
        throw Rejection(
          Diagnostic(
            .error, "chart.same-name",
            Wording(
              "\(other) and \(order.path) would both write \"\(order.name)\"",
              "\(other) 与 \(order.path) 的输出同名“\(order.name)”"),
            at: SourceRange(file: order.path, line: 1),
            hints: [Wording("give \"name\" in a manifest", "请在清单中用“name”另起名字")]))
      }
      seen[order.name] = order.path
    }
  }
}

/// What came of one chart.
private struct ChartResult: Sendable {
  var files: [String] = []
  var findings: [Diagnostic] = []
}

/// Workers of which each is used by one thread at a time.
private struct ChartTeam: @unchecked Sendable {
  let workers: [ChartWorker]
}

/// Draws charts one after the other with a shaper of its own.
private struct ChartWorker {
  private let environment: any ExportEnvironment
  private let shaper: PangoShaper
  private let home: String
  private let files: JobFiles
  private let compiler: ChartCompiler
  private let openFaces: FaceStock

  init(
    home: ResourceHome, environment: any ExportEnvironment, faces: FaceStock
  ) throws(Rejection) {
    self.environment = environment
    openFaces = faces
    self.home = home.path
    files = JobFiles(home: home.path, pictures: [:])
    shaper = try home.shaper()
    compiler = ChartCompiler(shaper: shaper)
  }

  func result(of order: ChartOrder, _ job: ChartJob, _ place: ChartPlace) -> ChartResult {
    var problems = Problems()
    var result = ChartResult()
    do throws(Rejection) {
      let outputs = try draw(order, job, place, into: &problems)
      try environment.write(outputs)
      result.files = outputs.map(\.path)
    } catch {
      problems.report(contentsOf: error.diagnostics)
    }
    result.findings = problems.diagnostics
    return result
  }

  private func draw(
    _ order: ChartOrder, _ job: ChartJob, _ place: ChartPlace, into problems: inout Problems
  ) throws(Rejection) -> [OutputFile] {
    var spec = try ChartInputs.read(order, in: environment, into: &problems)
    let pictures = try ChartBatch.pictures(of: order, environment).attach(to: &spec)
    let chart = try compiler.compile(
      spec, theme: order.theme ?? job.theme, size: order.size ?? job.size, name: order.name,
      wantsFacts: job.wantsFacts, refusesWider: true, into: &problems)
    var document = PagedDocument(
      pages: [Page(trim: chart.fragment.size, items: chart.fragment.items)], faces: shaper.faces)
    document.metadata.title = chart.title.isEmpty ? chart.alternative : chart.title
    document.metadata.subject = chart.title.isEmpty ? "" : chart.alternative
    for picture in spec.pictures.values {
      document.images[ImageID(rawValue: picture.path)] = picture
    }
    let files = pictures.isEmpty ? self.files : JobFiles(home: home, pictures: pictures)
    var outputs: [OutputFile] = []
    for format in place.formats {
      let renderer: any PageRenderer =
        switch format {
        case .pdf: PDFRenderer(faces: openFaces)
        case .svg: job.outlinesText ? SVGRenderer(faces: openFaces) : SVGTextRenderer()
        case .png: PNGRenderer(dpi: job.scale * 72, faces: openFaces)
        }
      let bytes = try renderer.render(document, from: files)
      outputs.append(
        OutputFile(path: place.path(of: order.name, format.rawValue), bytes: bytes))
    }
    if job.wantsFacts {
      outputs.append(
        OutputFile(
          path: place.path(of: order.name, "facts.json"), bytes: Array(chart.facts.utf8)))
    }
    return outputs
  }
}
