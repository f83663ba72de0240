import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import PageMakeup
import ReportModel

/// Set pages as a browser shows them: their sizes, where the blocks stand, and what was found.
package struct DeskPages: Codable, Sendable {
  package struct Sheet: Codable, Sendable {
    var label: String
    /// In points.
    var width: Double
    var height: Double
    /// Rectangles of blocks: story, block, left, top, right, bottom in tenths of a point, and 1 for a
    /// picture.
    var places: [[Int]]
  }

  /// An article of a plan at its place.
  package struct Module: Codable, Sendable {
    var name: String
    var columns: [Int]
    var lines: [Int]
    /// Rows of text without a place.
    var oversetRows: Int
  }

  package var sheets: [Sheet]
  /// The files that were drawn.
  package var files: [String]
  /// Whether the pages may be printed: no finding is an error.
  package var isPrintable: Bool
  /// The arrangement of a filled page in words; nil where pages follow the text.
  package var skeleton: String?
  /// Further arrangements.
  package var variants: [String]
  package var modules: [Module]
  /// Number of columns and lines of the first page's frame, for pins.
  package var layout: String
}

/// Pages of a report or of a plan that have been set, with what a desk needs of them.
struct DeskSet {
  /// A story with the way from its blocks as set to those as read.
  struct Story {
    var read: Report
    var set: Report
    var captions: [String: Int]
  }

  var order: DeskOrder
  var made: MadeUp
  var files: JobFiles
  var stories: [Story]
  var layout: String
  var findings: [Diagnostic]
  var sheets: [DeskPages.Sheet] = []
  /// What the pages were set from, to be compared.
  var inputs: [JobRecorder.Input] = []

  init(_ set: SetReport, of order: DeskOrder, _ problems: Problems) {
    self.order = order
    made = set.made
    files = set.files
    layout = set.layoutName
    stories = [Story(read: set.read, set: set.report, captions: set.captions)]
    findings = problems.diagnostics
    sheets = placed()
  }

  init(_ set: SetPlan, of order: DeskOrder, _ problems: Problems) {
    self.order = order
    made = set.made
    files = set.files
    layout = set.plan.layout
    stories = zip(set.material.reports, set.stories).map { read, story in
      Story(read: read, set: story.report, captions: story.pictures.captions)
    }
    findings = problems.diagnostics
    sheets = placed()
  }

  init(_ set: SetIssue, _ home: String, of order: DeskOrder, _ problems: Problems) {
    self.order = order
    made = set.made
    files = JobFiles(home: home, pictures: set.material.pictures)
    layout = set.pages.first?.plan.layout.name ?? ""
    stories = zip(set.material.reports, set.pages.flatMap(\.plan.stories)).map { read, story in
      Story(read: read, set: story.report, captions: story.pictures.captions)
    }
    findings = problems.diagnostics
    sheets = placed()
  }

  private func placed() -> [DeskPages.Sheet] {
    var places = PagePlaces(of: stories.map { ($0.set, $0.captions) })
    let origins = stories.map(\.read.placesForSetting)
    func tenths(_ value: Double) -> Int { Int((value * 10).rounded()) }
    return made.document.pages.map { page in
      let found = places.places(on: page).compactMap { place -> [Int]? in
        let blocks = origins[place.story]
        guard blocks.indices.contains(place.block) else { return nil }
        return [
          place.story, blocks[place.block], tenths(place.left), tenths(place.top),
          tenths(place.right), tenths(place.bottom), place.isPicture ? 1 : 0,
        ]
      }
      return DeskPages.Sheet(
        label: page.label, width: page.trim.width.points, height: page.trim.height.points,
        places: found)
    }
  }

  /// The answer, with the names of the drawn files.
  func pages(files: [String]) -> DeskPages {
    DeskPages(
      sheets: sheets, files: files, isPrintable: !findings.contains { $0.severity == .error },
      skeleton: made.fit?.skeleton, variants: made.variants.compactMap { $0.fit?.skeleton },
      modules: made.plans.flatMap(\.placed).map {
        DeskPages.Module(
          name: $0.name, columns: [$0.columns.lowerBound, $0.columns.upperBound],
          lines: [$0.lines.lowerBound, $0.lines.upperBound], oversetRows: $0.oversetRows)
      }, layout: layout)
  }
}
