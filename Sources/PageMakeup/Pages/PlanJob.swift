public import DisplayList
public import LayoutSpecs
public import ReportModel

/// One story of a page with what it needs.
public struct PlannedStory: Hashable, Sendable {
  /// The report.
  public var report: Report
  /// Its pictures.
  public var pictures: [MakeupPicture]
  /// 1 and up.
  public var importance: Int
  /// Where an editor has put it.
  public var pin: GridPlace?
  /// In an issue, the later page on which it may go on.
  public var jump: Int?
  /// Headline, pictures, quotation and box as the editor wants them.
  public var dress: ArticleDress
  /// In an issue, the page on which it was begun.
  var origin: Int?

  /// Makes a story.
  public init(
    report: Report, pictures: [MakeupPicture] = [], importance: Int = 1, pin: GridPlace? = nil,
    jump: Int? = nil, dress: ArticleDress = ArticleDress()
  ) {
    self.dress = dress
    self.jump = jump
    self.report = report
    self.pictures = pictures
    self.importance = importance
    self.pin = pin
  }
}

extension PlannedStory {
  /// The second part of a story that was begun on an earlier page: smaller than where it began.
  init(report: Report, importance: Int, from page: Int) {
    self.init(report: report, importance: max(1, importance - 1))
    origin = page
  }
}

/// A picture that has its place on the page.
public struct PlannedPicture: Hashable, Sendable {
  /// The file.
  public var image: ImageSource
  /// Where it stands.
  public var place: GridPlace
  /// The label in its corner.
  public var label: String

  /// Makes a picture.
  public init(image: ImageSource, place: GridPlace, label: String) {
    self.image = image
    self.place = place
    self.label = label
  }
}

/// A page of several articles: values only.
public struct PlanJob: Hashable, Sendable {
  /// The page design.
  public var layout: LayoutSpec
  /// The stories.
  public var stories: [PlannedStory]
  /// Pictures at fixed places.
  public var fixed: [PlannedPicture]
  /// Page head and file.
  public var facts: MakeupFacts
  /// Whether the page is a proof.
  public var isProof: Bool
  /// How many arrangements are made, the best first.
  public var variants = 1

  /// Makes a page.
  public init(
    layout: LayoutSpec, stories: [PlannedStory], fixed: [PlannedPicture] = [],
    facts: MakeupFacts = MakeupFacts(), isProof: Bool = false
  ) {
    self.isProof = isProof
    self.layout = layout
    self.stories = stories
    self.fixed = fixed
    self.facts = facts
  }
}

extension PlanJob {
  /// The job with the notes of each story after its text.
  var withNotesInText: PlanJob {
    var job = self
    for index in stories.indices {
      job.stories[index].report = stories[index].report.withNotesInText().withTitlesAsWritten()
    }
    return job
  }
}
