/// The cheapest ways to end a page before each row, one for each number of note lines that go over.
struct PageWays {
  /// A way to get there.
  struct Way {
    /// The row that the next page starts with.
    var end: Int
    /// Lines of notes that go over to the next page.
    var carry: Int
    var cost: Double
    /// Where the page starts, as a row and a place among the ways there; nil before the first page.
    var origin: (row: Int, place: Int)?
    /// Its own place among the ways to `end`.
    var place: Int
  }

  /// A page of the cheapest path.
  struct Page {
    var start: Int
    var end: Int
    /// Lines of notes that come over from the page before, and that go over to the next.
    var carried: Int
    var carry: Int
  }

  private var ways: [[Way]]

  init(count: Int) {
    ways = Array(repeating: [], count: count + 1)
    ways[0] = [Way(end: 0, carry: 0, cost: 0, origin: nil, place: 0)]
  }

  /// The next way that ends before a row and is worth going on from: none with fewer lines over is as
  /// cheap.
  func next(at row: Int, _ number: inout Int) -> Way? {
    while number < ways[row].count {
      let way = ways[row][number]
      number += 1
      let isDominated = ways[row].contains { $0.carry < way.carry && $0.cost <= way.cost }
      if !isDominated { return way }
    }
    return nil
  }

  /// Notes a way to end a page; of equal ones the later wins.
  mutating func reach(_ end: Int, carry: Int, from way: Way, cost: Double) {
    let total = way.cost + cost
    let origin = (way.end, way.place)
    if let place = ways[end].firstIndex(where: { $0.carry == carry }) {
      guard total <= ways[end][place].cost else { return }
      ways[end][place].cost = total
      ways[end][place].origin = origin
    } else {
      ways[end].append(
        Way(end: end, carry: carry, cost: total, origin: origin, place: ways[end].count))
    }
  }

  /// Notes a page that holds nothing but so many lines of notes.
  mutating func fill(_ row: Int, with lines: Int, from way: Way, price: Double) {
    reach(row, carry: way.carry - min(way.carry, max(1, lines)), from: way, cost: price)
  }

  /// The pages of the cheapest way to the end without anything left over.
  func path() -> [Page] {
    var pages: [Page] = []
    var row = ways.count - 1
    var place = ways[row].firstIndex { $0.carry == 0 }
    while let current = place, let origin = ways[row][current].origin {
      let before = ways[origin.row][origin.place]
      pages.append(
        Page(
          start: origin.row, end: row, carried: before.carry, carry: ways[row][current].carry))
      row = origin.row
      place = origin.place
    }
    return pages.reversed()
  }
}
