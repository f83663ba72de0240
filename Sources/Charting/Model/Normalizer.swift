/// Rewrites a specification to the few forms that the compiler knows: facet, concat, layer and unit.
struct Normalizer {
  let context: ChartContext

  /// The specification in normal form.
  func normalize(_ spec: SpecValue) -> SpecValue {
    normalize(spec, encoding: nil, inherited: nil)
  }

  private func normalize(_ spec: SpecValue, encoding: SpecValue?, inherited: SpecValue?)
    -> SpecValue
  {
    var spec = spec
    if let repeating = spec["repeat"] {
      return normalize(unrolled(spec, repeating), encoding: encoding, inherited: inherited)
    }
    for key in ["hconcat", "vconcat", "concat"] {
      guard let children = spec[key]?.list else { continue }
      spec[key] = SpecValue(children.map { normalize($0, encoding: nil, inherited: nil) })
      return spec
    }
    if spec["facet"] != nil, let inner = spec["spec"] {
      spec["spec"] = normalize(inner, encoding: nil, inherited: nil)
      return spec
    }
    if let faceted = faceted(spec) {
      return normalize(faceted, encoding: encoding, inherited: inherited)
    }
    if let layers = spec["layer"]?.list {
      let own = Self.merge(encoding, spec["encoding"], isLayer: true)
      var passed = inherited ?? [:]
      for key in ["width", "height"] {
        if let value = spec[key] { passed[key] = value }
      }
      spec["encoding"] = nil
      spec["layer"] = SpecValue(layers.map { normalize($0, encoding: own, inherited: passed) })
      return spec
    }
    return unit(spec, encoding: encoding, inherited: inherited)
  }

  // MARK: Units

  private func unit(_ spec: SpecValue, encoding: SpecValue?, inherited: SpecValue?) -> SpecValue {
    var spec = spec
    if let encoding { spec["encoding"] = Self.merge(encoding, spec["encoding"], isLayer: false) }
    for key in ["width", "height"] where spec[key] == nil {
      if let value = inherited?[key] { spec[key] = value }
    }
    if let mark = spec["mark"]?.text {
      spec["mark"] = SpecValue(
        .map(SpecMap([.init(key: "type", value: SpecValue(.text(mark), at: spec["mark"]?.place))])),
        at: spec["mark"]?.place)
    }
    let kind = spec["mark"]?["type"]?.text ?? ""
    if ["boxplot", "errorbar", "errorband"].contains(kind) {
      let layered = CompositeMarks(context: context).expand(spec, kind)
      return normalize(layered, encoding: nil, inherited: nil)
    }
    if let overlaid = PathOverlay(context: context).expand(spec, kind) {
      return normalize(overlaid, encoding: nil, inherited: nil)
    }
    let isRanged = spec["encoding"]?["x2"] != nil || spec["encoding"]?["y2"] != nil
    if kind == "line", isRanged {
      // A line between two ends is a rule.
      spec["mark"]?["type"] = "rule"
    }
    return spec
  }

  /// The encoding of a layer with its parent's laid under.
  static func merge(_ parent: SpecValue?, _ own: SpecValue?, isLayer: Bool) -> SpecValue? {
    guard let parent else { return own }
    var merged = SpecMap()
    let keys = parent.map?.keys ?? []
    for key in keys + (own?.map?.keys ?? []).filter({ !keys.contains($0) }) {
      let (above, below) = (parent[key], own?[key])
      if let below {
        let isBound =
          below["field"] != nil || below["datum"] != nil || below["aggregate"]?.text == "count"
        merged[key] =
          isBound || isLayer && below.map != nil && below["value"] == nil
          ? (above ?? [:]).merging(below) : below
        // A field of a layer takes the place of a value above it, and the other way round.
        if isBound, above?["value"] != nil { merged[key] = below }
      } else if let above {
        let isComplete =
          above["field"] != nil || above["datum"] != nil || above["value"] != nil
          || above["aggregate"] != nil || above.list != nil || above["condition"] != nil
        if isLayer || isComplete { merged[key] = above }
      }
    }
    return SpecValue(.map(merged), at: own?.place ?? parent.place)
  }

