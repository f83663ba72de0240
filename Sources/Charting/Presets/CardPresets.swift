extension Preset {
  /// Numbers that stand alone: cards and rings.
  static let cards: [Preset] = [
    Preset("kpi", "指标卡", needs: ["value", "label"], takes: ["change", "rank", "goodDirection"]) {
      input in
      KPICard(input.spec).view
    },
    Preset("kpi-row", "指标卡组", needs: ["cards"]) { input in
      let cards = input.spec["cards"]?.list ?? []
      // Three beside each other go into two columns of a newspaper at their full size.
      var view: SpecValue = ["data": ["values": [[:]]], "spacing": 6]
      view["hconcat"] = SpecValue(
        cards.map { KPICard($0.merging(["width": 76]), size: 17).view })
      return view
    },
    Preset("ring", "进度环", needs: ["value", "of"], takes: ["label"]) { input in
      let (value, whole) = (input.number("value", 0), max(input.number("of", 1), 1e-9))
      let share = min(1, max(0, value / whole))
      let words = (NumberFormat(".1~f")?.text(share * 100, rounding: .decimal) ?? "") + "%"
      return [
        "data": [
          "values": [["k": "完成", "v": SpecValue(share)], ["k": "未完成", "v": SpecValue(1 - share)]]
        ],
        "width": 90, "height": 90,
        "layer": [
          [
            "mark": ["type": "arc", "innerRadius": 30, "outerRadius": 44],
            "encoding": [
              "theta": ["field": "v", "type": "quantitative", "stack": true],
              "order": ["field": "k", "type": "nominal", "sort": "ascending"],
              "color": [
                "field": "k", "type": "nominal", "legend": nil,
                "scale": ["domain": ["完成", "未完成"], "range": ["#8f2a22", "#dde5ea"]],
              ],
            ],
          ],
          [
            "data": ["values": [[:]]],
            "mark": [
              "type": "text", "text": SpecValue(words), "fontSize": 15, "fontWeight": "bold",
              "dy": -3,
            ],
          ],
          [
            "data": ["values": [[:]]],
            "mark": ["type": "text", "text": input.spec["label"] ?? "", "fontSize": 7.5, "dy": 11],
          ],
        ],
      ]
    },
  ]
}

/// One figure: the number with its unit, what it counts, how it changed, its rank.
struct KPICard {
  let spec: SpecValue
  /// The size of the number, in points.
  let size: Double

  init(_ spec: SpecValue, size: Double = 22) {
    self.spec = spec
    self.size = size
  }

  /// Red is up and green is down, as is usual in China, unless less is better.
  private var colour: SpecValue {
    let change = spec["change"]?.number ?? 0
    let isGood = (change >= 0) != (spec["goodDirection"]?.text == "down")
    return isGood ? "#8f2a22" : "#1f6b4a"
  }

  /// The card as a layer of texts and an arrow.
  var view: SpecValue {
    let value = spec["value"].map { DataValue($0).words } ?? ""
    let number =
      spec["value"]?.number.map { NumberFormat(",.10~f")?.text($0, rounding: .decimal) ?? value }
      ?? value
    // Digits of the bold face are 0.58 em wide, the marks between them half of that.
    let digits = number.reduce(0.0) { $0 + (",.".contains($1) ? 0.29 : 0.58) * size }
    let advance = digits + 3
    var layers: [SpecValue] = [
      text(SpecValue(number), x: 0, y: 20, size: size, isBold: true),
      text(spec["label"] ?? "", x: 0, y: 42, size: 8, isBold: false),
    ]
    if let unit = spec["unit"] {
      layers.append(text(unit, x: advance, y: 22, size: 9, isBold: false))
    }
    if let change = spec["change"]?.number {
      let words = (NumberFormat(".1~f")?.text(change.magnitude, rounding: .decimal) ?? "") + "%"
      layers.append([
        "mark": [
          "type": "point", "filled": true, "opacity": 1, "size": 34, "x": 4, "y": 56,
          "shape": change >= 0 ? "triangle-up" : "triangle-down", "color": colour,
        ]
      ])
      var label = text(SpecValue("同比" + words), x: 11, y: 56, size: 8, isBold: true)
      label["mark"]?["color"] = colour
      layers.append(label)
    }
    if let rank = spec["rank"] {
      layers.append(text(rank, x: 0, y: spec["change"] == nil ? 56 : 68, size: 7.5, isBold: false))
    }
    var view: SpecValue = ["data": ["values": [[:]]], "width": spec["width"] ?? 110, "height": 64]
    view["layer"] = SpecValue(layers)
    return view
  }

  private func text(_ words: SpecValue, x: Double, y: Double, size: Double, isBold: Bool)
    -> SpecValue
  {
    [
      "mark": [
        "type": "text", "text": words, "x": SpecValue(x), "y": SpecValue(y), "align": "left",
        "baseline": "middle", "fontSize": SpecValue(size), "fontWeight": isBold ? "bold" : "normal",
      ]
    ]
  }
}
