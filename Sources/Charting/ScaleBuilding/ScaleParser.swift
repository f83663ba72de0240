/// Makes the scale components of units and merges them up the tree.
struct ScaleParser {
  let context: ChartContext

  /// Makes all scales of a tree.
  func parse(_ root: ViewNode) {
    merge(root)
    settle(root)
  }

  private func settle(_ node: ViewNode) {
    for channel in node.scales.keys { node.scales[channel]?.settle(context) }
    node.children.forEach(settle)
  }

  private func merge(_ node: ViewNode) {
    for child in node.children { merge(child) }
    if node.kind == .unit {
      parseUnit(node)
    } else {
      mergeChildren(of: node)
    }
  }

  private func mergeChildren(of node: ViewNode) {
    for channel in Channel.scaled {
      let users = node.children.filter { $0.scales[channel] != nil }
      guard !users.isEmpty, node.sharesScale(channel) else { continue }
      var merged: ScaleComponent?
      for child in users {
        guard let own = child.scales[channel] else { continue }
        guard var sofar = merged else {
          merged = own
          continue
        }
        guard let type = ScaleComponent.shared(sofar, own) else {
          merged = nil
          break
        }
        sofar.merge(own)
        sofar.type = type
        sofar.typeIsExplicit = sofar.typeIsExplicit || own.typeIsExplicit
        merged = sofar
      }
      guard let merged else { continue }
      node.scales[channel] = merged
      for child in users { child.scales[channel] = nil }
    }
  }

  // MARK: Units

  private func parseUnit(_ node: ViewNode) {
    guard let unit = node.unit else { return }
    for channel in Channel.scaled {
      guard let def = boundDef(channel, unit), def["scale"]?.isNull != true else { continue }
      // The shapes of a map are drawn as they are.
      if channel == .shape, unit.mark.kind == .geoshape { continue }
      let written = def["scale"].map { resolved($0) }
      let type = scaleType(channel, def, unit, written)
      var scale = ScaleComponent(channel: channel, type: type, unit: node, fieldType: def.type)
      scale.typeIsExplicit = written?["type"] != nil
      setDomain(&scale, def, node, unit, written)
      scale.users = [ScaleComponent.User(unit: unit, def: def, written: written)]
      setRange(&scale, written, node)
      node.scales[channel] = scale
    }
  }

  private func resolved(_ scale: SpecValue) -> SpecValue {
    var scale = scale
    for entry in scale.map?.entries ?? [] where entry.value.map != nil {
      scale[entry.key] = context.resolved(entry.value)
    }
    return scale
  }

  /// The definition that a scale is made for: the channel's own, a condition's, or for places that of
  /// the other end.
  private func boundDef(_ channel: Channel, _ unit: UnitPlan) -> ChannelDef? {
    if let def = unit[channel] {
      if def.isFieldOrDatum { return def }
      if let inner = def.conditions.map(\.def).first(where: \.isFieldOrDatum) { return inner }
    }
    if channel.isPosition, let second = channel.second, let def = unit[second], def.isFieldOrDatum {
      return def
    }
    return nil
  }

  private func scaleType(
    _ channel: Channel, _ def: ChannelDef, _ unit: UnitPlan, _ written: SpecValue?
  ) -> ScaleType {
    let standard = defaultType(channel, def, unit)
    guard let spec = written?["type"], let name = spec.text else { return standard }
    if name == "sequential" { return .linear }
    guard let type = ScaleType(rawValue: name) else {
      context.report(
        ChartProblems.notAmong(name, choices: ScaleType.allCases.map(\.rawValue)), at: spec)
      return standard
    }
    return type
  }

  private func defaultType(_ channel: Channel, _ def: ChannelDef, _ unit: UnitPlan) -> ScaleType {
    switch def.type {
    case .nominal, .ordinal:
      if channel.isColour || channel == .shape || channel == .strokeDash { return .ordinal }
      if channel.isPosition || channel.isOffset {
        if [.rect, .bar, .image, .rule, .tick].contains(unit.mark.kind) { return .band }
        if let offset = channel.offset, unit[offset]?.isFieldOrDatum == true { return .band }
      } else if unit.mark.kind == .arc, channel.isPolar {
        return .band
      }
      let sizeName = channel == .x ? "width" : "height"
      if channel.isPosition, unit.mark.spec[sizeName]?["band"] != nil { return .band }
      if channel.isPosition, def["axis"]?["tickBand"] != nil { return .band }
      return .point
    case .temporal:
      return channel == .shape || channel == .strokeDash
        ? .ordinal : def.timeUnit?.isUTC == true && !channel.isColour ? .utc : .time
    case .quantitative:
      if channel.isColour, def.isBinning { return .binOrdinal }
      return channel == .shape || channel == .strokeDash ? .ordinal : .linear
    }
  }

  // MARK: Domains

  private func setDomain(
    _ scale: inout ScaleComponent, _ def: ChannelDef, _ node: ViewNode, _ unit: UnitPlan,
    _ written: SpecValue?
  ) {
    let spec = written?["domain"]
    if let list = spec?.list {
      scale.domains = [.given(list.map { domainValue($0, def) })]
      scale.domainIsExplicit = true
      return
    }
    var parts: [ScaleComponent.DomainPart] = []
    if let union = spec?["unionWith"]?.list {
      parts.append(.given(union.map { domainValue($0, def) }))
      scale.domainIsExplicit = true
    }
    parts.append(contentsOf: inferred(scale, scale.channel, def, node, unit, spec))
    if scale.channel.isPosition, let second = scale.channel.second, let other = unit[second],
      other.isFieldOrDatum, other.column != def.column
    {
      parts.append(contentsOf: inferred(scale, second, other, node, unit, nil))
    }
    scale.domains = parts
  }

