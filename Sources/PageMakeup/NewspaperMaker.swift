import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs
import ReportModel

/// Makes newspaper pages: the first page is filled with objects and text, what is left goes on to
/// further pages, and the last page ends level.
struct NewspaperMaker {
  let job: MakeupJob
  let setter: TextSetter

  private var layout: LayoutSpec { job.layout }
  private var frame: FrameSpec { layout.first.frames[0] }

  func make(into problems: inout Problems) throws(Rejection) -> MadeUp {
    let content = NewspaperContent(job.report, hasStrip: layout.objects.strip != nil)
    var queue = try objects(content, into: &problems)
    var flows = try flows(of: content.story)
    var pages: [DrawnPage] = []
    var report: FitReport?
    repeat {
      let master = pages.isEmpty ? layout.first : layout.next
      let frame = master.frames[0]
      let now = Self.takeObjects(from: &queue, capacity: frame.columns.count * frame.lines.count)
      let page: DrawnPage
      (page, flows) = try fillPage(now, flows: flows, frame: frame, problems: &problems)
      if pages.isEmpty { report = page.fit }
      pages.append(page)
      if pages.count >= PagedMaker.pageLimit {
        throw Rejection(MakeupProblems.tooManyPages(PagedMaker.pageLimit))
      }
    } while !queue.isEmpty || !(flows.first?.items.isEmpty ?? true)
    var document = PagedDocument(pages: [])
    for (number, page) in pages.enumerated() {
      document.pages.append(
        try finish(page, number: number, count: pages.count, imprint: content.imprint))
    }
    return MadeUp(document: document, fit: report)
  }

  // MARK: What goes on the pages

  private func objects(
    _ content: NewspaperContent, into problems: inout Problems
  ) throws(Rejection) -> [PageObject] {
    let maker = NewspaperObjects(
      job: job, setter: setter, columns: frame.columns, lines: frame.lines.count)
    var objects: [PageObject] = []
    if let title = try maker.title(content.title) { objects.append(title) }
    if let strip = maker.strip(content) { objects.append(strip) }
    if let panel = maker.panel() { objects.append(panel) }
    objects += maker.pictures(into: &problems)
    objects += try maker.tables(content.tables, into: &problems)
    return objects
  }

