import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// Makes newspaper pages from one report: the first page is filled with objects and text, what is left
/// goes on to further pages, and the last page ends level.
struct NewspaperMaker {
  let job: MakeupJob
  let setter: TextSetter

  private var layout: LayoutSpec { job.layout }

  /// The story's part of a page before its furniture.
  private struct Draft {
    var module: DrawnModule
    var lines: ClosedRange<Int>
  }

  func make(into problems: inout Problems) throws(Rejection) -> MadeUp {
    let frame = layout.first.frames[0]
    PictureChecks.report(job.pictures, into: &problems)
    let article = try article(in: frame, withFillers: false)
    let search = ModuleSearch(article: article, columns: frame.columns.count)
    let pages = try fit(search, frame: frame, count: job.variants, into: &problems)
    if let filled = pages.first {
      PictureChecks.resolution(of: filled, pictures: job.pictures, into: &problems)
      let first = try draw(filled, frame: frame)
      var made = MadeUp(
        document: PagedDocument(pages: try finish([first])), fit: FitReporting.report(on: filled))
      made.frames = Self.frames(of: [first])
      for other in pages.dropFirst() {
        let draft = try draw(other, frame: frame)
        var variant = MadeUp.Variant(
          document: PagedDocument(pages: try finish([draft])), fit: FitReporting.report(on: other))
        variant.frames = Self.frames(of: [draft])
        made.variants.append(variant)
      }
      return made
    }
    let over =
      try article.reach(columns: search.columns).lowerBound - search.columns * frame.lines.count
    if over > 0 {
      let offers = try FitOffers(article: article, measure: layout.grid.measure)
        .offers(columns: search.columns, over: over)
      problems.report(
        MakeupProblems.goesOn(characters: over * layout.grid.measure, offers: offers))
    }
    let drafts = try overflowing(article, into: &problems)
    var made = MadeUp(document: PagedDocument(pages: try finish(drafts)))
    made.frames = Self.frames(of: drafts)
    return made
  }

  private func article(in frame: FrameSpec, withFillers: Bool) throws(Rejection) -> Article {
    try ArticleBuilder(
      setter: setter, report: job.report, pictures: job.pictures, layout: layout,
      lines: frame.lines.count
    ).article(
      name: job.report.source, importance: 1, withStrip: true, withFillers: withFillers,
      withSets: true)
  }

  /// The page with a public-service box at its foot: only where it is full then.
  private func filled(
    _ frame: FrameSpec, count: Int, into problems: inout Problems
  ) throws(Rejection) -> [FilledModule] {
    guard !layout.objects.fillers.isEmpty else { return [] }
    let search = ModuleSearch(
      article: try article(in: frame, withFillers: true), columns: frame.columns.count)
    let found = try search.variants(
      lines: frame.lines.count, slack: 0, count: count)
    if let filler = found.first?.skeleton.filler {
      problems.report(MakeupProblems.filler(layout.objects.fillers[filler.number].title))
    }
    return found
  }

  /// The frames of all pages, one text.
  private static func frames(of drafts: [Draft]) -> [StoryFrame] {
    drafts.enumerated().flatMap { page, draft in
      draft.module.frames.map { frame in
        var frame = frame
        frame.page = page
        return frame
      }
    }
  }

  /// Pages that fill the frame; failing that, ones that end level higher up, for a short text.
  private func fit(
    _ search: ModuleSearch, frame: FrameSpec, count: Int, isOnly: Bool = true,
    into problems: inout Problems
  ) throws(Rejection) -> [FilledModule] {
    var reach = try search.article.reach(columns: search.columns)
    let whole = frame.lines.count
    if reach.lowerBound > search.columns * whole {
      // Too long for the page's own columns: wider ones may hold it.
      guard let other = try search.article.reachInSets(columns: search.columns),
        other.lowerBound <= search.columns * whole
      else { return [] }
      reach = other
    }
    var lines = min(whole, reach.upperBound / search.columns)
    let shortest = max(1, lines - 16)
    if lines < whole, isOnly {
      let found = try filled(frame, count: count, into: &problems)
      if !found.isEmpty { return found }
    }
    while lines >= shortest {
      for slack in [0, 2] {
        if lines == whole, slack > 0, isOnly {
          let found = try filled(frame, count: count, into: &problems)
          if !found.isEmpty { return found }
        }
        // Other columns are for pages that they fill; a short text keeps to the page's own.
        let found = try search.variants(
          lines: lines, slack: slack, count: count,
          ownColumns: lines < whole)
        if found.isEmpty { continue }
        if lines < whole {
          problems.report(
            MakeupProblems.notFilled(
              share: Double(whole - lines) / Double(max(1, whole)), rows: whole - lines,
              characters: (whole - lines) * search.columns * layout.grid.measure, isOnly: isOnly))
        }
        return found
      }
      lines -= 1
    }
    return []
  }

  private func draw(_ filled: FilledModule, frame: FrameSpec) throws(Rejection) -> Draft {
    let first = frame.lines.lowerBound
    return Draft(
      module: try DrawnModule(
        filled, column: frame.columns.lowerBound, line: first, grid: layout.grid),
      lines: first...(first + filled.lines - 1))
  }

