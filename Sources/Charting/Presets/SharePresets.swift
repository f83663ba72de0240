extension Preset {
  /// Parts of a whole.
  static let shares: [Preset] = [
    Preset("donut", "构成", needs: ["x", "y"], takes: ["center"], measure: "y") { input in
      DonutPreset(input).view
    },
    Preset("percent-bar", "百分比条", needs: ["x", "y", "series"], takes: []) { input in
      PercentBars(input).view
    },
  ]
}

/// A ring of parts with their names and numbers around it; bars where these would have no room.
struct DonutPreset {
  let input: PresetInput
  private let measure: PresetMeasure

  init(_ input: PresetInput) {
    self.input = input
    measure = input.measure("y")
  }

  /// Most parts of a ring.
  private static let most = 7
  private static let radius = 62.0

  /// Whether words of neighbours would meet: they stand at the middles of their parts.
  private var isCrowded: Bool {
    let values = measure.values.sorted(by: >)
    let sum = values.reduce(0, +)
    guard sum > 0, values.count <= Self.most, !values.contains(where: { $0 < 0 }) else {
      return true
    }
    if input.isNarrow { return true }
    return zip(values, values.dropFirst()).contains { ($0 + $1) / 2 / sum < 0.045 }
  }

  var view: SpecValue {
    isCrowded ? RankingPreset(input).view : ring
  }

  private var ring: SpecValue {
    // A per cent sign belongs to each number; other units stand once, under the title or in the middle.
    let unit =
      measure.unit == "%" || !(input.hasTitle || input.spec["center"] != nil) ? measure.unit : ""
    let theta: SpecValue = ["field": measure.field, "type": "quantitative", "stack": true]
    let order: SpecValue = ["field": measure.field, "type": "quantitative", "sort": "descending"]
    let names = zip(input.column("x"), input.column("y")).sorted { $0.1.number > $1.1.number }.map(
      \.0.words)
    var layers: [SpecValue] = [
      [
        "mark": ["type": "arc", "innerRadius": 30, "outerRadius": 56, "stroke": "white"],
        "encoding": [
          "theta": theta,
          "color": [
            "field": input.field("x"), "type": "nominal", "sort": nil, "legend": nil,
            "scale": [
              "domain": SpecValue(names.map { SpecValue($0) }),
              "range": SpecValue(
                PresetInk.series.prefix(max(1, names.count)).map { SpecValue($0.fill) }),
            ],
          ],
          "order": order,
        ],
      ],
      [
        "transform": [
          [
            "calculate": SpecValue("\(input.datum("x")) + ' ' + \(measure.expression) + '\(unit)'"),
            "as": "__label",
          ]
        ],
        "mark": ["type": "text", "radius": SpecValue(Self.radius), "fontSize": 7.5],
        "encoding": ["theta": theta, "text": ["field": "__label"], "order": order],
      ],
    ]
    if let center = input.spec["center"] {
      layers.append([
        "data": ["values": [[:]]],
        "mark": ["type": "text", "text": center, "fontSize": 13, "fontWeight": "bold"],
      ])
    }
    var view: SpecValue = ["width": 124, "height": 124, "layer": SpecValue(layers)]
    if !measure.transform.isEmpty { view["transform"] = SpecValue(measure.transform) }
    return view
  }
}

/// Bars of one length in parts, the shares in those that have room.
struct PercentBars {
  let input: PresetInput

  init(_ input: PresetInput) { self.input = input }

  /// The least part that has its share in it.
  private static let least = 0.08

  var view: SpecValue {
    let names = input.names("x")
    let series = input.names("series")
    let rows = input.names(of: input.field("x"), names, least: 18)
    let width = input.width(230, beside: rows.room)
    let inks = (0..<series.count).map { PresetInk.series[$0 % PresetInk.series.count] }
    let dark = zip(series, inks).filter { $0.1.words == "#ffffff" }.map { "'\($0.0)'" }
    return [
      "width": SpecValue(width),
      "height": ["step": SpecValue(rows.step)],
      "transform": [
        [
          "stack": input.field("y"), "groupby": [input.field("x")], "offset": "normalize",
          "as": ["__from", "__to"],
        ],
        ["calculate": "datum.__to - datum.__from", "as": "__share"],
        ["calculate": "(datum.__to + datum.__from) / 2", "as": "__middle"],
      ],
      "encoding": ["y": rows.y],
      "layer": SpecValue(
        [
          [
            "mark": [
              "type": "bar", "height": SpecValue(rows.layers.isEmpty ? rows.step * 0.86 : 11),
              "stroke": "white", "strokeWidth": 0.5,
            ],
            "encoding": [
              "x": [
                "field": "__from", "type": "quantitative", "axis": nil,
                "scale": ["domain": [0, 1]],
              ],
              "x2": ["field": "__to"],
              "color": [
                "field": input.field("series"), "type": "nominal", "sort": nil,
                "scale": [
                  "domain": SpecValue(series.map { SpecValue($0) }),
                  "range": SpecValue(inks.map { SpecValue($0.fill) }),
                ],
              ],
            ],
          ],
          [
            "transform": [
              ["filter": SpecValue("datum.__share >= \(max(Self.least, 20 / width))")]
            ],
            "mark": ["type": "text"],
            "encoding": [
              "x": ["field": "__middle", "type": "quantitative", "axis": nil],
              "text": ["field": "__share", "type": "quantitative", "format": ".0%"],
              "color": [
                "condition": [
                  "test": SpecValue(
                    "indexof([\(dark.joined(separator: ", "))], \(input.datum("series"))) >= 0"),
                  "value": "white",
                ], "value": "black",
              ],
            ],
          ],
        ] + rows.layers),
    ]
  }
}
