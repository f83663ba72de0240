import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// One sheet of frames, each with its part of the report fitted to it: boards 公示牌 and slips 交办单.
struct BoardMaker {
  private let job: MakeupJob
  private let setter: TextSetter

  /// Nothing on a board is a caption but what a picture has; a last line without a stop is who
  /// issues it.
  init(job: MakeupJob, setter: TextSetter) {
    var job = job
    for (index, block) in job.report.blocks.enumerated()
    where block.role == .caption && block.figure == nil {
      job.report.blocks[index].role = .signature
    }
    self.job = job
    self.setter = setter
  }

  func make(into problems: inout Problems) throws(Rejection) -> MadeUp {
    let frames = job.layout.first.frames
    let parts = BoardParts(job.report, frames: frames)
    // Nothing of a report is dropped in silence.
    if let index = parts.leftOver.first {
      throw Rejection(MakeupProblems.noFrame(job.report.blocks[index]))
    }
    var items: [PlacedItem] = []
    for (number, frame) in frames.enumerated() {
      guard let content = frame.content else { continue }
      items += try BoardFrame(
        spec: frame, content: content, blocks: parts.blocks[number], job: job, setter: setter
      ).draw(into: &problems)
    }
    let context = PageContext(
      number: 0, count: 1, setter: setter, facts: job.facts, objects: [],
      lines: 1...setter.grid.lines)
    let furniture = try PageDrawing.furniture(of: job.layout.first, on: context)
    let artifact = [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))]
    let page = Page(
      label: context.label ?? "1", trim: job.layout.trim, bleed: job.layout.bleed,
      items: items + artifact + furniture)
    return MadeUp(document: PagedDocument(pages: [page]))
  }
}
