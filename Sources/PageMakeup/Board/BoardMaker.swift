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
    var job = job.withBlocksForPictures
    let captions = job.captionsOfPictures
    for (index, block) in job.report.blocks.enumerated()
    where block.role == .caption && !captions.contains(index) {
      job.report.blocks[index].role = .signature
    }
    self.job = job
    self.setter = setter
  }

  func make(into problems: inout Problems) throws(Rejection) -> MadeUp {
    let frames = job.layout.first.frames
    let parts = BoardParts(job.report, captions: job.captionsOfPictures, frames: frames)
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

extension MakeupJob {
  /// The job with a block for each picture that the report does not name, so that a frame takes it:
  /// before the signature and the date that end the text.
  fileprivate var withBlocksForPictures: MakeupJob {
    var job = self
    for number in pictures.indices
    where job.pictures[number].block == nil && !pictures[number].isPlaceholder {
      let blocks = job.report.blocks
      let last = blocks.lastIndex { ![.signature, .date, .imprint].contains($0.role) }
      let place = (last ?? -1) + 1
      let range = blocks.last?.range ?? SourceRange(file: report.source, line: 1)
      job.report.blocks.insert(
        ReportBlock(role: .caption, text: "", lines: [], range: range), at: place)
      for other in pictures.indices {
        if let own = job.pictures[other].block, own >= place {
          job.pictures[other].block = own + 1
        }
      }
      job.pictures[number].block = place
    }
    return job
  }

  /// The blocks that are captions of a picture: of one that the report names or that was found for it.
  var captionsOfPictures: Set<Int> {
    Set(report.blocks.indices.filter { report.blocks[$0].figure != nil })
      .union(pictures.compactMap(\.block))
  }
}
