import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel
import Typesetting

/// Sets a report as one flow over as many pages as it needs: bulletins, official papers, ledgers.
struct PagedMaker {
  private let job: MakeupJob
  private let setter: TextSetter
  private var takesLoneLines = false

  init(job: MakeupJob, setter: TextSetter) {
    self.job = job.layout.document.form == .script ? job.spoken : job
    self.setter = setter
  }

  /// Most pages of a job.
  static let pageLimit = 2000
  /// Most settings of a document whose contents change the pages they speak of.
  static let passLimit = 5

  private var layout: LayoutSpec { job.layout }
  private var grid: PageGrid { layout.grid }

  func make(into problems: inout Problems) throws(Rejection) -> MadeUp {
    guard isLevel else { return try set(into: &problems).made }
    var best: (made: MadeUp, faults: Int, problems: Problems)?
    for way in LevelPages.ways(of: layout) {
      var other = job
      other.layout = way.layout
      var maker = PagedMaker(job: other, setter: TextSetter(setter, grid: way.layout.grid))
      maker.takesLoneLines = way.takesLoneLines
      var found = Problems()
      let (made, faults) = try maker.set(into: &found)
      if faults < best?.faults ?? .max { best = (made, faults, found) }
      if faults == 0 || made.document.pages.count > LevelPages.mostPages { break }
    }
    guard let best else { return try set(into: &problems).made }
    problems.report(contentsOf: best.problems.diagnostics)
    return best.made
  }

  /// Whether inner pages are full but for what heads at their feet need (AD-29).
  private var isLevel: Bool {
    ![.plain, .script].contains(layout.document.form) && !layout.document.isScreens
  }

  /// The pages, and how far they are from level.
  private func set(into problems: inout Problems) throws(Rejection) -> (made: MadeUp, faults: Int) {
    let frame = layout.first.frames[0]
    let measure = grid.width(ofColumns: frame.columns.count)
    let (flow, spans) = try paged(measure, into: &problems)
    if spans.count > Self.pageLimit {
      throw Rejection(MakeupProblems.tooManyPages(Self.pageLimit))
    }
    let painter = SpanPainter(
      flow: flow, layout: layout, notes: NoteSetter(setter: setter, measure: measure))
    let heights = spans.map(painter.height)
    let used = heights.last ?? 0
    var bodies: [[PlacedItem]] = []
    var frames: [StoryFrame] = []
    var blocks: [SetBlock] = []
    for span in spans {
      // Notes stand over the imprint.
      let isOverFoot = bodies.count == spans.count - 1 && footStays(flow.foot, used)
      let raised = isOverFoot ? (flow.foot?.size.height ?? .zero) + grid.leading / 2 : .zero
      let drawn = try painter.draw(span, page: bodies.count, raised: raised)
      frames += drawn.frames
      blocks += drawn.blocks
      bodies.append(drawn.items)
    }
    var faults = LevelPages.faults(spans, flow.items, heights: heights) {
      ($0 == 0 ? layout.first : layout.next).frames[0].lines.count
    }
    let unnumbered = place(flow.foot, after: used, in: &bodies)
    // An imprint alone on its page is worse than a short one.
    if bodies.count > spans.count { faults += grid.lines }
    var pages: [Page] = []
    for (number, body) in bodies.enumerated() {
      // The first page of a letter shows no number (GW-17).
      let isBare =
        unnumbered.contains(number) || (number == 0 && layout.document.form == .letter)
      pages.append(try page(number, of: bodies.count, body: body, isBare: isBare))
    }
    if layout.document.isScreens {
      pages = ScreenCutter(grid: grid).cut(pages, rows: heights)
    }
    var made = MadeUp(document: PagedDocument(pages: pages))
    // Screens are cut anew from the pages.
    if !layout.document.isScreens {
      made.frames = frames
      made.blocks = blocks
      made.grid = grid
    }
    return (made, faults)
  }

