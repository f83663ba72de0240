/// Points on lines and lines on areas: `"point": true`, `"line": true`.
struct PathOverlay {
  let context: ChartContext

  /// The unit as a layer of the path and what lies on it; nil where nothing lies on it.
  func expand(_ spec: SpecValue, _ kind: String) -> SpecValue? {
    guard kind == "line" || kind == "area", let mark = spec["mark"] else { return nil }
    let config = context.config[kind]
    // A shape needs points to show it.
    let shaped: SpecValue? = spec["encoding"]?["shape"] == nil ? nil : true
    let point = overlay(mark["point"] ?? config?["point"] ?? shaped, kind: "point", mark)
    let line = kind == "area" ? overlay(mark["line"] ?? config?["line"], kind: "line", mark) : nil
    guard point != nil || line != nil else { return nil }
    var plain = mark
    // The configuration must not ask for it again.
    plain["point"] = false
    plain["line"] = false
    if kind == "area", plain["opacity"] == nil, plain["fillOpacity"] == nil, line != nil {
      plain["opacity"] = 0.7
    }
    var outer = spec
    var base: SpecValue = [:]
    base["mark"] = plain
    base["encoding"] = spec["encoding"]
    var layers = [base]
    for key in ["mark", "encoding"] { outer[key] = nil }
    for over in [line, point].compactMap({ $0 }) {
      var layer: SpecValue = [:]
      layer["mark"] = over
      layer["encoding"] = encoding(spec["encoding"], stacked: kind == "area", mark: mark)
      layers.append(layer)
    }
    outer["layer"] = SpecValue(layers)
    return outer
  }

  private func overlay(_ spec: SpecValue?, kind: String, _ mark: SpecValue) -> SpecValue? {
    guard let spec, !spec.isOff else { return nil }
    var over: SpecValue = ["type": SpecValue(kind)]
    if kind == "point" {
      over["opacity"] = 1
      over["filled"] = true
    }
    let transparent = spec.text == "transparent"
    if transparent { over["opacity"] = 0 }
    let keys =
      kind == "point" ? ["clip"] : ["clip", "interpolate", "tension", "tooltip"]
    for key in keys + ["xOffset", "yOffset"] {
      if let value = mark[key] { over[key] = value }
    }
    // Vega-Lite leaves points in the default colour; in print they are of their line.
    if context.isPrint, kind == "point", let colour = mark["color"] ?? mark["stroke"] {
      over["color"] = colour
    }
    for entry in spec.map?.entries ?? [] { over[entry.key] = entry.value }
    return over
  }

  /// Lines and points on a piled area pile up too.
  private func encoding(_ encoding: SpecValue?, stacked: Bool, mark: SpecValue) -> SpecValue? {
    guard stacked, var encoding else { return encoding }
    let channels = ChannelReader(context: context).read(encoding)
    let orient = MarkOrient.of(
      .area, channels.mapValues { $0.first }, specified: mark["orient"]?.text)
    let plan = StackPlan.make(.area, orient, channels, mark)
    encoding["x2"] = nil
    encoding["y2"] = nil
    if let plan, encoding[plan.channel.rawValue]?["stack"] == nil {
      encoding[plan.channel.rawValue]?["stack"] = SpecValue(plan.offset.rawValue)
    }
    return encoding
  }
}
