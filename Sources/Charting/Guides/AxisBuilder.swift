/// Makes an axis of the scene: ticks, labels, grid, line and title at their places.
struct AxisBuilder {
  let component: AxisComponent
  let scale: Scale
  let context: ChartContext
  /// The length of the axis.
  let length: Double

  private var spec: SpecValue { component.spec }
  private var isX: Bool { component.channel == .x }
  private var isDiscrete: Bool { scale.type.isDiscrete }

  /// The axis.
  func build() -> SceneAxis {
    var axis = SceneAxis(orient: component.orient)
    let values = tickValues()
    axis.values = values
    let hasBandTicks = spec["tickBand"]?.text == "extent" && scale.type == .band
    axis.offset = spec["offset"]?.number ?? 0
    axis.isOnTop = (spec["zindex"]?.number ?? defaultZIndex) > 0
    let share = spec["bandPosition"]?.number ?? 0.5
    let shift = spec["tickOffset"]?.number ?? 0
    // Labels stand in the middle of a band wherever its tick stands.
    let places = values.map { (scale.number($0, band: 0.5) ?? 0) + shift }
    var lines = values.map { (scale.number($0, band: hasBandTicks ? 1 : share) ?? 0) + shift }
    if hasBandTicks, let first = values.first { lines.append(scale.number(first) ?? 0) }
    if spec["tickRound"]?.flag != false { lines = lines.map { ($0 + 0.5).rounded(.down) } }
    if component.hasGrid { setGrid(&axis, lines, values) }
    if spec["ticks"]?.flag != false {
      axis.ticks = lines
      axis.tickSize = spec["tickSize"]?.number ?? 5
      axis.tickPaint = line("tick", spec, width: 1)
    }
    if spec["domain"]?.flag != false {
      let (a, b) = scale.rangeEnds
      axis.domain = (a, b)
      axis.domainPaint = line("domain", spec, width: 1)
    }
    if spec["labels"]?.flag != false { setLabels(&axis, values, places, extra: hasBandTicks) }
    if let title = component.title, title != [""] { axis.title = titleText(title) }
    return axis
  }

  private var defaultZIndex: Double {
    component.unit.unit?.mark.kind == .rect && component.def.type.isDiscrete ? 1 : 0
  }

  private func line(_ part: String, _ spec: SpecValue, width: Double) -> SceneLine {
    var line = SceneLine()
    if let colour = spec["\(part)Color"]?.text.flatMap({ RGB($0) }) { line.colour = colour }
    line.width = spec["\(part)Width"]?.number ?? width
    line.dash = spec["\(part)Dash"]?.list?.compactMap(\.number) ?? []
    line.opacity = spec["\(part)Opacity"]?.number ?? 1
    return line
  }

  /// Grid lines may differ by their value, as where zero is drawn darker.
  private func setGrid(_ axis: inout SceneAxis, _ places: [Double], _ values: [DataValue]) {
    axis.grid = places
    axis.gridPaints = places.indices.map { number in
      var own = spec
      for name in ["gridColor", "gridWidth", "gridDash", "gridOpacity"]
      where spec[name]?["condition"] != nil {
        own[name] =
          number < values.count
          ? conditional(spec[name] ?? SpecValue(.null), values[number], number)
          : spec[name]?["value"]
      }
      return line("grid", own, width: 1)
    }
  }

  /// The value of a conditional property for a tick.
  private func conditional(_ property: SpecValue, _ value: DataValue, _ number: Int) -> SpecValue? {
    let conditions = property["condition"]?.list ?? [property["condition"]].compactMap { $0 }
    for condition in conditions {
      guard let test = condition["test"], let expression = context.predicate(test) else { continue }
      let scope = ExpressionScope(["value": value, "index": .number(Double(number))])
      if expression.value(in: scope).isTrue { return condition["value"] }
    }
    return property["value"]
  }

  // MARK: Ticks

  /// How many ticks are wished for; nil for the scale's own number.
  private var wishedCount: Double? {
    if let number = spec["tickCount"]?.number { return number }
    let def = component.def
    guard !isDiscrete, scale.type != .log, spec["values"] == nil else { return nil }
    if def.isBinning { return (length / 10).rounded(.up) }
    if let unit = def.timeUnit, unit.parts.count == 1,
      [.month, .hours, .day, .quarter].contains(unit.smallest)
    {
      return nil
    }
    return (length / 40).rounded(.up)
  }

  /// The count after the least step is heeded.
  var count: Double {
    var count = wishedCount ?? spec["values"]?.list.map { Double($0.count) } ?? 10
    if !scale.bins.isEmpty { count = max(count, Double(scale.bins.count)) }
    guard let step = leastStep else { return count }
    let (low, high) = scale.ends
    let span = (high - low).magnitude
    let fitting = (span / step).rounded(.down)
    count = min(count, (fitting == 0 || fitting.isNaN ? 1 : fitting) + 1)
    if scale.bins.isEmpty, !scale.type.isTime, scale.type != .log, scale.type != .symlog, span > 0 {
      while count > 1, Ticks.step(low, high, count) < step { count -= 1 }
    }
    return count
  }

  private var leastStep: Double? {
    if let number = spec["tickMinStep"]?.number { return number }
    if spec["format"]?.text == "d" { return 1 }
    guard let unit = component.def.timeUnit else {
      return context.isPrint && countsWholes ? 1 : nil
    }
    return unit.duration
  }

