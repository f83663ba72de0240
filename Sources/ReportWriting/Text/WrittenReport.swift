public import LayoutSpecs
public import ReportModel

/// A report that is written into another format for people who go on with it: Word, a web page,
/// Markdown, tables.
public struct WrittenReport: Sendable {
  /// A picture of a report, ready to be put into a file.
  public struct Picture: Sendable {
    /// The file's bytes: PNG, JPEG or SVG.
    public var bytes: [UInt8]
    /// `png`, `jpeg` or `svg`.
    public var ending: String
    /// Width and height in pixels.
    public var pixels: (width: Int, height: Int)
    /// Where a web page finds it, where that is not within the page itself.
    public var address: String?

    /// Makes a picture.
    public init(bytes: [UInt8], ending: String, pixels: (width: Int, height: Int)) {
      self.bytes = bytes
      self.ending = ending
      self.pixels = pixels
    }
  }

  /// The name under which an office program knows a voice.
  public struct Face: Hashable, Sendable {
    /// The font's name, such as `仿宋_GB2312`.
    public var name: String
    /// Whether its bold is meant.
    public var isBold: Bool

    /// Makes a name.
    public init(name: String, isBold: Bool) {
      self.name = name
      self.isBold = isBold
    }
  }

  /// The formats.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// A Word file with styles, on the paper and lines of a layout.
    case word = "docx"
    /// A web page of one file.
    case html
    /// Markdown with front matter.
    case markdown = "md"
    /// The first table as comma-separated values; ``WrittenReport/tables`` are all.
    case tables = "csv"
  }

  /// The report.
  public let report: Report
  /// Paper, lines and styles of a Word file.
  public let layout: LayoutSpec
  /// The pictures by the blocks that are their captions; what is missing is said by its caption alone.
  public let pictures: [Int: Picture]
  /// The voices of the layout's styles.
  public let faces: [FontRole: Face]

  /// How its blocks stand on pages that were made of it; a block that is not there is set by its style.
  public var placings: [Int: Placing] = [:]

  /// What stands over the mark of an office paper, a line each, by its key in the front matter: the
  /// number of the copy, the secrecy, the urgency.
  public var labels: [(key: String, text: String)] = []

  /// Makes a report to be written.
  public init(
    _ report: Report, layout: LayoutSpec, pictures: [Int: Picture] = [:],
    faces: [FontRole: Face] = [:]
  ) {
    self.report = report
    self.layout = layout
    self.pictures = pictures
    self.faces = faces
  }
}