  private func page(
    _ number: Int, of count: Int, body: [PlacedItem], isBare: Bool
  ) throws(Rejection) -> Page {
    let master = number == 0 ? layout.first : layout.next
    let context = PageContext(
      number: number, count: count, setter: setter, facts: job.facts, objects: [],
      lines: 1...grid.lines)
    let furniture = isBare ? [] : try PageDrawing.furniture(of: master, on: context)
    return Page(
      label: context.label ?? String(number + 1), trim: layout.trim, bleed: layout.bleed,
      items: body + [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))] + furniture)
  }

  // MARK: Notes

  /// The flow on its pages, set again until the notes have the numbers that their pages give them.
  private func paged(
    _ measure: Length, into problems: inout Problems
  ) throws(Rejection) -> (PagedFlow, [PageBreaker.Span]) {
    var numbers: [Int] = []
    for pass in 1...Self.passLimit {
      var found = Problems()
      var builder = try DocumentFlow(
        job: job, setter: setter, measure: measure, noteNumbers: numbers)
      let set = try settled(builder.make(into: &found), measure, into: &found)
      let given = noteNumbers(set.0, set.1)
      if given == numbers || !builder.numbersByPage || pass == Self.passLimit {
        problems.report(contentsOf: found.diagnostics)
        return set
      }
      numbers = given
    }
    preconditionFailure("the last pass returns")
  }

  /// The number of every note at a page foot, counted from 1 on the page where it begins.
  private func noteNumbers(_ flow: PagedFlow, _ spans: [PageBreaker.Span]) -> [Int] {
    var numbers: [Int] = []
    var line = 0
    var page = 0
    var count = 0
    for note in flow.items.flatMap(\.notes) {
      while page < spans.count, spans[page].notes.upperBound <= line {
        page += 1
        count = 0
      }
      line += note.lines.count
      guard note.isNumbered else { continue }
      count += 1
      numbers.append(count)
    }
    return numbers
  }

  // MARK: Contents

  /// The flow with its contents, set again until the numbers are those of the pages.
  private func settled(
    _ flow: PagedFlow, _ measure: Length, into problems: inout Problems
  ) throws(Rejection) -> (PagedFlow, [PageBreaker.Span]) {
    let breaker = PageBreaker(
      first: layout.first.frames[0].lines.count, next: layout.next.frames[0].lines.count,
      turned: SpanPainter.turnedRows(layout), noteArea: NoteSetter.area(of: setter),
      isLevel: isLevel, takesLoneLines: takesLoneLines, leading: grid.leading)
    guard let place = flow.contentsAt, !flow.heads.isEmpty else {
      return (flow, breaker.spans(flow.items, flow.continuations))
    }
    let contents = ContentsPages(
      setter: setter, measure: measure,
      ascent: try setter.ascent(of: setter.style("body").paragraph.character))
    var numbers: [String] = []
    for _ in 0..<Self.passLimit {
      let items = try contents.items(flow.heads, numbers: numbers)
      let set = flow.inserting(items, at: place)
      let spans = breaker.spans(set.items, set.continuations)
      let found = labels(of: set.heads, in: set.items, spans)
      if found == numbers { return (set, spans) }
      numbers = found
    }
    problems.report(MakeupProblems.contentsUnsettled(passes: Self.passLimit))
    let set = flow.inserting(try contents.items(flow.heads, numbers: numbers), at: place)
    return (set, breaker.spans(set.items, set.continuations))
  }

  /// The page number that each head is printed on.
  private func labels(
    of heads: [ContentsEntry], in items: [FlowItem], _ spans: [PageBreaker.Span]
  ) -> [String] {
    let rows = PageBreaker.rows(of: items)
    var pages: [Int: Int] = [:]
    for (number, span) in spans.enumerated() {
      for row in span.rows where pages[rows[row].item] == nil { pages[rows[row].item] = number }
    }
    return heads.map { head in
      let number = pages[head.item] ?? 0
      let context = PageContext(
        number: number, count: spans.count, setter: setter, facts: job.facts, objects: [],
        lines: 1...grid.lines)
      return context.label ?? String(number + 1)
    }
  }

  // MARK: Foot

  /// Puts the imprint at the foot of the last page; returns the pages without a number: a blank page
  /// before the imprint's own, and that page (GW-15). An even page that would hold nothing else is not
  /// made where the imprint fits under the text.
  private func place(
    _ foot: Fragment?, after rows: Int, in pages: inout [[PlacedItem]]
  ) -> Set<Int> {
    guard let foot else { return [] }
    let top = grid.typeArea.bottom - foot.size.height
    let needsEven = layout.document.foot == .lastEven
    var unnumbered: Set<Int> = []
    if !fits(foot, after: rows) {
      let isEven = pages.count.isMultiple(of: 2)
      pages.append([])
      if needsEven, isEven {
        unnumbered = [pages.count - 1, pages.count]
        pages.append([])
      }
    }
    let left = grid.left(ofColumn: layout.next.frames[0].columns.lowerBound)
    pages[pages.count - 1] += foot.placed(at: Point(x: left, y: top))
    return unnumbered
  }

  private func fits(_ foot: Fragment, after rows: Int) -> Bool {
    let end = grid.origin.y + grid.height(ofLines: max(1, rows))
    return end + grid.leading / 2 <= grid.typeArea.bottom - foot.size.height
  }

  /// Whether the imprint stands on the last page of the text.
  private func footStays(_ foot: Fragment?, _ rows: Int) -> Bool {
    foot.map { fits($0, after: rows) } ?? false
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

extension PagedFlow {
  /// The flow with the contents before an item, which starts a page of its own.
  func inserting(_ contents: [FlowItem], at place: Int) -> PagedFlow {
    var flow = self
    flow.items.insert(contentsOf: contents, at: place)
    if place + contents.count < flow.items.count {
      flow.items[place + contents.count].paging.startsPage = true
    }
    for index in flow.heads.indices where flow.heads[index].item >= place {
      flow.heads[index].item += contents.count
    }
    for index in flow.continuations.indices where flow.continuations[index].firstItem >= place {
      flow.continuations[index].firstItem += contents.count
    }
    return flow
  }
}

/// Draws planned rows at their places on the grid.
enum PageDrawing {
  static func draw(
    _ pieces: [FrameFiller.Piece], of items: [FlowItem], in regions: [Region], grid: PageGrid
  ) -> (items: [PlacedItem], frames: [StoryFrame]) {
    var drawn: [PlacedItem] = []
    var frames = FrameCollector()
    for piece in pieces {
      let region = regions[piece.region]
      let left = grid.left(ofColumn: region.column)
      drawn.append(PlacedItem(at: .zero, .tag(items[piece.item].tag)))
      for (offset, row) in piece.rows.enumerated() {
        let top = grid.top(ofLine: region.line + piece.row + offset)
        let placed = items[piece.item].choices[0].rows[row].map {
          PlacedItem(at: Point(x: left + $0.origin.x, y: top + $0.origin.y), $0.item)
        }
        drawn += placed
        frames.add(
          placed, of: items[piece.item], item: piece.item, row: row, region: piece.region,
          rect: grid.rect(of: region))
      }
    }
    return (drawn, frames.frames)
  }

  static func furniture(
    of master: MasterPage, on context: PageContext
  ) throws(Rejection) -> [PlacedItem] {
    var items: [PlacedItem] = []
    for spec in master.furniture { items += try spec.piece.set(on: context) }
    if context.setter.isProof {
      items.append(PlacedItem(at: .zero, .tag(ProofOverlay.tag)))
      items += try ProofOverlay(page: context, frames: master.frames).draw()
      items.append(PlacedItem(at: .zero, .tag(StructureTag(.artifact))))
    }
    return items
  }
}
