import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// Sets a report as one flow over as many pages as it needs: bulletins.
struct PagedMaker {
  let job: MakeupJob
  let setter: TextSetter

  /// Most pages of a job.
  static let pageLimit = 2000

  func make(into problems: inout Problems) throws(Rejection) -> MadeUp {
    let layout = job.layout
    let frame = layout.first.frames[0]
    let measure = layout.grid.width(ofColumns: frame.columns.count)
    let items = try FlowBuilder(job: job, setter: setter, measure: measure).items(into: &problems)
    var pages: [[PlacedItem]] = []
    var place = FlowPlace(item: 0)
    repeat {
      let master = pages.isEmpty ? layout.first : layout.next
      let regions = Self.regions(of: master.frames)
      let (pieces, next) = FrameFiller().fill(items, from: place, into: regions.map(\.rows))
      pages.append(PageDrawing.draw(pieces, of: items, in: regions, grid: layout.grid))
      if next == place, place.item < items.count { break }
      place = next
      if pages.count >= Self.pageLimit {
        throw Rejection(MakeupProblems.tooManyPages(Self.pageLimit))
      }
    } while place.item < items.count
    var made: [Page] = []
    for (number, body) in pages.enumerated() {
      let master = number == 0 ? layout.first : layout.next
      let context = PageContext(
        number: number, count: pages.count, setter: setter, facts: job.facts, objects: [],
        lines: 1...layout.grid.lines)
      let furniture = try PageDrawing.furniture(of: master, on: context)
      made.append(
        Page(
          label: context.label ?? String(number + 1), trim: layout.trim, bleed: layout.bleed,
          items: body + [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))] + furniture))
    }
    return MadeUp(document: PagedDocument(pages: made))
  }

  /// The columns of frames as regions, in reading order.
  static func regions(of frames: [FrameSpec]) -> [Region] {
    frames.flatMap { frame in
      frame.columns.map {
        Region(column: $0, line: frame.lines.lowerBound, rows: frame.lines.count)
      }
    }
  }
}

/// Draws planned rows at their places on the grid.
enum PageDrawing {
  static func draw(
    _ pieces: [FrameFiller.Piece], of items: [FlowItem], in regions: [Region], grid: PageGrid
  ) -> [PlacedItem] {
    var drawn: [PlacedItem] = []
    for piece in pieces {
      let region = regions[piece.region]
      let left = grid.left(ofColumn: region.column)
      drawn.append(PlacedItem(at: .zero, .tag(items[piece.item].tag)))
      for (offset, row) in piece.rows.enumerated() {
        let top = grid.top(ofLine: region.line + piece.row + offset)
        drawn += items[piece.item].choices[0].rows[row].map {
          PlacedItem(at: Point(x: left + $0.origin.x, y: top + $0.origin.y), $0.item)
        }
      }
    }
    return drawn
  }

  static func furniture(
    of master: MasterPage, on context: PageContext
  ) throws(Rejection) -> [PlacedItem] {
    var items: [PlacedItem] = []
    for spec in master.furniture { items += try spec.piece.set(on: context) }
    if context.setter.isProof {
      items += try ProofOverlay(page: context, frames: master.frames).draw()
    }
    return items
  }
}
