/// An issue of several pages, as `ISSUE.yaml` states it: each page is a plan of its own, and an article
/// may go on from one page to a later one.
public struct IssuePlan: Hashable, Sendable {
  /// The pages in their order.
  public var pages: [IssuePage]

  /// Makes an issue.
  public init(pages: [IssuePage]) { self.pages = pages }
}

/// One page of an issue.
public struct IssuePage: Hashable, Sendable {
  /// Number of the page in the issue, from 1.
  public var number: Int
  /// What stands on it.
  public var plan: PagePlan

  /// Makes a page.
  public init(number: Int, plan: PagePlan) {
    self.number = number
    self.plan = plan
  }
}
