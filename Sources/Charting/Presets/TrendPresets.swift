extension Preset {
  /// Courses over time.
  static let trends: [Preset] = [
    Preset("trend", "走势", needs: ["x", "y"], takes: ["series", "format"], measure: "y") { input in
      input.spec["series"] == nil ? TrendPreset(input).line : TrendPreset(input).lines
    },
    Preset(
      "amount-growth", "总量与增速", needs: ["x", "amount", "growth"], takes: ["growthUnit"]
    ) { input in
      AmountGrowth(input).view
    },
    Preset("bump", "位次变化", needs: ["x", "rank", "series"], takes: ["highlight"]) { input in
      let colour: SpecValue = [
        "condition": [
          "test": SpecValue("\(input.datum("series")) === '\(input.text("highlight"))'"),
          "value": PresetInk.own,
        ],
        "value": "#9aa7b0",
      ]
      let x: SpecValue = [
        "field": input.field("x"), "type": "ordinal", "sort": nil,
        "axis": ["title": nil, "grid": false],
      ]
      let y: SpecValue = [
        "field": input.field("rank"), "type": "ordinal", "title": "位次", "axis": ["grid": false],
      ]
      return [
        "encoding": ["x": x, "y": y, "detail": ["field": input.field("series")], "color": colour],
        "layer": [
          ["mark": ["type": "line", "strokeWidth": 2]],
          ["mark": ["type": "point", "filled": true, "size": 60, "opacity": 1]],
          [
            "transform": [
              [
                "window": [["op": "last_value", "field": input.field("x"), "as": "__last"]],
                "groupby": [input.field("series")], "frame": [nil, nil],
              ], ["filter": SpecValue("\(input.datum("x")) === datum.__last")],
            ],
            "mark": ["type": "text", "align": "left", "dx": 7],
            "encoding": [
              "text": ["field": input.field("series")],
              "color": ["condition": colour["condition"] ?? nil, "value": "black"],
            ],
          ],
        ],
      ]
    },
    Preset("waterfall", "增减构成", needs: ["x", "y"], takes: ["total"], measure: "y") { input in
      Waterfall(input).view
    },
  ]
}

/// One measure over time, or several series of it.
struct TrendPreset {
  let input: PresetInput
  private let measure: PresetMeasure

  init(_ input: PresetInput) {
    self.input = input
    measure = input.measure("y")
  }

  private var count: Int { input.names("x").count }

  /// A plot is as wide as a column of office paper at least, however few points it has.
  private var width: SpecValue {
    SpecValue(input.width(max(230, Double(min(count, 40)) * 26), beside: 40))
  }

  /// Days of a calendar stand at their distances; all other times one after the other.
  private var isDates: Bool {
    let names = input.names("x")
    return names.count > 1
      && names.allSatisfy { $0.count >= 8 && $0.contains("-") && DateParser.time($0) != nil }
  }

  private var x: SpecValue {
    isDates
      ? ["field": input.field("x"), "type": "temporal", "axis": dayAxis]
      : ["field": input.field("x"), "type": "ordinal", "sort": nil, "axis": ["title": nil]]
  }

  /// Days of one or two months are written out; longer spans have months and years.
  private var dayAxis: SpecValue {
    let times = input.names("x").compactMap { DateParser.time($0) }
    let span = ((times.max() ?? 0) - (times.min() ?? 0)) / 86_400_000
    var axis: SpecValue = ["title": nil, "grid": false]
    guard span <= 62 else { return axis }
    axis["format"] = "%-m月%-d日"
    axis["tickCount"] = SpecValue(min(Double(count), input.isNarrow ? 3 : 7))
    return axis
  }

  /// Whether values lie so far from zero that an area from there would hide their course.
  private var isFlat: Bool { measure.low > 0 && measure.low > 0.6 * measure.high }

  private func y(labelled: Bool) -> SpecValue {
    var y: SpecValue = ["field": measure.field, "type": "quantitative"]
    y["title"] = input.hasTitle || measure.unit.isEmpty ? nil : SpecValue(measure.unit)
    if input.hasTitle || measure.unit.isEmpty { y["title"] = SpecValue(.null) }
    if isFlat { y["scale"] = ["zero": false, "padding": 10] }
    if labelled { y["axis"] = SpecValue(.null) }
    return y
  }

