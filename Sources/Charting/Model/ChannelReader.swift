/// Reads channel definitions.
struct ChannelReader {
  let context: ChartContext

  /// Reads the definitions of an encoding; `detail` and `order` may be lists.
  func read(_ encoding: SpecValue?) -> [Channel: [ChannelDef]] {
    var channels: [Channel: [ChannelDef]] = [:]
    for entry in encoding?.map?.entries ?? [] {
      guard let channel = Channel(rawValue: entry.key), !entry.value.isNull else { continue }
      let items = entry.value.list ?? [entry.value]
      let defs = items.compactMap { read($0, for: channel) }
      if !defs.isEmpty { channels[channel] = defs }
    }
    inheritTypes(&channels)
    return channels
  }

  /// The other end of a stretch is of the kind of the first, and is read as that is.
  private func inheritTypes(_ channels: inout [Channel: [ChannelDef]]) {
    for channel in [Channel.x2, .y2, .theta2, .radius2] {
      guard let type = channels[channel.main]?.first?.type else { continue }
      for place in (channels[channel] ?? []).indices
      where channels[channel]?[place].spec["type"] == nil
        && channels[channel]?[place].field != nil
      {
        channels[channel]?[place].type = type
      }
    }
  }

  /// Reads one definition.
  func read(_ spec: SpecValue, for channel: Channel) -> ChannelDef? {
    guard spec.map != nil else {
      context.report(ChartProblems.wrongType(spec, wanted: ("a map", "键值")), at: spec)
      return nil
    }
    var def = ChannelDef(channel: channel, spec: spec, type: .nominal)
    if let field = spec["field"] {
      if field.map == nil {
        guard let text = field.text else {
          context.report(
            ChartProblems.wrongType(field, wanted: ("a field's name", "字段名")), at: field)
          return nil
        }
        def.field = text
      }
    }
    readAggregate(spec, &def)
    readUnits(spec, &def)
    if let datum = spec["datum"] { def.datum = context.datum(datum) }
    if let value = spec["value"] { def.value = value }
    for condition in conditions(spec) {
      guard let test = condition["test"] else { continue }
      guard let expression = context.predicate(test),
        let inner = read(condition, for: channel)
      else { continue }
      def.conditions.append(ChannelDef.Condition(test: expression, def: inner))
    }
    def.type = type(of: def)
    return def
  }

  private func conditions(_ spec: SpecValue) -> [SpecValue] {
    guard let condition = spec["condition"] else { return [] }
    return condition.list ?? [condition]
  }

  private func readAggregate(_ spec: SpecValue, _ def: inout ChannelDef) {
    guard let aggregate = spec["aggregate"], !aggregate.isNull else { return }
    if let name = aggregate.text {
      guard let op = AggregateOp(rawValue: name), op != .exponential else {
        context.report(
          ChartProblems.notAmong(name, choices: AggregateOp.allCases.map(\.rawValue)), at: aggregate
        )
        return
      }
      def.aggregate = ChannelDef.Aggregate(op: op)
      return
    }
    if let weight = aggregate["exponential"]?.number, (0...1).contains(weight) {
      def.aggregate = ChannelDef.Aggregate(op: .exponential, weight: weight)
    }
    for op in [AggregateOp.argmin, .argmax] {
      if let chooser = aggregate[op.rawValue]?.text {
        def.aggregate = ChannelDef.Aggregate(op: op, chooser: chooser)
      }
    }
  }

  private func readUnits(_ spec: SpecValue, _ def: inout ChannelDef) {
    if let bin = spec["bin"], !bin.isOff {
      if bin.text == "binned" {
        def.bin = .binned(step: nil)
      } else if bin["binned"]?.flag == true {
        def.bin = .binned(step: bin["step"]?.number)
      } else {
        def.bin = .binning(bin)
      }
    }
    guard let unit = spec["timeUnit"], !unit.isNull else { return }
    def.timeUnit = context.timeUnit(unit)
  }

  /// The type as written, or as the rules of Vega-Lite infer it.
  private func type(of def: ChannelDef) -> FieldType {
    if let written = def.spec["type"] {
      if let type = written.text.flatMap(FieldType.init) { return type }
      let name = written.text ?? ""
      if name == "geojson", def.channel == .shape { return .nominal }
      context.report(
        ChartProblems.notAmong(name, choices: FieldType.allCases.map(\.rawValue)), at: written)
      return .nominal
    }
    if let datum = def.datum {
      switch datum {
      case .number: return .quantitative
      case .date: return .temporal
      default: return .nominal
      }
    }
    switch def.channel {
    case .row, .column, .facet, .shape, .strokeDash: return .nominal
    case .order: return .ordinal
    case .longitude, .latitude, .longitude2, .latitude2: return .quantitative
    default: break
    }
    if def.spec["sort"]?.list != nil { return .ordinal }
    if def.timeUnit != nil { return .temporal }
    if def.isBinning || def.isBinned { return .quantitative }
    if let aggregate = def.aggregate, aggregate.chooser == nil { return .quantitative }
    switch def.spec["scale"]?["type"]?.text.flatMap(ScaleType.init) {
    case .linear, .log, .pow, .sqrt, .symlog, .quantile, .quantize, .threshold, .binOrdinal:
      return .quantitative
    case .time, .utc: return .temporal
    default: return .nominal
    }
  }
}
