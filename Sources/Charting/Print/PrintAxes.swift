/// What print asks of axes: flat labels in lines, one unit for all numbers, titles that stand upright.
struct PrintAxes {
  let text: ChartTypesetter
  let context: ChartContext

  /// Most lines of a label.
  private static let lineLimit = 3

  /// Polishes an axis before its words are placed.
  func polish(_ axis: inout SceneAxis, _ component: AxisComponent, _ scale: Scale, length: Double) {
    let written = component.def["axis"]
    if scale.type.isDiscrete {
      let isTurned = written?["labelAngle"]?.number.map { $0 != 0 } ?? false
      if axis.isHorizontal, !isTurned { wrap(&axis, width: scale.step) }
      if !axis.isHorizontal { wrapLong(&axis, width: 84, height: scale.step) }
    } else if scale.type.isContinuous, !scale.type.isTime, component.spec["format"] == nil,
      component.spec["labelExpr"] == nil, component.def["stack"]?.text != "normalize"
    {
      setUnit(&axis, scale, MeasureWords(def: component.def, context: context))
    }
  }

  // MARK: Flat labels

  /// Breaks labels to the width of a step; where three lines are too few, they are turned.
  private func wrap(_ axis: inout SceneAxis, width: Double) {
    let room = max(6.5, width - 3)
    var broken: [[String]] = []
    for label in axis.labels {
      guard label.lines.count == 1, let words = label.lines.first else {
        broken.append(label.lines)
        continue
      }
      let lines = text.wrapped(words, size: label.size, isBold: label.isBold, width: room)
      let isTooWide = lines.contains {
        text.line($0, size: label.size, isBold: label.isBold).width > room + 0.5
      }
      if lines.count > 1, thin(&axis, room: room) { return }
      guard lines.count <= Self.lineLimit, !isTooWide else { return turn(&axis) }
      broken.append(lines)
    }
    axis.labelAngle = 0
    for number in axis.labels.indices {
      axis.labels[number].lines = broken[number]
      axis.labels[number].angle = 0
      axis.labels[number].align = "center"
      axis.labels[number].baseline = axis.orient == "top" ? "bottom" : "top"
    }
  }

  /// Short names in a row that goes on by itself, such as months, are not broken: every second or
  /// third is named. Tells whether they are of that kind.
  private func thin(_ axis: inout SceneAxis, room: Double) -> Bool {
    let words = axis.labels.map { $0.lines.first ?? "" }
    let isRow = words.allSatisfy { $0.count <= 4 && $0.contains(where: \.isNumber) }
    guard isRow, words.count >= 6 else { return false }
    let widest = axis.labels.map { text.width($0) }.max() ?? 0
    let every = Int(((widest + 3) / (room + 3)).rounded(.up))
    guard every > 1, every <= 4 else { return false }
    for number in axis.labels.indices {
      axis.labels[number].isHidden = number % every != 0
      axis.labels[number].angle = 0
      axis.labels[number].align = "center"
      axis.labels[number].baseline = axis.orient == "top" ? "bottom" : "top"
    }
    axis.labelAngle = 0
    return true
  }

  /// Longest label that is turned, in points: more would leave the plot too little.
  private static let turnedLimit = 110.0

  /// The last resort: labels along the reading direction of a turned head.
  private func turn(_ axis: inout SceneAxis) {
    axis.labelAngle = 270
    shorten(&axis, axis.labels.indices.filter { axis.labels[$0].lines.count == 1 }) {
      words, label in
      text.line(words, size: label.size, isBold: label.isBold).width <= Self.turnedLimit
    }
    for number in axis.labels.indices {
      axis.labels[number].angle = 270
      axis.labels[number].align = axis.orient == "top" ? "left" : "right"
      axis.labels[number].baseline = "middle"
      axis.labels[number].limit = 0
    }
  }

  /// Cuts the labels at some places so that they stay unlike, and says so once.
  private func shorten(
    _ axis: inout SceneAxis, _ places: [Int], fits: (String, SceneText) -> Bool
  ) {
    guard let sample = places.first.map({ axis.labels[$0] }) else { return }
    let names = places.map { axis.labels[$0].lines.joined() }
    let cuts = ShortLabels.unlike(names) { fits($0, sample) }
    let changed = names.indices.filter { cuts[$0] != names[$0] }
    guard let first = changed.first else { return }
    for number in changed { axis.labels[places[number]].lines = [cuts[number]] }
    context.report(
      ChartProblems.shortened(names[first], to: cuts[first], count: changed.count), at: nil)
  }

  /// Names beside bars take two lines rather than half the figure.
  private func wrapLong(_ axis: inout SceneAxis, width: Double, height: Double) {
    func lines(_ words: String, _ label: SceneText) -> [String] {
      text.wrapped(words, size: label.size, isBold: label.isBold, width: width)
    }
    func most(_ label: SceneText) -> Int { max(1, Int(height / text.pitch(label))) }
    let single = axis.labels.indices.filter { axis.labels[$0].lines.count == 1 }
    shorten(&axis, single) { lines($0, $1).count <= most($1) }
    for number in single {
      let label = axis.labels[number]
      axis.labels[number].lines = lines(label.lines[0], label)
      axis.labels[number].limit = 0
    }
  }

  // MARK: Units

  /// Numbers in 万 or 亿, chosen once for the axis; the unit stands in the title, or with the
  /// highest number where there is none.
  private func setUnit(_ axis: inout SceneAxis, _ scale: Scale, _ measure: MeasureWords) {
    let (low, high) = scale.ends
    let unit = measure.scale(for: [low, high])
    guard !unit.unit.isEmpty, !ChineseScale.isScaled(axis.title?.lines.joined()) else { return }
    let values = axis.values.map(\.number)
    guard values.count == axis.labels.count else { return }
    let gap = values.count > 1 ? (values[1] - values[0]) / unit.divisor : high / unit.divisor
    let places = min(4, Ticks.places(gap.magnitude))
    let plain = ChineseScale(divisor: unit.divisor, unit: "")
    for number in axis.labels.indices {
      axis.labels[number].lines = [
        values[number] == 0 ? "0" : plain.text(values[number], digits: places)
      ]
    }
    if let title = axis.title {
      axis.title?.lines = [Self.titled(title.lines.joined(separator: " "), unit.unit)]
    } else if let last = values.indices.max(by: { values[$0].magnitude < values[$1].magnitude }) {
      axis.labels[last].lines = [plain.text(values[last], digits: places) + unit.unit]
    }
  }

  /// A unit before a unit, as in 万元 and 万人次, and after a name in brackets, as in 人口（万）.
  private static func titled(_ title: String, _ unit: String) -> String {
    let isUnit =
      title.count == 1 || title.count == 2 && "元米里斤次吨顷瓦户人件个升亩".contains(title.last ?? " ")
    return isUnit ? unit + title : "\(title)（\(unit)）"
  }
}
