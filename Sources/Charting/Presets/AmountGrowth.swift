/// Bars of an amount and over them the line of its growth, each with its own scale and its numbers.
struct AmountGrowth {
  let input: PresetInput
  private let amount: PresetMeasure
  private let growth: PresetMeasure

  init(_ input: PresetInput) {
    self.input = input
    amount = input.measure("amount")
    var plain = input.spec
    plain["unit"] = input.spec["growthUnit"] ?? "%"
    growth = PresetInput(spec: plain, table: input.table).measure("growth")
  }

  private var names: [String] { input.names("x") }
  private var width: Double { input.width(max(240, Double(min(names.count, 40)) * 27), beside: 30) }

  /// Whether amounts have room over their bars.
  private var isLabelled: Bool {
    let room = width / Double(max(1, names.count)) - 1
    return names.count <= 14
      && amount.values.allSatisfy { Advance.of(amount.words($0), size: 6.5) <= room }
  }

  var view: SpecValue {
    let x: SpecValue = [
      "field": input.field("x"), "type": "ordinal", "sort": nil, "axis": ["title": nil],
    ]
    var view: SpecValue = [
      "width": SpecValue(width), "height": 150,
      "layer": SpecValue([bars, line].map { $0.merging(["encoding": ["x": x]]) } + zero + heads),
      "resolve": ["scale": ["y": "independent"], "axis": ["y": "independent"]],
    ]
    if !amount.transform.isEmpty { view["transform"] = SpecValue(amount.transform) }
    return view
  }

  /// Bars take three fifths of the height, so that the line has room over them.
  private var bars: SpecValue {
    let top = amount.high > 0 ? amount.high / 0.58 : 1
    let y: SpecValue = [
      "field": amount.field, "type": "quantitative", "title": nil,
      "scale": ["domain": [SpecValue(min(0, amount.low)), SpecValue(top)], "nice": false],
    ]
    var axis: SpecValue = SpecValue(.null)
    if !isLabelled {
      let ticks = Ticks.linear(min(0, amount.low), amount.high, 4)
      axis = ["values": SpecValue(ticks.map { SpecValue($0) }), "title": nil]
    }
    var bar = y
    bar["axis"] = axis
    var layers: [SpecValue] = [
      ["mark": ["type": "bar", "color": "#a9c3d6"], "encoding": ["y": bar]]
    ]
    if isLabelled {
      layers.append([
        "mark": ["type": "text", "fontSize": 6.5, "dy": -5],
        "encoding": [
          "y": bar,
          "text": ["field": amount.field, "type": "quantitative", "format": amount.format],
        ],
      ])
    }
    return ["layer": SpecValue(layers)]
  }

  /// The scale of growth, by which its line lies over the bars.
  private var scale: SpecValue {
    let span = max(growth.high - growth.low, 0.5)
    return [
      "domain": [SpecValue(growth.high - span / 0.24), SpecValue(growth.high + span * 0.3)],
      "nice": false, "zero": false,
    ]
  }

  private var line: SpecValue {
    let y: SpecValue = [
      "field": growth.field, "type": "quantitative", "axis": nil, "scale": scale,
    ]
    return [
      "layer": [
        [
          "mark": [
            "type": "line", "color": PresetInk.rise,
            "point": ["color": PresetInk.rise, "size": 18],
          ],
          "encoding": ["y": y],
        ],
        [
          "transform": [["filter": SpecValue(shown)]],
          "mark": ["type": "text", "fontSize": 7, "dy": -7, "color": PresetInk.rise],
          "encoding": [
            "y": y,
            "text": ["field": growth.field, "type": "quantitative", "format": growth.format],
          ],
        ],
      ]
    ]
  }

  /// Which points have their numbers: all where they find room, else the highest, the lowest and
  /// the last.
  private var shown: String {
    let room = width / Double(max(1, names.count))
    let widest = growth.values.map { Advance.of(growth.words($0), size: 7) }.max() ?? 0
    if widest * 0.9 <= room { return "true" }
    let last = names.last.map { "\(input.datum("x")) === '\($0)'" } ?? "false"
    return "\(growth.datum) === \(growth.high) || \(growth.datum) === \(growth.low) || \(last)"
  }

  /// Where growth turns to decline, if it does.
  private var zero: [SpecValue] {
    guard growth.low < 0, growth.high > 0 else { return [] }
    let span = max(growth.high - growth.low, 0.5)
    let share = 1 - (0 - growth.high + span / 0.24) / (span / 0.24 + span * 0.3)
    let y: SpecValue = ["value": SpecValue((share * 150 * 10).rounded() / 10)]
    return [
      [
        "data": ["values": [[:]]],
        "mark": [
          "type": "rule", "color": PresetInk.rise, "strokeWidth": 0.4, "strokeDash": [2, 1.5],
        ],
        "encoding": ["x": ["value": 0], "x2": ["value": "width"], "y": y],
      ]
    ]
  }

  /// What bars and line are, in their colours, over the plot; under each other in a narrow figure.
  private var heads: [SpecValue] {
    let unit = amount.unit.isEmpty ? "" : "（\(amount.unit)）"
    let first = "■ \(amount.name)\(unit)"
    let second = "● \(growth.name)（\(growth.unit)）"
    let isTight = Advance.of(first + second, size: 7.5) + 8 > width
    func head(_ words: String, _ x: SpecValue, _ align: SpecValue, _ y: Double, _ ink: SpecValue)
      -> SpecValue
    {
      [
        "data": ["values": [[:]]],
        "mark": [
          "type": "text", "text": SpecValue(words), "x": x, "y": SpecValue(y), "align": align,
          "fontSize": 7.5, "color": ink,
        ], "encoding": ["x": ["value": x], "y": ["value": SpecValue(y)]],
      ]
    }
    return [
      head(first, 0, "left", isTight ? -17 : -7, "#33658c"),
      head(second, isTight ? 0 : "width", isTight ? "left" : "right", -7, PresetInk.rise),
    ]
  }
}
