/// Error bars and bands as plain marks.
struct ErrorMarks {
  let context: ChartContext
  let spec: SpecValue
  let kind: String

  private var mark: SpecValue { spec["mark"] ?? [:] }
  private var config: SpecValue { context.config[kind] ?? [:] }

  /// The layers, or the unit where there is one part.
  func layered() -> SpecValue {
    let encoding = spec["encoding"] ?? [:]
    let axis = CompositeMarks.measure(encoding, orient: mark["orient"]?.text)
    let measure = encoding[axis] ?? [:]
    let field = measure["field"]?.text ?? ""
    var (rest, cuts, groupby) = CompositeMarks.prepared(
      encoding, leaving: axis, withUnseen: !context.isPrint)
    for key in [axis, "\(axis)2", "\(axis)Error", "\(axis)Error2"] { rest[key] = nil }
    groupby.removeAll {
      [encoding["\(axis)Error"]?["field"]?.text, encoding["\(axis)Error2"]?["field"]?.text]
        .contains($0)
    }
    if kind == "errorbar" { rest["size"] = nil }
    var outer = spec
    for key in ["mark", "encoding"] { outer[key] = nil }
    outer["transform"] = SpecValue(
      (spec["transform"]?.list ?? []) + cuts + steps(axis, field, encoding, groupby))
    let title = measure["title"] ?? titled(field, encoding, axis)
    let units =
      kind == "errorbar"
      ? bars(axis, field, rest, measure, title) : bands(axis, field, rest, measure, title)
    if units.count == 1 { return outer.merging(units[0]) }
    outer["layer"] = SpecValue(units)
    return outer
  }

  /// The transforms that make the columns `lower_` and `upper_`.
  private func steps(
    _ axis: String, _ field: String, _ encoding: SpecValue, _ groupby: [String]
  ) -> [SpecValue] {
    func calculate(_ text: String, _ name: String) -> SpecValue {
      ["calculate": SpecValue(text), "as": SpecValue("\(name)_\(field)")]
    }
    if let other = encoding["\(axis)2"]?["field"]?.text {
      return [
        calculate("datum['\(other)']", kind == "errorbar" ? "upper" : "upper"),
        calculate("datum['\(field)']", "lower"),
      ]
    }
    if let error = encoding["\(axis)Error"]?["field"]?.text {
      let second = encoding["\(axis)Error2"]?["field"]?.text
      let below =
        second.map { "datum['\(field)'] + datum['\($0)']" }
        ?? "datum['\(field)'] - datum['\(error)']"
      return [
        calculate("datum['\(field)'] + datum['\(error)']", "upper"), calculate(below, "lower"),
      ]
    }
    let centre = mark["center"]?.text ?? config["center"]?.text
    let extent =
      mark["extent"]?.text ?? config["extent"]?.text ?? (centre == "median" ? "iqr" : "stderr")
    let keys = SpecValue(groupby.map { SpecValue($0) })
    func measure(_ op: String, _ name: String) -> SpecValue {
      ["op": SpecValue(op), "field": SpecValue(field), "as": SpecValue("\(name)_\(field)")]
    }
    if extent == "ci" || extent == "iqr" {
      let ops = extent == "ci" ? ("ci0", "ci1") : ("q1", "q3")
      return [["aggregate": [measure(ops.0, "lower"), measure(ops.1, "upper")], "groupby": keys]]
    }
    // One value alone has no extent, and no bar.
    func end(_ sign: String, _ name: String) -> SpecValue {
      let reach = "datum['extent_\(field)']"
      return calculate("isValid(\(reach)) ? datum['center_\(field)'] \(sign) \(reach) : null", name)
    }
    return [
      ["aggregate": [measure(extent, "extent"), measure("mean", "center")], "groupby": keys],
      end("+", "upper"), end("-", "lower"),
    ]
  }

  private func titled(_ field: String, _ encoding: SpecValue, _ axis: String) -> SpecValue {
    SpecValue(field)
  }

  private func part(_ name: String, _ base: SpecValue) -> SpecValue? {
    let own = mark[name] ?? config[name]
    let isOn = own.map { !$0.isOff } ?? (name == "rule" || name == "band")
    guard isOn else { return nil }
    // The configured look of the part gives way to the mark's own colour and opacity.
    var result = config[name].flatMap { $0.map == nil ? nil : $0 } ?? [:]
    for key in ["color", "opacity", "clip", "interpolate", "tension"] {
      if let value = mark[key], key != "interpolate" && key != "tension" || kind == "errorband" {
        result[key] = value
      }
    }
    result = result.merging(base)
    if let value = mark[name], value.map != nil { result = result.merging(value) }
    return result
  }

  private func position(_ field: String, _ measure: SpecValue, _ title: SpecValue) -> SpecValue {
    var def: SpecValue = ["field": SpecValue(field), "type": measure["type"] ?? "quantitative"]
    for key in ["scale", "axis"] {
      if let value = measure[key] { def[key] = value }
    }
    def["title"] = title
    return def
  }

  private func unit(
    _ name: String, _ base: SpecValue, _ axis: String, _ rest: SpecValue, _ from: SpecValue,
    _ to: String?
  ) -> SpecValue? {
    guard let mark = part(name, base) else { return nil }
    var encoding = rest
    encoding[axis] = from
    if let to { encoding["\(axis)2"] = ["field": SpecValue(to)] }
    return ["mark": mark, "encoding": encoding]
  }

  private func bars(
    _ axis: String, _ field: String, _ rest: SpecValue, _ measure: SpecValue, _ title: SpecValue
  ) -> [SpecValue] {
    var tick: SpecValue = ["type": "tick", "orient": axis == "y" ? "horizontal" : "vertical"]
    for key in ["thickness", "size"] { if let value = mark[key] { tick[key] = value } }
    var rule: SpecValue = ["type": "rule"]
    if let value = mark["thickness"] { rule["size"] = value }
    let (low, high) = ("lower_\(field)", "upper_\(field)")
    return [
      unit("ticks", tick, axis, rest, position(low, measure, title), nil),
      unit("ticks", tick, axis, rest, position(high, measure, title), nil),
      unit("rule", rule, axis, rest, position(low, measure, title), high),
    ].compactMap { $0 }
  }

  private func bands(
    _ axis: String, _ field: String, _ rest: SpecValue, _ measure: SpecValue, _ title: SpecValue
  ) -> [SpecValue] {
    let isBoth = rest["x"] != nil || rest["y"] != nil
    let (low, high) = ("lower_\(field)", "upper_\(field)")
    return [
      unit(
        "band", ["type": isBoth ? "area" : "rect"], axis, rest, position(low, measure, title), high),
      unit(
        "borders", ["type": isBoth ? "line" : "rule"], axis, rest, position(low, measure, title),
        nil),
      unit(
        "borders", ["type": isBoth ? "line" : "rule"], axis, rest, position(high, measure, title),
        nil),
    ].compactMap { $0 }
  }
}
