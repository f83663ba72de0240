import Geometry

/// Breaks a whole document into pages at the least cost over all pages together.
///
/// A page may end after any row; what that costs says how bad it is: a lone line or a head at the
/// foot cost more than any number of blank rows, so that they only stand where nothing else fits
/// (PG-4, PG-5). Notes stand at the foot of the page of their mark and take their rows from it; one goes
/// on over the page only where nothing else fits. Time is rows times rows of a page.
struct PageBreaker {
  /// Rows of the first page, of further pages, and of turned pages.
  var first: Int
  var next: Int
  var turned: Int
  /// How notes take rows from the text.
  var noteArea = NoteArea()
  /// Fewest lines of a paragraph on either side of a page end.
  var least = 2
  /// Whether pages of text are level, as in official papers: more than two rows short cost much
  /// (AD-29).
  var isLevel = false
  /// Whether a line of a paragraph may stand alone where the page would not be level else.
  var takesLoneLines = false
  /// Height of a row of the grid; rows of tables have heights of their own.
  var leading = Length.points(1)

  /// What one page holds: rows of the flow from a place up to, not including, another.
  struct Span: Hashable {
    var rows: Range<Int>
    var isTurned: Bool
    /// Which of all lines of notes, in the order of their marks, stand at its foot.
    var notes = 0..<0
  }

  /// One row of the flow.
  struct Row: Hashable {
    var item: Int
    var row: Int
  }

  private enum Price {
    /// A page more.
    static let page = 60.0
    /// One body row and a page end after a head.
    static let thinHead = 300.0
    /// One row of a table parted from the others.
    static let thinTable = 500.0
    /// A table parted at all: it rather stands whole, if that leaves no great hole.
    static let table = 50.0
    /// A cell parted between its lines: sooner than a hole of a third of a page.
    static let cell = 60.0
    /// A parting that is rather not made.
    static let dear = 45.0
    /// A last page of one or two rows.
    static let thinPage = 200.0
    /// A note that goes on over the page: only where no blank rows help.
    static let partedNote = 400.0
    /// Rows that a level page may be short, and each further one.
    static let levelRows = 2
    static let uneven = 50.0
    /// A lone line of an official paper.
    static let lone = 30.0
    /// A lone line, a head at the foot, a signature alone.
    static let broken = 1e6
    /// A cut through what may not be cut.
    static let cut = 1e8
  }

  /// The rows of all items.
  static func rows(of items: [FlowItem]) -> [Row] {
    items.enumerated().flatMap { item in
      item.element.choices[0].rows.indices.map { Row(item: item.offset, row: $0) }
    }
  }

  /// The pages, in order; together they hold all rows but blank ones at the heads of pages, and all
  /// lines of notes.
  func spans(_ items: [FlowItem], _ continuations: [Continuation]) -> [Span] {
    let rows = Self.rows(of: items)
    guard !rows.isEmpty else { return [] }
    let ends = rows.indices.map { endCost(after: $0, rows, items) }
    let notes = NoteLoad(rows, items)
    var ways = PageWays(count: rows.count)
    for start in rows.indices {
      var number = 0
      // A page that notes fill leads back to its own start.
      while let way = ways.next(at: start, &number) {
        let top = start == 0 ? 0 : Self.skipBlanks(from: start, rows, items)
        let item = items[rows[min(top, rows.count - 1)].item]
        let capacity = item.paging.isTurned ? turned : start == 0 ? first : next
        let head = Self.continued(at: top, rows, items).map { continuations[$0].fullHeadHeight }
        if way.carry > 0, noteArea.rows(for: way.carry) >= capacity {
          ways.fill(start, with: noteArea.lines(in: capacity), from: way, price: Price.page)
          continue
        }
        var end = top
        var stack = PageStack(leading: leading, head: head ?? .zero)
        while end < rows.count {
          stack.add(rows[end], of: items)
          end += 1
          let foot = Self.continued(at: end, rows, items).map { continuations[$0].sumHeight }
          let left = leading * capacity - stack.height - (foot ?? .zero)
          let room = left < .zero ? -1 : left.units / max(1, leading.units)
          let fit = notes.fit(
            from: top, to: end, carried: way.carry, in: room, area: noteArea,
            isForced: end == top + 1)
          guard let fit else {
            if end > top + 1 { break }
            continue
          }
          let isForced = end == rows.count || Self.startsPage(end, rows, items)
          let page = pageCost(
            blank: fit.blank, used: stack.height.units / max(1, leading.units), end, ends, isForced)
          // Of equal ways the one that fills the pages before wins.
          ways.reach(
            end, carry: fit.carry, from: way,
            cost: page + (fit.carry > 0 ? Price.partedNote : 0))
          if isForced { break }
        }
      }
    }
    return walk(&ways, notes, rows, items)
  }

