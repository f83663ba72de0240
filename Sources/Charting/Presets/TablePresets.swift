extension Preset {
  /// Many numbers at once.
  static let tables: [Preset] = [
    Preset("heat-table", "热力表", needs: ["x", "y", "value"], takes: ["format"]) { input in
      let place: SpecValue = [
        "x": [
          "field": input.field("x"), "type": "ordinal", "sort": nil,
          "axis": ["title": nil, "orient": "top", "domain": false],
        ],
        "y": [
          "field": input.field("y"), "type": "ordinal", "sort": nil,
          "axis": ["title": nil, "domain": false],
        ],
      ]
      let value = input.datum("value")
      return [
        "width": ["step": 36], "height": ["step": 16],
        "transform": [
          [
            "joinaggregate": [
              ["op": "max", "field": input.field("value"), "as": "__max"],
              ["op": "min", "field": input.field("value"), "as": "__min"],
            ]
          ]
        ],
        "encoding": place,
        "layer": [
          [
            "mark": ["type": "rect"],
            "encoding": [
              "color": ["field": input.field("value"), "type": "quantitative", "legend": nil]
            ],
          ],
          [
            "mark": ["type": "text"],
            "encoding": [
              "text": [
                "field": input.field("value"), "type": "quantitative",
                "format": input.spec["format"] ?? ",.10~f",
              ],
              "color": [
                "condition": [
                  "test": SpecValue("\(value) - datum.__min > 0.56 * (datum.__max - datum.__min)"),
                  "value": "white",
                ], "value": "black",
              ],
            ],
          ],
        ],
      ]
    },
    Preset("multiples", "小型多图", needs: ["x", "y", "series"], takes: ["columns"]) { input in
      [
        "columns": input.spec["columns"] ?? SpecValue(columns(input)),
        "facet": ["field": input.field("series"), "type": "nominal", "sort": nil, "title": nil],
        "spec": [
          "width": 96, "height": 56, "mark": ["type": "line"],
          "encoding": [
            "x": [
              "field": input.field("x"), "type": "ordinal", "sort": nil, "axis": ["title": nil],
            ],
            "y": [
              "field": input.field("y"), "type": "quantitative", "title": nil,
              "axis": ["tickCount": 3],
            ],
          ],
        ],
      ]
    },
  ]

  /// Plots beside each other so that the last row is full or nearly so.
  private static func columns(_ input: PresetInput) -> Double {
    var names: [DataValue] = []
    for row in input.spec["data"]?["values"]?.list ?? [] {
      guard let name = row[input.text("series")].map({ DataValue($0) }) else { continue }
      if !names.contains(name) { names.append(name) }
    }
    return names.count == 2 || names.count == 4 ? 2 : 3
  }
}
