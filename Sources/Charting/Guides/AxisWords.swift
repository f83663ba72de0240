/// The words of ticks.
struct AxisWords {
  let component: AxisComponent
  let scale: Scale
  let context: ChartContext
  let count: Double

  /// One text a value.
  func words(_ values: [DataValue]) -> [String] {
    let def = component.def
    let (kindSpec, format) = context.format(
      of: def, component.spec["format"] ?? def["format"],
      component.spec["formatType"] ?? def["formatType"])
    let kind = kindSpec?.text
    if kind == "万亿", scale.type.isContinuous {
      let numbers = values.compactMap(\.measure)
      let unit = MeasureWords(def: def, context: context).scale(for: numbers)
      let places = Ticks.places(Ticks.step(scale.ends.0, scale.ends.1, count) / unit.divisor)
      return values.map { unit.text($0.number, digits: min(places, 6)) }
    }
    if let kind,
      let custom = CustomFormat(name: kind, pattern: format?.text, locale: context.locale)
    {
      return values.map { custom.text($0) }
    }
    if scale.type.isTime || def.timeUnit != nil && kind != "number" || kind == "time" {
      return times(values, format)
    }
    if scale.type.isDiscrete { return discrete(values, format, def) }
    let standard =
      def["stack"]?.text == "normalize"
      ? context.config["normalizedNumberFormat"]?.text ?? ".0%"
      : context.config["numberFormat"]?.text
    return numbers(values, format?.text ?? standard)
  }

  private func times(_ values: [DataValue], _ format: SpecValue?) -> [String] {
    // A map gives formats for some of the units that times are round to.
    if let map = format?.map {
      let own = Dictionary(
        map.entries.compactMap { entry in entry.value.text.map { (entry.key, $0) } },
        uniquingKeysWith: { first, _ in first })
      return values.map { value in
        ExpressionFunctions.time(value).map {
          TimeFormat.multi($0, locale: context.locale, own: own)
        } ?? value.words
      }
    }
    let pattern = format?.text ?? component.def.timeUnit?.format(context.locale) ?? configured
    return values.map { value in
      guard let time = ExpressionFunctions.time(value) else { return value.words }
      return pattern.map { TimeFormat(pattern: $0, locale: context.locale).text(time) }
        ?? TimeFormat.multi(time, locale: context.locale)
    }
  }

  private var configured: String? {
    guard component.def.type == .temporal, scale.type.isDiscrete else { return nil }
    return context.config["timeFormat"]?.text
  }

  private func discrete(_ values: [DataValue], _ format: SpecValue?, _ def: ChannelDef) -> [String]
  {
    let number = format?.text.flatMap(NumberFormat.init)
    return values.map { value in
      if let number, case .number(let own) = value { return number.text(own) }
      if case .date(let time) = value {
        return TimeFormat(
          pattern: format?.text ?? configured ?? "%b %d, %Y", locale: context.locale
        ).text(time)
      }
      return context.words(value)
    }
  }

  private func numbers(_ values: [DataValue], _ format: String?) -> [String] {
    if scale.type == .log {
      let own = NumberFormat(format ?? ",.12~g") ?? NumberFormat(",")
      let shows = component.spec["values"] != nil ? { _ in true } : LogLabels.test(scale, count)
      return values.map { shows($0.number) ? own?.text($0.number) ?? $0.words : "" }
    }
    if scale.type == .symlog {
      let own = NumberFormat(format ?? ",.12~g")
      return values.map { own?.text($0.number) ?? $0.words }
    }
    let isPlain = context.isPrint && format == nil
    // One value has no distance of ticks that could tell its decimals.
    if isPlain, scale.ends.0 == scale.ends.1 { return values.map { NumberText.plain($0.number) } }
    if isPlain, context.holdsYears(component.def, component.unit) {
      return values.map { NumberText.plain($0.number) }
    }
    let own = SpanFormat.make(format, from: scale.ends.0, to: scale.ends.1, count: count)
    return values.map { own.text($0.number) }
  }
}

/// Number formats whose decimals come from the distance of ticks.
enum SpanFormat {
  static func make(_ text: String?, from start: Double, to stop: Double, count: Double)
    -> NumberFormat
  {
    var format = NumberFormat(text ?? ",f") ?? NumberFormat(plain: ())
    guard format.precision == nil else { return format }
    let step = Ticks.step(start, stop, count)
    guard step > 0, step.isFinite else {
      if format.type == "f" { format.precision = 0 }
      return format
    }
    let exponent = NumberText.significant(step, 15).exponent
    let most = max(start.magnitude, stop.magnitude)
    switch format.type {
    case "f": format.precision = max(0, -exponent)
    case "%": format.precision = max(0, -exponent - 2)
    case nil, "e", "g", "p", "r":
      let top = NumberText.significant(max(most - step, step), 15).exponent
      let precision = max(0, top - exponent) + 1
      format.precision = precision - (format.type == "e" ? 1 : 0)
    case "s":
      let top = NumberText.significant(most, 15).exponent
      let third = max(-8, min(8, Int((Double(top) / 3).rounded(.down)))) * 3
      return format.scaled(by: third, places: max(0, third - exponent))
    default: break
    }
    return format
  }
}

/// Which ticks of a logarithmic axis have words.
enum LogLabels {
  static func test(_ scale: Scale, _ count: Double) -> (Double) -> Bool {
    let (low, high) = scale.ends
    let ticks = Ticks.logarithmic(low, high, base: scale.base, count: count)
    let limit = max(1, scale.base * count / Double(max(1, ticks.count)))
    return { value in
      var share = value.magnitude / scale.power(of: value.magnitude)
      if share * scale.base < scale.base - 0.5 { share *= scale.base }
      return share <= limit
    }
  }
}