  private func pageCost(
    blank: Int, used: Int, _ end: Int, _ ends: [Double], _ isForced: Bool
  ) -> Double {
    if isForced {
      return Price.page + (used < 3 ? Price.thinPage : 0)
    }
    // A few rows short hardly show, so they are rather spread than gathered into a hole; a great
    // hole that has to be is one hole rather than two.
    let short = Double(max(0, blank))
    let hole =
      isLevel && blank > Price.levelRows
      ? Price.uneven * (short - Double(Price.levelRows)) : min(short * short, 30 + 2 * short)
    return Price.page + hole + ends[end - 1]
  }

  private func walk(
    _ ways: inout PageWays, _ notes: NoteLoad, _ rows: [Row], _ items: [FlowItem]
  ) -> [Span] {
    var number = 0
    while let way = ways.next(at: rows.count, &number) {
      if way.carry == 0 { break }
      ways.fill(rows.count, with: noteArea.lines(in: next), from: way, price: Price.page)
    }
    return ways.path().map { page in
      let top = page.start == 0 ? 0 : Self.skipBlanks(from: page.start, rows, items)
      let isTurned = items[rows[min(top, rows.count - 1)].item].paging.isTurned
      let found = notes.before(page.start) - page.carried..<notes.before(page.end) - page.carry
      // A page of notes alone holds no row, and none of the blank ones that others skip.
      let range = page.start == page.end ? page.start..<page.end : min(top, page.end)..<page.end
      return Span(
        rows: range, isTurned: isTurned && page.start < page.end, notes: found)
    }
  }

  /// What a page end after a row costs.
  private func endCost(after place: Int, _ rows: [Row], _ items: [FlowItem]) -> Double {
    guard place + 1 < rows.count else { return 0 }
    let (row, following) = (rows[place], rows[place + 1])
    let item = items[row.item]
    if following.item == row.item {
      if item.paging.continuation != nil { return Price.cell }
      guard item.isSplittable else { return Price.cut }
      let (above, below) = (row.row + 1, item.choices[0].rows.count - row.row - 1)
      if above < least || below < least { return takesLoneLines ? Price.lone : Price.broken }
      let isUnderHead = row.item > 0 && items[row.item - 1].keepsWithNext
      return isUnderHead && above < least && !takesLoneLines ? Price.thinHead : 0
    }
    if let table = item.paging.continuation, items[following.item].paging.continuation == table {
      let isFirst = row.item == 0 || items[row.item - 1].paging.continuation != table
      let isLast =
        following.item + 1 == items.count
        || items[following.item + 1].paging.continuation != table
      return isFirst || isLast ? Price.thinTable : Price.table
    }
    if item.keepsWithNext { return Price.broken }
    switch items[following.item].paging.parting {
    case .never: return Price.broken
    case .dear: return isLevel ? Price.lone : Price.dear
    case .free: break
    }
    let isThin =
      row.item > 0 && items[row.item - 1].keepsWithNext && item.choices[0].rows.count < least
      && item.paging.continuation == nil
    return isThin ? takesLoneLines ? Price.lone : Price.thinHead : 0
  }

  private static func startsPage(_ place: Int, _ rows: [Row], _ items: [FlowItem]) -> Bool {
    guard rows[place].row == 0 else { return false }
    let (item, before) = (items[rows[place].item], items[rows[place - 1].item])
    return item.paging.startsPage || item.paging.isTurned != before.paging.isTurned
  }

  /// The first row that is set when a page starts here.
  private static func skipBlanks(from place: Int, _ rows: [Row], _ items: [FlowItem]) -> Int {
    var top = place
    while top < rows.count, rows[top].row < items[rows[top].item].paging.blankBefore { top += 1 }
    return top
  }

  /// The table that goes on over a page end before a row.
  static func continued(at place: Int, _ rows: [Row], _ items: [FlowItem]) -> Int? {
    guard place > 0, place < rows.count,
      let table = items[rows[place].item].paging.continuation,
      items[rows[place - 1].item].paging.continuation == table
    else { return nil }
    return table
  }
}

/// Rows of a page from its top: text stands on the grid, rows of a table follow each other.
struct PageStack {
  let leading: Length
  /// How far down the page is filled.
  private(set) var height: Length
  private var isInTable = false

  /// Between a table and the text under it, in lines.
  private static let air = 0.4

  /// Starts under the head of a table that goes on from the page before.
  init(leading: Length, head: Length = .zero) {
    self.leading = leading
    height = head
  }

  /// Puts a row under the others; returns its top.
  @discardableResult
  mutating func add(_ row: PageBreaker.Row, of items: [FlowItem]) -> Length {
    let paging = items[row.item].paging
    let isBody = paging.continuation != nil
    if !isBody, row.row == 0 || isInTable {
      if isInTable { height += leading.scaled(by: Self.air) }
      let lines = (height.units + leading.units - 1) / max(1, leading.units)
      height = leading * lines
    }
    isInTable = isBody
    let top = height
    height += paging.heights.isEmpty ? leading : paging.heights[row.row]
    return top
  }
}
