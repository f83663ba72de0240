/// A box plot as layers: whiskers, box, median and outliers.
struct BoxPlot {
  let context: ChartContext
  let spec: SpecValue

  private var mark: SpecValue { spec["mark"] ?? [:] }
  private var config: SpecValue { context.config["boxplot"] ?? [:] }

  /// The layers.
  func layered() -> SpecValue {
    let encoding = spec["encoding"] ?? [:]
    let axis = CompositeMarks.measure(encoding, orient: mark["orient"]?.text)
    let measure = encoding[axis] ?? [:]
    let field = measure["field"]?.text ?? ""
    let (rest, cuts, groupby) = CompositeMarks.prepared(encoding, leaving: axis)
    var shared = rest
    shared[axis] = nil
    var plain = shared
    plain["color"] = nil
    plain["size"] = nil
    let extent = mark["extent"] ?? config["extent"] ?? 1.5
    let quartiles: SpecValue = [
      ["op": "q1", "field": SpecValue(field), "as": SpecValue("lower_box_\(field)")],
      ["op": "q3", "field": SpecValue(field), "as": SpecValue("upper_box_\(field)")],
    ]
    let keys = SpecValue(groupby.map { SpecValue($0) })
    var outer = spec
    for key in ["mark", "encoding"] { outer[key] = nil }
    let parts = Parts(axis: axis, field: field, measure: measure, plot: self)
    let summary: SpecValue = [
      "aggregate": SpecValue(
        (quartiles.list ?? []) + [
          ["op": "median", "field": SpecValue(field), "as": SpecValue("mid_box_\(field)")],
          ["op": "min", "field": SpecValue(field), "as": SpecValue("min_\(field)")],
          ["op": "max", "field": SpecValue(field), "as": SpecValue("max_\(field)")],
        ]), "groupby": keys,
    ]
    guard let reach = extent.number else {
      let ends: SpecValue = [
        "aggregate": SpecValue(
          (summary["aggregate"]?.list ?? []) + [
            ["op": "min", "field": SpecValue(field), "as": SpecValue("lower_whisker_\(field)")],
            ["op": "max", "field": SpecValue(field), "as": SpecValue("upper_whisker_\(field)")],
          ]), "groupby": keys,
      ]
      outer["transform"] = SpecValue((spec["transform"]?.list ?? []) + cuts + [ends])
      outer["layer"] = SpecValue(parts.whiskers(plain) + parts.boxes(shared, plain))
      return outer
    }
    let (low, high) = ("datum['lower_box_\(field)']", "datum['upper_box_\(field)']")
    let span = "\(NumberText.plain(reach)) * (\(high) - \(low))"
    let value = "datum['\(field)']"
    let join: SpecValue = ["joinaggregate": quartiles, "groupby": keys]
    var outliers: SpecValue = [
      "transform": [["filter": SpecValue("(\(value) < \(low) - \(span)) || (\(value) > \(high) + \(span))")]]
    ]
    outliers["mark"] = parts.part("outliers", ["type": "point"])
    var outlierEncoding = plain
    outlierEncoding["color"] = shared["color"]
    outlierEncoding[axis] = parts.position(SpecValue(field))
    outliers["encoding"] = outlierEncoding
    let whiskers: SpecValue = [
      "transform": [
        ["filter": SpecValue("(\(low) - \(span) <= \(value)) && (\(value) <= \(high) + \(span))")],
        [
          "aggregate": [
            ["op": "min", "field": SpecValue(field), "as": SpecValue("lower_whisker_\(field)")],
            ["op": "max", "field": SpecValue(field), "as": SpecValue("upper_whisker_\(field)")],
            ["op": "min", "field": SpecValue("lower_box_\(field)"), "as": SpecValue("lower_box_\(field)")],
            ["op": "max", "field": SpecValue("upper_box_\(field)"), "as": SpecValue("upper_box_\(field)")],
          ], "groupby": keys,
        ],
      ], "layer": SpecValue(parts.whiskers(plain)),
    ]
    let filtered: SpecValue = [
      "transform": SpecValue(cuts + [join]),
      "layer": SpecValue(parts.isOn("outliers") ? [outliers, whiskers] : [whiskers]),
    ]
    let boxes: SpecValue = [
      "transform": SpecValue(cuts + [summary]), "layer": SpecValue(parts.boxes(shared, plain)),
    ]
    outer["layer"] = [filtered, boxes]
    return outer
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
      for key in ["color", "opacity", "clip", "invalid", "size"] where key != "size" || name == "box" || name == "median" {
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

    private func unit(_ name: String, _ mark: SpecValue, _ encoding: SpecValue, _ from: String, _ to: String?)
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
