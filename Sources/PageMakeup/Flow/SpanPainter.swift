import Diagnostics
import DisplayList
import Geometry
import LayoutSpecs

/// Draws the rows of a page at their places, upright or turned.
struct SpanPainter {
  let flow: PagedFlow
  let layout: LayoutSpec
  private let rows: [PageBreaker.Row]
  private let notes: NoteSetter
  private let area: NoteArea
  private let noteLines: [RowItems]

  init(flow: PagedFlow, layout: LayoutSpec, notes: NoteSetter) {
    self.flow = flow
    self.layout = layout
    self.notes = notes
    area = NoteSetter.area(of: notes.setter)
    noteLines = flow.items.flatMap { $0.notes.flatMap(\.lines) }
    rows = PageBreaker.rows(of: flow.items)
  }

  private var grid: PageGrid { layout.grid }

  /// Rows that a turned page holds: the type area's width, in lines.
  static func turnedRows(_ layout: LayoutSpec) -> Int {
    let over = layout.grid.typeArea.size.width - layout.grid.em
    return 1 + max(0, over.units) / layout.grid.leading.units
  }

  /// Rows of the grid that a page takes, with what it repeats.
  func height(of span: PageBreaker.Span) -> Int {
    if span.isTurned { return layout.next.frames[0].lines.count }
    let (head, foot) = continuations(of: span)
    var stack = PageStack(leading: grid.leading, head: head?.fullHeadHeight ?? .zero)
    for place in span.rows { stack.add(rows[place], of: flow.items) }
    let height = stack.height + (foot?.sumHeight ?? .zero)
    return (height.units + grid.leading.units - 1) / grid.leading.units
      + area.rows(for: span.notes.count)
  }

  /// Draws a page, counted from 0; its notes stand `raised` over the foot of the type area. Frames are the stretches of
  /// running text between tables and pictures; a turned page has none.
  func draw(
    _ span: PageBreaker.Span, page: Int, raised: Length = .zero
  ) throws(Rejection) -> (items: [PlacedItem], frames: [StoryFrame], blocks: [SetBlock]) {
    let frame = (page == 0 ? layout.first : layout.next).frames[0]
    let left = grid.left(ofColumn: frame.columns.lowerBound)
    let top = grid.top(ofLine: frame.lines.lowerBound)
    var items: [PlacedItem] = []
    let add = { (drawn: RowItems, y: Length) in
      let corner = span.isTurned ? Point(x: .zero, y: y) : Point(x: left, y: top + y)
      items += drawn.map { PlacedItem(at: $0.origin + corner, $0.item) }
    }
    let (head, below) = continuations(of: span)
    if let head {
      add([PlacedItem(at: .zero, .tag(StructureTag(.artifact)))] + head.head, .zero)
      add(try sums(of: head, at: span.rows.lowerBound, atHead: true) ?? [], head.headHeight)
    }
    var stack = PageStack(leading: grid.leading, head: head?.fullHeadHeight ?? .zero)
    let width = grid.width(ofColumns: frame.columns.count)
    var (open, stretch) = (-1, 0)
    var (frames, blocks) = (FrameCollector(page: page), BlockCollector(page: page))
    for place in span.rows {
      let row = rows[place]
      let item = flow.items[row.item]
      let y = stack.add(row, of: flow.items)
      blocks.add(row.row, of: item, item: row.item, at: y, leading: grid.leading)
      if open < 0, row.row > 0 { add(item.paging.again, y) }
      if row.item != open { items.append(PlacedItem(at: .zero, .tag(item.tag))) }
      open = row.item
      let start = items.count
      add(item.choices[0].rows[row.row], y)
      if item.words.isEmpty { stretch += 1 }
      if span.isTurned { continue }
      let line = Rect(
        origin: Point(x: left, y: top + y), size: Size(width: width, height: grid.em))
      frames.add(
        Array(items[start...]), of: item, item: row.item, row: row.row, region: stretch, rect: line)
      frames.stretch(to: line.bottom)
    }
    if let below {
      let sums = try sums(of: below, at: span.rows.upperBound, atHead: false)
      add(sums ?? below.close, stack.height)
    }
    items += notes.draw(
      Array(noteLines[span.notes]), left: span.isTurned ? .zero : left,
      foot: foot(of: span, in: frame) + grid.em - raised)
    return (span.isTurned ? turned(items) : items, frames.frames, blocks.blocks)
  }

  /// The table that goes on from the page before, and the one that goes on after this page.
  private func continuations(
    of span: PageBreaker.Span
  ) -> (head: Continuation?, foot: Continuation?) {
    let at = { (place: Int) in
      PageBreaker.continued(at: place, rows, flow.items).map { flow.continuations[$0] }
    }
    return (at(span.rows.lowerBound), at(span.rows.upperBound))
  }

  /// The top of the last row that a page has.
  private func foot(of span: PageBreaker.Span, in frame: FrameSpec) -> Length {
    span.isTurned
      ? grid.leading * (Self.turnedRows(layout) - 1) : grid.top(ofLine: frame.lines.upperBound)
  }

  /// What the rows before a place come to; nil for a table that carries no sums.
  private func sums(
    of table: Continuation, at place: Int, atHead: Bool
  ) throws(Rejection) -> RowItems? {
    if table.sumHeight == .zero { return nil }
    return try table.sums(bodyRows(before: place, in: table), atHead)
  }

  private func bodyRows(before place: Int, in table: Continuation) -> Int {
    // A row that is parted counts on the page where it ends.
    let item = place < rows.count ? rows[place].item : flow.items.count
    let number = min(max(0, item - table.firstItem), table.bodyRows.count - 1)
    return number < 0 ? 0 : table.bodyRows[number]
  }

  /// A turned page: the head of the table at the left edge, which is the binding edge of odd pages
  /// and the fore edge of even ones (GW-19). Tags stay outside the groups, where readers find them.
  private func turned(_ items: [PlacedItem]) -> [PlacedItem] {
    let area = grid.typeArea
    let corner = Point(x: area.left, y: area.bottom)
    let turn = Transform(a: 0, b: -1, c: 1, d: 0)
    var turned: [PlacedItem] = []
    var open: [PlacedItem] = []
    let close = {
      if open.isEmpty { return }
      turned.append(PlacedItem(at: corner, .group(Group(items: open, transform: turn))))
      open = []
    }
    for item in items {
      if case .tag = item.item {
        close()
        turned.append(item)
      } else {
        open.append(item)
      }
    }
    close()
    return turned
  }
}
