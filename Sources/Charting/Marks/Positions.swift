/// Where marks stand along a channel: points, stretches, bands. A port of Vega-Lite's rules.
extension UnitFrame {
  /// Where something stands that the channel does not place.
  enum Fallback { case middle, zeroOrMin, zeroOrMax, nothing }

  // MARK: Points

  /// The place of a point.
  func point(_ channel: Channel, _ fallback: Fallback) -> Place {
    let offset = shift(channel, band: 0.5)
    let base: Place
    if let place = mapPlace(channel) {
      base = place
    } else if let def = unit[channel], def.isFieldOrDatum || def.value != nil {
      if def.isFieldOrDatum, let plan = unit.stack, plan.channel == channel {
        base = stacked(channel, def)
      } else {
        base = middle(channel, def, band: offset.isEncoded ? 0 : nil)
      }
    } else {
      base = defaultPlace(channel, fallback)
    }
    let shown = shownPlace(channel)
    return { row in (base(row) ?? shown).map { $0 + (offset.place(row) ?? 0) } }
  }

  /// Where rows without a number stand if they are drawn all the same; nil where they are not.
  func shownPlace(_ channel: Channel) -> Double? {
    showsInvalid && scale(channel)?.type.isDiscrete != true ? zero(channel, .zeroOrMin) : nil
  }

  /// Whether rows without numbers are drawn all the same.
  var showsInvalid: Bool {
    guard let written = mark.property("invalid") else { return false }
    return written.isNull || written.text == "show"
  }

  private func stacked(_ channel: Channel, _ def: ChannelDef) -> Place {
    guard let scale = scale(channel) else { return { _ in nil } }
    let end = reader(def.endColumn)
    let start = reader(def.startColumn)
    let share =
      def["bandPosition"]?.number ?? (mark.kind == .text && channel.isPolar ? 0.5 : nil)
    guard let share else { return { scale.number(end($0)) } }
    return { row in
      guard let low = start(row).measure, let high = end(row).measure else { return nil }
      return scale.number(.number(low + (high - low) * share))
    }
  }

  /// The middle of a value, bin, unit of time or band.
  func middle(_ channel: Channel, _ def: ChannelDef, band: Double? = nil) -> Place {
    if def.isField { return fieldMiddle(channel, def, band: band) }
    let scale = scale(channel.main)
    if let datum = def.datum {
      return { _ in
        scale?.number(
          datum, band: scale?.type == .band ? band ?? def["bandPosition"]?.number ?? 0.5 : 0)
      }
    }
    guard let value = def.value else { return { _ in nil } }
    let length = self.length(channel)
    let read = evaluated(value)
    return { row in
      let value = read(row)
      return value?.text == "width" || value?.text == "height" ? length : value?.number
    }
  }

  private func fieldMiddle(_ channel: Channel, _ def: ChannelDef, band: Double?) -> Place {
    guard let scale = scale(channel.main) else { return { _ in nil } }
    let second = channel.second.flatMap { unit[$0] }
    let share = band ?? BandUse.position(def, second, mark)
    let start = reader(def.column)
    let isInTime = def.timeUnit != nil && def.type == .temporal && channel == channel.main
    if def.isBinning || ((share ?? 0) != 0 && isInTime) {
      if unit.stack?.imputes == true, def.isBinning, unit.stack?.groupby.contains(channel) == true {
        let mid = reader(def.column + "_mid")
        return { scale.number(mid($0)) }
      }
      if let share, share != 0, !scale.type.isDiscrete {
        return between(def.column, def.endColumn, share, scale)
      }
      let column = def.isBinning && scale.type.isDiscrete ? reader(def.rangeColumn) : start
      let inner = scale.type == .band ? share ?? 0.5 : 0
      return { scale.number(column($0), band: inner) }
    }
    if def.isBinned, let second, second.isField {
      return between(def.column, second.column, share ?? 0.5, scale)
    }
    let inner = scale.type == .band ? share ?? def["bandPosition"]?.number ?? 0.5 : 0
    return { scale.number(start($0), band: inner) }
  }

  private func between(_ low: String, _ high: String, _ share: Double, _ scale: Scale) -> Place {
    let (start, end) = (reader(low), reader(high))
    return { row in
      let (a, b) = (start(row).number, end(row).number)
      return scale.number(.number(a + (b - a) * share))
    }
  }

