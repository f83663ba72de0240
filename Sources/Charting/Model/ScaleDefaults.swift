/// Fills in what a unit's scale leaves unsaid: zero, nice, paddings, direction.
struct ScaleDefaults {
  let context: ChartContext
  let unit: UnitPlan
  let def: ChannelDef
  let written: SpecValue?

  private static let passedOn = [
    "zero", "nice", "padding", "paddingInner", "paddingOuter", "align", "round", "clamp", "reverse",
    "base", "exponent", "constant", "domainMin", "domainMax", "domainMid", "bins", "interpolate",
    "rangeMin", "rangeMax",
  ]

  private var config: SpecValue { context.config["scale"] ?? [:] }

  func fill(_ scale: inout ScaleComponent) {
    for name in Self.passedOn { scale.set(name, written?[name], explicit: true) }
    func add(_ name: String, _ value: SpecValue?) {
      if scale[name] == nil { scale.set(name, value, explicit: false) }
    }
    let channel = scale.channel
    add("nice", nice(scale))
    add("zero", SpecValue(.flag(zero(scale))))
    add("padding", padding(scale))
    if scale["padding"] == nil, [.band, .point].contains(scale.type) {
      add("paddingInner", inner(scale))
      add("paddingOuter", outer(scale))
    }
    for name in ["round", "clamp"] { add(name, config[name]) }
    if scale.type.isContinuous, def.sortsDescending { add("reverse", true) }
    if channel == .x, let flag = config["xReverse"] { add("reverse", flag) }
  }

  private func nice(_ scale: ScaleComponent) -> SpecValue? {
    if def.isBinning || def.isBinned || scale.domainIsExplicit && written?["domain"]?.list != nil {
      return nil
    }
    if written?["domainMin"] != nil || written?["domainMax"] != nil || scale.type.isTime {
      return nil
    }
    return scale.channel.isPosition ? true : nil
  }

  private func zero(_ scale: ScaleComponent) -> Bool {
    if let domain = written?["domain"], domain.text != "unaggregated" {
      guard scale.type.isContinuous || scale.type.isDiscretizing, let list = domain.list,
        let first = list.first?.number, let last = list.last?.number
      else { return false }
      return first <= 0 && last >= 0
    }
    let channel = scale.channel
    if channel == .size, def.type == .quantitative, !scale.type.isDiscretizing { return true }
    if channel.isOffset { return false }
    guard !def.isBinning, !def.isBinned, channel.isPosition || channel.isPolar else { return false }
    let mark = unit.mark
    if [.bar, .area, .line, .trail].contains(mark.kind) {
      let isAcross =
        mark.orient == .horizontal && channel == .y || mark.orient == .vertical && channel == .x
      if isAcross { return false }
    }
    if [.bar, .area].contains(mark.kind), channel.second.flatMap({ unit[$0] }) == nil {
      return true
    }
    return config["zero"]?.flag ?? true
  }

  private func padding(_ scale: ScaleComponent) -> SpecValue? {
    guard scale.channel.isPosition else { return nil }
    if scale.type.isContinuous {
      if let own = config["continuousPadding"] { return own }
      let isAcross =
        unit.mark.orient == .vertical && scale.channel == .x
        || unit.mark.orient == .horizontal && scale.channel == .y
      let isPlain = !(def.isField && (def.isBinning || def.isBinned || def.timeUnit != nil))
      if unit.mark.kind == .bar, isPlain, isAcross {
        return context.config["bar"]?["continuousBandSize"]
      }
    }
    return scale.type == .point ? config["pointPadding"] : nil
  }

  private var hasNestedOffset: Bool {
    guard let offset = def.channel.main.offset else { return false }
    return unit[offset]?.isFieldOrDatum == true
  }

  private func inner(_ scale: ScaleComponent) -> SpecValue? {
    if scale.channel.isPosition {
      if hasNestedOffset { return config["bandWithNestedOffsetPaddingInner"] }
      if let all = config["bandPaddingInner"] { return all }
      switch unit.mark.kind {
      case .bar: return config["barBandPaddingInner"]
      case .tick: return config["tickBandPaddingInner"]
      default: return config["rectBandPaddingInner"]
      }
    }
    return scale.type == .band ? config["offsetBandPaddingInner"] : nil
  }

  private func outer(_ scale: ScaleComponent) -> SpecValue? {
    if scale.channel.isPosition {
      if hasNestedOffset { return config["bandWithNestedOffsetPaddingOuter"] }
      guard scale.type == .band else { return nil }
      if let all = config["bandPaddingOuter"] { return all }
      return scale["paddingInner"]?.number.map { SpecValue($0 / 2) }
    }
    if scale.channel.isOffset, scale.type == .point { return 0.5 }
    return scale.type == .band ? config["offsetBandPaddingOuter"] : nil
  }
}
