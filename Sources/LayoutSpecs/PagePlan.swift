public import Diagnostics
public import Geometry

/// A page of several articles, as `PLAN.yaml` states it.
public struct PagePlan: Hashable, Sendable {
  /// Name of the layout.
  public var layout: String
  /// Facts of the page by key: paper, section, page, date, issue.
  public var facts: [PlanFact]
  /// The articles.
  public var articles: [PlannedArticle]
  /// Pictures at a fixed place and size, such as advertisements.
  public var fixed: [FixedPicture]
  /// Boxes that may fill a hole of this page, before the layout's own: the weather, a notice.
  public var fillers: [FillerSpec]

  /// Makes a plan.
  public init(
    layout: String, facts: [PlanFact] = [], articles: [PlannedArticle], fixed: [FixedPicture] = [],
    fillers: [FillerSpec] = []
  ) {
    self.fillers = fillers
    self.layout = layout
    self.facts = facts
    self.articles = articles
    self.fixed = fixed
  }
}

/// One fact of a page.
public struct PlanFact: Hashable, Sendable {
  /// Its key.
  public var key: String
  /// Its value as printed.
  public var value: String

  /// Makes a fact.
  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}

/// What is asked of the tables of an article, by its key: `columns`, `sort` ….
public struct TableWish: Hashable, Sendable {
  /// Its key.
  public var key: String
  /// What is asked; the items of a list parted by commas.
  public var value: String
  /// Where the plan asks it.
  public var range: SourceRange

  /// Makes a wish.
  public init(key: String, value: String, range: SourceRange) {
    self.key = key
    self.value = value
    self.range = range
  }
}

/// A rectangle of the page in columns and lines, both from 1 and both ends counted.
public struct GridPlace: Hashable, Sendable {
  /// Columns.
  public var columns: ClosedRange<Int>
  /// Lines.
  public var lines: ClosedRange<Int>

  /// Makes a place.
  public init(columns: ClosedRange<Int>, lines: ClosedRange<Int>) {
    self.columns = columns
    self.lines = lines
  }
}

/// One article of a page.
public struct PlannedArticle: Hashable, Sendable {
  /// The report's path, relative to the plan.
  public var report: String
  /// 1 and up; the higher, the larger its head and the better its place.
  public var importance: Int
  /// Folder of its pictures, relative to the plan.
  public var photos: String?
  /// Its pictures one by one, as an editor wants them; empty where a folder or the report names them.
  public var pictures: [PlannedPhoto]
  /// A place that an editor has fixed.
  public var pin: GridPlace?
  /// In an issue, the later page on which the article may go on (转版); nil keeps it on its own page.
  public var jump: Int?
  /// Headline, pictures, quotation and box as the editor wants them.
  public var dress: ArticleDress
  /// What is asked of its tables.
  public var tables: [TableWish]
  /// Where the plan names it.
  public var range: SourceRange

  /// Makes an article.
  public init(
    report: String, importance: Int, photos: String? = nil, pictures: [PlannedPhoto] = [],
    pin: GridPlace? = nil, jump: Int? = nil, dress: ArticleDress = ArticleDress(),
    tables: [TableWish] = [], range: SourceRange
  ) {
    self.dress = dress
    self.pictures = pictures
    self.tables = tables
    self.jump = jump
    self.report = report
    self.importance = importance
    self.photos = photos
    self.pin = pin
    self.range = range
  }
}

/// A picture of an article as its editor wants it; the first of the list is the first on the page.
public struct PlannedPhoto: Hashable, Sendable {
  /// The picture's path, relative to the plan.
  public var file: String
  /// The words under it; nil for those that the report has for it.
  public var caption: String?
  /// Who took it, such as 记者 江月 摄; nil where the caption says so or nobody does.
  public var credit: String?
  /// How many columns it spans; nil leaves it to the page.
  public var columns: Int?
  /// At the head or the foot of its article; nil leaves it to the page.
  public var place: ObjectPlace?
  /// The point that a crop keeps, in hundredths of width and height; nil for the file name's or the
  /// middle.
  public var focus: FocusPoint?
  /// Where the plan names it.
  public var range: SourceRange

  /// Makes a picture.
  public init(file: String, range: SourceRange) {
    self.file = file
    self.range = range
  }
}

/// A picture that has its place: an advertisement.
public struct FixedPicture: Hashable, Sendable {
  /// The picture's path, relative to the plan.
  public var image: String
  /// Where it stands.
  public var place: GridPlace
  /// The label in its corner, such as 广告; empty for none.
  public var label: String
  /// Where the plan names it.
  public var range: SourceRange

  /// Makes a fixed picture.
  public init(image: String, place: GridPlace, label: String, range: SourceRange) {
    self.image = image
    self.place = place
    self.label = label
    self.range = range
  }
}
