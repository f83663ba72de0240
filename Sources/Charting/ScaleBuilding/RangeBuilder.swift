import Geometry

/// What a scale gives: from the specification, or by channel, mark and configuration.
struct RangeBuilder {
  let table: ScaleTable
  let component: ScaleComponent
  let node: ViewNode
  let cell: CellPath

  private var context: ChartContext { table.context }
  private var channel: Channel { component.channel }
  private var type: ScaleType { component.type }
  private var config: SpecValue { context.config["scale"] ?? [:] }

  /// The range for a domain of so many values or bins.
  func range(count: Int, bins: Int) -> Scale.Range {
    switch component.range {
    case .given(let spec): return given(context.resolved(spec), count, bins)
    case .scheme(let spec): return scheme(spec, count, bins)
    case .standard, .step: break
    }
    if channel.isColour { return named(colourRange, count, bins) }
    if channel == .shape { return named("symbol", count, bins) }
    if channel == .strokeDash {
      return .dashes([[1, 0], [4, 2], [2, 1], [1, 1], [1, 2, 4, 2]])
    }
    var numbers = standardNumbers()
    if numbers.count == 2 {
      if let low = component["rangeMin"]?.number { numbers[0] = low }
      if let high = component["rangeMax"]?.number { numbers[1] = high }
    }
    return .numbers(spread(numbers, count))
  }

  /// Discretizing scales need one number a slot.
  private func spread(_ ends: [Double], _ count: Int) -> [Double] {
    var slots: Int
    switch type {
    case .quantile: slots = Int(bounded: config["quantileCount"]?.number ?? 4)
    case .quantize: slots = Int(bounded: config["quantizeCount"]?.number ?? 4)
    case .threshold: slots = count + 1
    case .ordinal where !channel.isPosition: slots = max(2, count)
    default: return ends
    }
    slots = max(2, slots)
    guard ends.count == 2 else { return ends }
    return (0..<slots).map { ends[0] + (ends[1] - ends[0]) * Double($0) / Double(slots - 1) }
  }

  private var colourRange: String {
    if type == .ordinal { return component.fieldType == .nominal ? "category" : "ordinal" }
    if component["domainMid"] != nil { return "diverging" }
    let fillsPlot = [MarkKind.rect, .geoshape].contains(component.unit.unit?.mark.kind)
    return fillsPlot ? "heatmap" : "ramp"
  }

  // MARK: Written ranges

  private func given(_ spec: SpecValue, _ count: Int, _ bins: Int) -> Scale.Range {
    if let name = spec.text { return named(name, count, bins) }
    if let field = spec["field"]?.text { return byField(field) }
    let items = (spec.list ?? []).map { context.resolved($0) }
    if channel.isColour {
      let colours = items.compactMap { item -> RGB? in
        guard let text = item.text, let colour = RGB(text) else {
          context.report(ChartProblems.wrongType(item, wanted: ("a colour", "颜色")), at: item)
          return nil
        }
        return colour
      }
      let blends = type.isContinuous
      return .colours(
        ColourScheme(
          colours: colours, isContinuous: blends,
          blendsByHue: blends && component.fieldType != .nominal
            && (component["interpolate"]?.text ?? "hcl") == "hcl"))
    }
    if channel == .strokeDash { return .dashes(items.map { $0.list?.compactMap(\.number) ?? [] }) }
    if channel == .shape { return .words(items.compactMap(\.text)) }
    let numbers = items.compactMap { item -> Double? in
      switch item.text {
      case "width": table.size(.x, of: node, in: cell)
      case "height": table.size(.y, of: node, in: cell)
      default: item.number
      }
    }
    return .numbers(numbers)
  }

  /// The values of another field, one a value of the domain.
  private func byField(_ field: String) -> Scale.Range {
    let domain = DomainBuilder(context: context).domain(component, in: cell)
    let rows = component.unit.instances.sorted {
      $0.key.cells.lexicographicallyPrecedes($1.key.cells)
    }
    var found: [DataValue: DataValue] = [:]
    for (_, data) in rows {
      let keys = data.main.column(component.unit.unit?[channel]?.column ?? "")
      let values = data.main.column(field)
      for (key, value) in zip(keys, values) where found[key] == nil { found[key] = value }
    }
    let values = domain.map { found[$0] ?? .null }
    if channel.isColour {
      return .colours(
        ColourScheme(colours: values.compactMap { RGB($0.words) }, isContinuous: false))
    }
    return .numbers(values.compactMap(\.measure))
  }

  // MARK: Schemes

  private func named(_ name: String, _ count: Int, _ bins: Int) -> Scale.Range {
    guard let spec = context.config["range"]?[name] else {
      if channel.isColour, ColourScheme(named: name) != nil {
        return scheme(SpecValue(name), count, bins)
      }
      if name == "width" || name == "height" {
        return .numbers([0, table.size(name == "width" ? .x : .y, of: node, in: cell)])
      }
      context.report(
        ChartProblems.notAmong(name, choices: context.config["range"]?.map?.keys ?? []), at: nil)
      return .numbers([0, 1])
    }
    if spec["scheme"] != nil { return scheme(spec, count, bins) }
    guard let items = spec.list else { return scheme(spec, count, bins) }
    if channel.isColour {
      let colours = items.compactMap { $0.text.flatMap { RGB($0) } }
      let isList = name == "category" || type == .ordinal && component.fieldType == .nominal
      let scheme = ColourScheme(colours: colours, isContinuous: !isList)
      return .colours(isList ? scheme : fitted(scheme, (0, 1), nil, count, bins))
    }
    if items.contains(where: { $0.number != nil }) { return .numbers(items.compactMap(\.number)) }
    return .words(items.compactMap(\.text))
  }

