/// The colours and lines of marks.
extension UnitFrame {
  /// What paints a row's mark.
  struct Paints {
    var fill: (Row) -> RGB?
    /// The blend that fills marks which no channel colours.
    var blend: SceneBlend?
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
    let fillNames = isFilled ? ["fill", "color"] : ["fill"]
    let blend = blendProperty(fillNames)
    let defaultFill = blend.map { own in { _ in own.colour(at: 0.5) } } ?? colourProperty(fillNames)
    let defaultStroke = colourProperty(isFilled ? ["stroke"] : ["stroke", "color"])
    let fill = colour(.fill, or: isFilled ? colour(.color, or: defaultFill) : defaultFill)
    let stroke = colour(.stroke, or: isFilled ? defaultStroke : colour(.color, or: defaultStroke))
    let opacity = number(.opacity, or: "opacity")
    let isFaint =
      [.point, .tick, .circle, .square].contains(mark.kind) && !unit.isAggregated
      && mark.property("opacity") == nil && mark.property("fillOpacity") == nil
    let isColoured = unit[.fill] != nil || isFilled && unit[.color] != nil
    return Paints(
      fill: fill, blend: isColoured ? nil : blend, stroke: stroke,
      opacity: { opacity($0) ?? (isFaint ? 0.7 : nil) },
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

  /// The blend among the mark's own properties or its configuration's.
  private func blendProperty(_ names: [String]) -> SceneBlend? {
    let written =
      names.compactMap { mark.spec[$0] }.first ?? names.compactMap { mark.configured($0) }.first
    guard let spec = written, let kind = spec["gradient"] else { return nil }
    guard ["linear", "radial"].contains(kind.text) else {
      context.report(
        ChartProblems.notAmong(kind.text ?? "", choices: ["linear", "radial"]), at: kind)
      return nil
    }
    var blend = SceneBlend(stops: [], isRadial: kind.text == "radial")
    if blend.isRadial { (blend.x1, blend.y1, blend.x2, blend.y2) = (0.5, 0.5, 0.5, 0.5) }
    for stop in spec["stops"]?.list ?? [] {
      guard let colour = stop["color"]?.text.flatMap({ RGB($0) }),
        let share = stop["offset"]?.number
      else {
        context.report(
          ChartProblems.wrongType(stop, wanted: ("an offset and a colour", "位置和颜色")), at: stop)
        continue
      }
      blend.stops.append(SceneBlend.Stop(share: max(0, min(1, share)), colour: colour))
    }
    guard !blend.stops.isEmpty else { return nil }
    for (key, path) in [
      ("x1", \SceneBlend.x1), ("y1", \.y1), ("x2", \.x2), ("y2", \.y2), ("r1", \.r1), ("r2", \.r2),
    ] {
      if let number = spec[key]?.number { blend[keyPath: path] = number }
    }
    return blend
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
    if let blend = paints.blend { item.blend = blend }
    item.stroke = paints.stroke(row)
    item.opacity = paints.opacity(row)
    item.fillOpacity = paints.fillOpacity(row)
    item.strokeOpacity = paints.strokeOpacity(row)
    item.strokeWidth = paints.strokeWidth(row)
    item.dash = paints.dash(row)
  }
}
