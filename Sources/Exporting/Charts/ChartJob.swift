import CairoRendering
public import Charting
public import Diagnostics
import DisplayList
import Geometry
import PangoShaping

/// What a batch of charts asks for.
public struct ChartJob: Sendable {
  /// The kinds of pictures.
  public enum Format: String, Sendable, CaseIterable { case pdf, svg, png }

  /// The specifications: `.json`, `.yaml`, or folders of them.
  public var inputs: [String]
  /// The folder for the pictures.
  public var output: String
  /// The kinds of pictures.
  public var formats: [Format]
  /// The defaults.
  public var theme: ChartTheme
  /// Pixels a point in PNG files.
  public var scale: Double
  /// The size of every figure; nil for the size that comes of itself.
  public var size: FigureSize?
  /// Whether facts are written beside the pictures.
  public var wantsFacts: Bool

  /// Makes a job.
  public init(
    inputs: [String], output: String, formats: [Format] = [.pdf], theme: ChartTheme = .zhPrint,
    scale: Double = 2, size: FigureSize? = nil, wantsFacts: Bool = false
  ) {
    self.inputs = inputs
    self.output = output
    self.formats = formats
    self.theme = theme
    self.scale = scale
    self.size = size
    self.wantsFacts = wantsFacts
  }
}

/// Draws charts one after the other with the faces read once.
public struct ChartBatch {
  private let environment: any ExportEnvironment
  private let shaper: PangoShaper
  private let files: JobFiles
  private let compiler: ChartCompiler

  /// Largest specification or data file, in bytes.
  static let sizeLimit = 64 << 20

  /// Reads the faces of a resources folder.
  public init(home: ResourceHome, environment: any ExportEnvironment) throws(Rejection) {
    self.environment = environment
    files = JobFiles(home: home.path, pictures: [:])
    shaper = try PangoShaper(catalog: try home.fontCatalog(), files: files)
    compiler = ChartCompiler(shaper: shaper)
  }

  /// The Vega-Lite of specifications that use presets.
  public static func eject(
    _ inputs: [String], in environment: any ExportEnvironment
  ) throws(Rejection) -> [String] {
    var texts: [String] = []
    for input in try ChartInputs.find(inputs, in: environment) {
      texts.append(try ChartCompiler.eject(try ChartInputs.read(input, in: environment)).json)
    }
    return texts
  }

  /// Draws all charts of a job; one that is rejected does not stop the others.
  ///
  /// - Returns: the written files.
  public func run(
    _ job: ChartJob, into problems: inout Problems, onProgress: (Int, Int) -> Void = { _, _ in }
  ) throws(Rejection) -> [String] {
    let inputs = try ChartInputs.find(job.inputs, in: environment)
    var written: [String] = []
    for (number, input) in inputs.enumerated() {
      onProgress(number + 1, inputs.count)
      do throws(Rejection) {
        let outputs = try draw(input, job, into: &problems)
        try environment.write(outputs)
        written += outputs.map(\.path)
      } catch {
        problems.report(contentsOf: error.diagnostics)
      }
    }
    return written
  }

  private func draw(
    _ input: String, _ job: ChartJob, into problems: inout Problems
  ) throws(Rejection) -> [OutputFile] {
    let spec = try ChartInputs.read(input, in: environment)
    let name = ChartInputs.stem(input)
    let chart = try compiler.compile(
      spec, theme: job.theme, size: job.size, name: name, wantsFacts: job.wantsFacts, into: &problems)
    var document = PagedDocument(
      pages: [Page(trim: chart.fragment.size, items: chart.fragment.items)], faces: shaper.faces)
    document.metadata.title = chart.alternative
    var outputs: [OutputFile] = []
    for format in job.formats {
      let renderer: any PageRenderer =
        switch format {
        case .pdf: PDFRenderer()
        case .svg: SVGRenderer()
        case .png: PNGRenderer(dpi: job.scale * 72)
        }
      let bytes = try renderer.render(document, from: files)
      outputs.append(OutputFile(path: "\(job.output)/\(name).\(format.rawValue)", bytes: bytes))
    }
    if job.wantsFacts {
      outputs.append(
        OutputFile(path: "\(job.output)/\(name).facts.json", bytes: Array(chart.facts.utf8)))
    }
    return outputs
  }
}
