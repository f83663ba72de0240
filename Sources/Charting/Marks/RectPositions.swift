/// Where rectangles stand along a channel.
extension UnitFrame {
  /// The stretch of a rectangle: between two places, about one, or from one.
  struct Span {
    var low: Place
    var high: Place
  }

  /// The stretch along a channel.
  func span(_ channel: Channel) -> Span {
    let def = unit[channel]
    let second = channel.second.flatMap { unit[$0] }
    let scaleType = scale(channel)?.type
    let orient = mark.orient
    let sizeName = channel == .x ? "width" : "height"
    let size = mark.property("size") ?? mark.property(sizeName)
    let hasSize = unit[.size] != nil || size != nil
    let isRelative = unit[.size] == nil && size?["band"] != nil
    let isAcross: Bool
    switch mark.kind {
    case .bar: isAcross = channel == .x ? orient == .vertical : orient == .horizontal
    case .tick: isAcross = channel == .y ? orient == .vertical : orient == .horizontal
    default: isAcross = false
    }
    if let def, def.isField, def.isBinning || def.isBinned || def.timeUnit != nil && second == nil,
      !(hasSize && !isRelative), channel.offset.flatMap({ unit[$0] }) == nil,
      scaleType?.isDiscrete != true, scaleType != nil
    {
      return binSpan(channel, def, second)
    }
    let isBand = def?.isFieldOrDatum == true && scaleType?.isDiscrete == true || isAcross
    if isBand, second == nil, !channel.isPolar || scaleType?.isDiscrete == true {
      return bandSpan(channel, def)
    }
    let (start, end) = range(channel)
    return Span(low: start, high: end)
  }

  // MARK: Bins

  private func binSpan(_ channel: Channel, _ def: ChannelDef, _ second: ChannelDef?) -> Span {
    guard let scale = scale(channel) else { return Span(low: { _ in nil }, high: { _ in nil }) }
    let relative =
      mark.property(channel == .x ? "width" : "height")?["band"]?.number
      ?? mark.property("size")?["band"]?.number
    let unitBand = def.timeUnit == nil ? nil : mark.property("timeUnitBandSize")?.number
    let share = relative ?? unitBand ?? 1
    let inset = (1 - share) / 2
    var (startColumn, endColumn) = (def.column, def.endColumn)
    var step: Double?
    if case .binned(let binStep) = def.bin {
      if let second, second.isField { endColumn = second.column } else { step = binStep }
    }
    if def.isBinned, step == nil, second == nil { startColumn = def.column }
    if BandUse.shifted(def, unit) != nil {
      (startColumn, endColumn) = (def.shiftedColumns[0], def.shiftedColumns[1])
    }
    let (start, end) = (reader(startColumn), reader(endColumn))
    let spacing = channel.isPosition ? mark.property("binSpacing")?.number ?? 0 : 0
    let least = mark.property("minBandSize")?.number ?? 0
    // Each edge of a bin has a shift of its own: the start that of the second channel.
    let (near, far) = (edgeShift(channel.second ?? channel), edgeShift(channel))
    func place(_ row: Row, _ share: Double) -> Double? {
      guard let a = start(row).measure else { return nil }
      guard let b = step.map({ a + $0 }) ?? end(row).measure else { return nil }
      return scale.number(.number(a + (b - a) * share))
    }
    func gap(_ row: Row) -> Double {
      guard let a = place(row, 0), let b = place(row, 1) else { return spacing / 2 }
      let width = (b - a).magnitude
      return least > 0 && width < least ? -0.5 * (least - width) : spacing / 2
    }
    let axisHalf = channel.isPosition ? 0.5 : 0
    // Vega leaves half a unit for the axis line; the spacing comes off both ends of the bar.
    func edge(_ share: Double, _ shift: @escaping Place) -> Place {
      { row in
        guard let own = place(row, share), let other = place(row, 1 - share) else { return nil }
        let inwards = own <= other ? 1.0 : -1
        return own + axisHalf + inwards * gap(row) + (shift(row) ?? 0)
      }
    }
    return Span(low: edge(inset, near), high: edge(1 - inset, far))
  }

  /// The shift of one edge, by the property of the mark alone.
  private func edgeShift(_ channel: Channel) -> Place { number("\(channel.rawValue)Offset") }

  // MARK: Bands

