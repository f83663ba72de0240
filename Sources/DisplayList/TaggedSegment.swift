/// Items of a page that share a meaning: what follows a structure tag up to the next one.
public struct TaggedSegment: Hashable, Sendable {
  /// What they are; nil for an artifact: rules, folios and whatever no tag names.
  public var tag: StructureTag?
  /// The row that a cell stands in, counted over the page; nil outside tables.
  public var row: Int?
  /// Name of the table of that row.
  public var table: String
  /// What is drawn, in painting order.
  public var items: [PlacedItem]
}

extension Page {
  /// The page cut at its tags, in reading order; stretches that draw nothing are left out.
  ///
  /// A renderer that marks content and the finisher that builds the structure tree both cut here,
  /// so that the n-th marked stretch of a page means the same to both.
  public var segments: [TaggedSegment] {
    var segments: [TaggedSegment] = []
    var open = TaggedSegment(tag: nil, row: nil, table: "", items: [])
    var rows = 0
    for placed in items {
      guard case .tag(let tag) = placed.item, tag.kind != .frame else {
        open.items.append(placed)
        continue
      }
      if !open.items.isEmpty { segments.append(open) }
      switch tag.kind {
      case .tableRow:
        rows += 1
        open = TaggedSegment(tag: nil, row: rows, table: tag.name, items: [])
      case .headerCell, .cell:
        open = TaggedSegment(tag: tag, row: open.row, table: open.table, items: [])
      case .artifact: open = TaggedSegment(tag: nil, row: open.row, table: open.table, items: [])
      default: open = TaggedSegment(tag: tag, row: nil, table: "", items: [])
      }
    }
    if !open.items.isEmpty { segments.append(open) }
    return segments
  }
}
