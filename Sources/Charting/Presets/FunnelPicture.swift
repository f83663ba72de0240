/// Stages one after the other: how much comes through each; with thresholds, what each still lacks.
struct FunnelPicture {
  let input: PresetInput

  init(_ input: PresetInput) { self.input = input }

  private static let pitch = 26.0
  private static let bar = 15.0

  private struct Stage {
    var name: String
    var value: Double
    var threshold: Double?
  }

  var view: SpecValue {
    let measure = input.measure("y")
    let fixed = input.spec["threshold"]?.number
    let bars = input.spec["threshold"]?.text == nil ? [] : input.column("threshold")
    let rows = zip(input.column("x"), input.column("y"))
    let stages = rows.enumerated().compactMap { place, row -> Stage? in
      guard let value = row.1.measure else { return nil }
      let bar = bars.indices.contains(place) ? bars[place].measure : fixed
      return Stage(
        name: row.0.words, value: value / measure.divisor,
        threshold: bar.map { $0 / measure.divisor })
    }
    input.check(drawn: stages.count)
    let width = input.width(250)
    let hasBars = stages.contains { $0.threshold != nil }
    let left = min(width * 0.34, stages.map { Advance.of($0.name, size: 7.5) }.max() ?? 0) + 6
    let labels = stages.map { self.words($0, measure) }
    let right =
      hasBars ? (labels.map { Advance.of($0.value + $0.gap, size: 7.5) }.max() ?? 0) + 10 : 4
    // What leaves bars too little room stands over them.
    if hasBars, width - left - right < 0.45 * width {
      return stacked(stages, labels, width: width, measure)
    }
    let room = max(24, width - left - right)
    let most = stages.flatMap { [$0.value, $0.threshold ?? 0] }.max() ?? 1
    var sketch = Sketch()
    for (place, stage) in stages.enumerated() {
      let y = Double(place) * Self.pitch
      let long = most > 0 ? max(0, stage.value) / most * room : 0
      let lines = Advance.lines(stage.name, size: 7.5, width: left - 6, most: 2)
      for (number, line) in lines.enumerated() {
        sketch.text(
          line, left - 6, y + Self.bar / 2 + (Double(number) - Double(lines.count - 1) / 2) * 8.5,
          align: "right")
      }
      if hasBars {
        draw(stage, labels[place], &sketch, left: left, y: y, long: long, room: room, most: most)
      } else {
        centred(stage, labels[place].value, &sketch, left: left, y: y, long: long, room: room)
        if place > 0, stages[place - 1].value > 0, stage.value <= stages[place - 1].value {
          let share =
            NumberFormat(".0f")?.text(
              stage.value / stages[place - 1].value * 100, rounding: .decimal) ?? ""
          sketch.text("↓\(share)%", left + room / 2, y - 5.5, size: 6.5, align: "center", "#333333")
        }
      }
    }
    return sketch.view(
      width: width, height: Double(stages.count) * Self.pitch - (Self.pitch - Self.bar),
      saying: said(stages, labels, measure))
  }

  private typealias Label = (value: String, gap: String, isShort: Bool)

  private func said(_ stages: [Stage], _ labels: [Label], _ measure: PresetMeasure) -> String {
    zip(stages, labels).map { stage, label in
      "\(stage.name) \(label.value)\(measure.unit)\(label.gap)"
    }.joined(separator: "，")
  }

  /// The form of a narrow column: name and words over each bar, under each other where they do not fit
  /// side by side.
  private func stacked(
    _ stages: [Stage], _ labels: [Label], width: Double, _ measure: PresetMeasure
  ) -> SpecValue {
    let most = stages.flatMap { [$0.value, $0.threshold ?? 0] }.max() ?? 1
    var sketch = Sketch()
    var y = 0.0
    for (stage, label) in zip(stages, labels) {
      let long = most > 0 ? max(0, stage.value) / most * (width - 1) : 0
      let room = Advance.of(label.value + label.gap, size: 7.5) + 2
      let isBeside = Advance.of(stage.name, size: 7.5) + room + 4 <= width
      let names = Advance.lines(stage.name, size: 7.5, width: width, most: 2)
      for (number, line) in names.enumerated() {
        sketch.text(line, 0, y + 5 + Double(number) * 9)
      }
      y += Double(names.count - (isBeside ? 1 : 0)) * 9
      let start = isBeside ? width - room : 0
      sketch.text(label.value, start, y + 5, isBold: true)
      sketch.text(
        label.gap, start + Advance.of(label.value, size: 7.5) + 2, y + 5,
        label.isShort ? PresetInk.own : PresetInk.fall)
      y += 12
      bars(stage, &sketch, left: 0, y: y, long: long, room: width - 1, most: most)
      y += Self.bar + 7
    }
    return sketch.view(width: width, height: y - 7, saying: said(stages, labels, measure))
  }

  private func words(_ stage: Stage, _ measure: PresetMeasure) -> (
    value: String, gap: String, isShort: Bool
  ) {
    let value = measure.words(stage.value)
    guard let bar = stage.threshold else { return (value, "", false) }
    let isShort = stage.value < bar
    return (value, isShort ? " 差\(measure.words(bar - stage.value))" : " 达标", isShort)
  }

  private func draw(
    _ stage: Stage, _ words: (value: String, gap: String, isShort: Bool), _ sketch: inout Sketch,
    left: Double, y: Double, long: Double, room: Double, most: Double
  ) {
    bars(stage, &sketch, left: left, y: y, long: long, room: room, most: most)
    let x = left + room + 4
    sketch.text(words.value, x, y + Self.bar / 2, isBold: true)
    sketch.text(
      words.gap, x + Advance.of(words.value, size: 7.5) + 2, y + Self.bar / 2,
      words.isShort ? PresetInk.own : PresetInk.fall)
  }

  /// What is reached of the threshold, and the threshold.
  private func bars(
    _ stage: Stage, _ sketch: inout Sketch, left: Double, y: Double, long: Double, room: Double,
    most: Double
  ) {
    let bar = most > 0 ? (stage.threshold ?? 0) / most * room : 0
    if bar > long {
      sketch.rect(left, y, bar, Self.bar, "#ffffff", stroke: PresetInk.own)
    }
    sketch.rect(left, y, long, Self.bar, PresetInk.blue)
    if bar > 0 {
      sketch.rule(left + bar, y - 2, left + bar, y + Self.bar + 2, PresetInk.dark, width: 0.9)
    }
  }

  /// A bar in the middle; a value with no room in it stands beside it.
  private func centred(
    _ stage: Stage, _ words: String, _ sketch: inout Sketch, left: Double, y: Double, long: Double,
    room: Double
  ) {
    let fits = long > Advance.of(words, size: 8) + 6
    sketch.rect(left + (room - long) / 2, y, long, Self.bar, PresetInk.dark)
    sketch.text(
      words, fits ? left + room / 2 : left + (room + long) / 2 + 3, y + Self.bar / 2, size: 8,
      align: fits ? "center" : "left", isBold: true, fits ? "white" : "black")
  }
}
