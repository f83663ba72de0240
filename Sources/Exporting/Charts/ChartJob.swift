public import Charting

/// What a batch of charts asks for.
public struct ChartJob: Sendable {
  /// The kinds of pictures.
  public enum Format: String, Sendable, CaseIterable { case pdf, svg, png }

  /// The specifications: `.json`, `.yaml`, folders of them, names with `*` and `?`, manifests.
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
  /// Whether SVG files hold the outlines of letters instead of text.
  public var outlinesText: Bool
  /// Most workers beside each other.
  public var workers: Int

  /// Makes a job.
  public init(
    inputs: [String], output: String, formats: [Format] = [.pdf], theme: ChartTheme = .zhPrint,
    scale: Double = 2, size: FigureSize? = nil, wantsFacts: Bool = false,
    outlinesText: Bool = false, workers: Int = 1
  ) {
    self.outlinesText = outlinesText
    self.workers = workers
    self.inputs = inputs
    self.output = output
    self.formats = formats
    self.theme = theme
    self.scale = scale
    self.size = size
    self.wantsFacts = wantsFacts
  }
}
