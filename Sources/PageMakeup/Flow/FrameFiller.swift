/// Puts flow items into regions one after the other, each in its natural height.
///
/// This is how further pages of a long text and the pages of a bulletin are filled; the exact
/// search is for the page that must end level.
struct FrameFiller {
  /// Fewest lines of a paragraph on either side of a cut.
  let least: Int

  init(least: Int = 2) { self.least = least }

  /// Rows of one item in one region.
  struct Piece {
    var item: Int
    var rows: Range<Int>
    var region: Int
    /// First row within the region, from 0.
    var row: Int
  }

  /// Fills regions from a place in the flow on; stops when the regions are full or the flow ends.
  ///
  /// Returns the pieces and the place where the next region goes on.
  func fill(
    _ items: [FlowItem], from place: FlowPlace, into regions: [Int]
  ) -> (pieces: [Piece], next: FlowPlace) {
    var pieces: [Piece] = []
    var place = place
    for (region, height) in regions.enumerated() {
      var row = 0
      while place.item < items.count, row < height {
        let item = items[place.item]
        let rows = item.choices[0].rows.count
        let rest = rows - place.row
        let take = rowsToSet(item, rest: rest, room: height - row, atHead: row == 0)
        if take == 0 { break }
        pieces.append(
          Piece(item: place.item, rows: place.row..<(place.row + take), region: region, row: row))
        row += take
        place = take == rest ? FlowPlace(item: place.item + 1) : FlowPlace(item: place.item, row: place.row + take)
      }
    }
    return (pieces, place)
  }

  /// How many rows of an item stand here; 0 moves it to the next region.
  private func rowsToSet(_ item: FlowItem, rest: Int, room: Int, atHead: Bool) -> Int {
    if item.keepsWithNext, rest + least > room, !atHead { return 0 }
    if rest <= room { return rest }
    guard item.isSplittable else { return atHead ? room : 0 }
    // The last line never stands alone at a head (PG-4).
    let take = rest - room < least ? rest - least : room
    if take < least { return atHead ? min(room, max(take, 1)) : 0 }
    return take
  }
}

/// A place in a flow: an item and a row of it.
struct FlowPlace: Hashable {
  var item: Int
  var row: Int

  init(item: Int, row: Int = 0) {
    self.item = item
    self.row = row
  }
}
