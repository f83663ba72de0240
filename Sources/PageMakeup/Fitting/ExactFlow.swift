/// Fills regions to the last row: dynamic programming over (item, row), product 3.3 step 4.
///
/// The rows of all regions form one line; an item moves from row p to row p + height. At each end
/// of a region the break rules decide. No row stays blank unless `slack` allows it.
struct ExactFlow {
  let items: [FlowItem]
  /// Row at which each region begins, and behind the last one its end.
  private let bounds: [Int]
  /// For each row the index of its region.
  private let regionOf: [Int]
  /// Most rows that may stay blank at the end of a region.
  let slack: Int

  /// Prices; hard rules have none.
  private enum Price {
    static let blankRow = 40.0
    /// One line of a paragraph alone at a foot.
    static let loneLineAtFoot = 2.0
  }

  init(items: [FlowItem], regions: [Int], slack: Int = 0) {
    self.items = items
    self.slack = slack
    var bounds = [0]
    var regionOf: [Int] = []
    for (index, rows) in regions.enumerated() {
      bounds.append((bounds.last ?? 0) + rows)
      regionOf += Array(repeating: index, count: rows)
    }
    self.bounds = bounds
    self.regionOf = regionOf
  }

  /// The rows of all regions together.
  var capacity: Int { bounds.last ?? 0 }

  private struct State {
    var cost = Double.infinity
    /// Choice, start row and blank rows before, of the item that led here.
    var choice = -1
    var start = -1
    var from = -1
    var blank = 0
  }

  /// The cheapest legal way to end on the last row, or at most `slack` rows above it.
  func solve() -> FlowPlan? {
    let end = capacity
    var layers = [[State]](
      repeating: [State](repeating: State(), count: end + 1), count: items.count + 1)
    layers[0][0] = State(cost: 0)
    var reach = 0...0
    for index in items.indices {
      guard let next = advance(index, from: reach, layers: &layers) else { return nil }
      reach = next
    }
    var best: (row: Int, cost: Double)?
    for row in max(0, end - slack)...end where layers[items.count][row].cost < .infinity {
      let cost = layers[items.count][row].cost + Double(end - row) * Price.blankRow
      if best == nil || cost < best?.cost ?? 0 { best = (row, cost) }
    }
    guard let best else { return nil }
    return trace(back: layers, from: best.row, cost: best.cost, end: end)
  }

  private func advance(
    _ index: Int, from reach: ClosedRange<Int>, layers: inout [[State]]
  ) -> ClosedRange<Int>? {
    let item = items[index]
    var low = Int.max
    var high = -1
    for row in reach {
      let cost = layers[index][row].cost
      if cost == .infinity { continue }
      let skip = blankRows(at: row)
      for blank in stride(from: 0, through: skip, by: max(1, skip)) {
        let start = row + blank
        for (number, choice) in item.choices.enumerated() {
          guard let price = price(of: item, rows: choice.rows.count, at: start) else { continue }
          let stop = start + choice.rows.count
          let total = cost + choice.cost + price + Double(blank) * Price.blankRow
          if total < layers[index + 1][stop].cost {
            layers[index + 1][stop] = State(
              cost: total, choice: number, start: start, from: row, blank: blank)
            low = min(low, stop)
            high = max(high, stop)
          }
        }
      }
    }
    return high < 0 ? nil : low...high
  }

  /// How many rows may be skipped here: all that is left of the region, if slack allows; else none.
  private func blankRows(at row: Int) -> Int {
    guard slack > 0, row < capacity, row > bounds[regionOf[row]] else { return 0 }
    let left = bounds[regionOf[row] + 1] - row
    return left <= slack ? left : 0
  }

  /// What it costs to set an item from a row on; nil where a hard rule forbids it.
  private func price(of item: FlowItem, rows: Int, at start: Int) -> Double? {
    let stop = start + rows
    guard stop <= capacity else { return nil }
    guard rows > 0 else { return 0 }
    var region = regionOf[start]
    var price = 0.0
    var taken = bounds[region + 1] - start
    if taken < rows {
      guard item.isSplittable else { return nil }
      if taken == 1 { price += Price.loneLineAtFoot }
      while taken < rows {
        region += 1
        let room = bounds[region + 1] - bounds[region]
        // 单行不成页 (PG-4): the last line never stands alone at a head.
        if rows - taken == 1 { return nil }
        taken += room
      }
    }
    if item.keepsWithNext {
      let left = bounds[region + 1] - stop
      if left < 2 { return nil }
    }
    return price
  }

  private func trace(back layers: [[State]], from row: Int, cost: Double, end: Int) -> FlowPlan {
    var plan = FlowPlan(
      choices: Array(repeating: 0, count: items.count),
      starts: Array(repeating: 0, count: items.count), blankRows: end - row, cost: cost)
    var row = row
    for index in items.indices.reversed() {
      let state = layers[index + 1][row]
      plan.choices[index] = state.choice
      plan.starts[index] = state.start
      plan.blankRows += state.blank
      row = state.from
    }
    return plan
  }
}
