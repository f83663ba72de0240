import LayoutSpecs

/// What the search needs to know of a flow item: its heights with prices and how it breaks.
struct FlowShape: Hashable {
  /// Allowed heights in rows and what each costs.
  var heights: [Height]
  /// Whether it may be cut between two regions.
  var isSplittable: Bool
  /// Whether two rows of what follows must stand under it (PG-5).
  var keepsWithNext: Bool

  struct Height: Hashable {
    var rows: Int
    var cost: Double
  }
}

/// Fills regions to the last row (PG-11): dynamic programming over (item, row), product 3.3 step 4.
///
/// The rows of all regions form one line; an item moves from row p to row p + height. At each end
/// of a region the break rules decide. No row stays blank unless `slack` allows it.
struct ExactFlow {
  let items: [FlowShape]
  /// Row behind the last of each region, and the end of all.
  private let bounds: [Int]
  /// For each row the end of its region.
  private let endOf: [Int]
  /// For each row the first of its region.
  private let startOf: [Int]
  /// Most rows that may stay blank at the end of a region.
  let slack: Int

  /// Prices; hard rules have none.
  private let prices: FitPrices

  init(items: [FlowShape], regions: [Int], slack: Int = 0, prices: FitPrices = FitPrices()) {
    self.prices = prices
    self.items = items
    self.slack = slack
    var bounds: [Int] = []
    var endOf: [Int] = []
    var startOf: [Int] = []
    var row = 0
    for rows in regions where rows > 0 {
      startOf.append(contentsOf: repeatElement(row, count: rows))
      row += rows
      bounds.append(row)
      endOf.append(contentsOf: repeatElement(row, count: rows))
    }
    self.bounds = bounds
    self.endOf = endOf
    self.startOf = startOf
  }

  /// The rows of all regions together.
  var capacity: Int { bounds.last ?? 0 }

  /// The states behind one item: a window of rows that it can end on.
  private struct Layer {
    var low: Int
    var cost: [Double]
    /// Which height led here, and how many rows were skipped before it.
    var choice: [UInt8]
    var skip: [UInt8]

    init(low: Int, count: Int) {
      self.low = low
      cost = Array(repeating: .infinity, count: count)
      choice = Array(repeating: 0, count: count)
      skip = Array(repeating: 0, count: count)
    }
  }

  /// The cheapest legal way to end on the last row, or at most `slack` rows above it.
  func solve() -> FlowPlan? {
    var layers = [Layer(low: 0, count: 1)]
    layers[0].cost[0] = 0
    layers.reserveCapacity(items.count + 1)
    for item in items {
      guard let next = advance(item, from: layers[layers.count - 1]) else { return nil }
      layers.append(next)
    }
    let last = layers[layers.count - 1]
    var best: (row: Int, cost: Double)?
    for row in max(last.low, capacity - slack)...max(capacity, last.low) {
      let index = row - last.low
      guard index < last.cost.count, last.cost[index] < .infinity, row <= capacity else { continue }
      let cost = last.cost[index] + Double(capacity - row) * prices.blankRow
      if cost < best?.cost ?? .infinity { best = (row, cost) }
    }
    return best.map { trace(back: layers, from: $0.row, cost: $0.cost) }
  }

  private func advance(_ item: FlowShape, from layer: Layer) -> Layer? {
    let fewest = item.heights.reduce(Int.max) { min($0, $1.rows) }
    let most = item.heights.reduce(0) { max($0, $1.rows) }
    let high = min(capacity, layer.low + layer.cost.count - 1 + slack + most)
    let low = layer.low + fewest
    guard low <= high else { return nil }
    var next = Layer(low: low, count: high - low + 1)
    var isReached = false
    for index in layer.cost.indices where layer.cost[index] < .infinity {
      let row = layer.low + index
      let blank = blankRows(at: row)
      // Either nothing is skipped or all that is left of the region: no hole inside a column.
      for skip in blank > 0 ? [0, blank] : [0] {
        for (number, height) in item.heights.enumerated() {
          guard let price = price(of: item, rows: height.rows, at: row + skip) else { continue }
          let stop = row + skip + height.rows - low
          let cost =
            layer.cost[index] + height.cost + price + Double(skip) * prices.blankRow
          if cost < next.cost[stop] {
            next.cost[stop] = cost
            next.choice[stop] = UInt8(number)
            next.skip[stop] = UInt8(skip)
            isReached = true
          }
        }
      }
    }
    return isReached ? next : nil
  }

  /// How many rows may be skipped here: all that is left of the region, if slack allows; else none.
  private func blankRows(at row: Int) -> Int {
    guard slack > 0, row > 0, row < capacity, endOf[row] == endOf[row - 1] else { return 0 }
    let left = endOf[row] - row
    return left <= slack ? left : 0
  }

  /// What it costs to set an item from a row on; nil where a hard rule forbids it.
  private func price(of item: FlowShape, rows: Int, at start: Int) -> Double? {
    let stop = start + rows
    guard stop <= capacity else { return nil }
    guard rows > 0 else { return 0 }
    var end = endOf[start]
    var price = 0.0
    if stop > end {
      guard item.isSplittable else { return nil }
      if end - start == 1 { price += prices.loneLine }
      while stop > end {
        // 单行不成页 (PG-4): the last line never stands alone at a head.
        if stop - end == 1 { return nil }
        end = endOf[end]
      }
    }
    if item.keepsWithNext {
      if end - stop < 2 { return nil }
      if end - stop < Self.rowsUnderHead { price += prices.strandedHead }
      let above = start - startOf[start]
      if above > 0, above < Self.rowsOverHead { price += prices.strandedHead }
    }
    return price
  }

  /// A head wants so many rows under it in its column, and as many over it, if any.
  private static let rowsUnderHead = 5
  private static let rowsOverHead = 4

  private func trace(back layers: [Layer], from row: Int, cost: Double) -> FlowPlan {
    var plan = FlowPlan(
      choices: Array(repeating: 0, count: items.count),
      starts: Array(repeating: 0, count: items.count), blankRows: capacity - row, cost: cost)
    var row = row
    for index in items.indices.reversed() {
      let layer = layers[index + 1]
      let choice = Int(layer.choice[row - layer.low])
      let skip = Int(layer.skip[row - layer.low])
      plan.choices[index] = choice
      plan.starts[index] = row - items[index].heights[choice].rows
      plan.blankRows += skip
      row = plan.starts[index] - skip
    }
    return plan
  }
}
