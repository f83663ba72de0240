/// Makes a legend of the scene: its entries with their symbols, or its gradient.
struct LegendBuilder {
  let component: LegendComponent
  let scales: ScaleTable
  let cell: CellPath
  /// The length of a gradient.
  var length = 200.0

  private var context: ChartContext { scales.context }
  private var spec: SpecValue { component.spec }

  /// The legend; nil where it has nothing to show.
  func build() -> SceneLegend? {
    let order: [Channel] = [
      .size, .shape, .fill, .color, .stroke, .strokeWidth, .strokeDash, .opacity,
    ]
    guard let primary = order.first(where: { component.channels.contains($0) }),
      let scale = scales.scale(primary, of: component.unit, in: cell)
    else { return nil }
    var legend = SceneLegend(orient: spec["orient"]?.text ?? "right")
    let isTop = legend.orient == "top" || legend.orient == "bottom"
    let direction = spec["direction"]?.text ?? (isTop ? "horizontal" : "vertical")
    legend.isHorizontal = direction == "horizontal"
    if let title = component.title, title != [""] { legend.title = titleText(title) }
    let unitOfTime = component.def.timeUnit?.smallest
    let isCyclic =
      [.quarter, .month, .day].contains(unitOfTime) && component.def.timeUnit?.parts.count == 1
    let isGradient =
      (spec["type"]?.text ?? (isCyclic ? "symbol" : nil)).map { $0 == "gradient" }
      ?? (component.channels.allSatisfy(\.isColour) && component.sides.count == 1
        && scale.type.isContinuous)
    let isStepped = scale.type.isDiscretizing || scale.type == .binOrdinal
    if spec["type"]?.text != "symbol", component.channels.count == 1, component.sides.count == 1,
      component.channels[0].isColour, isStepped,
      case .colours(let scheme) = scale.range
    {
      setBands(&legend, scale, scheme)
    } else if isGradient, case .colours(let scheme) = scale.range {
      setGradient(&legend, scale, scheme)
    } else {
      setEntries(&legend, scale, primary)
    }
    return legend
  }

  private func titleText(_ lines: [String]) -> SceneText {
    var text = SceneText(lines: lines, x: 0, y: 0)
    text.size = spec["titleFontSize"]?.number ?? 11
    text.isBold = GuideStyle.isBold(spec["titleFontWeight"] ?? "bold")
    text.colour = spec["titleColor"]?.text.flatMap { RGB($0) } ?? .black
    text.baseline = "top"
    return text
  }

  private func labelText(_ words: String) -> SceneText {
    var text = SceneText(lines: [words], x: 0, y: 0)
    text.size = spec["labelFontSize"]?.number ?? 10
    text.colour = spec["labelColor"]?.text.flatMap { RGB($0) } ?? .black
    text.isBold = GuideStyle.isBold(spec["labelFontWeight"])
    text.limit = spec["labelLimit"]?.number ?? 160
    text.baseline = "middle"
    return text
  }

  // MARK: Gradients

  private func setGradient(_ legend: inout SceneLegend, _ scale: Scale, _ scheme: ColourScheme) {
    let (low, high) = scale.ends
    legend.gradient = (0...32).map { step in
      let share = Double(step) / 32
      let value = low + (high - low) * share
      return (share, scale.colour(.number(value)) ?? .black)
    }
    let count = spec["tickCount"]?.number ?? max(2, 2 * (length / 100).rounded(.down))
    var values = written ?? scale.ticks(count)
    if values.count < 3, written == nil, low != high {
      values = [scale.domain.first ?? .number(low), scale.domain.last ?? .number(high)]
    }
    legend.labels = words(values, scale, count).map { labelText($0) }
    for (number, value) in values.enumerated() {
      legend.labels[number].x = high == low ? 0.5 : (value.number - low) / (high - low)
    }
  }

  /// A row of colours with the borders between them.
  private func setBands(_ legend: inout SceneLegend, _ scale: Scale, _ scheme: ColourScheme) {
    let borders =
      scale.type == .binOrdinal ? Array(scale.bins.dropFirst().dropLast()) : scale.thresholds
    let count = borders.count + 1
    legend.isBanded = true
    legend.gradient = (0..<count).map { place in
      (Double(place) / Double(count), scheme.colours[place % max(1, scheme.colours.count)])
    }
    let words = borderWords(borders, scale)
    legend.labels = [labelText("")] + words.map { labelText($0) }
    for place in legend.labels.indices { legend.labels[place].x = Double(place) / Double(count) }
  }

  private func borderWords(_ borders: [Double], _ scale: Scale) -> [String] {
    let format = rangeFormat(borders, scale)
    return borders.map { format.text($0) }
  }

