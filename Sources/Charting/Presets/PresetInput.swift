/// What a preset is given.
struct PresetInput {
  let spec: SpecValue
  /// The rows of its data.
  var table = DataTable()
  /// The width that the figure should have, in points, where one is asked for.
  var figureWidth: Double?
  /// What takes findings.
  var context: ChartContext?

  /// A column's name.
  func field(_ key: String) -> SpecValue { spec[key] ?? "" }
  /// A text, empty where it is not given.
  func text(_ key: String) -> String { spec[key]?.text ?? "" }
  /// A number.
  func number(_ key: String, _ fallback: Double) -> Double { spec[key]?.number ?? fallback }
  /// A reference to a column in an expression.
  func datum(_ key: String) -> String { Self.datum(text(key)) }
  static func datum(_ field: String) -> String { "datum['\(field)']" }

  /// The values of a column, one a row.
  func column(_ key: String) -> [DataValue] { table.column(text(key)) }

  /// The different values of a column as words, in the order of the rows.
  func names(_ key: String) -> [String] {
    var seen: Set<String> = []
    return column(key).filter { $0 != .null }.map(\.words).filter { seen.insert($0).inserted }
  }

  /// Whether the figure is as narrow as a column of a newspaper.
  var isNarrow: Bool { figureWidth.map { $0 < 160 } ?? false }

  /// The width of the plot, in points: what is asked for less some points beside it, else a usual one.
  func width(_ usual: Double, beside: Double = 4) -> Double {
    spec["width"]?.number ?? figureWidth.map { max(60, $0 - beside) } ?? usual
  }

  /// Says how many rows have no place in the picture.
  func check(drawn count: Int) {
    let all = table.rows.count
    guard count < all || all == 0 else { return }
    context?.report(
      count == 0 ? ChartProblems.empty() : ChartProblems.undrawn(all - count, of: all),
      at: spec["preset"])
  }

  /// The axis of names: beside their bars, or over them where the figure is narrow or names and what
  /// stands behind the bars would leave these less than 45 % of it, with the step of the bars and the
  /// layer of the names over them.
  ///
  /// - Parameter behind: the room of words behind the bars, in points.
  func names(
    of field: SpecValue, _ names: [String], sort: SpecValue = SpecValue(.null), least: Double,
    behind: Double = 0
  ) -> (y: SpecValue, step: Double, layers: [SpecValue], room: Double) {
    var y: SpecValue = ["field": field, "type": "nominal", "sort": sort]
    let room = min(84, names.map { Advance.of($0, size: 7.5) }.max() ?? 0) + 6
    let isCrowded = behind > 0 && figureWidth.map { room + behind > 0.55 * $0 } ?? false
    guard isNarrow || isCrowded else {
      y["axis"] = ["title": nil, "domain": false]
      return (y, RankingPreset.step(names, least: least), [], room)
    }
    y["axis"] = SpecValue(.null)
    let layer: SpecValue = [
      "transform": [["aggregate": [["op": "count", "as": "__n"]], "groupby": [field]]],
      "mark": ["type": "text", "align": "left", "dy": -11],
      "encoding": ["x": ["value": 0], "text": ["field": field, "type": "nominal"]],
    ]
    return (y, 26, [layer], 0)
  }

  /// Whether there are words over the chart in which a unit can stand.
  var hasTitle: Bool { spec["title"] != nil }

  /// Whether these words name the unit already.
  var titleNamesUnit: Bool {
    ["title", "subtitle"].contains { key in
      spec[key]?.text.map { words in words.contains("单位") || words.hasSuffix(text("unit") + "）") }
        ?? false
    } && !text("unit").isEmpty
  }

  /// A measure as it is drawn and written: in one unit, with one number of decimals.
  func measure(_ key: String) -> PresetMeasure {
    let name = text(key)
    let unit = text("unit")
    let values = column(key).compactMap(\.measure)
    let heads = [text("title"), text("subtitle")]
    let isScaled =
      ChineseScale.isScaled(unit) || ChineseScale.isScaled(name)
      || heads.contains { ChineseScale.namesUnit($0) }
    let scale = isScaled ? ChineseScale(divisor: 1, unit: "") : ChineseScale.one(for: values)
    // Five digits are still read at a glance.
    let isPlain = scale.divisor == 1 || (values.map(\.magnitude).max() ?? 0) < 1e5
    guard !isPlain else {
      return PresetMeasure(
        name: name, unit: unit, places: MeasureWords.places(values), values: values)
    }
    return PresetMeasure(
      name: name, divisor: scale.divisor, unit: scale.unit + unit,
      places: MeasureWords.places(values.map { $0 / scale.divisor }),
      values: values.map { $0 / scale.divisor })
  }
}

/// A measure of a preset: the field that is drawn, its unit, its format.
struct PresetMeasure {
  /// The column that it comes from.
  var name: String
  /// What a drawn value is a part of: 10000 where numbers are written in 万.
  var divisor = 1.0
  var unit: String
  var places: Int
  /// The drawn values that there are.
  var values: [Double]

  /// The drawn field.
  var field: SpecValue { SpecValue(divisor == 1 ? name : "__\(name)") }
  var datum: String { PresetInput.datum(divisor == 1 ? name : "__\(name)") }
  var format: SpecValue { SpecValue(",.\(places)f") }

  /// Makes the drawn field.
  var transform: [SpecValue] {
    guard divisor != 1 else { return [] }
    let own = PresetInput.datum(name)
    return [
      [
        "calculate": SpecValue("\(own) === null ? null : \(own) / \(NumberText.plain(divisor))"),
        "as": field,
      ]
    ]
  }

  /// A drawn value in words.
  func words(_ value: Double) -> String {
    NumberFormat(",.\(places)f")?.text(value, rounding: .decimal) ?? NumberText.plain(value)
  }

  /// An expression for the words of the value.
  var expression: String { "format(\(datum), ',.\(places)f')" }

  var low: Double { values.min() ?? 0 }
  var high: Double { values.max() ?? 0 }
}

/// The colours of presets: of more and less as is usual in China, of one's own among others.
enum PresetInk {
  static let rise: SpecValue = "#8f2a22"
  static let fall: SpecValue = "#1f6b4a"
  static let own: SpecValue = "#8f2a22"
  static let other: SpecValue = "#b9c6cf"
  static let dark: SpecValue = "#0f2740"
  static let blue: SpecValue = "#3a7fb5"
  static let pale: SpecValue = "#dde5ea"
  static let neutral: SpecValue = "#5b6f7d"
  /// Five steps, the first three under black words and the last two under white ones.
  static let steps = ["#e4edf4", "#b9cfdf", "#8fb0c9", "#33658c", "#0f2740"]
  /// Series, each with the ink of words on it.
  static let series: [(fill: String, words: String)] = [
    ("#0f2740", "#ffffff"), ("#8f2a22", "#ffffff"), ("#3a7fb5", "#000000"), ("#e8a13a", "#000000"),
    ("#7d9a64", "#000000"), ("#b9c6cf", "#000000"), ("#6a4c7d", "#ffffff"), ("#dde5ea", "#000000"),
  ]

  /// The step of a value between the ends of its scale.
  static func step(_ value: Double, _ low: Double, _ high: Double) -> Int {
    guard high > low else { return 2 }
    return max(0, min(4, Int(bounded: (value - low) / (high - low) * 5)))
  }
}
