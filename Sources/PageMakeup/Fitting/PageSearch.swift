import LayoutSpecs

/// A filled page: every knob set, every row of the text placed.
struct FilledPage {
  /// Rows of a section head of two lines.
  var headRows: Int
  /// Heights of the objects.
  var objectRows: [Int]
  var stack: ObjectStack
  var flow: FlowPlan
  /// The items as set with these heads.
  var items: [FlowItem]
  var cost: Double
  var tried: Int
}

/// Looks for the cheapest setting of the knobs at which the text fills the page to the last row
/// (product 3.3). Deterministic: settings are tried in rising cost, ties in a fixed order.
struct PageSearch {
  let objects: [PageObject]
  /// The flow for each number of rows of a section head.
  let flows: [(headRows: Int, cost: Double, items: [FlowItem])]
  let columns: ClosedRange<Int>

  /// Settings tried before a looser fit is allowed.
  static let tries = 400

  private struct Candidate {
    var flow: Int
    var setting: KnobSetting
    /// Price of the setting and the least that the paragraphs will add.
    var bound: Double
  }

  /// The page at a number of lines; `slack` rows may stay blank at the foot of a column.
  func fill(lines: ClosedRange<Int>, slack: Int) -> FilledPage? {
    let candidates = candidates(lines: lines, slack: slack)
    var best: FilledPage?
    for (number, candidate) in candidates.prefix(Self.tries).enumerated() {
      if let best, candidate.bound >= best.cost { break }
      let rows = zip(objects, candidate.setting.heights).map { $0.heights[$1].rows }
      guard
        let stack = ObjectStack(objects, rows: rows, columns: columns, lines: lines)
      else { continue }
      let flow = flows[candidate.flow]
      let solver = ExactFlow(
        items: flow.items, regions: stack.regions.map(\.rows), slack: slack)
      guard let plan = solver.solve() else { continue }
      let cost = candidate.setting.cost + flow.cost + plan.cost
      if cost < best?.cost ?? .infinity {
        best = FilledPage(
          headRows: flow.headRows, objectRows: rows, stack: stack, flow: plan, items: flow.items,
          cost: cost, tried: number + 1)
      }
    }
    return best
  }

  private func candidates(lines: ClosedRange<Int>, slack: Int) -> [Candidate] {
    let whole = columns.count * lines.count
    let blank = slack * columns.count
    let knobs = objects.map { AreaSearch.Knob(span: $0.span, heights: $0.heights) }
    var found: [Candidate] = []
    for (index, flow) in flows.enumerated() {
      let least = flow.items.reduce(0) { $0 + $1.fewest }
      let most = flow.items.reduce(0) { $0 + $1.most }
      let natural = flow.items.reduce(0) { $0 + $1.rows }
      let low = max(0, whole - most - blank)
      let high = whole - least
      guard low <= high else { continue }
      for setting in AreaSearch.settings(of: knobs, area: low...high) {
        // A paragraph line more or less costs at least 1.2.
        let off = abs(whole - setting.area - natural)
        found.append(
          Candidate(
            flow: index, setting: setting, bound: setting.cost + flow.cost + 1.2 * Double(off)))
      }
    }
    return found.enumerated().sorted {
      ($0.element.bound, $0.offset) < ($1.element.bound, $1.offset)
    }.map(\.element)
  }

  /// Least and greatest area that objects and text together can take.
  var reach: ClosedRange<Int> {
    let least = objects.reduce(0) { $0 + $1.span * ($1.heights.map(\.rows).min() ?? 0) }
    let most = objects.reduce(0) { $0 + $1.span * ($1.heights.map(\.rows).max() ?? 0) }
    let fewest = flows.map { $0.items.reduce(0) { $0 + $1.fewest } }.min() ?? 0
    let longest = flows.map { $0.items.reduce(0) { $0 + $1.most } }.max() ?? 0
    return (least + fewest)...max(least + fewest, most + longest)
  }
}
