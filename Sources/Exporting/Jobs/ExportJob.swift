import Geometry
public import PageMakeup
public import ReportModel

/// What files a job makes.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable { case pdf, png, svg, dump }

/// One report to be set.
public struct ExportJob: Hashable, Sendable {
  /// The report's path.
  public var input: String
  /// The report, where it has been read or made already: `input` then only names it, and is the place
  /// that its pictures are sought from.
  public var report: Report?
  /// Name of the layout.
  public var layout: String
  /// The file to write, its ending names the format; nil writes to `output/<report>/`.
  public var output: String?
  /// Formats besides the PDF.
  public var formats: [OutputFormat]
  /// Resolution of PNG files.
  public var dpi: Double
  /// Folder of pictures, in natural name order for the captions in order.
  public var photos: String?
  /// How many arrangements of a newspaper page are made.
  public var variants: Int
  /// Whether the pages are proofs, for signing.
  public var proof: Bool
  /// `--set` pairs: facts of the job, or layout values by dotted path.
  public var settings: [Setting]
  /// The press file that is wanted, if one is.
  public var press: PressOptions?
  /// Whether pages are gathered on sheets, where the layout does so.
  public var isGathered = true
  /// Whether emoji are left out; otherwise they are printed in one colour.
  public var leavesEmojiOut = false

  /// The table of issue numbers that counts this one; nil for none. It is written with the pages.
  public var issues: String?
  /// Before the names of its pictures, where several documents make one.
  var picturePrefix = ""
  /// Pages of this size are set without what stands outside the type area: a book has its own.
  var bareTrim: Size?

  /// One `--set`.
  public struct Setting: Hashable, Sendable {
    /// The key.
    public var key: String
    /// The value.
    public var value: String

    /// Makes a pair.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// Makes a job.
  public init(
    input: String, layout: String, output: String? = nil, formats: [OutputFormat] = [],
    dpi: Double = 150, photos: String? = nil, variants: Int = 1,
    proof: Bool = false, settings: [Setting] = [], press: PressOptions? = nil
  ) {
    self.proof = proof
    self.press = press
    self.variants = variants
    self.input = input
    self.layout = layout
    self.output = output
    self.formats = formats
    self.dpi = dpi
    self.photos = photos
    self.settings = settings
  }
}

/// What a job came to.
public struct ExportResult: Sendable {
  /// The files written, in order.
  public var files: [String]
  /// Number of pages.
  public var pages: Int
  /// How the first page was filled, where it was.
  public var fit: FitReport?

  /// Makes a result.
  public init(files: [String], pages: Int, fit: FitReport? = nil) {
    self.files = files
    self.pages = pages
    self.fit = fit
  }
}

/// A stage of a job, for progress on a terminal.
public enum ExportEvent: Hashable, Sendable {
  case reading, composing, composingPage(Int, of: Int), drawing(page: Int, of: Int), writing
}
