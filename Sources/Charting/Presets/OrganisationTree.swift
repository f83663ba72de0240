/// A tree from left to right: a row a leaf, a column a level, each unit beside the middle of those
/// that belong to it.
struct OrganisationTree {
  private struct Unit {
    var name: String
    var parent: String
    var level = 0
    /// The middle of its box, in rows.
    var row = 0.0
    var isPlaced = false
    /// Those that belong to it.
    var below: [Int] = []
  }

  /// How boxes are set: the more lines their names take, the narrower is the tree.
  private struct Setting {
    /// Most lines of a name.
    var lines = 1
    /// From one column of boxes to the next, and the air within a box, in points.
    var gap = 22.0
    var air = 10.0

    /// The height of boxes and the distance of rows.
    var height: Double { 14 + Double(lines - 1) * OrganisationTree.lineHeight }
    var pitch: Double { height + 5 }

    /// From the roomiest to the narrowest.
    static let all = [
      Setting(), Setting(gap: 14, air: 8), Setting(lines: 2, gap: 18, air: 8),
      Setting(lines: 2, gap: 12, air: 6), Setting(lines: 3, gap: 10, air: 5),
    ]
  }

  /// The size of words and the distance of their lines, in points.
  private static let size = 8.0
  fileprivate static let lineHeight = 9.5
  /// What stands about the plot of a figure.
  private static let margin = 4.0

  private var units: [Unit] = []
  private var rows = 0.0
  private var setting = Setting()

  init(_ input: PresetInput) {
    for (name, parent) in zip(input.column("x"), input.column("parent")) where name != .null {
      units.append(Unit(name: name.words, parent: parent == .null ? "" : parent.words))
    }
    let names = Set(units.map(\.name))
    for place in units.indices where !names.contains(units[place].parent) {
      grow(place, level: 0)
    }
    // Units in a circle have no head: the first of them takes its place, so that all are shown.
    for place in units.indices where !units[place].isPlaced { grow(place, level: 0) }
    guard let width = input.figureWidth else { return }
    for choice in Setting.all {
      setting = choice
      if (columns.last.map { $0.left + $0.width } ?? 0) + Self.margin <= width { break }
    }
  }

  /// A name in lines of nearly one length.
  private func wrapped(_ name: String) -> String {
    let letters = Array(name)
    let count = min(setting.lines, letters.count)
    guard count > 1 else { return name }
    let length = (letters.count + count - 1) / count
    return stride(from: 0, to: letters.count, by: length).map {
      String(letters[$0..<min($0 + length, letters.count)])
    }.joined(separator: "\n")
  }

  /// Gives a unit and those below it their places; a unit without others takes the next row. A unit
  /// belongs to the first of its parent's name only.
  private mutating func grow(_ place: Int, level: Int) {
    units[place].level = level
    units[place].isPlaced = true
    let below = units.indices.filter {
      units[$0].parent == units[place].name && !units[$0].isPlaced
    }
    for child in below { units[child].isPlaced = true }
    units[place].below = below
    guard !below.isEmpty else {
      units[place].row = rows
      rows += 1
      return
    }
    for child in below { grow(child, level: level + 1) }
    let middles = below.map { units[$0].row }
    units[place].row = ((middles.min() ?? 0) + (middles.max() ?? 0)) / 2
  }

  /// The left edges and widths of the columns.
  private var columns: [(left: Double, width: Double)] {
    var found: [(left: Double, width: Double)] = []
    var left = 0.0
    for level in 0..<((units.map(\.level).max() ?? 0) + 1) {
      let longest = units.filter { $0.level == level }.map(\.name.count).max() ?? 0
      let width =
        Double((longest + setting.lines - 1) / setting.lines) * Self.size + setting.air
      found.append((left, width))
      left += width + setting.gap
    }
    return found
  }

  var view: SpecValue {
    let columns = columns
    let boxes = units.map { unit -> SpecValue in
      let column = columns[unit.level]
      let middle = (unit.row + 0.5) * setting.pitch
      return [
        "名": SpecValue(wrapped(unit.name)), "左": SpecValue(column.left),
        "右": SpecValue(column.left + column.width), "中": SpecValue(column.left + column.width / 2),
        "上": SpecValue(middle - setting.height / 2), "下": SpecValue(middle + setting.height / 2),
        "高": SpecValue(middle), "级": SpecValue(Double(unit.level)),
      ]
    }
    func at(_ field: SpecValue) -> SpecValue {
      ["field": field, "type": "quantitative", "scale": nil, "axis": nil]
    }
    return [
      "width": SpecValue(columns.last.map { $0.left + $0.width } ?? 0),
      "height": SpecValue(max(1, rows) * setting.pitch), "data": ["values": SpecValue(boxes)],
      "layer": [
        [
          "data": ["values": SpecValue(links(columns))],
          "mark": ["type": "rule", "strokeWidth": 0.6],
          "encoding": ["x": at("左"), "x2": ["field": "右"], "y": at("上"), "y2": ["field": "下"]],
        ],
        [
          "mark": ["type": "rect", "cornerRadius": 1.5, "stroke": "#0f2740", "strokeWidth": 0.5],
          "encoding": [
            "x": at("左"), "x2": ["field": "右"], "y": at("上"), "y2": ["field": "下"],
            "color": [
              "condition": ["test": "datum['级'] === 0", "value": "#dbe7f0"], "value": "#ffffff",
            ],
          ],
        ],
        [
          "mark": [
            "type": "text", "fontSize": SpecValue(Self.size), "baseline": "middle",
            "lineBreak": "\n", "lineHeight": SpecValue(Self.lineHeight),
          ],
          "encoding": ["x": at("中"), "y": at("高"), "text": ["field": "名", "type": "nominal"]],
        ],
      ],
    ]
  }

  /// From every unit a stem, along those below it a bar, to each of them a branch.
  private func links(_ columns: [(left: Double, width: Double)]) -> [SpecValue] {
    func line(_ x: Double, _ y: Double, _ x2: Double, _ y2: Double) -> SpecValue {
      ["左": SpecValue(x), "上": SpecValue(y), "右": SpecValue(x2), "下": SpecValue(y2)]
    }
    func middle(_ unit: Unit) -> Double { (unit.row + 0.5) * setting.pitch }
    var lines: [SpecValue] = []
    for unit in units {
      let below = unit.below.map { units[$0] }
      guard let first = below.map(middle).min(), let last = below.map(middle).max() else {
        continue
      }
      let right = columns[unit.level].left + columns[unit.level].width
      let bar = right + setting.gap / 2
      lines.append(line(right, middle(unit), bar, middle(unit)))
      if last > first { lines.append(line(bar, first, bar, last)) }
      for child in below {
        lines.append(line(bar, middle(child), right + setting.gap, middle(child)))
      }
    }
    return lines
  }
}