  private func bandSpan(_ channel: Channel, _ def: ChannelDef?) -> Span {
    let usesSize =
      mark.kind == .tick || mark.orient == .horizontal && channel == .y
      || mark.orient == .vertical && channel == .x
    let own = scale(channel)
    let nested = channel.offset.flatMap { unit[$0]?.isFieldOrDatum == true ? scale($0) : nil }
    let band = nested ?? own
    // Numbers that move rectangles within their bands leave them the size of a step.
    let movesInBand = own?.type == .band && nested?.type.isContinuous == true
    let (relative, fixed) = bandSize(
      channel, movesInBand ? own : band, def, usesSize: usesSize)
    let fallback = defaultBand(channel, band, def)
    let bandwidth = band?.type == .band ? band?.bandwidth : nil
    let least = mark.configured("minBandSize")?.number ?? 0
    let sizeChannel = usesSize && unit[.size] != nil ? number(.size, or: "size") : nil
    let size: Place = { row in
      if let own = sizeChannel?(row) { return own }
      if let fixed { return fixed }
      if let relative, let bandwidth { return max(least, relative * bandwidth) }
      return fallback
    }
    let isTop = (bandwidth != nil || movesInBand) && relative != nil && sizeChannel == nil
    return isTop
      ? topSpan(channel, def, share: relative ?? 1, size)
      : centredSpan(channel, def, size)
  }

  /// The size along a channel that is asked for: a share of the band, or a length.
  private func bandSize(
    _ channel: Channel, _ band: Scale?, _ def: ChannelDef?, usesSize: Bool
  ) -> (relative: Double?, fixed: Double?) {
    let sizeName = channel == .x ? "width" : "height"
    let written =
      ((usesSize ? mark.spec["size"] ?? mark.configured("size") : nil) ?? mark.spec[sizeName]
      ?? (usesSize ? nil : mark.configured(sizeName))).map { context.resolved($0) }
    if let number = written?.number { return (nil, number) }
    if let share = written?["band"]?.number { return (share, nil) }
    let discrete = mark.property("discreteBandSize")
    guard let band, band.type == .band else {
      if band?.type.isContinuous == true {
        return (nil, mark.property("continuousBandSize")?.number ?? 5)
      }
      return (nil, band == nil && def == nil ? nil : discrete?.number)
    }
    if let share = discrete?["band"]?.number { return (share, nil) }
    return discrete?.number.map { (nil, $0) } ?? (1, nil)
  }

  private func defaultBand(_ channel: Channel, _ band: Scale?, _ def: ChannelDef?) -> Double {
    if let band, band.type == .point || band.type == .band { return max(1, band.step - 2) }
    guard def == nil else { return 18 }
    let config = context.config["scale"]
    let key =
      mark.kind == .tick
      ? "tickBandPaddingInner" : mark.kind == .bar ? "barBandPaddingInner" : "rectBandPaddingInner"
    let padding = config?["bandPaddingInner"]?.number ?? config?[key]?.number ?? 0
    return (1 - padding) * length(channel)
  }

  private func topSpan(
    _ channel: Channel, _ def: ChannelDef?, share: Double, _ size: @escaping Place
  ) -> Span {
    let offset = shift(channel, band: 0)
    let inset = (1 - share) / 2
    let base: Place
    if let def, def.isFieldOrDatum, scale(channel)?.type == .band {
      let nested = offset.isEncoded
      base = middle(channel, def, band: nested ? 0 : inset)
    } else {
      base = def.map { middle(channel, $0, band: 0) } ?? defaultPlace(channel, .middle)
    }
    let nestedInset =
      offset.isEncoded ? inset * (channel.offset.flatMap { scale($0)?.bandwidth } ?? 0) : 0
    let low: Place = { row in base(row).map { $0 + (offset.place(row) ?? 0) + nestedInset } }
    return Span(
      low: low,
      high: { row in
        guard let start = low(row), let length = size(row) else { return nil }
        return start + length
      })
  }

  private func centredSpan(_ channel: Channel, _ def: ChannelDef?, _ size: @escaping Place) -> Span
  {
    let offset = shift(channel, band: 0.5)
    let base: Place
    if let def, def.isFieldOrDatum || def.value != nil {
      let usesTime =
        !offset.isEncoded && def.timeUnit != nil && channel.second.flatMap { unit[$0] } == nil
      let share = usesTime ? BandUse.position(def, nil, mark) : offset.isEncoded ? 0 : 0.5
      base = middle(
        channel, def, band: scale(channel)?.type.isDiscrete == true || usesTime ? share : nil)
    } else {
      base = defaultPlace(channel, .middle)
    }
    let shown = shownPlace(channel)
    let middle: Place = { row in (base(row) ?? shown).map { $0 + (offset.place(row) ?? 0) } }
    let align = channel == .x ? mark.property("align")?.text : mark.property("baseline")?.text
    let before =
      align == "left" || align == "top" ? 0 : align == "right" || align == "bottom" ? 1 : 0.5
    return Span(
      low: { row in
        guard let at = middle(row), let length = size(row) else { return nil }
        return at - length * before
      },
      high: { row in
        guard let at = middle(row), let length = size(row) else { return nil }
        return at + length * (1 - before)
      })
  }
}
