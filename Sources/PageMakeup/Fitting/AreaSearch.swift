/// One setting of all object heights: index of the height of each object, its area and its price.
struct KnobSetting {
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
    var heights: [(rows: Int, cost: Double)]
  }

  /// All settings whose area lies in a range, cheapest first; ties keep the order of the heights.
  static func settings(of knobs: [Knob], area: ClosedRange<Int>) -> [KnobSetting] {
    var table: [Int: [KnobSetting]] = [0: [KnobSetting(heights: [], area: 0, cost: 0)]]
    for knob in knobs {
      var next: [Int: [KnobSetting]] = [:]
      for (_, settings) in table.sorted(by: { $0.key < $1.key }) {
        for setting in settings {
          for (index, height) in knob.heights.enumerated() {
            let grown = KnobSetting(
              heights: setting.heights + [index], area: setting.area + knob.span * height.rows,
              cost: setting.cost + height.cost)
            if grown.area > area.upperBound { continue }
            insert(grown, into: &next[grown.area, default: []])
          }
        }
      }
      table = next
    }
    let found = table.filter { area.contains($0.key) }.sorted { $0.key < $1.key }
    return found.flatMap(\.value).enumerated().sorted {
      ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
    }.map(\.element)
  }

  private static func insert(_ setting: KnobSetting, into list: inout [KnobSetting]) {
    let place = list.firstIndex { setting.cost < $0.cost } ?? list.count
    if place >= kept { return }
    list.insert(setting, at: place)
    if list.count > kept { list.removeLast() }
  }
}