  // MARK: Facets

  /// A unit or layer with a row, column or facet channel as a facet around it.
  private func faceted(_ spec: SpecValue) -> SpecValue? {
    guard let encoding = spec["encoding"], spec["mark"] != nil || spec["layer"] != nil else {
      return nil
    }
    let channels = ["row", "column", "facet"].filter {
      encoding[$0] != nil && encoding[$0]?.isNull == false
    }
    guard !channels.isEmpty else { return nil }
    var outer = spec
    var inner = SpecValue(.map(SpecMap()))
    var rest = encoding
    var mapping = SpecValue(.map(SpecMap()))
    for channel in channels {
      mapping[channel] = encoding[channel]
      rest[channel] = nil
    }
    for key in ["mark", "layer", "width", "height", "view", "projection"] {
      if let value = spec[key] { inner[key] = value }
      outer[key] = nil
    }
    inner["encoding"] = rest
    outer["encoding"] = nil
    if let only = mapping["facet"], channels.count == 1 {
      outer["facet"] = only
      for key in ["columns", "spacing", "align", "center", "bounds"] {
        if let value = only[key] { outer[key] = value }
      }
    } else {
      outer["facet"] = mapping
      for key in ["spacing", "align", "center"] {
        for channel in channels {
          if let value = mapping[channel]?[key] {
            var both = outer[key] ?? [:]
            both[channel] = value
            outer[key] = both
          }
        }
      }
    }
    outer["spec"] = inner
    return outer
  }

  // MARK: Repeats

  /// A repeat as a concat, or as a layer.
  private func unrolled(_ spec: SpecValue, _ repeating: SpecValue) -> SpecValue {
    var outer = spec
    outer["repeat"] = nil
    outer["spec"] = nil
    let inner = spec["spec"] ?? [:]
    func copies(_ names: [(String, SpecValue)]) -> [SpecValue] {
      names.map { substituted(inner, [$0.0: $0.1]) }
    }
    if let list = repeating.list {
      outer["concat"] = SpecValue(list.map { substituted(inner, ["repeat": $0]) })
      return outer
    }
    if let layers = repeating["layer"]?.list, repeating["row"] == nil, repeating["column"] == nil {
      outer["layer"] = SpecValue(layers.map { substituted(inner, ["layer": $0]) })
      return outer
    }
    let rows = repeating["row"]?.list ?? []
    let columns = repeating["column"]?.list ?? []
    let layers = repeating["layer"]?.list ?? []
    var children: [SpecValue] = []
    for row in rows.isEmpty ? [nil] : rows.map(Optional.some) {
      for column in columns.isEmpty ? [nil] : columns.map(Optional.some) {
        var names: [String: SpecValue] = [:]
        if let row { names["row"] = row }
        if let column { names["column"] = column }
        if layers.isEmpty {
          children.append(substituted(inner, names))
        } else {
          let parts = layers.map { layer in
            substituted(inner, names.merging(["layer": layer]) { _, last in last })
          }
          children.append(["layer": SpecValue(parts)])
        }
      }
    }
    outer["concat"] = SpecValue(children)
    outer["columns"] = SpecValue(Double(max(1, columns.count)))
    return outer
  }

  /// The tree with `{"repeat": name}` exchanged for a field.
  private func substituted(_ spec: SpecValue, _ names: [String: SpecValue]) -> SpecValue {
    if let map = spec.map, map.entries.count == 1, let name = map["repeat"]?.text,
      let field = names[name]
    {
      return field
    }
    switch spec.content {
    case .map(let map):
      let entries = map.entries.map {
        SpecMap.Entry(
          key: $0.key, place: $0.place,
          value: $0.key == "data" ? $0.value : substituted($0.value, names))
      }
      return SpecValue(.map(SpecMap(entries)), at: spec.place)
    case .list(let items):
      return SpecValue(.list(items.map { substituted($0, names) }), at: spec.place)
    default: return spec
    }
  }
}
