public import Diagnostics
public import DisplayList
public import LayoutSpecs
public import ReportModel

/// A picture that the page has to place: its file, if there is one, and its words.
public struct MakeupPicture: Hashable, Sendable {
  /// The file as probed; nil sets a labelled placeholder.
  public var image: ImageSource?
  /// The words under it; empty for none.
  public var caption: String
  /// What a placeholder says.
  public var label: String
  /// The caption's place in the source.
  public var range: SourceRange?
  /// The block of the report that is its caption; nil for a picture that the report does not name.
  public var block: Int?

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
}

/// What the page head and the file say about the job; what is not given is left out.
public struct MakeupFacts: Hashable, Sendable {
  /// Name of the paper.
  public var paper: String?
  /// Label of the section, such as 专版.
  public var section: String?
  /// Page number as printed, such as A3; further pages count on from its digits.
  public var page: String?
  /// Date as printed or as `YYYY-MM-DD`.
  public var date: String?
  /// Issue number as printed.
  public var issue: String?

  /// Makes facts.
  public init(
    paper: String? = nil, section: String? = nil, page: String? = nil, date: String? = nil,
    issue: String? = nil
  ) {
    self.paper = paper
    self.section = section
    self.page = page
    self.date = date
    self.issue = issue
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

  /// Makes a job.
  public init(
    report: Report, layout: LayoutSpec, pictures: [MakeupPicture] = [],
    facts: MakeupFacts = MakeupFacts(), variants: Int = 1
  ) {
    self.variants = variants
    self.report = report
    self.layout = layout
    self.pictures = pictures
    self.facts = facts
  }
}
