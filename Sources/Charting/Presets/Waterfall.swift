/// From a first level over rises and falls to the sum: bars that hang on each other.
struct Waterfall {
  let input: PresetInput
  private let measure: PresetMeasure

  init(_ input: PresetInput) {
    self.input = input
    measure = input.measure("y")
  }

  private struct Step {
    var name: String
    var start: Double
    var end: Double
    var label: String
    var kind: String
  }

  /// The steps; the last is the sum, made where the data do not end with it.
  private var steps: [Step] {
    let entries = zip(input.column("x"), input.column("y")).compactMap { name, value in
      value.measure.map { (name: name.words, value: $0 / measure.divisor) }
    }
    var sum = 0.0
    var steps: [Step] = []
    for (place, entry) in entries.enumerated() {
      let isSum =
        place > 1 && place == entries.count - 1
        && (entry.value - sum).magnitude < 1e-6 * max(1, sum.magnitude)
      if place == 0 || isSum {
        steps.append(
          Step(
            name: entry.name, start: 0, end: entry.value, label: measure.words(entry.value),
            kind: "总"))
        sum = entry.value
        if isSum { return steps }
      } else {
        let sign = entry.value > 0 ? "+" : ""
        steps.append(
          Step(
            name: entry.name, start: sum, end: sum + entry.value,
            label: sign + measure.words(entry.value),
            kind: entry.value < 0 ? "减" : "增"))
        sum += entry.value
      }
    }
    let name = input.spec["total"]?.text ?? (entries.contains { $0.name == "合计" } ? "总计" : "合计")
    steps.append(Step(name: name, start: 0, end: sum, label: measure.words(sum), kind: "总"))
    return steps
  }

  var view: SpecValue {
    let steps = steps
    let isLying = input.isNarrow || steps.count > 8
    let (along, across) = isLying ? ("y", "x") : ("x", "y")
    let rows = steps.enumerated().map { place, step -> SpecValue in
      [
        "项": SpecValue(step.name), "始": SpecValue(step.start), "终": SpecValue(step.end),
        "字": SpecValue(step.label + (place == 0 && !input.hasTitle ? measure.unit : "")),
        "类": SpecValue(step.kind), "顶": SpecValue(max(step.start, step.end)),
        "后": place + 1 < steps.count ? SpecValue(steps[place + 1].name) : nil,
      ]
    }
    let band: SpecValue = ["field": "项", "type": "ordinal", "sort": nil, "axis": ["title": nil]]
    func amount(_ field: SpecValue) -> SpecValue {
      ["field": field, "type": "quantitative", "axis": nil]
    }
    var bar: SpecValue = ["color": colour]
    bar[across] = amount("始")
    bar[across + "2"] = ["field": "终"]
    var link: SpecValue = [:]
    link[along] = band
    link[along + "2"] = ["field": "后"]
    link[across] = amount("终")
    var label: SpecValue = ["text": ["field": "字", "type": "nominal"]]
    label[across] = amount("顶")
    var encoding: SpecValue = [:]
    encoding[along] = band
    var text: SpecValue = ["type": "text"]
    text[isLying ? "dx" : "dy"] = isLying ? 3 : -6
    if isLying { text["align"] = "left" }
    var view: SpecValue = [
      "data": ["values": SpecValue(rows)], "encoding": encoding,
      "layer": [
        [
          "transform": [["filter": "datum['后'] !== null"]],
          "mark": ["type": "rule", "color": "#777", "strokeWidth": 0.4], "encoding": link,
        ], ["mark": ["type": "bar"], "encoding": bar], ["mark": text, "encoding": label],
      ],
    ]
    if isLying {
      view["height"] = ["step": 17]
      view["width"] = SpecValue(input.width(220, beside: 60))
    } else {
      view["width"] = SpecValue(input.width(max(200, Double(steps.count) * 40), beside: 8))
      view["height"] = 130
    }
    return view
  }

  /// Levels are neutral; more is red and less is green, and both have their signs.
  private var colour: SpecValue {
    [
      "condition": [
        ["test": "datum['类'] === '增'", "value": PresetInk.rise],
        ["test": "datum['类'] === '减'", "value": PresetInk.fall],
      ], "value": PresetInk.other,
    ]
  }
}
