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
      var view: SpecValue = [
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
      // Two times stand as far from one another as their title is long.
      if input.names("x").count < 4, input.figureWidth == nil {
        view["width"] = SpecValue(input.width(150))
      }
      return view
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
    if isFlat { y["scale"] = ["zero": false, "padding": labelled ? 20 : 10] }
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
