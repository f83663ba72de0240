public import Diagnostics
public import Geometry

/// A picture or chart that the report asks for by name.
public struct ReportFigure: Hashable, Sendable {
  /// A picture file, or a chart description.
  public enum Kind: String, Hashable, Sendable, CaseIterable { case picture, chart }

  /// Picture or chart; a path that ends in `.vl.json` or `.vl.yaml` is a chart.
  public var kind: Kind
  /// The path as written in the report, relative to it; nil for a caption that waits for a picture.
  public var path: String?
  /// The chart itself as YAML or JSON, where the report file holds it and no file does.
  public var chart: String?
  /// The words under the picture.
  public var caption: String
  /// The point that a crop keeps, in hundredths of the picture's width and height; nil where the
  /// file's name or the middle decides.
  public var focus: FocusPoint?
  /// The width that the report gives the picture, in millimetres; nil where the page decides.
  public var width: Double?
  /// Whether it lies over the text beside it and takes no room of its own, as a seal does over a
  /// signature.
  public var isOverText = false
  /// Where it stands in the source.
  public var range: SourceRange

  /// Widths that a picture can be given, in millimetres.
  public static let widths = 1.0...2_000

  /// Makes a figure.
  public init(
    kind: Kind, path: String?, chart: String? = nil, caption: String, range: SourceRange
  ) {
    self.kind = kind
    self.path = path
    self.chart = chart
    self.caption = caption
    self.range = range
  }

  /// The kind a path has: `.vl.json` and `.vl.yaml` are charts, everything else is a picture.
  public static func kind(of path: String) -> Kind {
    path.hasSuffix(".vl.json") || path.hasSuffix(".vl.yaml") ? .chart : .picture
  }
}
