/// Box plots, error bars and error bands as layers of plain marks.
struct CompositeMarks {
  let context: ChartContext

  /// The unit as a layer.
  func expand(_ spec: SpecValue, _ kind: String) -> SpecValue {
    kind == "boxplot"
      ? BoxPlot(context: context, spec: spec).layered()
      : ErrorMarks(context: context, spec: spec, kind: kind).layered()
  }

  /// The channel that is measured: the only quantity, the other's partner in two.
  static func measure(_ encoding: SpecValue, orient: String?) -> String {
    func isQuantity(_ channel: String) -> Bool {
      guard let def = encoding[channel] else { return false }
      if let type = def["type"]?.text {
        return type == "quantitative" && (def["bin"]?.isOff ?? true)
      }
      return def["aggregate"] != nil
    }
    if encoding["x2"] != nil || encoding["xError"] != nil { return "x" }
    if encoding["y2"] != nil || encoding["yError"] != nil { return "y" }
    switch (isQuantity("x"), isQuantity("y")) {
    case (true, false): return "x"
    case (false, true): return "y"
    case (true, true):
      if encoding["x"]?["aggregate"] != nil, encoding["y"]?["aggregate"] == nil { return "x" }
      if encoding["y"]?["aggregate"] != nil, encoding["x"]?["aggregate"] == nil { return "y" }
      return orient == "horizontal" ? "x" : "y"
    default: return encoding["y"] != nil ? "y" : "x"
    }
  }

  /// Channels that print does not show, by which Vega-Lite groups all the same.
  private static let unseen: Set<String> = ["tooltip", "href", "description", "key"]

  /// Transforms that cut times and bins before a group, and the encoding without them.
  static func prepared(
    _ encoding: SpecValue, leaving measure: String, withUnseen: Bool = false
  ) -> (encoding: SpecValue, transforms: [SpecValue], groupby: [String]) {
    var rest = encoding
    var transforms: [SpecValue] = []
    var groupby: [String] = []
    for entry in encoding.map?.entries ?? []
    where entry.key != measure && entry.key != measure + "2"
      && (Channel(rawValue: entry.key) != nil || withUnseen && unseen.contains(entry.key))
    {
      guard let field = entry.value["field"]?.text else { continue }
      if let unit = entry.value["timeUnit"] {
        let name = "\(unit.text ?? unit["unit"]?.text ?? "")_\(field)"
        transforms.append(["timeUnit": unit, "field": SpecValue(field), "as": SpecValue(name)])
        rest[entry.key]?["field"] = SpecValue(name)
        rest[entry.key]?["timeUnit"] = ["unit": SpecValue("binned" + (unit.text ?? ""))]
        if rest[entry.key]?["type"] == nil { rest[entry.key]?["type"] = "temporal" }
        if rest[entry.key]?["title"] == nil {
          rest[entry.key]?["title"] = SpecValue("\(field) (\(unit.text ?? ""))")
        }
        groupby.append(name)
      } else if let bin = entry.value["bin"], !bin.isOff, bin.text != "binned" {
        let name = "bin_\(field)"
        transforms.append([
          "bin": bin, "field": SpecValue(field), "as": [SpecValue(name), SpecValue(name + "_end")],
        ])
        rest[entry.key]?["field"] = SpecValue(name)
        rest[entry.key]?["bin"] = "binned"
        groupby += [name, name + "_end"]
      } else if !groupby.contains(field) {
        groupby.append(field)
      }
    }
    return (rest, transforms, groupby)
  }
}
