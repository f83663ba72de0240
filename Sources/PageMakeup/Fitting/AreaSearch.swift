/// One setting of all object heights: index of the height of each object, its area and its price.
struct KnobSetting: Hashable {
  var heights: [Int]
  var area: Int
  var cost: Double
}

/// The cheapest settings of the object heights for every total area (product 3.3 step 2).
struct AreaSearch {
  /// Settings kept for each area.
  static let kept = 12

  /// For each object its span and its heights with prices.
  struct Knob {
    var span: Int
    var heights: [FlowShape.Height]
  }

  /// A partial setting: the last height taken and where it came from.
  private struct Step {
    var cost: Double
    var area: Int
    var height: Int
    /// Place of the setting it extends, in the steps of the object before.
    var from: Int
  }

  /// All settings whose area lies in a range, cheapest first; ties keep the order of the heights.
  static func settings(of knobs: [Knob], area: ClosedRange<Int>) -> [KnobSetting] {
    guard area.upperBound >= 0 else { return [] }
    var stages: [[Step]] = [[Step(cost: 0, area: 0, height: -1, from: -1)]]
    // What the objects still to come take at least: more than the rest allows is not tried.
    let least = knobs.map { knob in knob.span * (knob.heights.map(\.rows).min() ?? 0) }
    for (number, knob) in knobs.enumerated() {
      let rest = least[(number + 1)...].reduce(0, +)
      let next = extend(stages[number], by: knob, atMost: area.upperBound - rest)
      if next.isEmpty { return [] }
      stages.append(next)
    }
    let last = stages[stages.count - 1]
    let found = last.indices.filter { area.contains(last[$0].area) }
      .sorted { (last[$0].cost, $0) < (last[$1].cost, $1) }
    return found.map { setting($0, in: stages) }
  }

  private static func extend(_ steps: [Step], by knob: Knob, atMost limit: Int) -> [Step] {
    var table = [[Step]](repeating: [], count: max(0, limit) + 1)
    for (place, step) in steps.enumerated() {
      for (index, height) in knob.heights.enumerated() {
        let area = step.area + knob.span * height.rows
        guard area <= limit else { continue }
        let cost = step.cost + height.cost
        if table[area].count == kept, let worst = table[area].last, cost >= worst.cost { continue }
        let grown = Step(cost: cost, area: area, height: index, from: place)
        let slot = table[area].firstIndex { cost < $0.cost } ?? table[area].count
        table[area].insert(grown, at: slot)
        if table[area].count > kept { table[area].removeLast() }
      }
    }
    return table.flatMap { $0 }
  }

  private static func setting(_ place: Int, in stages: [[Step]]) -> KnobSetting {
    var heights: [Int] = []
    var place = place
    let end = stages[stages.count - 1][place]
    for steps in stages.dropFirst().reversed() {
      heights.append(steps[place].height)
      place = steps[place].from
    }
    return KnobSetting(heights: heights.reversed(), area: end.area, cost: end.cost)
  }
}