  // MARK: Text that goes on

  /// Pages in turn: objects and text until the text is out; the last page ends level.
  private func overflowing(
    _ article: Article, into problems: inout Problems
  ) throws(Rejection) -> [Draft] {
    let columns = layout.first.frames[0].columns.count
    let ready = try article.skeletons(columns: columns)
    var queue = ready.first?.objects ?? []
    guard var flow = article.flows.min(by: { $0.cost < $1.cost }) else { return [] }
    var drafts: [Draft] = []
    repeat {
      let master = drafts.isEmpty ? layout.first : layout.next
      let frame = master.frames[0]
      let objects = Self.take(from: &queue, capacity: frame.columns.count * frame.lines.count)
      let rest = Article(
        name: article.name, importance: 1, flows: [flow],
        skeletons: { _ in [Skeleton(name: "next", pictures: [], panel: nil, filler: nil, cost: 0)]
        },
        objects: { _, _ in objects })
      let search = ModuleSearch(article: rest, columns: frame.columns.count)
      if let filled = try fit(
        search, frame: frame, count: 1, isOnly: false, into: &problems
      ).first {
        drafts.append(try draw(filled, frame: frame))
        flow = ArticleFlow(headRows: flow.headRows, cost: 0, items: [])
      } else {
        let (draft, left, waiting) = try fill(objects, flow: flow, frame: frame)
        drafts.append(draft)
        // Nothing that holds no object on an empty page will do so on the next.
        if waiting.count == objects.count, flow.items.isEmpty { break }
        queue = waiting + queue
        flow = left
      }
      if drafts.count >= PagedMaker.pageLimit {
        throw Rejection(MakeupProblems.tooManyPages(PagedMaker.pageLimit))
      }
    } while !queue.isEmpty || !flow.items.isEmpty
    return drafts
  }

  /// Objects for one page: they may take three fifths of it, the first one always.
  private static func take(from queue: inout [PageObject], capacity: Int) -> [PageObject] {
    var taken: [PageObject] = []
    var area = 0
    while let next = queue.first {
      let size = next.span * next.ideal
      if !taken.isEmpty, 5 * (area + size) > 3 * capacity { break }
      area += size
      taken.append(queue.removeFirst())
    }
    return taken
  }

  /// A page whose text goes on: every region is filled in turn; the rest of the text and the objects
  /// that found no room are handed on.
  private func fill(
    _ objects: [PageObject], flow: ArticleFlow, frame: FrameSpec
  ) throws(Rejection) -> (Draft, ArticleFlow, waiting: [PageObject]) {
    var kept = objects
    let columns = 1...frame.columns.count
    let lines = 1...frame.lines.count
    var stack = ObjectStack(kept, rows: kept.map(\.ideal), columns: columns, lines: lines)
    // Objects that leave slivers wait, the last first; the title alone always fits.
    while stack == nil, !kept.isEmpty {
      kept.removeLast()
      stack = ObjectStack(kept, rows: kept.map(\.ideal), columns: columns, lines: lines)
    }
    // Not even an empty page of so few lines has room for text.
    guard let stack else { throw Rejection(MakeupProblems.noRoomForText(frame.lines.count)) }
    let (pieces, next) = FrameFiller().fill(
      flow.items, from: FlowPlace(item: 0), into: stack.regions.map(\.rows))
    let module = try DrawnModule(
      pieces, items: flow.items, stack: stack, objects: kept, rows: kept.map(\.ideal),
      column: frame.columns.lowerBound, line: frame.lines.lowerBound, grid: layout.grid)
    let rest = ArticleFlow(
      headRows: flow.headRows, cost: 0, items: Self.rest(of: flow.items, from: next))
    return (
      Draft(module: module, lines: frame.lines), rest, Array(objects[kept.count...])
    )
  }

  /// What is left of a flow; an item that was cut keeps its last rows.
  private static func rest(of items: [FlowItem], from place: FlowPlace) -> [FlowItem] {
    guard place.item < items.count else { return [] }
    var rest = Array(items[place.item...])
    if place.row > 0 {
      var cut = rest[0].choices[0]
      cut.rows.removeFirst(place.row)
      rest[0].choices = [cut]
      rest[0].goesOn = true
    }
    return rest
  }

  // MARK: Furniture

  private func finish(_ drafts: [Draft]) throws(Rejection) -> [Page] {
    var pages: [Page] = []
    for (number, draft) in drafts.enumerated() {
      let master = number == 0 ? layout.first : layout.next
      let context = PageContext(
        number: number, count: drafts.count, setter: setter, facts: job.facts,
        objects: draft.module.boxes,
        columnSets: [draft.module.columnSet].compactMap { $0 }, lines: draft.lines)
      var items = draft.module.items + [PlacedItem(at: .zero, .tag(StructureTag(.artifact)))]
      items += try PageDrawing.furniture(of: master, on: context)
      let imprint = job.report.blocks(.imprint).last
      if number == drafts.count - 1, let imprint {
        items += try Imprint(block: imprint, setter: setter).draw()
      }
      pages.append(
        Page(
          label: context.label ?? String(number + 1), trim: layout.trim, bleed: layout.bleed,
          items: items))
    }
    return pages
  }
}
