/// A box plot as layers: whiskers, box, median and outliers.
struct BoxPlot {
  let context: ChartContext
  let spec: SpecValue

  private var mark: SpecValue { spec["mark"] ?? [:] }
  private var config: SpecValue { context.config["boxplot"] ?? [:] }

  private var encoding: SpecValue { spec["encoding"] ?? [:] }
  private var axis: String { CompositeMarks.measure(encoding, orient: mark["orient"]?.text) }
  private var measure: SpecValue { encoding[axis] ?? [:] }
  private var field: String { measure["field"]?.text ?? "" }

  /// The layers.
  func layered() -> SpecValue {
    let (rest, cuts, groupby) = CompositeMarks.prepared(encoding, leaving: axis)
    var shared = rest
    shared[axis] = nil
    var plain = shared
    plain["color"] = nil
    plain["size"] = nil
    let keys = SpecValue(groupby.map { SpecValue($0) })
    let parts = Parts(axis: axis, field: field, measure: measure, plot: self)
    var outer = spec
    for key in ["mark", "encoding"] { outer[key] = nil }
    guard let reach = (mark["extent"] ?? config["extent"] ?? 1.5).number else {
      let ends = [aggregate("min", "lower_whisker"), aggregate("max", "upper_whisker")]
      let all: SpecValue = ["aggregate": SpecValue(summary + ends), "groupby": keys]
      outer["transform"] = SpecValue((spec["transform"]?.list ?? []) + cuts + [all])
      outer["layer"] = SpecValue(parts.whiskers(plain) + parts.boxes(shared, plain))
      return outer
    }
    let join: SpecValue = ["joinaggregate": SpecValue(quartiles), "groupby": keys]
    let whiskers = whiskers(reach, keys, parts.whiskers(plain))
    let outliers = outliers(reach, shared, plain, parts)
    let filtered: SpecValue = [
      "transform": SpecValue(cuts + [join]),
      "layer": SpecValue(parts.isOn("outliers") ? [outliers, whiskers] : [whiskers]),
    ]
    let all: SpecValue = ["aggregate": SpecValue(summary), "groupby": keys]
    let boxes: SpecValue = [
      "transform": SpecValue(cuts + [all]), "layer": SpecValue(parts.boxes(shared, plain)),
    ]
    outer["layer"] = [filtered, boxes]
    return outer
  }

  // MARK: Transforms

  private func aggregate(_ op: String, _ name: String, of source: String? = nil) -> SpecValue {
    [
      "op": SpecValue(op), "field": SpecValue(source ?? field),
      "as": SpecValue("\(name)_\(field)"),
    ]
  }

  private var quartiles: [SpecValue] {
    [aggregate("q1", "lower_box"), aggregate("q3", "upper_box")]
  }

  private var summary: [SpecValue] {
    quartiles + [
      aggregate("median", "mid_box"), aggregate("min", "min"), aggregate("max", "max"),
    ]
  }

  /// The two ends that whiskers may reach, as expressions.
  private func fences(_ reach: Double) -> (low: String, high: String) {
    let (low, high) = ("datum['lower_box_\(field)']", "datum['upper_box_\(field)']")
    let span = "\(NumberText.plain(reach)) * (\(high) - \(low))"
    return ("\(low) - \(span)", "\(high) + \(span)")
  }

  private func whiskers(_ reach: Double, _ keys: SpecValue, _ layers: [SpecValue]) -> SpecValue {
    let (low, high) = fences(reach)
    let value = "datum['\(field)']"
    let ends = [
      aggregate("min", "lower_whisker"), aggregate("max", "upper_whisker"),
      aggregate("min", "lower_box", of: "lower_box_\(field)"),
      aggregate("max", "upper_box", of: "upper_box_\(field)"),
    ]
    return [
      "transform": [
        ["filter": SpecValue("(\(low) <= \(value)) && (\(value) <= \(high))")],
        ["aggregate": SpecValue(ends), "groupby": keys],
      ], "layer": SpecValue(layers),
    ]
  }

