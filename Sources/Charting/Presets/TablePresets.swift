extension Preset {
  /// Many numbers at once.
  static let tables: [Preset] = [
    Preset("heat-table", "热力表", needs: ["x", "y", "value"], takes: ["format"], measure: "value") {
      input in
      HeatTable(input).view
    },
    Preset("multiples", "小型多图", needs: ["x", "y", "series"], takes: ["columns"], measure: "y") {
      input in
      [
        "columns": input.spec["columns"] ?? SpecValue(columns(input)),
        "facet": ["field": input.field("series"), "type": "nominal", "sort": nil, "title": nil],
        "spec": [
          "width": 96, "height": 56, "mark": ["type": "line"],
          "transform": SpecValue(input.measure("y").transform),
          "encoding": [
            "x": [
              "field": input.field("x"), "type": "ordinal", "sort": nil, "axis": ["title": nil],
            ],
            "y": [
              "field": input.measure("y").field, "type": "quantitative", "title": nil,
              "axis": ["tickCount": 3],
            ],
          ],
        ],
      ]
    },
  ]

  /// Plots beside each other so that the last row is full or nearly so.
  private static func columns(_ input: PresetInput) -> Double {
    let count = input.names("series").count
    return count == 2 || count == 4 ? 2 : 3
  }
}

/// A table whose cells are shaded in five steps; the words on each step can be read.
struct HeatTable {
  let input: PresetInput
  private let measure: PresetMeasure

  init(_ input: PresetInput) {
    self.input = input
    measure = input.measure("value")
  }

  var view: SpecValue {
    let (across, down) = (input.names("x"), input.names("y"))
    // A narrow figure takes the longer side downwards.
    let names = { (words: [String]) in
      min(84, words.map { Advance.of($0, size: 7.5) }.max() ?? 0) + 8
    }
    let widest = measure.values.map { Advance.of(measure.words($0), size: 8) }.max() ?? 0
    let cell = { (count: Int, beside: Double) in
      (input.figureWidth ?? .infinity) - beside < Double(count) * (widest + 4)
    }
    let isTurned = across.count > down.count && cell(across.count, names(down))
    let (x, y) = isTurned ? ("y", "x") : ("x", "y")
    func place(_ key: String, _ orient: String?) -> SpecValue {
      var axis: SpecValue = ["title": nil, "domain": false]
      if let orient { axis["orient"] = SpecValue(orient) }
      return ["field": input.field(key), "type": "ordinal", "sort": nil, "axis": axis]
    }
    let bound = measure.low + 0.6 * (measure.high - measure.low)
    return [
      "width": ["step": SpecValue(max(30, min(48, widest + 10)))], "height": ["step": 16],
      "transform": SpecValue(measure.transform),
      "encoding": ["x": place(x, "top"), "y": place(y, nil)],
      "layer": [
        [
          "mark": ["type": "rect", "stroke": "white", "strokeWidth": 0.5],
          "encoding": [
            "color": [
              "field": measure.field, "type": "quantitative", "legend": nil,
              "scale": [
                "type": "quantize",
                "domain": [
                  SpecValue(measure.low), SpecValue(max(measure.high, measure.low + 1e-9)),
                ],
                "range": SpecValue(PresetInk.steps.map { SpecValue($0) }),
              ],
            ]
          ],
        ],
        [
          "mark": ["type": "text"],
          "encoding": [
            "text": [
              "field": measure.field, "type": "quantitative",
              "format": input.spec["format"] ?? measure.format,
            ],
            "color": [
              "condition": [
                "test": SpecValue(
                  "\(measure.datum) >= \(bound) && \(measure.datum) > \(measure.low)"),
                "value": "white",
              ], "value": "black",
            ],
          ],
        ],
      ],
    ]
  }
}