  /// Whether the axis counts things: 0.5件 is on no printed axis.
  private var countsWholes: Bool {
    let def = component.def
    let format = spec["format"]?.text ?? def["format"]?.text ?? ""
    guard scale.type == .linear, def.isField, !def.isBinning, def["stack"]?.text != "normalize",
      !format.contains("%"), !format.contains(".")
    else { return false }
    if let op = def.aggregate?.op { return [.count, .valid, .missing, .distinct].contains(op) }
    return component.unit.instances.values.allSatisfy { data in
      data.main.column(def.column).allSatisfy { $0.measure.map { $0 == $0.rounded() } ?? true }
    }
  }

  private func tickValues() -> [DataValue] {
    if let list = spec["values"]?.list {
      let values = list.map { item -> DataValue in
        let value = context.datum(item)
        return scale.type.isTime ? DataLoader.date(value) : value
      }
      return valid(values)
    }
    if isDiscrete { return scale.domain }
    if let unit = (spec["tickCount"]?["interval"] ?? spec["tickCount"])?.text.flatMap(
      TimeTicks.Unit.init),
      scale.type.isTime
    {
      let (low, high) = scale.ends
      let step = Int(bounded: spec["tickCount"]?["step"]?.number ?? 1)
      return TimeTicks(unit: unit, step: step).ticks(low, high).map { .date($0) }
    }
    if !scale.bins.isEmpty { return thinned(valid(scale.bins.map { .number($0) })) }
    return scale.ticks(count)
  }

  private func valid(_ values: [DataValue]) -> [DataValue] {
    let (a, b) = scale.rangeEnds
    let (low, high) = (min(a, b).rounded(.down), max(a, b).rounded(.up))
    return values.filter { value in
      guard let place = scale.number(value) else { return false }
      return place >= low && place <= high
    }.sorted { x, y in
      let (p, q) = (scale.number(x) ?? 0, scale.number(y) ?? 0)
      return a <= b ? p < q : p > q
    }
  }

  private func thinned(_ values: [DataValue]) -> [DataValue] {
    var values = values
    let ends = [values.first, values.last].compactMap { $0 }
    while Double(values.count) > count, values.count >= 3 {
      values = values.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    }
    return values.count < 3 ? ends : values
  }

  // MARK: Words

  private func setLabels(
    _ axis: inout SceneAxis, _ values: [DataValue], _ places: [Double], extra: Bool
  ) {
    let words = labelWords(values)
    let angle = labelAngle
    axis.labelAngle = angle
    let offset = spec["labelOffset"]?.number ?? 0
    axis.labelPlaces = places.map { $0 + offset }
    axis.labels = zip(values, words).enumerated().map { number, pair in
      label(pair.1, pair.0, number, angle)
    }
    if extra {
      // The tick at the start of the first band has no words.
      axis.labelPlaces.append(min(scale.rangeEnds.0, scale.rangeEnds.1))
      axis.labels.append(SceneText(lines: [""], x: 0, y: 0))
    }
  }

  private func label(_ words: [String], _ value: DataValue, _ number: Int, _ angle: Double)
    -> SceneText
  {
    func property(_ name: String) -> SpecValue? {
      guard let spec = spec[name] else { return nil }
      return spec["condition"] != nil ? conditional(spec, value, number) : spec
    }
    var text = SceneText(lines: words, x: 0, y: 0)
    text.size = property("labelFontSize")?.number ?? 10
    text.isBold = GuideStyle.isBold(property("labelFontWeight"))
    text.colour = property("labelColor")?.text.flatMap { RGB($0) } ?? .black
    text.opacity = property("labelOpacity")?.number ?? 1
    text.limit = property("labelLimit")?.number ?? 180
    text.angle = angle
    text.align = property("labelAlign")?.text ?? AxisAngles.align(angle, component.orient, isX: isX)
    text.baseline =
      property("labelBaseline")?.text ?? AxisAngles.baseline(angle, component.orient, isX: isX)
    return text
  }

  /// The angle of labels: as written, or a quarter turn for names under a chart.
  var labelAngle: Double {
    if let angle = spec["labelAngle"]?.number { return GuideStyle.normal(angle) }
    let def = component.def
    return isX && def.type.isDiscrete && def.timeUnit == nil ? 270 : 0
  }

  private func labelWords(_ values: [DataValue]) -> [[String]] {
    let plain = AxisWords(component: component, scale: scale, context: context, count: count)
      .words(values)
    guard let source = spec["labelExpr"], let text = source.text,
      let expression = context.expression(text, at: source)
    else { return plain.map { [$0] } }
    return values.indices.map { number in
      let share = values.count > 1 ? Double(number) / Double(values.count - 1) : 0
      let record: [String: DataValue] = [
        "value": values[number], "label": .text(plain[number]), "index": .number(share),
      ]
      var scope = ExpressionScope(record)
      scope.locale = context.locale
      let value = expression.value(in: scope)
      if case .list(let lines) = value { return lines.map(\.words) }
      return [value == .null ? "" : value.words]
    }
  }

  private func titleText(_ lines: [String]) -> SceneText {
    var text = SceneText(lines: lines, x: 0, y: 0)
    text.size = spec["titleFontSize"]?.number ?? 11
    text.isBold = GuideStyle.isBold(spec["titleFontWeight"] ?? "bold")
    text.colour = spec["titleColor"]?.text.flatMap { RGB($0) } ?? .black
    return text
  }
}
