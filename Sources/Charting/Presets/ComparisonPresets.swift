extension Preset {
  /// Units beside each other.
  static let comparisons: [Preset] = [
    Preset("ranking", "排名", needs: ["x", "y"], takes: ["highlight"], measure: "y") { input in
      RankingPreset(input).view
    },
    Preset("pyramid", "两侧对比", needs: ["x", "y", "series", "left"], takes: [], measure: "y") {
      input in
      PairPreset(input).pyramid
    },
    Preset("arrows", "升降方向", needs: ["indicator", "direction"], takes: []) { input in
      let rises = "\(input.datum("direction")) > 0"
      return [
        "height": ["step": 17], "width": 60,
        "encoding": [
          "y": [
            "field": input.field("indicator"), "type": "nominal", "sort": nil,
            "axis": ["title": nil],
          ]
        ],
        "layer": [
          [
            "mark": ["type": "point", "filled": true, "size": 60, "opacity": 1, "x": 12],
            "encoding": [
              "shape": [
                "condition": ["test": SpecValue(rises), "value": "triangle-up"],
                "value": "triangle-down",
              ],
              "color": [
                "condition": ["test": SpecValue(rises), "value": PresetInk.rise],
                "value": PresetInk.fall,
              ],
            ],
          ],
          [
            "transform": [
              ["calculate": SpecValue("\(rises) ? '上升' : '下降'"), "as": "__words"]
            ],
            "mark": ["type": "text", "align": "left", "x": 22, "fontWeight": "bold"],
            "encoding": ["text": ["field": "__words", "type": "nominal"]],
          ],
        ],
      ]
    },
  ]
}

/// Bars in the order of their length, each with its number.
struct RankingPreset {
  let input: PresetInput
  private let measure: PresetMeasure

  init(_ input: PresetInput) {
    self.input = input
    measure = input.measure("y")
  }

  /// Places in a contest stand with the first on top.
  private var isRank: Bool {
    ["名次", "位次", "排名"].contains { measure.name.contains($0) } || measure.unit == "位"
  }

  /// The step of bars whose names take some lines beside them.
  static func step(_ names: [String], least: Double = 15) -> Double {
    let longest = names.map { Advance.of($0, size: 7.5) }.max() ?? 0
    let lines = min(4, (longest / 84).rounded(.up))
    if lines <= 1, names.count > 40 { return 11.5 }
    return max(least, lines * 9.6 + 4)
  }

  var view: SpecValue {
    let hasFalls = measure.low < 0
    let unit = input.hasTitle ? "" : measure.unit
    let step = Self.step(input.names("x"))
    var x: SpecValue = ["field": measure.field, "type": "quantitative", "axis": nil]
    if hasFalls { x["scale"] = ["padding": 24] }
    var sort: SpecValue = ["field": measure.field, "order": isRank ? "ascending" : "descending"]
    sort["op"] = "max"
    let y: SpecValue = [
      "field": input.field("x"), "type": "nominal", "sort": sort,
      "axis": ["title": nil, "domain": SpecValue(.flag(!hasFalls))],
    ]
    func label(_ isFall: Bool) -> SpecValue {
      [
        "transform": [["filter": SpecValue("\(measure.datum) \(isFall ? "<" : ">=") 0")]],
        "mark": ["type": "text", "align": isFall ? "right" : "left", "dx": isFall ? -3 : 3],
        "encoding": ["x": x, "y": y, "text": ["field": "__label", "type": "nominal"]],
      ]
    }
    let bars: SpecValue = [
      "mark": ["type": "bar", "cornerRadiusEnd": 1],
      "encoding": [
        "x": x, "y": y,
        "color": [
          "condition": [
            "test": SpecValue("\(input.datum("x")) === '\(input.text("highlight"))'"),
            "value": PresetInk.own,
          ],
          "value": PresetInk.other,
        ],
      ],
    ]
    var layers = [bars, label(false)]
    if hasFalls {
      layers += [
        label(true),
        [
          "data": ["values": [[:]]], "mark": ["type": "rule", "strokeWidth": 0.5],
          "encoding": [
            "x": ["datum": 0, "type": "quantitative", "axis": nil], "y": ["value": 0],
            "y2": ["value": "height"],
          ],
        ],
      ]
    }
    return [
      "width": SpecValue(input.width(220, beside: 70)), "height": ["step": SpecValue(step)],
      "transform": SpecValue(
        measure.transform + [
          ["filter": SpecValue("\(measure.datum) !== null")],
          ["joinaggregate": [["op": "max", "field": measure.field, "as": "__most"]]],
          [
            "calculate": SpecValue(
              "\(measure.expression) + (\(measure.datum) === datum.__most ? '\(unit)' : '')"),
            "as": "__label",
          ],
        ]),
      "layer": SpecValue(layers),
    ]
  }
}
