public import Diagnostics
public import Geometry

/// How a block of a report came to stand on a page, for files that other programs set anew and that are
/// to break where the pages do. A block on two pages is there twice.
public struct SetBlock: Hashable, Sendable {
  /// Where the block stands in the source; nil for what has no place there.
  public var range: SourceRange?
  /// The page, from 0.
  public var page = 0
  /// Whether it begins here.
  public var isStart: Bool
  /// From the top of the type area to its first row that shows something.
  public var top: Length
  /// Rows over that one which stay blank.
  public var blank: Int
  /// Rows on this page, the blank ones not counted.
  public var rows: Int
  /// Heights of its rows where they are not those of the grid, as in tables.
  public var heights: [Length]
  /// Scalars of its words, those of notes' marks included, at which its lines end; none for what is no
  /// running text.
  public var lineEnds: [Int]
}

/// Gathers the blocks of one page as its rows are drawn.
struct BlockCollector {
  private let page: Int
  private(set) var blocks: [SetBlock] = []
  private var open: Int?

  init(page: Int) { self.page = page }

  /// Adds a row of an item whose top is at a height.
  mutating func add(_ row: Int, of item: FlowItem, item number: Int, at y: Length, leading: Length)
  {
    if open == number {
      blocks[blocks.count - 1].rows += 1
      return
    }
    open = number
    let blank = item.choices[0].rows.prefix { $0.isEmpty }.count
    let isStart = row <= blank
    let over = isStart ? blank - row : 0
    blocks.append(
      SetBlock(
        range: item.range, page: page, isStart: isStart, top: y + leading * over,
        blank: isStart ? blank : 0,
        rows: 1 - over, heights: item.paging.heights,
        lineEnds: item.words.first?.lineEnds ?? []))
  }
}
