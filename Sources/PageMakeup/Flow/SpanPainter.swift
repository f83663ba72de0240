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

  /// Rows that a page takes, with what it repeats.
  func height(of span: PageBreaker.Span) -> Int {
    if span.isTurned { return layout.next.frames[0].lines.count }
    let (head, foot) = continuations(of: span)
    return (head?.headRows ?? 0) + span.rows.count + (foot?.footRows ?? 0)
      + area.rows(for: span.notes.count)
  }

  /// Draws a page; its notes stand `raised` over the foot of the type area.
  func draw(
    _ span: PageBreaker.Span, isFirst: Bool, raised: Length = .zero
  ) throws(Rejection) -> [PlacedItem] {
    let frame = (isFirst ? layout.first : layout.next).frames[0]
    let left = grid.left(ofColumn: frame.columns.lowerBound)
    let top = grid.top(ofLine: frame.lines.lowerBound)
    var items: [PlacedItem] = []
    var line = 0
    let add = { (drawn: RowItems) in
      let corner =
        span.isTurned
        ? Point(x: .zero, y: grid.leading * line) : Point(x: left, y: top + grid.leading * line)
      items += drawn.map { PlacedItem(at: $0.origin + corner, $0.item) }
      line += 1
    }
    let (head, below) = continuations(of: span)
    if let head {
      add([PlacedItem(at: .zero, .tag(StructureTag(.artifact)))])
      line -= 1
      for row in head.head { add(row) }
      if head.footRows > 0 {
        for row in try head.foot(bodyRows(before: span.rows.lowerBound, in: head), true) {
          add(row)
        }
      }
    }
    var open = -1
    for place in span.rows {
      let row = rows[place]
      let item = flow.items[row.item]
      if row.item != open { items.append(PlacedItem(at: .zero, .tag(item.tag))) }
      open = row.item
      add(item.choices[0].rows[row.row])
    }
    if let below, below.footRows == 0 { add(below.close) }
    if let below, below.footRows > 0 {
      for row in try below.foot(bodyRows(before: span.rows.upperBound, in: below), false) {
        add(row)
      }
    }
    let foot =
      span.isTurned
      ? grid.leading * (Self.turnedRows(layout) - 1) + grid.em
      : grid.top(ofLine: frame.lines.upperBound) + grid.em
    items += notes.draw(
      Array(noteLines[span.notes]), left: span.isTurned ? .zero : left, foot: foot - raised)
    return span.isTurned ? turned(items) : items
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

  private func bodyRows(before place: Int, in table: Continuation) -> Int {
    (place < rows.count ? rows[place].item : flow.items.count) - table.firstRow
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
