extension Preset {
  /// Parts of a whole.
  static let shares: [Preset] = [
    Preset("donut", "构成", needs: ["x", "y"], takes: ["center"]) { input in
      var layers: [SpecValue] = [
        [
          "mark": ["type": "arc", "innerRadius": 30, "outerRadius": 56, "stroke": "white"],
          "encoding": [
            "theta": ["field": input.field("y"), "type": "quantitative", "stack": true],
            "color": ["field": input.field("x"), "type": "nominal", "sort": nil, "legend": nil],
            "order": ["field": input.field("y"), "type": "quantitative", "sort": "descending"],
          ],
        ],
        [
          "transform": [
            [
              "calculate": SpecValue(
                "\(input.datum("x")) + ' ' + format(\(input.datum("y")), ',.10~f')"),
              "as": "__label",
            ]
          ],
          "mark": ["type": "text", "radius": 62, "fontSize": 7.5],
          "encoding": [
            "theta": ["field": input.field("y"), "type": "quantitative", "stack": true],
            "text": ["field": "__label"],
            "order": ["field": input.field("y"), "type": "quantitative", "sort": "descending"],
          ],
        ],
      ]
      if let center = input.spec["center"] {
        layers.append([
          "data": ["values": [[:]]],
          "mark": ["type": "text", "text": center, "fontSize": 13, "fontWeight": "bold"],
        ])
      }
      return ["width": 124, "height": 124, "layer": SpecValue(layers)]
    },
    Preset("percent-bar", "百分比条", needs: ["x", "y", "series"], takes: []) { input in
      [
        "height": ["step": 18], "mark": ["type": "bar"],
        "encoding": [
          "y": ["field": input.field("x"), "type": "nominal", "sort": nil, "axis": ["title": nil]],
          "x": [
            "field": input.field("y"), "type": "quantitative", "stack": "normalize",
            "axis": ["title": nil, "format": ".0%"],
          ],
          "color": ["field": input.field("series"), "type": "nominal", "sort": nil],
        ],
      ]
    },
    Preset("rectify", "整改销号", needs: ["x", "done", "total"], takes: []) { input in
      [
        "height": ["step": 20],
        "transform": [
          [
            "calculate": SpecValue("\(input.datum("done")) / \(input.datum("total"))"),
            "as": "__share",
          ], ["calculate": "1", "as": "__one"],
          [
            "calculate": SpecValue("\(input.datum("done")) + '/' + \(input.datum("total"))"),
            "as": "__label",
          ],
        ],
        "encoding": [
          "y": ["field": input.field("x"), "type": "nominal", "sort": nil, "axis": ["title": nil]]
        ],
        "layer": [
          [
            "mark": ["type": "bar", "color": "#dde5ea", "height": 9],
            "encoding": [
              "x": [
                "field": "__one", "type": "quantitative", "scale": ["domain": [0, 1]], "axis": nil,
              ]
            ],
          ],
          [
            "mark": ["type": "bar", "color": "#1f6b4a", "height": 9],
            "encoding": ["x": ["field": "__share", "type": "quantitative"]],
          ],
          [
            "mark": ["type": "text", "align": "left", "dx": 5, "fontWeight": "bold"],
            "encoding": [
              "x": ["field": "__one", "type": "quantitative"], "text": ["field": "__label"],
            ],
          ],
        ],
      ]
    },
    Preset("waffle", "格点", needs: ["total"], takes: ["parts", "columns", "x", "y"]) { input in
      let columns = Int(bounded: input.number("columns", 25))
      let parts = input.spec["parts"]?.list ?? []
      var edge = 0.0
      var test = "''"
      for part in parts.reversed() where test == "''" { test = "'\(part["name"]?.text ?? "")'" }
      var bounds: [(Double, String)] = []
      for part in parts {
        edge += part["count"]?.number ?? 0
        bounds.append((edge, part["name"]?.text ?? ""))
      }
      for (limit, name) in bounds.dropLast().reversed() {
        test = "datum.i < \(NumberText.plain(limit)) ? '\(name)' : \(test)"
      }
      return [
        "data": [
          "sequence": ["start": 0, "stop": SpecValue(input.number("total", 100)), "as": "i"]
        ],
        "transform": [
          ["calculate": SpecValue("datum.i % \(columns)"), "as": "列"],
          ["calculate": SpecValue("floor(datum.i / \(columns))"), "as": "行"],
          ["calculate": SpecValue(test), "as": "类型"],
        ],
        "width": ["step": 9], "height": ["step": 9],
        "mark": ["type": "rect", "width": ["band": 0.84], "height": ["band": 0.84]],
        "encoding": [
          "x": ["field": "列", "type": "ordinal", "axis": nil],
          "y": ["field": "行", "type": "ordinal", "axis": nil],
          "color": [
            "field": "类型", "type": "nominal",
            // Neighbours differ in lightness, so that they part in grey print too.
            "scale": [
              "domain": SpecValue(bounds.map { SpecValue($0.1) }),
              "range": ["#0f2740", "#8fb6d3", "#8f2a22", "#e8a13a", "#b9c6cf"],
            ],
            "legend": ["orient": "bottom"],
          ],
        ],
      ]
    },
  ]
}