  private func outliers(
    _ reach: Double, _ shared: SpecValue, _ plain: SpecValue, _ parts: Parts
  ) -> SpecValue {
    let (low, high) = fences(reach)
    let value = "datum['\(field)']"
    var encoding = plain
    encoding["color"] = shared["color"]
    encoding[axis] = parts.position(SpecValue(field))
    return [
      "transform": [["filter": SpecValue("(\(value) < \(low)) || (\(value) > \(high))")]],
      "mark": parts.part("outliers", ["type": "point"]), "encoding": encoding,
    ]
  }

  /// The parts of the plot as units.
  struct Parts {
    let axis: String
    let field: String
    let measure: SpecValue
    let plot: BoxPlot

    private var isUpright: Bool { axis == "y" }

    func isOn(_ name: String) -> Bool {
      let spec = plot.mark[name] ?? plot.config[name]
      return spec.map { !$0.isOff } ?? (name != "ticks")
    }

    /// A part's mark: the plain one, the configuration's and the plot's own wishes.
    func part(_ name: String, _ base: SpecValue) -> SpecValue {
      var mark = base
      for key in ["color", "opacity", "clip", "invalid", "size"]
      where key != "size" || name == "box" || name == "median" {
        if let value = plot.mark[key] { mark[key] = value }
      }
      if let value = plot.config[name], value.map != nil { mark = mark.merging(value) }
      if let value = plot.mark[name], value.map != nil { mark = mark.merging(value) }
      return mark
    }

    /// Where a part stands along the measure, with the measure's own axis and scale.
    func position(_ name: SpecValue) -> SpecValue {
      var def: SpecValue = ["field": name, "type": measure["type"] ?? "quantitative"]
      for key in ["scale", "axis", "title"] {
        if let value = measure[key] { def[key] = value }
      }
      if def["title"] == nil { def["title"] = SpecValue(field) }
      return def
    }

    private func unit(
      _ name: String, _ mark: SpecValue, _ encoding: SpecValue, _ from: String, _ to: String?
    )
      -> SpecValue
    {
      var own = encoding
      own[axis] = position(SpecValue("\(from)_\(field)"))
      if let to { own["\(axis)2"] = ["field": SpecValue("\(to)_\(field)")] }
      return ["mark": part(name, mark), "encoding": own]
    }

    func whiskers(_ plain: SpecValue) -> [SpecValue] {
      var units: [SpecValue] = []
      if isOn("rule") {
        units.append(unit("rule", ["type": "rule"], plain, "lower_whisker", "lower_box"))
        units.append(unit("rule", ["type": "rule"], plain, "upper_box", "upper_whisker"))
      }
      let tick: SpecValue = [
        "type": "tick", "color": "black", "opacity": 1,
        "orient": isUpright ? "horizontal" : "vertical",
      ]
      let wantsTicks = (plot.mark["ticks"] ?? plot.config["ticks"]).map { !$0.isOff } ?? false
      if wantsTicks {
        units.append(unit("ticks", tick, plain, "lower_whisker", nil))
        units.append(unit("ticks", tick, plain, "upper_whisker", nil))
      }
      return units
    }

    func boxes(_ shared: SpecValue, _ plain: SpecValue) -> [SpecValue] {
      let size = plot.mark["size"] ?? plot.config["size"] ?? 14
      let box: SpecValue = [
        "type": "bar", "size": size, "orient": isUpright ? "vertical" : "horizontal",
      ]
      let median: SpecValue = [
        "type": "tick", "color": "white", "size": size,
        "orient": isUpright ? "horizontal" : "vertical",
      ]
      var colour = shared["color"] ?? ["value": "#4c78a8"]
      colour["test"] = SpecValue("datum['lower_box_\(field)'] >= datum['upper_box_\(field)']")
      var middle = plain
      if let size = shared["size"] { middle["size"] = size }
      middle["color"] = ["condition": colour]
      var units: [SpecValue] = []
      if isOn("box") { units.append(unit("box", box, shared, "lower_box", "upper_box")) }
      if isOn("median") { units.append(unit("median", median, middle, "mid_box", nil)) }
      return units
    }
  }
}
