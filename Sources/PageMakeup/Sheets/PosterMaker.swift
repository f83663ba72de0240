import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// A notice for a board: always one page, on the smallest of its sheets that holds it, set in the
/// largest size of its range that this sheet holds.
struct PosterMaker {
  private let job: MakeupJob
  private let setter: TextSetter

  init(job: MakeupJob, setter: TextSetter) {
    self.job = job
    self.setter = setter
  }

  private var spec: PosterSpec { job.layout.poster }
  /// What gives way, in this order.
  private static let rooms: [PosterSheet.Room] = [
    .init(), .init(pictures: 0.8), .init(pictures: 0.6), .init(pictures: 0.6, pitch: 1.4),
    .init(pictures: 0.5, pitch: 1.32), .init(pictures: 0.5, pitch: 1.32, title: 1),
  ]

  func make(into problems: inout Problems) throws(Rejection) -> MadeUp {
    let parts = PosterParts(job)
    for block in parts.withoutPicture { problems.report(MakeupProblems.noPicture(block)) }
    let trim = job.layout.trim
    let larger = spec.larger.filter { $0.width > trim.width && $0.height > trim.height }
    var sheet = PosterSheet(job: job, setter: setter, parts: parts, trim: trim)
    var drawn: PosterSheet.Drawing?
    for trim in [trim] + larger where drawn == nil {
      for room in Self.rooms where drawn == nil {
        sheet = PosterSheet(job: job, setter: setter, parts: parts, trim: trim, room: room)
        drawn = try best(on: sheet)
      }
    }
    guard let drawn else { throw Rejection(try overset(on: sheet)) }
    return MadeUp(document: PagedDocument(pages: [try sheet.page(drawn, into: &problems)]))
  }

  /// The largest size that fits; a smaller one never takes more room.
  private func best(on sheet: PosterSheet) throws(Rejection) -> PosterSheet.Drawing? {
    var low = 0
    var high = max(0, Int((spec.most - spec.least) / spec.step))
    guard var best = try sheet.draw(at: spec.least) else { return nil }
    while low < high {
      let middle = (low + high + 1) / 2
      if let drawn = try sheet.draw(at: spec.least + spec.step * middle) {
        best = drawn
        low = middle
      } else {
        high = middle - 1
      }
    }
    return best
  }

  private func overset(on sheet: PosterSheet) throws(Rejection) -> Diagnostic {
    let over = try sheet.excess(at: spec.least)
    let name = job.report.headlines.joined(separator: " ")
    return MakeupProblems.overset(name, characters: over)
  }
}
