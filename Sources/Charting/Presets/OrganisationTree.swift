/// A tree from left to right: a row a leaf, a column a level, each unit beside the middle of those
/// that belong to it. On a sheet where that is small or too tall, the units that have none below them stand
/// several in a row, and all is larger.
struct OrganisationTree {
  private struct Unit {
    var name: String
    var parent: String
    var level = 0
    /// The middle of its box, in rows.
    var row = 0.0
    /// Its place in the row of its like.
    var shelf = 0
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
  /// Most units in a row.
  private var across = 1
  /// How much larger than for a column of text.
  private var scale = 1.0

  /// The tallest shape that a sheet leaves for the tree, as a share of its width.
  private static let tallest = 0.95
  /// From which factor on a sheet is for a wall.
  private static let wall = 1.5
  private static let largest = 3.0

  init(_ input: PresetInput) {
    for (name, parent) in zip(input.column("x"), input.column("parent")) where name != .null {
      units.append(Unit(name: name.words, parent: parent == .null ? "" : parent.words))
    }
    plant()
    guard let width = input.figureWidth else { return }
    for choice in Setting.all {
      setting = choice
      if wide + Self.margin <= width { break }
    }
    fill(width - Self.margin)
  }

  /// Gives all units their places.
  private mutating func plant() {
    rows = 0
    for place in units.indices { units[place].isPlaced = false }
    let names = Set(units.map(\.name))
    for place in units.indices where !names.contains(units[place].parent) {
      grow(place, level: 0)
    }
    // Units in a circle have no head: the first of them takes its place, so that all are shown.
    for place in units.indices where !units[place].isPlaced { grow(place, level: 0) }
  }

  /// Takes the number of units in a row at which the tree is largest, where one in a row is too tall for
  /// the sheet or leaves it empty.
  private mutating func fill(_ width: Double) {
    func factor() -> Double {
      min(width / max(1, wide), Self.tallest * width / (max(1, rows) * setting.pitch))
    }
    let plain = factor()
    guard plain < 1 || plain >= Self.wall else { return }
    var best = (across: 1, factor: plain)
    for count in 2...6 {
      across = count
      plant()
      if factor() > best.factor * 1.05 { best = (count, factor()) }
    }
    across = best.across
    plant()
    scale = min(max(1, best.factor), Self.largest)
  }

  /// From the left edge to the right, unscaled.
  private var wide: Double {
    let columns = columns
    return units.map { right(of: $0, columns) }.max() ?? 0
  }

  /// Between units of one row.
  private static let between = 4.0

  private func left(of unit: Unit, _ columns: [(left: Double, width: Double)]) -> Double {
    let column = columns[unit.level]
    return column.left + Double(unit.shelf) * (column.width + Self.between)
  }

  private func right(of unit: Unit, _ columns: [(left: Double, width: Double)]) -> Double {
    left(of: unit, columns) + columns[unit.level].width
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
    units[place].shelf = 0
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
    let parents = Set(units.map(\.parent))
    if across > 1, below.allSatisfy({ !parents.contains(units[$0].name) }) {
      for (number, child) in below.enumerated() {
        if number > 0, number % across > 0 { rows -= 1 }
        grow(child, level: level + 1)
        units[child].shelf = number % across
      }
    } else {
      for child in below { grow(child, level: level + 1) }
    }
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
      let (left, right) = (left(of: unit, columns), right(of: unit, columns))
      let middle = (unit.row + 0.5) * setting.pitch
      return [
        "名": SpecValue(wrapped(unit.name)), "左": SpecValue(left * scale),
        "右": SpecValue(right * scale), "中": SpecValue((left + right) / 2 * scale),
        "上": SpecValue((middle - setting.height / 2) * scale),
        "下": SpecValue((middle + setting.height / 2) * scale),
        "高": SpecValue(middle * scale), "级": SpecValue(Double(unit.level)),
      ]
    }
    func at(_ field: SpecValue) -> SpecValue {
      ["field": field, "type": "quantitative", "scale": nil, "axis": nil]
    }
    return [
      "width": SpecValue(wide * scale),
      "height": SpecValue(max(1, rows) * setting.pitch * scale),
      "data": ["values": SpecValue(boxes)],
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
            "type": "text", "fontSize": SpecValue(Self.size * scale), "baseline": "middle",
            "lineBreak": "\n", "lineHeight": SpecValue(Self.lineHeight * scale),
          ],
          "encoding": ["x": at("中"), "y": at("高"), "text": ["field": "名", "type": "nominal"]],
        ],
      ],
    ]
  }

  /// From every unit a stem, along those below it a bar, to each of them a branch.
  private func links(_ columns: [(left: Double, width: Double)]) -> [SpecValue] {
    func line(_ x: Double, _ y: Double, _ x2: Double, _ y2: Double) -> SpecValue {
      [
        "左": SpecValue(x * scale), "上": SpecValue(y * scale), "右": SpecValue(x2 * scale),
        "下": SpecValue(y2 * scale),
      ]
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
      for child in below where child.shelf == 0 {
        lines.append(line(bar, middle(child), right + setting.gap, middle(child)))
      }
    }
    return lines
  }
}