  private func rangeFormat(_ borders: [Double], _ scale: Scale) -> NumberFormat {
    let (low, high) = scale.ends
    let pattern = spec["format"]?.text ?? context.config["numberFormat"]?.text
    if scale.type == .binOrdinal || scale.type.isContinuous {
      return SpanFormat.make(pattern, from: low, to: high, count: 5)
    }
    var step = borders.count > 1 ? borders[1] - borders[0] : borders.first ?? 1
    for place in borders.indices.dropFirst() {
      step = min(step, borders[place] - borders[place - 1])
    }
    // A quantize scale takes its decimals from its domain.
    if scale.type == .quantize { step = high - low }
    return SpanFormat.make(pattern, from: 0, to: step, count: 30)
  }

  private var written: [DataValue]? {
    spec["values"]?.list?.map { item in
      let value = context.datum(item)
      return component.def.type == .temporal ? DataLoader.date(value) : value
    }
  }

  private func words(_ values: [DataValue], _ scale: Scale, _ count: Double? = nil) -> [String] {
    var words: [String]
    let def = component.def
    let (kind, format) = context.format(
      of: def, spec["format"] ?? (spec["formatType"] == nil ? nil : def["format"]),
      spec["formatType"])
    if let name = kind?.text, !["number", "time"].contains(name) {
      let own = ValueFormat(def, context: context, isGuide: true, format: format, formatType: kind)
      words = values.map { own.text($0) }
    } else if scale.type.isTime || def.timeUnit != nil || kind?.text == "time" {
      let pattern = format?.text ?? def.timeUnit?.format(context.locale)
      words = values.map { value in
        let time = ExpressionFunctions.time(value) ?? 0
        return pattern.map { TimeFormat(pattern: $0, locale: context.locale).text(time) }
          ?? TimeFormat.multi(time, locale: context.locale)
      }
    } else if let own = scaled(values, scale, count ?? 5), format == nil {
      words = own
    } else if scale.type.isContinuous {
      let (low, high) = scale.ends
      let pattern = format?.text ?? context.config["numberFormat"]?.text
      let own: NumberFormat? =
        scale.type == .log || scale.type == .symlog
        ? NumberFormat(pattern ?? ",.12~g")
        : SpanFormat.make(
          pattern, from: low, to: high, count: count ?? spec["tickCount"]?.number ?? 5)
      words = values.map { own?.text($0.number) ?? $0.words }
    } else if let number = format?.text.flatMap(NumberFormat.init) {
      words = values.map { $0.number.isNaN ? $0.words : number.text($0.number) }
    } else {
      words = values.map { value in
        if case .date(let time) = value {
          return TimeFormat(
            pattern: context.config["timeFormat"]?.text ?? "%b %d, %Y", locale: context.locale
          ).text(time)
        }
        return context.words(value)
      }
    }
    guard let source = spec["labelExpr"], let text = source.text,
      let expression = context.expression(text, at: source)
    else { return words }
    return values.indices.map { number in
      let record: [String: DataValue] = [
        "value": values[number], "label": .text(words[number]), "index": .number(Double(number)),
      ]
      return expression.value(in: ExpressionScope(record)).words
    }
  }

  /// Large numbers in 万 or 亿, as print has them, one unit for all; nil where that is not wanted.
  private func scaled(_ values: [DataValue], _ scale: Scale, _ count: Double) -> [String]? {
    guard context.isPrint, scale.type == .linear, context.config["numberFormat"] == nil,
      !ChineseScale.isScaled(component.title?.joined())
    else { return nil }
    let unit = MeasureWords(def: component.def, context: context)
      .scale(for: values.compactMap(\.measure))
    guard unit.divisor > 1 else { return nil }
    let step = Ticks.step(scale.ends.0, scale.ends.1, count)
    let digits = step > 0 && step.isFinite ? max(0, min(Ticks.places(step / unit.divisor), 6)) : 2
    return values.map { $0.number == 0 ? "0" : unit.text($0.number, digits: digits) }
  }

  // MARK: Symbols

  private func setEntries(_ legend: inout SceneLegend, _ scale: Scale, _ primary: Channel) {
    var values: [DataValue]
    var labels: [String]
    if let own = written {
      values = own
      labels = words(values, scale)
    } else if scale.type.isDiscretizing || !scale.bins.isEmpty {
      (values, labels) = ranges(scale)
    } else {
      values = scale.type.isDiscrete ? scale.domain : scale.ticks(spec["tickCount"]?.number ?? 5)
      if scale.type == .log {
        let test = LogLabels.test(scale, spec["tickCount"]?.number ?? 5)
        values = values.filter { test($0.number) }
      }
      if primary == .size, let first = values.first, scale.number(first) == 0 {
        values.removeFirst()
      }
      labels = words(values, scale)
    }
    // A printed legend hides none of its entries.
    let limit = Int(bounded: spec["symbolLimit"]?.number ?? (context.isPrint ? 0 : 30))
    if limit > 0, values.count > limit {
      labels = Array(labels.prefix(limit - 1)) + ["…\(values.count - limit + 1) entries"]
      values = Array(values.prefix(limit))
    }
    legend.entries = zip(values, labels).map { entry($0, $1) }
  }