  private func domainValue(_ spec: SpecValue, _ def: ChannelDef) -> DataValue {
    if let time = def.timeUnit?.named(spec) { return .date(time) }
    let value = context.datum(context.resolved(spec))
    guard def.type == .temporal || def.timeUnit != nil, case .text = value else { return value }
    return DataLoader.date(value)
  }

  private func inferred(
    _ scale: ScaleComponent, _ channel: Channel, _ def: ChannelDef, _ node: ViewNode,
    _ unit: UnitPlan, _ spec: SpecValue?
  ) -> [ScaleComponent.DomainPart] {
    func columns(_ names: [String], _ sort: ScaleComponent.DomainSort = .appearance)
      -> ScaleComponent.DomainPart
    {
      var fromRaw = false
      switch sort {
      case .field, .list: fromRaw = true
      default: break
      }
      return .columns(
        unit: ScaleComponent.UnitLink(view: node), names: names, sort: sort, fromRaw: fromRaw)
    }
    if let plan = unit.stack, channel == plan.channel, def.isField {
      if plan.offset == .normalize { return [.given([.number(0), .number(1)])] }
      return [columns([def.startColumn, def.endColumn])]
    }
    if let datum = def.datum {
      return [.given([domainValue(SpecValue(data: datum, at: nil), def)])]
    }
    if spec?.text == "unaggregated", let field = def.field {
      return [columns(["min_\(field)", "max_\(field)"])]
    }
    // The other end of a stretch has no order of its own.
    let sort = channel == scale.channel ? domainSort(scale.type, def, unit) : .appearance
    if def.isBinning {
      if scale.type == .binOrdinal {
        return [.binned(unit: ScaleComponent.UnitLink(view: node), column: def.column)]
      }
      if scale.type.isDiscrete {
        if case .natural = sort {
          return [
            columns([def.rangeColumn], .field(def.column, .min, descending: def.sortsDescending))
          ]
        }
        return [columns([def.rangeColumn], sort)]
      }
      return [.binned(unit: ScaleComponent.UnitLink(view: node), column: def.column)]
    }
    if def.timeUnit != nil, scale.type.isTime {
      let second = channel.second.flatMap { unit[$0] }
      if BandUse.shifted(def, unit) != nil { return [columns(def.shiftedColumns)] }
      if BandUse.hasEnd(def, second, unit.mark) { return [columns([def.column, def.endColumn])] }
    }
    return [columns([def.column], sort)]
  }

  private func domainSort(
    _ type: ScaleType, _ def: ChannelDef, _ unit: UnitPlan
  ) -> ScaleComponent.DomainSort {
    guard type.isDiscrete else { return .appearance }
    guard let sort = alignedSort(def, unit) ?? def["sort"] else {
      return .natural(descending: false)
    }
    if sort.isNull { return .appearance }
    if let list = sort.list { return .list(list.map { domainValue($0, def) }) }
    if let text = sort.text {
      if text == "ascending" || text == "descending" {
        return .natural(descending: text == "descending")
      }
      let isDown = text.hasPrefix("-")
      return byChannel(isDown ? String(text.dropFirst()) : text, isDown, sort, unit)
    }
    let isDown = sort["order"]?.text == "descending"
    if let encoding = sort["encoding"]?.text { return byChannel(encoding, isDown, sort, unit) }
    let field = sort["field"]?.text
    let op =
      sort["op"]?.text.flatMap(AggregateOp.init) ?? (isStackedMeasure(field, unit) ? .sum : .min)
    return .field(field, op, descending: isDown)
  }

  private func byChannel(
    _ name: String, _ isDown: Bool, _ spec: SpecValue, _ unit: UnitPlan
  ) -> ScaleComponent.DomainSort {
    guard let channel = Channel(rawValue: name), let def = unit[channel], def.isField else {
      context.report(
        ChartProblems.notAmong(name, choices: unit.channels.keys.map(\.rawValue).sorted()), at: spec
      )
      return .natural(descending: isDown)
    }
    let op = def.aggregate?.op ?? (isStackedMeasure(def.field, unit) ? .sum : .min)
    return .field(def.field, op, descending: isDown)
  }

  private func isStackedMeasure(_ field: String?, _ unit: UnitPlan) -> Bool {
    guard let plan = unit.stack, let field else { return false }
    let dimensions = plan.groupby.compactMap { unit[$0]?.column } + plan.stackBy
    return !dimensions.contains(field)
  }

  /// Shifts within bands follow the colour's domain where it is a list of names.
  private func alignedSort(_ def: ChannelDef, _ unit: UnitPlan) -> SpecValue? {
    guard def.channel.isOffset, def["sort"] == nil, unit[.order] == nil,
      let colour = unit[.fill] ?? unit[.color], colour.field != nil, colour.type == .nominal
    else { return nil }
    guard let domain = colour["scale"]?["domain"], domain.list != nil else { return nil }
    return domain
  }

  // MARK: Ranges

  private func setRange(_ scale: inout ScaleComponent, _ written: SpecValue?, _ node: ViewNode) {
    if let range = written?["range"] {
      scale.range = .given(range)
      scale.rangeIsExplicit = true
    } else if let scheme = written?["scheme"] {
      scale.range = .scheme(scheme)
      scale.rangeIsExplicit = true
    } else if scale.channel.isPosition, [.band, .point].contains(scale.type) {
      let key = scale.channel == .x ? "width" : "height"
      if let step = node.spec[key]?["step"]?.number {
        scale.range = .step(step)
        scale.rangeIsExplicit = true
      }
    }
  }
}