  var line: SpecValue {
    // Few points have their numbers beside them and need no axis.
    let room = (input.figureWidth ?? 260) / Double(max(1, count))
    let widest = measure.values.map { Advance.of(measure.words($0), size: 7.5) }.max() ?? 0
    let isLabelled = count <= 12 && widest * 1.7 < room
    let format = input.spec["format"] ?? measure.format
    var text: SpecValue = ["field": measure.field, "type": "quantitative", "format": format]
    if isLabelled, !input.hasTitle, !measure.unit.isEmpty {
      text = ["field": "__label", "type": "nominal"]
    }
    var label: SpecValue = [
      "mark": ["type": "text", "dy": -9, "fontWeight": "bold"], "encoding": ["text": text],
    ]
    label["transform"] = [
      ["filter": SpecValue("\(measure.datum) !== null")],
      ["window": [["op": "row_number", "as": "__n"]]],
      ["joinaggregate": [["op": "count", "as": "__all"]]],
      [
        "calculate": SpecValue(
          "\(measure.expression) + (datum.__n === 1 ? '\(measure.unit)' : '')"), "as": "__label",
      ], ["filter": SpecValue(isLabelled ? "true" : "datum.__n === datum.__all")],
    ]
    if !isLabelled {
      label["mark"] = ["type": "text", "dy": -9, "fontWeight": "bold", "fontSize": 9]
    }
    let area: [SpecValue] =
      isFlat ? [] : [["mark": ["type": "area", "opacity": 0.35]]]
    var view: SpecValue = [
      "width": width, "encoding": ["x": x, "y": y(labelled: isLabelled)],
      "layer": SpecValue(area + [["mark": ["type": "line", "point": ["size": 20]]], label]),
    ]
    if !measure.transform.isEmpty { view["transform"] = SpecValue(measure.transform) }
    return view
  }

  var lines: SpecValue {
    var view: SpecValue = [
      "width": width, "mark": ["type": "line", "point": ["size": 14]],
      "encoding": [
        "x": x, "y": y(labelled: false),
        "color": ["field": input.field("series"), "type": "nominal", "sort": nil],
      ],
    ]
    if !measure.transform.isEmpty { view["transform"] = SpecValue(measure.transform) }
    return view
  }
}

/// Bars of an amount and over them the line of its growth, each with its own scale and its numbers.
struct AmountGrowth {
  let input: PresetInput
  private let amount: PresetMeasure
  private let growth: PresetMeasure

  init(_ input: PresetInput) {
    self.input = input
    amount = input.measure("amount")
    var plain = input.spec
    plain["unit"] = input.spec["growthUnit"] ?? "%"
    growth = PresetInput(spec: plain, table: input.table).measure("growth")
  }

  private var names: [String] { input.names("x") }
  private var width: Double { input.width(max(240, Double(min(names.count, 40)) * 27), beside: 30) }

  /// Whether amounts have room over their bars.
  private var isLabelled: Bool {
    let room = width / Double(max(1, names.count)) - 1
    return names.count <= 14
      && amount.values.allSatisfy { Advance.of(amount.words($0), size: 6.5) <= room }
  }

  var view: SpecValue {
    let x: SpecValue = [
      "field": input.field("x"), "type": "ordinal", "sort": nil, "axis": ["title": nil],
    ]
    var view: SpecValue = [
      "width": SpecValue(width), "height": 150,
      "layer": SpecValue([bars, line].map { $0.merging(["encoding": ["x": x]]) } + zero + heads),
      "resolve": ["scale": ["y": "independent"], "axis": ["y": "independent"]],
    ]
    if !amount.transform.isEmpty { view["transform"] = SpecValue(amount.transform) }
    return view
  }

