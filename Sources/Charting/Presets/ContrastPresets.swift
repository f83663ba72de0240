extension Preset {
  /// Now beside before.
  static let contrasts: [Preset] = [
    Preset("dumbbell", "前后对比", needs: ["x", "y", "series"], takes: [], measure: "y") { input in
      PairPreset(input).dumbbell
    },
    Preset("slope", "坡度", needs: ["x", "y", "series"], takes: [], measure: "y") { input in
      SlopePreset(input).view
    },
    Preset(
      "double-down-double-up", "双降双提升", needs: ["indicator", "phase", "y"], takes: ["columns"]
    ) { input in
      [
        "columns": input.spec["columns"] ?? (input.isNarrow ? 2 : 4),
        "facet": ["field": input.field("indicator"), "type": "nominal", "sort": nil, "title": nil],
        "spec": [
          "width": input.isNarrow ? 46 : 74, "height": 78,
          "encoding": [
            "x": [
              "field": input.field("phase"), "type": "ordinal", "sort": nil,
              "axis": ["title": nil, "labelAngle": 0],
            ],
            // Room for numbers over and under the points, so that heads stand on one line.
            "y": [
              "field": input.field("y"), "type": "quantitative",
              "scale": ["zero": false, "padding": 17, "nice": false], "axis": nil,
            ],
          ],
          "layer": [
            ["mark": ["type": "line", "color": "#333"]],
            [
              "mark": [
                "type": "point", "filled": true, "size": 34, "color": PresetInk.own, "opacity": 1,
              ]
            ],
            [
              "transform": [
                [
                  "window": [
                    ["op": "lag", "field": input.field("y"), "as": "__before"],
                    ["op": "lead", "field": input.field("y"), "as": "__after"],
                  ], "groupby": [input.field("indicator")],
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
  ]
}

/// Two series side by side: as points on one line, or as bars back to back.
struct PairPreset {
  let input: PresetInput
  private let measure: PresetMeasure

  init(_ input: PresetInput) {
    self.input = input
    measure = input.measure("y")
  }

  /// Most rows that have their numbers beside them.
  private static let labelled = 8

  /// The names in the order of the latest series, the largest first.
  private var order: [String] {
    let latest = input.names("series").last ?? ""
    var values: [String: Double] = [:]
    for (place, name) in input.column("x").enumerated()
    where input.column("series")[place].words == latest {
      values[name.words] = input.column("y")[place].measure
    }
    return input.names("x").enumerated().sorted { a, b in
      let (left, right) = (values[a.element] ?? -.infinity, values[b.element] ?? -.infinity)
      return left == right ? a.offset < b.offset : left > right
    }.map(\.element)
  }

  var dumbbell: SpecValue {
    let names = order
    let isLabelled = names.count <= Self.labelled
    // Two points on one place have one number, behind them.
    let first = input.names("series").first ?? ""
    let ends: [(test: String, alone: String, align: SpecValue, dx: SpecValue)] = [
      ("datum.__low", "false", "right", -6),
      ("datum.__high", "\(input.datum("series")) === '\(first)'", "left", 6),
    ]
    let unit = input.hasTitle || !isLabelled ? "" : measure.unit
    let labels = ends.map { end -> SpecValue in
      [
        "transform": [
          [
            "joinaggregate": [
              ["op": "min", "field": measure.field, "as": "__low"],
              ["op": "max", "field": measure.field, "as": "__high"],
            ], "groupby": [input.field("x")],
          ],
          [
            "filter": SpecValue(
              "\(measure.datum) === \(end.test) && (datum.__low !== datum.__high || \(end.alone))")
          ],
          [
            "calculate": SpecValue(
              "\(measure.expression) + (\(input.datum("x")) === '\(names.first ?? "")' && \(end.test) === datum.__high ? '\(unit)' : '')"
            ),
            "as": "__label",
          ],
        ],
        "mark": ["type": "text", "align": end.align, "dx": end.dx],
        "encoding": ["text": ["field": "__label", "type": "nominal"]],
      ]
    }
    var x: SpecValue = [
      "field": measure.field, "type": "quantitative",
      "scale": ["zero": false, "padding": isLabelled ? 26 : 10, "nice": false],
    ]
    x["axis"] =
      isLabelled
      ? SpecValue(.null) : ["title": input.hasTitle ? SpecValue(.null) : SpecValue(measure.unit)]
    let rows = input.names(
      of: input.field("x"), names, sort: SpecValue(names.map { SpecValue($0) }), least: 18)
    return [
      "width": SpecValue(input.width(220, beside: rows.room)),
      "height": ["step": SpecValue(rows.step)],
      "transform": SpecValue(
        measure.transform + [["filter": SpecValue("\(measure.datum) !== null")]]),
      "encoding": [
        "x": x, "y": rows.y,
      ],
      "layer": SpecValue(
        [
          [
            "mark": ["type": "line", "color": PresetInk.other, "strokeWidth": 2.5],
            "encoding": ["detail": ["field": input.field("x")]],
          ],
          [
            "mark": ["type": "point", "filled": true, "size": 60, "opacity": 1],
            "encoding": [
              "color": [
                "field": input.field("series"), "type": "nominal", "sort": nil,
                "scale": ["range": ["#7fb2d9", PresetInk.own]],
              ]
            ],
          ],
        ] + (isLabelled ? labels : []) + rows.layers),
    ]
  }

  /// Bars back to back, the numbers at their ends.
  var pyramid: SpecValue {
    let names = input.names("x")
    // Ages and other rows that count rise from the foot.
    let rises = names.allSatisfy { $0.contains(where: \.isNumber) }
    let isLeft = "\(input.datum("series")) === '\(input.text("left"))'"
    func label(_ isOnLeft: Bool) -> SpecValue {
      [
        "transform": [["filter": SpecValue(isOnLeft ? isLeft : "!(\(isLeft))")]],
        "mark": ["type": "text", "align": isOnLeft ? "right" : "left", "dx": isOnLeft ? -3 : 3],
        "encoding": [
          "text": ["field": measure.field, "type": "quantitative", "format": measure.format]
        ],
      ]
    }
    let widest = measure.values.map { Advance.of(measure.words($0), size: 7.5) }.max() ?? 0
    let order = SpecValue((rises ? names.reversed() : names).map { SpecValue($0) })
    var rows = input.names(of: input.field("x"), names, sort: order, least: 15)
    rows.y["type"] = "ordinal"
    return [
      "width": SpecValue(input.width(230, beside: rows.room)),
      "height": ["step": SpecValue(rows.step)],
      "transform": SpecValue(
        measure.transform + [
          [
            "calculate": SpecValue("\(isLeft) ? -\(measure.datum) : \(measure.datum)"),
            "as": "__signed",
          ]
        ]),
      "encoding": [
        "y": rows.y,
        "x": [
          "field": "__signed", "type": "quantitative", "axis": nil,
          "scale": ["padding": SpecValue(widest + 9), "nice": false],
        ],
      ],
      "layer": SpecValue(
        [
          [
            "mark": [
              "type": "bar", "height": SpecValue(rows.layers.isEmpty ? rows.step * 0.86 : 10),
            ],
            "encoding": [
              "color": [
                "field": input.field("series"), "type": "nominal", "sort": nil,
                "scale": ["range": ["#7fb2d9", PresetInk.own]],
                "legend": [
                  "title": input.hasTitle || measure.unit.isEmpty
                    ? nil : SpecValue("单位：\(measure.unit)")
                ],
              ]
            ],
          ], label(true), label(false),
        ] + rows.layers),
    ]
  }
}

/// Lines from one time to the next, with the numbers at both ends and the names at the last.
struct SlopePreset {
  let input: PresetInput
  private let measure: PresetMeasure

  init(_ input: PresetInput) {
    self.input = input
    measure = input.measure("y")
  }

  private static let line = 9.0

  private var height: Double {
    input.spec["height"]?.number ?? max(120, Double(input.names("series").count) * Self.line * 1.3)
  }

  /// The ends of lines at one time: their values, and where their words stand without overlap, in the
  /// measure's own scale.
  private func ends(at time: String?) -> [(series: String, value: Double, place: Double)] {
    let (times, names, values) = (input.column("x"), input.column("series"), input.column("y"))
    var found = times.indices.compactMap { row -> (series: String, value: Double, place: Double)? in
      guard times[row].words == time, let value = values[row].measure else { return nil }
      return (names[row].words, value / measure.divisor, value / measure.divisor)
    }.sorted { $0.value < $1.value }
    let gap = max(domain.upper - domain.lower, 1e-9) / height * Self.line
    for place in found.indices.dropFirst() {
      found[place].place = max(found[place].place, found[place - 1].place + gap)
    }
    // What rose over the top goes down again, and pushes the others.
    if let last = found.last, last.place > domain.upper {
      found[found.count - 1].place = domain.upper
      for place in found.indices.dropLast().reversed() {
        found[place].place = min(found[place].place, found[place + 1].place - gap)
      }
    }
    return found
  }

  private var domain: (lower: Double, upper: Double) {
    let air = max((measure.high - measure.low) * 0.08, 1e-9)
    return (measure.low - air, measure.high + air)
  }

  var view: SpecValue {
    let times = input.names("x")
    let order = input.names("series")
    let inks = PresetInk.series.map { SpecValue($0.fill) }
    let y: SpecValue = [
      "field": measure.field, "type": "quantitative", "axis": nil,
      "scale": [
        "domain": [SpecValue(domain.lower), SpecValue(domain.upper)], "nice": false, "zero": false,
      ],
    ]
    var place = y
    place["field"] = "__place"
    let band: SpecValue = [
      "field": input.field("x"), "type": "ordinal", "sort": SpecValue(times.map { SpecValue($0) }),
      "axis": ["title": nil, "labelAngle": 0, "grid": true],
    ]
    func words(_ time: String?, isLast: Bool) -> SpecValue {
      let found = ends(at: time)
      let rows = found.map { end -> SpecValue in
        var row: SpecValue = ["__place": SpecValue(end.place)]
        row[input.text("x")] = SpecValue(time ?? "")
        let unit = input.hasTitle || end.series != found.last?.series ? "" : measure.unit
        row["__words"] = SpecValue(
          isLast ? "\(end.series) \(measure.words(end.value))\(unit)" : measure.words(end.value))
        return row
      }
      return [
        "data": ["values": SpecValue(rows)],
        "mark": [
          "type": "text", "align": isLast ? "left" : "right", "dx": isLast ? 6 : -6,
          "fontSize": input.isNarrow ? 6.5 : 8,
        ],
        "encoding": ["x": band, "y": place, "text": ["field": "__words", "type": "nominal"]],
      ]
    }
    let isFew = order.count <= inks.count
    let colour: SpecValue =
      isFew
      ? [
        "field": input.field("series"), "type": "nominal", "legend": nil,
        "scale": [
          "domain": SpecValue(order.map { SpecValue($0) }),
          "range": SpecValue(Array(inks.prefix(order.count))),
        ],
      ] : ["value": PresetInk.neutral]
    return [
      "width": SpecValue(input.width(max(110, Double(times.count - 1) * 90), beside: 90)),
      "height": SpecValue(height),
      "transform": SpecValue(
        measure.transform + [["filter": SpecValue("\(measure.datum) !== null")]]),
      "layer": [
        [
          "mark": ["type": "line", "point": ["size": 26]],
          "encoding": [
            "x": band, "y": y, "color": colour, "detail": ["field": input.field("series")],
          ],
        ], words(times.first, isLast: false), words(times.last, isLast: true),
      ],
    ]
  }
}
