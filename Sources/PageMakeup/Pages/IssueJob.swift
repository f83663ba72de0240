import ReportModel

/// An issue of several pages: values only.
public struct IssueJob: Hashable, Sendable {
  /// One page with its number in the issue.
  public struct Page: Hashable, Sendable {
    /// Number, from 1.
    public var number: Int
    /// What stands on it.
    public var plan: PlanJob

    /// Makes a page.
    public init(number: Int, plan: PlanJob) {
      self.number = number
      self.plan = plan
    }
  }

  /// The pages in their order.
  public var pages: [Page]

  /// Makes an issue.
  public init(pages: [Page]) { self.pages = pages }
}

/// The second parts of stories on their way to a later page.
struct CarriedStories {
  private var waiting: [Int: [PlannedStory]] = [:]

  /// Takes what a page did not set of its stories; `cuts` has the first block carried over of each.
  mutating func leave(_ page: Int, stories: [PlannedStory], cuts: [Int: Int]) {
    for (index, story) in stories.enumerated() {
      guard let cut = cuts[index], let target = story.jump else { continue }
      waiting[target, default: []].append(
        PlannedStory(
          report: Self.rest(of: story.report, from: cut), importance: story.importance,
          from: page))
    }
  }

  /// The parts that go on on a page.
  func arriving(on page: Int) -> [PlannedStory] { waiting[page] ?? [] }

  /// What is left of a report: its headline again, then the text; pictures, tables, numbers and
  /// furniture stand with the first part.
  private static func rest(of report: Report, from cut: Int) -> Report {
    var rest = report
    let heads = report.blocks.filter { $0.role == .headline }
    let carried = report.blocks[cut...].filter { block in
      switch block.role {
      case .headline, .kicker, .deck, .byline, .caption, .psaTitle, .psaLine, .imprint,
        .tableTitle:
        false
      default: block.table == nil
      }
    }
    rest.blocks = heads + carried
    rest.tables = []
    rest.figures = []
    rest.indicators = []
    rest.flags = []
    return rest
  }
}
