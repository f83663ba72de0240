/// Puts the items of a list into columns: an item goes to the next column whole, a long one is parted,
/// and a head never stands at a foot. On the last page all columns end on about one height.
struct ListingColumns {
  /// Columns of a page.
  var columns: Int
  /// Rows of a column on a page, counted from 0.
  var rows: (Int) -> Int

  /// So many rows of an item, from the first.
  struct Piece {
    var item: Int
    var rows: Range<Int>
  }

  /// The columns of all pages, page after page, each with its pieces.
  func pack(_ items: [FlowItem]) -> [[Piece]] {
    let whole = packed(items[...], height: rows, firstPage: 0)
    guard columns > 1, !whole.isEmpty else { return whole }
    let lastPage = (whole.count - 1) / columns
    let kept = Array(whole.prefix(lastPage * columns))
    let rest = Array(whole.dropFirst(lastPage * columns))
    // A page that starts inside an item stays as it is.
    guard let first = rest.first?.first, first.rows.lowerBound == 0 else { return whole }
    let total = rest.joined().reduce(0) { $0 + $1.rows.count }
    for height in max(1, total / columns)...max(1, rows(lastPage)) {
      let even = packed(items[first.item...], height: { _ in height }, firstPage: lastPage)
      if even.count <= columns { return kept + even }
    }
    return whole
  }

  private func packed(
    _ items: ArraySlice<FlowItem>, height: (Int) -> Int, firstPage: Int
  ) -> [[Piece]] {
    var done: [[Piece]] = []
    var open: [Piece] = []
    var used = 0
    func room() -> Int { height(firstPage + done.count / columns) - used }
    func close() {
      done.append(open)
      open = []
      used = 0
    }
    for index in items.indices {
      let count = items[index].choices[0].rows.count
      let next = index + 1 < items.endIndex ? items[index + 1].choices[0].rows.count : 0
      let wanted = items[index].keepsWithNext ? count + min(2, next) : count
      if wanted > room(), !open.isEmpty, !(items[index].isSplittable && room() > 1) { close() }
      var start = 0
      while start < count {
        if room() < 1, !open.isEmpty { close() }
        let end = min(count, start + max(1, room()))
        open.append(Piece(item: index, rows: start..<end))
        used += end - start
        start = end
      }
    }
    if !open.isEmpty { close() }
    return done
  }
}