  private func ranges(_ scale: Scale) -> ([DataValue], [String]) {
    let isBinned = scale.type == .binOrdinal || scale.type.isContinuous
    let borders = isBinned ? scale.bins : scale.thresholds
    let format = rangeFormat(borders, scale)
    if isBinned {
      let starts = borders.dropLast()
      // A format that a program registers sees the starts alone.
      if let name = context.format(of: component.def, spec["format"], spec["formatType"]).kind?
        .text,
        !["number", "time"].contains(name)
      {
        let values = starts.map { DataValue.number($0) }
        return (values, words(values, scale))
      }
      return (
        starts.map { .number($0) },
        starts.indices.map { "\(format.text(borders[$0])) – \(format.text(borders[$0 + 1]))" }
      )
    }
    var values: [DataValue] = [.number(-Double.infinity)]
    var labels: [String] = borders.first.map { ["< " + format.text($0)] } ?? []
    for (place, border) in borders.enumerated() {
      values.append(.number(border))
      labels.append(
        place + 1 < borders.count
          ? "\(format.text(border)) – \(format.text(borders[place + 1]))"
          : "≥ " + format.text(border))
    }
    return (values, labels)
  }

  private func entry(_ value: DataValue, _ label: String) -> SceneLegend.Entry {
    let node = component.unit
    let isFilled = node.unit?.mark.isFilled == true
    var symbol = SceneItem()
    symbol.size = spec["symbolSize"]?.number ?? 100
    symbol.shape = component.symbolType
    let colour = symbolColour(value, isFilled)
    let sample = value == .number(-.infinity) ? DataValue.number(-1e300) : value
    if component.channels.contains(.size),
      let area = scales.scale(.size, of: node, in: cell)?.number(sample)
    {
      symbol.size = area
    }
    if component.channels.contains(.shape),
      let word = scales.scale(.shape, of: node, in: cell)?.word(value)
    {
      symbol.shape = word
    }
    if component.channels.contains(.opacity),
      let share = scales.scale(.opacity, of: node, in: cell)?.number(sample)
    {
      symbol.opacity = share
    } else {
      symbol.opacity = node.unit.flatMap { unit in
        unit[.opacity]?.value?.number ?? unit.mark.property("opacity")?.number
          ?? ([.point, .tick, .circle, .square].contains(unit.mark.kind) && !unit.isAggregated
            ? 0.7 : nil)
      }
    }
    if component.channels.contains(.strokeDash) {
      symbol.dash = scales.scale(.strokeDash, of: node, in: cell)?.dash(value)
    } else {
      symbol.dash = node.unit?.mark.spec["strokeDash"]?.list?.compactMap(\.number)
    }
    symbol.strokeWidth =
      component.channels.contains(.strokeWidth)
      ? scales.scale(.strokeWidth, of: node, in: cell)?.number(sample)
      : isFilled ? nil : node.unit?.mark.number("strokeWidth") ?? spec["symbolStrokeWidth"]?.number
    let isLine = component.symbolType == "stroke"
    symbol.fill = isFilled && !isLine ? colour : nil
    symbol.stroke = isFilled && !isLine ? nil : colour
    if isLine, symbol.strokeWidth == nil { symbol.strokeWidth = spec["symbolStrokeWidth"]?.number }
    if !isFilled, !isLine { symbol.fill = component.ground }
    return SceneLegend.Entry(
      symbol: symbol, shape: symbol.shape, colour: symbol.fill ?? colour, size: symbol.size,
      label: labelText(label))
  }

  private func symbolColour(_ value: DataValue, _ isFilled: Bool) -> RGB? {
    let node = component.unit
    let sample = value == .number(-.infinity) ? DataValue.number(-1e300) : value
    for channel in [Channel.fill, .color, .stroke] where component.channels.contains(channel) {
      if let colour = scales.scale(channel, of: node, in: cell)?.colour(sample) { return colour }
    }
    guard let unit = node.unit else { return nil }
    let channel: Channel = isFilled ? .fill : .stroke
    if let def = unit[channel] ?? unit[.color] {
      if def.isField {
        return isFilled && component.symbolType != "stroke" ? .black : RGB("#888")
      }
      if let text = def.value?.text ?? def.conditions.first?.def.value?.text { return RGB(text) }
    }
    let names = isFilled ? ["fill", "color"] : ["stroke", "color"]
    for name in names {
      if let text = unit.mark.spec[name]?.text { return RGB(text) }
    }
    for name in names {
      if let text = unit.mark.configured(name)?.text { return RGB(text) }
    }
    return nil
  }
}