  /// Where marks stand whose channel is not bound.
  func defaultPlace(_ channel: Channel, _ fallback: Fallback) -> Place {
    let names: [Channel: [String]] = [
      .x: ["x"], .y: ["y"], .x2: ["x2"], .y2: ["y2"], .theta: ["theta", "startAngle"],
      .theta2: ["theta2", "endAngle"], .radius: ["radius", "outerRadius"],
      .radius2: ["radius2", "innerRadius"],
    ]
    let length = self.length(channel)
    for name in names[channel] ?? [] {
      guard let spec = mark.property(name) else { continue }
      let read = evaluated(spec)
      return { row in
        let value = read(row)
        return value?.text == "width" || value?.text == "height" ? length : value?.number
      }
    }
    let main = channel.main
    switch fallback {
    case .nothing: return { _ in nil }
    case .middle:
      let middle = length / 2
      return { _ in middle }
    case .zeroOrMin, .zeroOrMax:
      let place = zero(main, fallback)
      return { _ in place }
    }
  }

  /// The place of zero, or of the end of the domain that is nearest to it.
  private func zero(_ channel: Channel, _ fallback: Fallback) -> Double? {
    let isMin: Bool = if case .zeroOrMin = fallback { true } else { false }
    // A unit knows only the scales that its own channels bind.
    let binds = [channel, channel.second].compactMap { $0.flatMap { unit[$0] } }.contains(
      where: \.isFieldOrDatum)
    guard binds, let scale = scale(channel), let component = node.scale(channel) else {
      switch channel {
      case .radius: return isMin ? 0 : min(width, height) / 2
      case .theta: return isMin ? 0 : 2 * Double.pi
      case .y: return isMin ? height : 0
      default: return isMin ? 0 : width
      }
    }
    if scale.type.isDiscrete {
      return scale.domain.first.flatMap { _ in isMin ? scale.rangeEnds.0 : scale.rangeEnds.1 }
    }
    let (low, high) = scale.ends
    let hasZero = component["zero"]?.flag == true && !scale.type.isTime && scale.type != .log
    let isInside =
      min(low, high) <= 0 && max(low, high) >= 0 && scale.type != .log && !scale.type.isTime
    let value = hasZero || isInside ? 0 : isMin ? low : high
    return scale.number(.number(value))
  }

  // MARK: Shifts

  /// A shift by an offset channel or a property of the mark.
  func shift(_ channel: Channel, band: Double) -> (place: Place, isEncoded: Bool) {
    if let offset = channel.offset, let def = unit[offset] {
      let fallback = mark.spec[offset.rawValue]?.number
      let base: Place =
        def.isFieldOrDatum || def.value != nil ? middle(offset, def, band: band) : { _ in fallback }
      return (base, true)
    }
    guard let spec = mark.spec["\(channel.rawValue)Offset"] else { return ({ _ in nil }, false) }
    let read = evaluated(spec)
    return ({ read($0)?.number }, false)
  }

  // MARK: Stretches

  /// The two ends of a stretch, or its first end and its length.
  func range(_ channel: Channel) -> (start: Place, end: Place) {
    let start = point(channel, .zeroOrMax)
    guard let second = channel.second else { return (start, start) }
    return (start, secondEnd(second, .zeroOrMin, start))
  }

  /// The other end of a stretch.
  func secondEnd(_ second: Channel, _ fallback: Fallback, _ start: @escaping Place) -> Place {
    let main = second.main
    let ownShift = unit[second] != nil || mark.spec["\(second.rawValue)Offset"] != nil
    let offset = ownShift ? shift(second, band: 0.5) : shift(main, band: 0.5)
    func shifted(_ base: @escaping Place) -> Place {
      { row in base(row).map { $0 + (offset.place(row) ?? 0) } }
    }
    if let place = mapPlace(second) { return shifted(place) }
    if let def = unit[main], def.isFieldOrDatum, let plan = unit.stack, plan.channel == main,
      let scale = scale(main)
    {
      let low = reader(def.startColumn)
      // A logarithm has no zero for bars to stand on; in print they stand on the end of the axis.
      let foot = context.isPrint && scale.type == .log ? zero(main, .zeroOrMin) : nil
      return shifted { scale.number(low($0)) ?? foot }
    }
    if let def = unit[second], def.isFieldOrDatum || def.value != nil {
      return shifted(middle(second, def))
    }
    let sizeName = main == .x ? "width" : main == .y ? "height" : ""
    if let size = mark.spec[sizeName]?.number, mark.property(second.rawValue) == nil {
      return { row in start(row).map { $0 + size } }
    }
    return defaultPlace(second, fallback)
  }
}
