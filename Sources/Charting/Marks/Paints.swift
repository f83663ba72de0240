/// The colours and lines of marks.
extension UnitFrame {
  /// What paints a row's mark.
  struct Paints {
    var fill: (Row) -> RGB?
    var stroke: (Row) -> RGB?
    var opacity: (Row) -> Double?
    var fillOpacity: (Row) -> Double?
    var strokeOpacity: (Row) -> Double?
    var strokeWidth: (Row) -> Double?
    var dash: (Row) -> [Double]?
  }

  /// The paints of the unit's mark.
  func paints() -> Paints {
    let isFilled = mark.isFilled
    let defaultFill = colourProperty(isFilled ? ["fill", "color"] : ["fill"])
    let defaultStroke = colourProperty(isFilled ? ["stroke"] : ["stroke", "color"])
    let fill = colour(.fill, or: isFilled ? colour(.color, or: defaultFill) : defaultFill)
    let stroke = colour(.stroke, or: isFilled ? defaultStroke : colour(.color, or: defaultStroke))
    let opacity = number(.opacity, or: "opacity")
    let isFaint =
      [.point, .tick, .circle, .square].contains(mark.kind) && !unit.isAggregated
      && mark.property("opacity") == nil && mark.property("fillOpacity") == nil
    return Paints(
      fill: fill, stroke: stroke, opacity: { opacity($0) ?? (isFaint ? 0.7 : nil) },
      fillOpacity: number(.fillOpacity, or: "fillOpacity"),
      strokeOpacity: number(.strokeOpacity, or: "strokeOpacity"),
      strokeWidth: number(.strokeWidth, or: "strokeWidth"), dash: dash())
  }

  private func dash() -> (Row) -> [Double]? {
    let fallback = property("strokeDash")
    let own = output(.strokeDash, { $0.dash($1) }, { $0.list?.compactMap(\.number) })
    if own == nil, let spec = mark.property("strokeDash"), !spec.isComputed {
      let dash = spec.list?.compactMap(\.number)
      return { _ in dash }
    }
    return { row in
      if let own, case .some(let value) = own(row) { return value }
      return fallback(row)?.list?.compactMap(\.number)
    }
  }

  /// A colour of the mark: the first of several properties that is set, the mark's own before its
  /// configuration's. `null` is no colour.
  private func colourProperty(_ names: [String]) -> (Row) -> RGB? {
    for name in names {
      if let spec = mark.spec[name] { return colour(of: spec) }
    }
    for name in names {
      if let spec = mark.configured(name) { return colour(of: spec) }
    }
    return { _ in nil }
  }

  private func colour(of spec: SpecValue) -> (Row) -> RGB? {
    if spec["gradient"] != nil {
      context.report(ChartProblems.unsupported("gradient"), at: spec)
      return { _ in nil }
    }
    let read = evaluated(spec)
    if spec["expr"] == nil, let text = spec.text, RGB(text) == nil,
      !["transparent", "none"].contains(text)
    {
      context.report(ChartProblems.wrongType(spec, wanted: ("a colour", "颜色")), at: spec)
    }
    guard spec.isComputed else {
      let colour = spec.text.flatMap { RGB($0) }
      return { _ in colour }
    }
    return { read($0)?.text.flatMap { RGB($0) } }
  }

  private func colour(_ channel: Channel, or fallback: @escaping (Row) -> RGB?) -> (Row) -> RGB? {
    let own = output(channel, { $0.colour($1) }, { $0.text.flatMap { RGB($0) } })
    guard let own else { return fallback }
    return { row in
      switch own(row) {
      case .some(let colour): colour
      case .none: fallback(row)
      }
    }
  }

  /// Puts the paints on an item.
  func paint(_ item: inout SceneItem, _ paints: Paints, _ row: Row) {
    item.fill = paints.fill(row)
    item.stroke = paints.stroke(row)
    item.opacity = paints.opacity(row)
    item.fillOpacity = paints.fillOpacity(row)
    item.strokeOpacity = paints.strokeOpacity(row)
    item.strokeWidth = paints.strokeWidth(row)
    item.dash = paints.dash(row)
  }
}
