public import Charting
import Diagnostics

/// What a batch of charts asks for.
public struct ChartJob: Sendable {
  /// The kinds of pictures.
  public enum Format: String, Sendable, CaseIterable { case pdf, svg, png }

  /// The specifications: `.json`, `.yaml`, folders of them, names with `*` and `?`, manifests.
  public var inputs: [String]
  /// What tables among the inputs become.
  public var choice: DataChoice
  /// The folder for the pictures; for one chart, a file whose ending names its kind, or `-` for
  /// standard output.
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
  /// Whether SVG files hold the outlines of letters instead of text.
  public var outlinesText: Bool
  /// Most workers beside each other.
  public var workers: Int

  /// Makes a job.
  public init(
    inputs: [String], choice: DataChoice = DataChoice(), output: String, formats: [Format] = [.pdf],
    theme: ChartTheme = .zhPrint,
    scale: Double = 2, size: FigureSize? = nil, wantsFacts: Bool = false,
    outlinesText: Bool = false, workers: Int = 1
  ) {
    self.outlinesText = outlinesText
    self.workers = workers
    self.inputs = inputs
    self.choice = choice
    self.output = output
    self.formats = formats
    self.theme = theme
    self.scale = scale
    self.size = size
    self.wantsFacts = wantsFacts
  }
}

/// Where the files of a batch of charts go.
struct ChartPlace {
  private let output: String
  /// Whether `output` is a file and no folder.
  private let isFile: Bool
  /// The kinds of pictures.
  let formats: [ChartJob.Format]

  /// Rejects a kind that cannot be written, and several files where one was named.
  init(_ job: ChartJob, charts: Int, in environment: any ExportEnvironment) throws(Rejection) {
    output = job.output
    let isPipe = output == PipedFiles.name
    let isFolder = !isPipe && environment.kind(of: output) == .folder
    if !isPipe, !isFolder { try OutputEnding.check(output) }
    let named = isFolder || isPipe ? nil : ChartJob.Format(rawValue: OutputEnding.of(output))
    isFile = isPipe || named != nil
    formats = named.map { [$0] } ?? job.formats
    let count = charts * (formats.count + (job.wantsFacts && isPipe ? 1 : 0))
    if isFile, count != 1 { throw Rejection(FileProblems.manyInOneFile(output, count)) }
  }

  /// The path of one file of a chart.
  func path(of chart: String, _ ending: String) -> String {
    guard isFile else { return "\(output)/\(chart).\(ending)" }
    if ChartJob.Format(rawValue: ending) != nil { return output }
    return String(output.dropLast(OutputEnding.of(output).count)) + ending
  }
}

extension ChartJob {
  /// A theme by its name.
  static func theme(named name: String) -> ChartTheme? { ChartTheme.all.first { $0.name == name } }

  /// A size as `2col`, `120mmx80mm` or `300x200` state it.
  static func size(stated text: String) -> FigureSize? { FigureSize(text) }
}
