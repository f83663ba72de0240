extension Preset {
  /// Units beside each other, now beside before, done beside planned.
  static let comparisons: [Preset] = [
    Preset("ranking", "排名", needs: ["x", "y"], takes: ["highlight"]) { input in
      [
        "height": ["step": 15],
        "mark": ["type": "bar", "cornerRadiusEnd": 1],
        "encoding": [
          "y": [
            "field": input.field("x"), "type": "nominal", "sort": "-x", "axis": ["title": nil],
          ],
          "x": ["field": input.field("y"), "type": "quantitative", "title": input.unitTitle],
          "color": [
            "condition": [
              "test": SpecValue("\(input.datum("x")) === '\(input.text("highlight"))'"),
              "value": "#8f2a22",
            ],
            "value": "#b9c6cf",
          ],
        ],
      ]
    },
    Preset("bullet", "完成与目标", needs: ["x", "done", "target"], takes: ["progress"]) { input in
      let y: SpecValue = [
        "field": input.field("x"), "type": "nominal", "sort": nil, "axis": ["title": nil],
      ]
      var layers: [SpecValue] = [
        [
          "mark": ["type": "bar", "color": "#dde5ea", "height": ["band": 0.78]],
          "encoding": [
            "x": [
              "field": "__one", "type": "quantitative", "scale": ["domainMin": 0],
              "axis": ["title": "完成率", "format": ".0%"],
            ]
          ],
        ],
        [
          "mark": ["type": "bar", "color": "#3a7fb5", "height": ["band": 0.4]],
          "encoding": ["x": ["field": "__share", "type": "quantitative"]],
        ],
        [
          "mark": ["type": "text", "align": "left", "dx": 4, "fontWeight": "bold"],
          "encoding": [
            "x": ["field": "__end", "type": "quantitative"], "text": ["field": "__label"],
          ],
        ],
      ]
      if let progress = input.spec["progress"] {
        layers.append([
          "mark": [
            "type": "rule", "color": "#8f2a22", "strokeDash": [2, 1.5], "strokeWidth": 0.8,
          ],
          "encoding": [
            "x": ["datum": progress, "type": "quantitative"], "y": ["value": 0],
            "y2": ["value": "height"],
          ],
        ])
      }
      return [
        "height": ["step": 20],
        "transform": [
          ["calculate": "1", "as": "__one"],
          [
            "calculate": SpecValue("\(input.datum("done")) / \(input.datum("target"))"),
            "as": "__share",
          ],
          ["calculate": "max(1, datum.__share)", "as": "__end"],
          [
            "calculate": SpecValue(
              "format(\(input.datum("done")), ',.10~f') + '/' + format(\(input.datum("target")), ',.10~f') + '\(input.text("unit"))'"
            ), "as": "__label",
          ],
        ],
        "encoding": ["y": y], "layer": SpecValue(layers),
      ]
    },
    Preset("dumbbell", "前后对比", needs: ["x", "y", "series"], takes: []) { input in
      [
        "height": ["step": 18],
        "encoding": [
          "x": [
            "field": input.field("y"), "type": "quantitative", "title": input.unitTitle,
            "scale": ["zero": false, "padding": 10],
          ],
          "y": ["field": input.field("x"), "type": "nominal", "sort": nil, "axis": ["title": nil]],
        ],
        "layer": [
          [
            "mark": ["type": "line", "color": "#b9c6cf", "strokeWidth": 2.5],
            "encoding": ["detail": ["field": input.field("x")]],
          ],
          [
            "mark": ["type": "point", "filled": true, "size": 60, "opacity": 1],
            "encoding": [
              "color": [
                "field": input.field("series"), "type": "nominal", "sort": nil,
                "scale": ["range": ["#3a7fb5", "#8f2a22"]],
              ]
            ],
          ],
        ],
      ]
    },
    Preset("slope", "坡度", needs: ["x", "y", "series"], takes: []) { input in
      [
        "width": ["step": 90], "height": 120,
        "mark": ["type": "line", "point": ["size": 26]],
        "encoding": [
          "x": [
            "field": input.field("x"), "type": "ordinal", "sort": nil,
            "axis": ["title": nil, "labelAngle": 0],
          ],
          "y": [
            "field": input.field("y"), "type": "quantitative", "title": input.unitTitle,
            "scale": ["zero": false, "padding": 8],
          ],
          "color": ["field": input.field("series"), "type": "nominal", "sort": nil],
        ],
      ]
    },
    Preset(
      "double-down-double-up", "双降双提升", needs: ["indicator", "phase", "y"], takes: ["columns"]
    ) { input in
      [
        "columns": input.spec["columns"] ?? 4,
        "facet": ["field": input.field("indicator"), "type": "nominal", "sort": nil, "title": nil],
        "spec": [
          "width": 74, "height": 70,
          "encoding": [
            "x": [
              "field": input.field("phase"), "type": "ordinal", "sort": nil,
              "axis": ["title": nil, "labelAngle": 0],
            ],
            "y": [
              "field": input.field("y"), "type": "quantitative",
              "scale": ["zero": false, "padding": 8], "axis": nil,
            ],
          ],
          "layer": [
            ["mark": ["type": "line", "color": "#333"]],
            [
              "mark": [
                "type": "point", "filled": true, "size": 34, "color": "#8f2a22", "opacity": 1,
              ]
            ],
            [
              "transform": [
                [
                  "window": [
                    ["op": "lag", "field": input.field("y"), "as": "__before"],
                    ["op": "lead", "field": input.field("y"), "as": "__after"],
                  ]
                ]
              ],
              // The label stands on the side of its point that the line leaves free.
              "mark": [
                "type": "text", "fontWeight": "bold",
                "dy": [
                  "expr": SpecValue(
                    "(datum.__before !== null && \(input.datum("y")) < datum.__before) || (datum.__after !== null && datum.__after > \(input.datum("y"))) ? 9 : -9"
                  )
                ],
              ],
              "encoding": [
                "text": ["field": input.field("y"), "type": "quantitative", "format": ",.10~f"]
              ],
            ],
          ],
        ],
        "resolve": ["scale": ["y": "independent"]],
      ]
    },
    Preset("arrows", "升降方向", needs: ["indicator", "direction"], takes: []) { input in
      let rises = "\(input.datum("direction")) > 0"
      return [
        "height": ["step": 17], "width": 70,
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
                "condition": ["test": SpecValue(rises), "value": "#8f2a22"], "value": "#1f6b4a",
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
    Preset("pyramid", "两侧对比", needs: ["x", "y", "series", "left"], takes: []) { input in
      [
        "height": ["step": 14],
        "transform": [
          [
            "calculate": SpecValue(
              "\(input.datum("series")) === '\(input.text("left"))' ? -\(input.datum("y")) : \(input.datum("y"))"
            ), "as": "__signed",
          ]
        ],
        "mark": ["type": "bar"],
        "encoding": [
          "y": [
            "field": input.field("x"), "type": "ordinal", "sort": "descending",
            "axis": ["title": nil],
          ],
          "x": [
            "field": "__signed", "type": "quantitative", "title": input.unitTitle,
            "axis": ["labelExpr": "format(abs(datum.value), ',.10~f')", "tickCount": 5],
          ],
          "color": [
            "field": input.field("series"), "type": "nominal", "sort": nil,
            "scale": ["range": ["#3a7fb5", "#8f2a22"]],
          ],
        ],
      ]
    },
  ]
}