  private func scheme(_ spec: SpecValue, _ count: Int, _ bins: Int) -> Scale.Range {
    let inner = spec["scheme"] ?? spec
    let name = inner.text ?? inner["name"]?.text ?? spec["name"]?.text
    var found = name.flatMap(ColourScheme.init(named:))
    if let list = inner.list {
      found = ColourScheme(
        colours: list.compactMap { $0.text.flatMap { RGB($0) } }, isContinuous: true)
    }
    guard let scheme = found else {
      let names = SchemeTable.discrete.keys.sorted() + SchemeTable.continuous.keys.sorted()
      context.report(ChartProblems.notAmong(name ?? "", choices: names), at: spec)
      return .colours(ColourScheme(colours: [.black], isContinuous: false))
    }
    let ends = (spec["extent"] ?? inner["extent"])?.list?.compactMap(\.number) ?? []
    let extent = ends.count == 2 ? (ends[0], ends[1]) : (0.0, 1.0)
    let wished = (spec["count"] ?? inner["count"])?.number.map { Int(bounded: $0) }
    return .colours(fitted(scheme, extent, wished, count, bins))
  }

  private func fitted(
    _ scheme: ColourScheme, _ extent: (Double, Double), _ wished: Int?, _ count: Int, _ bins: Int
  ) -> ColourScheme {
    var slots: Int
    switch type {
    case .ordinal: slots = wished ?? count
    case .threshold: slots = count + 1
    case .binOrdinal: slots = bins - 1
    case .quantile, .quantize: slots = wished ?? 5
    case .time where scheme.isContinuous && extent == (0, 1),
      .utc where scheme.isContinuous && extent == (0, 1):
      // Vega takes two samples for times, not the whole scheme.
      return ColourScheme(colours: scheme.steps(2, extent: extent), isContinuous: true)
    default:
      guard scheme.isContinuous, extent != (0, 1) else { return scheme }
      var part = scheme
      part.extent = ColourScheme.Extent(start: extent.0, end: extent.1)
      return part
    }
    guard scheme.isContinuous else {
      return type == .ordinal
        ? scheme : ColourScheme(colours: Array(scheme.colours.prefix(slots)), isContinuous: false)
    }
    return ColourScheme(colours: scheme.steps(max(1, slots), extent: extent), isContinuous: false)
  }

  // MARK: Numbers

  private func standardNumbers() -> [Double] {
    switch channel {
    case .x: return [0, table.size(.x, of: node, in: cell)]
    case .y:
      let height = table.size(.y, of: node, in: cell)
      return type.isDiscrete ? [0, height] : [height, 0]
    case .xOffset, .yOffset: return offsetRange()
    case .theta: return [0, 2 * Elementary.pi]
    case .radius:
      return [0, min(table.size(.x, of: node, in: cell), table.size(.y, of: node, in: cell)) / 2]
    case .angle: return [0, 360]
    case .opacity, .fillOpacity, .strokeOpacity:
      return [config["minOpacity"]?.number ?? 0.3, config["maxOpacity"]?.number ?? 0.8]
    case .strokeWidth:
      return [config["minStrokeWidth"]?.number ?? 1, config["maxStrokeWidth"]?.number ?? 4]
    case .size: return sizes()
    default: return [0, 1]
    }
  }

  private func sizes() -> [Double] {
    func setting(_ name: String) -> Double? { config[name]?.number }
    switch component.unit.unit?.mark.kind {
    case .bar, .tick:
      return [
        setting("minBandSize") ?? 2, setting("maxBandSize") ?? table.step(of: node, in: cell) - 1,
      ]
    case .line, .trail, .rule:
      return [setting("minStrokeWidth") ?? 1, setting("maxStrokeWidth") ?? 4]
    case .text: return [setting("minFontSize") ?? 8, setting("maxFontSize") ?? 40]
    default:
      let step = 0.95 * table.step(of: node, in: cell)
      return [setting("minSize") ?? 4, setting("maxSize") ?? step * step]
    }
  }

  private func offsetRange() -> [Double] {
    let main: Channel = channel == .xOffset ? .x : .y
    guard let position = table.scale(main, of: node, in: cell) else {
      let half = table.size(main, of: node, in: cell) / 2
      return channel == .yOffset && type.isContinuous ? [half, -half] : [-half, half]
    }
    if position.type == .band {
      return [0, position.bandwidth]
    }
    guard let def = node.unit?[main], let unit = def.timeUnit else { return [0, 0] }
    let start = CivilDate(year: 2012).time
    let length =
      (position.number(.number(start + unit.duration)) ?? 0)
      - (position.number(.number(start)) ?? 0)
    let padding = config["bandWithNestedOffsetPaddingInner"]?.number ?? 0.2
    let mark = node.unit?.mark
    let shift = mark.map { (BandUse.position(def, nil, $0) ?? 0) - 0.5 } ?? 0
    return [(padding / 2 + shift) * length, (1 - padding / 2 + shift) * length]
  }
}