  /// Objects for one page: they may take three fifths of it, the first one always.
  private static func takeObjects(
    from queue: inout [PageObject], capacity: Int
  ) -> [PageObject] {
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

  /// The story with every allowed height of its section heads.
  private func flows(
    of story: [(place: Int, block: ReportBlock)]
  ) throws(Rejection) -> [(headRows: Int, cost: Double, items: [FlowItem])] {
    let measure = layout.grid.width(ofColumns: 1)
    let realizer = try Realizer(setter: setter, measure: measure, withVariants: true)
    let spec = layout.objects.sectionHead
    let slogan = SloganHead(setter: setter, measure: measure, spec: spec)
    var plain: [FlowItem?] = []
    for (place, block) in story {
      let name = "\(block.role.rawValue) \(place + 1)"
      switch block.role {
      case .slogan: plain.append(nil)
      case .h1, .h2, .subhead, .attachmentTitle:
        plain.append(try realizer.head(block, name: name))
      default: plain.append(try realizer.paragraph(block, name: name))
      }
    }
    let heads = plain.count { $0 == nil }
    let heights = heads == 0 ? spec.ideal...spec.ideal : spec.rows
    var flows: [(headRows: Int, cost: Double, items: [FlowItem])] = []
    for rows in heights {
      var items: [FlowItem] = []
      for (index, item) in plain.enumerated() {
        let (place, block) = story[index]
        if let item {
          items.append(item)
        } else {
          items.append(try slogan.item(block, baseRows: rows, name: "slogan \(place + 1)"))
        }
      }
      flows.append((rows, 2 * Double(abs(rows - spec.ideal) * heads), items))
    }
    return flows
  }

  // MARK: Filling

  private typealias Flows = [(headRows: Int, cost: Double, items: [FlowItem])]

  private func fillPage(
    _ objects: [PageObject], flows: Flows, frame: FrameSpec, problems: inout Problems
  ) throws(Rejection) -> (DrawnPage, Flows) {
    let search = PageSearch(objects: objects, flows: flows, columns: frame.columns)
    let whole = frame.columns.count * frame.lines.count
    if search.reach.lowerBound > whole {
      return try overflowing(objects, flows: flows, frame: frame)
    }
    // A page that nothing can fill ends level, higher up.
    var lines = min(frame.lines.count, search.reach.upperBound / frame.columns.count)
    let shortest = max(1, lines - 16)
    while lines >= shortest {
      let range = frame.lines.lowerBound...(frame.lines.lowerBound + lines - 1)
      for slack in [0, 2] {
        if let filled = search.fill(lines: range, slack: slack) {
          let blank = frame.lines.count - lines
          if blank > 0 { problems.report(MakeupProblems.notFilled(rows: blank)) }
          let page = try DrawnPage(filled, objects: objects, lines: range, grid: layout.grid)
          return (page, flows.map { ($0.headRows, $0.cost, []) })
        }
      }
      lines -= 1
    }
    return try overflowing(objects, flows: flows, frame: frame)
  }

  /// A page whose text goes on: every region is filled in turn, the rest is handed on.
  private func overflowing(
    _ objects: [PageObject], flows: Flows, frame: FrameSpec
  ) throws(Rejection) -> (DrawnPage, Flows) {
    let ideal = flows.min { $0.cost < $1.cost } ?? flows[0]
    var kept = objects
    var stack = ObjectStack(
      kept, rows: kept.map(\.ideal), columns: frame.columns, lines: frame.lines)
    // Objects that leave slivers go, the last first; the title alone always fits.
    while stack == nil, !kept.isEmpty {
      kept.removeLast()
      stack = ObjectStack(
        kept, rows: kept.map(\.ideal), columns: frame.columns, lines: frame.lines)
    }
    guard let stack else { preconditionFailure("an empty page holds text") }
    let (pieces, next) = FrameFiller().fill(
      ideal.items, from: FlowPlace(item: 0), into: stack.regions.map(\.rows))
    let page = try DrawnPage(
      pieces, items: ideal.items, stack: stack, objects: kept, rows: kept.map(\.ideal),
      lines: frame.lines, grid: layout.grid)
    return (page, [(ideal.headRows, ideal.cost, Self.rest(of: ideal.items, from: next))])
  }

  /// What is left of a flow; an item that was cut keeps its last rows.
  private static func rest(of items: [FlowItem], from place: FlowPlace) -> [FlowItem] {
    guard place.item < items.count else { return [] }
    var rest = Array(items[place.item...])
    if place.row > 0 {
      var cut = rest[0].choices[0]
      cut.rows.removeFirst(place.row)
      rest[0].choices = [cut]
    }
    return rest
  }

  // MARK: Drawing

  private func finish(
    _ page: DrawnPage, number: Int, count: Int, imprint: ReportBlock?
  ) throws(Rejection) -> Page {
    let master = number == 0 ? layout.first : layout.next
    let context = PageContext(
      number: number, count: count, setter: setter, facts: job.facts, objects: page.boxes,
      lines: page.lines)
    var items = page.items + (try PageDrawing.furniture(of: master, on: context))
    if number == count - 1, let imprint { items += try draw(imprint) }
    return Page(
      label: context.label ?? String(number + 1), trim: layout.trim, bleed: layout.bleed,
      items: items)
  }

  /// The imprint under the type area, at the right.
  private func draw(_ imprint: ReportBlock) throws(Rejection) -> [PlacedItem] {
    let area = layout.grid.typeArea
    let style = setter.style("imprint").paragraph.character
    let (words, wide) = try setter.line(imprint.text, style: style, range: imprint.range)
    let baseline = area.bottom + .millimetres(1.5) + (try setter.ascent(of: style))
    return words.map {
      PlacedItem(
        at: Point(x: area.right - wide + $0.origin.x, y: baseline + $0.origin.y), $0.item)
    }
  }
}
