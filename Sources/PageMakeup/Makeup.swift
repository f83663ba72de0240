public import Diagnostics
public import DisplayList
import LayoutSpecs
import ReportModel
public import Typesetting

/// The made-up document and what a person should know about it.
public struct MadeUp: Hashable, Sendable {
  /// The pages; the table of faces is filled by whoever owns the shaper.
  public var document: PagedDocument
  /// How the first page was filled; nil where pages simply follow the text.
  public var fit: FitReport?
  /// Further arrangements of the page, the cheapest first.
  public var variants: [Variant] = []
  /// How the articles of a page were arranged; nil for a page of one report.
  public var plan: PlanReport?
  /// Blocks of the report that the layout has no place for, in words.
  public var leftOut: [Wording]

  /// Makes a result.
  public init(
    document: PagedDocument, fit: FitReport? = nil, plan: PlanReport? = nil,
    leftOut: [Wording] = []
  ) {
    self.document = document
    self.fit = fit
    self.plan = plan
    self.leftOut = leftOut
  }
}

extension MadeUp {
  /// Another arrangement of the same page.
  public struct Variant: Hashable, Sendable {
    /// The page.
    public var document: PagedDocument
    /// How it was filled.
    public var fit: FitReport?
  }
}

/// The stage from a report to pages.
public struct Makeup {
  private let shaper: any TextShaper

  /// Makes the stage; the shaper belongs to one worker.
  public init(shaper: any TextShaper) { self.shaper = shaper }

  /// Sets a report in a layout. A character that no face has is an error at its place; what has to
  /// be looked at is reported and the pages are made all the same.
  public func make(_ job: MakeupJob, into problems: inout Problems) throws(Rejection) -> MadeUp {
    let setter = TextSetter(layout: job.layout, shaper: shaper)
    var made: MadeUp
    switch job.layout.makeup {
    case .newspaper:
      made = try NewspaperMaker(job: job, setter: setter).make(into: &problems)
    case .pages:
      made = try PagedMaker(job: job, setter: setter).make(into: &problems)
    }
    try check(setter, problems)
    let report = job.report
    let metadata = DocumentMetadata(
      title: report.headlines.joined(separator: " "), author: report.imprint ?? "",
      subject: job.facts.section ?? "", date: job.facts.date)
    let images = job.pictures.compactMap(\.image)
    made.document.metadata = metadata
    register(images, in: &made.document)
    for index in made.variants.indices {
      made.variants[index].document.metadata = metadata
      register(images, in: &made.variants[index].document)
    }
    return made
  }

  /// Sets several reports on one page. Text without a place is an error in the findings, and the page
  /// is made all the same, for the proof.
  public func make(_ job: PlanJob, into problems: inout Problems) throws(Rejection) -> MadeUp {
    let setter = TextSetter(layout: job.layout, shaper: shaper)
    var made = try PlanMaker(job: job, setter: setter).make(into: &problems)
    try check(setter, problems)
    made.document.metadata = DocumentMetadata(
      title: [job.facts.paper, job.facts.section, job.facts.page].compactMap { $0 }
        .joined(separator: " "), subject: job.facts.section ?? "", date: job.facts.date)
    register(
      job.stories.flatMap { $0.pictures.compactMap(\.image) } + job.fixed.map(\.image),
      in: &made.document)
    return made
  }

  private func check(_ setter: TextSetter, _ problems: Problems) throws(Rejection) {
    let missing = setter.missingCharacters
    if !missing.isEmpty {
      throw Rejection(problems.diagnostics + missing.map(MakeupProblems.missingCharacter))
    }
  }

  private func register(_ images: [ImageSource], in document: inout PagedDocument) {
    for image in images { document.images[ImageID(rawValue: image.path)] = image }
  }
}
