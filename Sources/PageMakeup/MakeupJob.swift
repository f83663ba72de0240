public import Charting
public import Diagnostics
public import DisplayList
public import Geometry
public import LayoutSpecs
public import ReportModel

/// A picture that the page has to place: its file, if there is one, and its words.
public struct MakeupPicture: Hashable, Sendable {
  /// The file as probed; nil sets a labelled placeholder.
  public var image: ImageSource?
  /// The chart that is drawn in its place, at the size that the page has for it.
  public var chart: ChartSpec?
  /// The words under it; empty for none.
  public var caption: String
  /// What a placeholder says.
  public var label: String
  /// The caption's place in the source.
  public var range: SourceRange?
  /// The block of the report that is its caption; nil for a picture that the report does not name.
  public var block: Int?
  /// The point that a crop keeps as near its middle as it can.
  public var focus = PictureFocus()
  /// The width that the report gives it; nil where the page decides.
  public var width: Length?
  /// Whether it lies over the text beside it, as a seal does over a signature.
  public var isOverText = false
  /// Columns that its editor gives it in a newspaper; nil where the page decides.
  public var columns: Int?
  /// Where its editor puts it in its article; nil where the page decides.
  public var place: ObjectPlace?

  /// Makes a picture.
  public init(
    image: ImageSource? = nil, caption: String = "", label: String = "",
    range: SourceRange? = nil, block: Int? = nil
  ) {
    self.image = image
    self.caption = caption
    self.label = label
    self.range = range
    self.block = block
  }

  /// The files that it draws: itself, or the pictures of its chart.
  var sources: [ImageSource] {
    let inner = (chart?.pictures ?? [:]).values.sorted { $0.path < $1.path }
    return [image].compactMap { $0 } + inner
  }

  /// Whether there is nothing to show yet.
  var isPlaceholder: Bool { image == nil && chart == nil }
}

/// A point of a picture, as shares of its width from the left and its height from the top.
public struct PictureFocus: Hashable, Sendable {
  /// 0 at the left edge, 1 at the right.
  public var x: Double
  /// 0 at the top edge, 1 at the foot.
  public var y: Double

  /// Makes a point; the middle without values.
  public init(x: Double = 0.5, y: Double = 0.5) {
    self.x = x
    self.y = y
  }

  /// The point that somebody has named.
  public init(_ point: FocusPoint) {
    self.init(x: Double(point.x) / 100, y: Double(point.y) / 100)
  }

  /// The focus that a file's name gives, in hundredths: `groundbreaking@30x60.jpg`.
  public init?(fileName: String) {
    let stem = fileName.split(separator: ".").dropLast().joined(separator: ".")
    guard let mark = stem.lastIndex(of: "@") else { return nil }
    guard let point = FocusPoint(String(stem[stem.index(after: mark)...])) else { return nil }
    self.init(point)
  }
}

/// Everything that makes a document: values only.
public struct MakeupJob: Hashable, Sendable {
  /// What is to be set.
  public var report: Report
  /// The page design.
  public var layout: LayoutSpec
  /// The pictures, in the order of their captions.
  public var pictures: [MakeupPicture]
  /// Page head and file.
  public var facts: MakeupFacts
  /// How many arrangements of a newspaper page are made.
  public var variants: Int
  /// Whether the pages are proofs: grid, boxes, flags and warnings over and beside them.
  public var isProof: Bool
  /// Whether pages are gathered on sheets, where the layout does so.
  public var isGathered = true

  /// Makes a job.
  public init(
    report: Report, layout: LayoutSpec, pictures: [MakeupPicture] = [],
    facts: MakeupFacts = MakeupFacts(), variants: Int = 1,
    isProof: Bool = false
  ) {
    self.variants = variants
    self.isProof = isProof
    self.report = report
    self.layout = layout
    self.pictures = pictures
    self.facts = facts
  }
}
