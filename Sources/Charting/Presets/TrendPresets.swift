extension Preset {
  /// Courses over time.
  static let trends: [Preset] = [
    Preset("trend", "走势", needs: ["x", "y"], takes: ["series", "format"]) { input in
      let x: SpecValue = [
        "field": input.field("x"), "type": "ordinal", "sort": nil, "axis": ["title": nil],
      ]
      let y: SpecValue = [
        "field": input.field("y"), "type": "quantitative", "title": input.unitTitle,
      ]
      if let series = input.spec["series"] {
        return [
          "mark": ["type": "line", "point": ["size": 14]],
          "encoding": [
            "x": x, "y": y, "color": ["field": series, "type": "nominal", "sort": nil],
          ],
        ]
      }
      return [
        "encoding": ["x": x, "y": y],
        "layer": [
          ["mark": ["type": "area", "opacity": 0.35]],
          ["mark": ["type": "line", "point": ["size": 20]]],
          [
            "transform": [
              ["window": [["op": "row_number", "as": "__n"]]],
              ["joinaggregate": [["op": "count", "as": "__all"]]],
              ["filter": "datum.__n === datum.__all"],
            ],
            "mark": [
              "type": "text", "dy": -9, "align": "right", "dx": 4, "fontWeight": "bold",
              "fontSize": 9,
            ],
            "encoding": [
              "text": [
                "field": input.field("y"), "type": "quantitative",
                "format": input.spec["format"] ?? ",.10~f",
              ]
            ],
          ],
        ],
      ]
    },
    Preset("amount-growth", "总量与增速", needs: ["x", "amount", "growth"], takes: ["growthUnit"]) {
      input in
      let shared: SpecValue = [
        "x": ["field": input.field("x"), "type": "ordinal", "sort": nil, "axis": ["title": nil]]
      ]
      // Room over and under the line for its numbers.
      let growth: SpecValue = [
        "field": input.field("growth"), "type": "quantitative", "scale": ["padding": 12],
      ]
      let axis: SpecValue = ["title": input.spec["growthUnit"] ?? "%", "axis": ["grid": false]]
      let line: SpecValue = [
        "encoding": ["y": growth.merging(axis)],
        "layer": [
          [
            "mark": [
              "type": "line", "color": "#8f2a22", "point": ["color": "#8f2a22", "size": 18],
            ]
          ],
          [
            "transform": [
              [
                "window": [
                  ["op": "lag", "field": input.field("growth"), "as": "__before"],
                  ["op": "lead", "field": input.field("growth"), "as": "__after"],
                ]
              ],
              [
                "calculate": SpecValue(
                  "datum.__before !== null ? datum.__before : \(input.datum("growth"))"),
                "as": "__left",
              ],
              [
                "calculate": SpecValue(
                  "datum.__after !== null ? datum.__after : \(input.datum("growth"))"),
                "as": "__right",
              ],
            ],
            // A number stands on the side of its point that the line leaves free.
            "mark": [
              "type": "text", "fontSize": 7,
              "dy": [
                "expr": SpecValue(
                  "datum.__left + datum.__right > 2 * \(input.datum("growth")) ? 8 : -7")
              ],
            ],
            "encoding": [
              "text": [
                "field": input.field("growth"), "type": "quantitative", "format": ".1f",
              ]
            ],
          ],
        ],
      ]
      let bars: SpecValue = [
        "mark": ["type": "bar", "color": "#a9c3d6"],
        "encoding": [
          "y": ["field": input.field("amount"), "type": "quantitative", "title": input.unitTitle]
        ],
      ]
      return [
        "encoding": shared, "layer": [bars, line], "resolve": ["scale": ["y": "independent"]],
      ]
    },
    Preset("bump", "位次变化", needs: ["x", "rank", "series"], takes: ["highlight"]) { input in
      let colour: SpecValue = [
        "condition": [
          "test": SpecValue("\(input.datum("series")) === '\(input.text("highlight"))'"),
          "value": "#8f2a22",
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
    Preset("waterfall", "增减构成", needs: ["x", "y"], takes: []) { input in
      let y = input.datum("y")
      return [
        "transform": [
          ["window": [["op": "sum", "field": input.field("y"), "as": "__end"]]],
          ["calculate": SpecValue("datum.__end - \(y)"), "as": "__start"],
          [
            "calculate": SpecValue("(\(y) > 0 ? '+' : '') + format(\(y), ',.10~f')"),
            "as": "__label",
          ],
          ["calculate": "max(datum.__start, datum.__end)", "as": "__top"],
        ],
        "width": ["step": 42],
        "encoding": [
          "x": ["field": input.field("x"), "type": "ordinal", "sort": nil, "axis": ["title": nil]]
        ],
        "layer": [
          [
            "mark": ["type": "bar"],
            "encoding": [
              "y": ["field": "__start", "type": "quantitative", "title": input.unitTitle],
              "y2": ["field": "__end"],
              "color": [
                "condition": ["test": SpecValue("\(y) < 0"), "value": "#3a7fb5"],
                "value": "#8f2a22",
              ],
            ],
          ],
          [
            "mark": ["type": "text", "dy": -7],
            "encoding": [
              "y": ["field": "__top", "type": "quantitative"], "text": ["field": "__label"],
            ],
          ],
        ],
      ]
    },
  ]
}
