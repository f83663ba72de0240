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
  /// Blocks of the report that the layout has no place for, in words.
  public var leftOut: [Wording]

  /// Makes a result.
  public init(document: PagedDocument, fit: FitReport? = nil, leftOut: [Wording] = []) {
    self.document = document
    self.fit = fit
    self.leftOut = leftOut
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
    let missing = setter.missingCharacters
    if !missing.isEmpty {
      throw Rejection(problems.diagnostics + missing.map(MakeupProblems.missingCharacter))
    }
    let report = job.report
    made.document.metadata = DocumentMetadata(
      title: report.headlines.joined(separator: " "), author: report.imprint ?? "",
      subject: job.facts.section ?? "", date: job.facts.date)
    for picture in job.pictures {
      if let image = picture.image {
        made.document.images[ImageID(rawValue: image.path)] = image
      }
    }
    return made
  }
}