  /// Bars take three fifths of the height, so that the line has room over them.
  private var bars: SpecValue {
    let top = amount.high > 0 ? amount.high / 0.58 : 1
    let y: SpecValue = [
      "field": amount.field, "type": "quantitative", "title": nil,
      "scale": ["domain": [SpecValue(min(0, amount.low)), SpecValue(top)], "nice": false],
    ]
    var axis: SpecValue = SpecValue(.null)
    if !isLabelled {
      let ticks = Ticks.linear(min(0, amount.low), amount.high, 4)
      axis = ["values": SpecValue(ticks.map { SpecValue($0) }), "title": nil]
    }
    var bar = y
    bar["axis"] = axis
    var layers: [SpecValue] = [
      ["mark": ["type": "bar", "color": "#a9c3d6"], "encoding": ["y": bar]]
    ]
    if isLabelled {
      layers.append([
        "mark": ["type": "text", "fontSize": 6.5, "dy": -5],
        "encoding": [
          "y": bar,
          "text": ["field": amount.field, "type": "quantitative", "format": amount.format],
        ],
      ])
    }
    return ["layer": SpecValue(layers)]
  }

  /// The scale of growth, by which its line lies over the bars.
  private var scale: SpecValue {
    let span = max(growth.high - growth.low, 0.5)
    return [
      "domain": [SpecValue(growth.high - span / 0.24), SpecValue(growth.high + span * 0.3)],
      "nice": false, "zero": false,
    ]
  }

  private var line: SpecValue {
    let y: SpecValue = [
      "field": growth.field, "type": "quantitative", "axis": nil, "scale": scale,
    ]
    return [
      "layer": [
        [
          "mark": [
            "type": "line", "color": PresetInk.rise,
            "point": ["color": PresetInk.rise, "size": 18],
          ],
          "encoding": ["y": y],
        ],
        [
          "transform": [["filter": SpecValue(shown)]],
          "mark": ["type": "text", "fontSize": 7, "dy": -7, "color": PresetInk.rise],
          "encoding": [
            "y": y,
            "text": ["field": growth.field, "type": "quantitative", "format": growth.format],
          ],
        ],
      ]
    ]
  }

  /// Which points have their numbers: all where they find room, else the highest, the lowest and
  /// the last.
  private var shown: String {
    let room = width / Double(max(1, names.count))
    let widest = growth.values.map { Advance.of(growth.words($0), size: 7) }.max() ?? 0
    if widest * 0.9 <= room { return "true" }
    let last = names.last.map { "\(input.datum("x")) === '\($0)'" } ?? "false"
    return "\(growth.datum) === \(growth.high) || \(growth.datum) === \(growth.low) || \(last)"
  }

  /// Where growth turns to decline, if it does.
  private var zero: [SpecValue] {
    guard growth.low < 0, growth.high > 0 else { return [] }
    let span = max(growth.high - growth.low, 0.5)
    let share = 1 - (0 - growth.high + span / 0.24) / (span / 0.24 + span * 0.3)
    let y: SpecValue = ["value": SpecValue((share * 150 * 10).rounded() / 10)]
    return [
      [
        "data": ["values": [[:]]],
        "mark": [
          "type": "rule", "color": PresetInk.rise, "strokeWidth": 0.4, "strokeDash": [2, 1.5],
        ],
        "encoding": ["x": ["value": 0], "x2": ["value": "width"], "y": y],
      ]
    ]
  }

  /// What bars and line are, in their colours, over the plot; under each other in a narrow figure.
  private var heads: [SpecValue] {
    let unit = amount.unit.isEmpty ? "" : "（\(amount.unit)）"
    let first = "■ \(amount.name)\(unit)"
    let second = "● \(growth.name)（\(growth.unit)）"
    let isTight = Advance.of(first + second, size: 7.5) + 8 > width
    func head(_ words: String, _ x: SpecValue, _ align: SpecValue, _ y: Double, _ ink: SpecValue)
      -> SpecValue
    {
      [
        "data": ["values": [[:]]],
        "mark": [
          "type": "text", "text": SpecValue(words), "x": x, "y": SpecValue(y), "align": align,
          "fontSize": 7.5, "color": ink,
        ], "encoding": ["x": ["value": x], "y": ["value": SpecValue(y)]],
      ]
    }
    return [
      head(first, 0, "left", isTight ? -17 : -7, "#33658c"),
      head(second, isTight ? 0 : "width", isTight ? "left" : "right", -7, PresetInk.rise),
    ]
  }
}

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
      ], "value": PresetInk.neutral,
    ]
  }
}
