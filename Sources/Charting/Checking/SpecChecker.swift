/// Finds keys that do not belong where they stand. Vega's own tools pass over them and draw something
/// else than what was meant.
struct SpecChecker {
  let context: ChartContext

  /// What the small maps hold that stand in for a number or a word, by the key they stand under.
  private static let parts: [String: [String]] = [
    "width": ["step", "for", "band"], "height": ["step", "for", "band"], "size": ["band"],
    "discreteBandSize": ["band"], "bandSize": ["band"], "spacing": ["row", "column"],
    "center": ["row", "column"], "autosize": ["type", "contains", "resize"],
    "padding": ["left", "right", "top", "bottom"], "repeat": ["row", "column", "layer"],
    "tickCount": ["interval", "step"], "nice": ["interval", "step"],
    "domain": ["unionWith", "param", "selection", "encoding", "field"], "range": ["field"],
    "aggregate": ["argmin", "argmax", "exponential"],
  ]
  /// What any value may be: computed, or a date.
  private static let anywhere = [
    "expr", "signal", "value", "condition", "year", "quarter", "month", "date", "day", "hours",
    "minutes", "seconds", "milliseconds", "utc",
  ]

  /// Checks a whole specification.
  func check(_ spec: SpecValue) {
    guard spec.map != nil else {
      context.report(ChartProblems.wrongType(spec, wanted: ("a map", "键值")), at: spec)
      return
    }
    view(spec, isTop: true)
  }

  /// Reports the unknown keys of a map and goes on with the known ones.
  private func keys(
    of value: SpecValue?, _ place: String, extra: [String] = [],
    _ each: (SpecMap.Entry) -> Void = { _ in }
  ) {
    guard let map = value?.map else { return }
    let known = (KnownKeys.table[place] ?? []) + extra
    for entry in map.entries {
      if Refusals.everywhere.contains(entry.key), place != "format" {
        context.report(ChartProblems.unsupported(entry.key), place: entry.place)
      } else if known.contains(entry.key) {
        if entry.key.lowercased().hasSuffix("formattype") { formatType(entry.value) }
        each(entry)
        if !["encoding", "resolve", "facetmapping", ""].contains(place),
          let parts = Self.parts[entry.key], entry.value.map != nil
        {
          keys(of: entry.value, "", extra: parts + Self.anywhere)
        } else if place == "axis", entry.value["condition"] != nil {
          conditional(entry.value)
        }
      } else {
        context.report(
          ChartProblems.unknownKey(
            entry.key, known: known, elsewhere: elsewhere(entry.key, not: place)),
          place: entry.place)
      }
    }
  }

  /// A kind of format: ours are known, those that programs register are not.
  private func formatType(_ value: SpecValue) {
    let known = ["number", "time"] + CustomFormat.names
    guard let name = value.text, !known.contains(name) else { return }
    context.report(ChartProblems.notAmong(name, choices: known), at: value)
  }

  /// A property of an axis that depends on the tick.
  private func conditional(_ value: SpecValue) {
    keys(of: value, "", extra: ["condition", "value", "expr"]) { entry in
      guard entry.key == "condition" else { return }
      items(entry.value) {
        keys(of: $0, "", extra: ["test", "value", "expr", "param", "empty"])
      }
    }
  }

  private func elsewhere(_ key: String, not place: String) -> String? {
    let homes = ["view", "mark", "channel", "axis", "legend", "scale", "config"]
    guard
      let home = homes.first(where: { $0 != place && KnownKeys.table[$0]?.contains(key) == true })
    else { return nil }
    return "\"\(key)\" belongs in \(home)"
  }

  private func items(_ value: SpecValue?, _ each: (SpecValue) -> Void) {
    (value?.list ?? [value].compactMap { $0 }).forEach(each)
  }

  private func view(_ spec: SpecValue, isTop: Bool = false) {
    keys(of: spec, "view") { entry in
      let value = entry.value
      switch entry.key {
      case "mark": keys(of: value, "mark") { part in nested(part) }
      case "encoding": encoding(value)
      case "layer", "hconcat", "vconcat", "concat": items(value) { view($0) }
      case "spec": view(value)
      case "facet":
        if value["row"] != nil || value["column"] != nil {
          keys(of: value, "facetmapping") { channel($0.value) }
        } else {
          channel(value)
        }
      case "data": data(value)
      case "transform": items(value) { transform($0) }
      case "title": keys(of: value, "titleparams")
      case "projection": keys(of: value, "projection")
      case "view":
        keys(
          of: value, "viewbackground",
          extra: ["stroke", "strokeWidth", "fill", "opacity", "style", "cornerRadius"])
      case "config": ConfigChecker(checker: self).check(value)
      case "resolve": resolve(value)
      case "params":
        items(value) { item in
          keys(of: item, "", extra: ["name", "value", "expr", "bind", "select", "views", "react"])
          if item["select"] != nil {
            context.report(ChartProblems.unsupported("select"), at: item["select"])
          }
        }
      default: break
      }
    }
  }

  /// Parts of composite marks have marks' keys.
  private func nested(_ entry: SpecMap.Entry) {
    guard
      ["point", "line", "box", "median", "outliers", "ticks", "band", "borders", "rule"].contains(
        entry.key)
    else { return }
    keys(of: entry.value, "mark")
  }

  private func resolve(_ value: SpecValue) {
    keys(of: value, "resolve") { entry in keys(of: entry.value, "encoding") }
  }

  private func data(_ value: SpecValue) {
    keys(of: value, "data") { entry in
      if entry.key == "format" { keys(of: entry.value, "format") }
      if entry.key == "sequence" { keys(of: entry.value, "sequence") }
      if entry.key == "graticule" { keys(of: entry.value, "graticule") }
    }
  }

  // MARK: Encodings

  private func encoding(_ value: SpecValue) {
    keys(of: value, "encoding") { entry in
      guard !["tooltip", "href", "description", "key"].contains(entry.key) else { return }
      items(entry.value) { channel($0) }
    }
  }

  /// The parts of a channel definition.
  func channel(_ value: SpecValue) {
    keys(of: value, "channel") { entry in
      let inner = entry.value
      switch entry.key {
      case "axis": keys(of: inner, "axis")
      case "legend": keys(of: inner, "legend")
      case "header": keys(of: inner, "header")
      case "scale": scale(inner)
      case "bin": keys(of: inner, "binparams")
      case "timeUnit": keys(of: inner, "timeunitparams")
      case "impute": keys(of: inner, "imputeparams")
      case "sort": if inner.map != nil { keys(of: inner, "encodingsortfield", extra: ["encoding"]) }
      case "condition": items(inner) { condition($0) }
      default: break
      }
    }
  }

  private func condition(_ value: SpecValue) {
    keys(of: value, "condition") { entry in
      if entry.key == "test" { predicate(entry.value) }
      if entry.key == "param" {
        context.report(ChartProblems.unsupported("param"), at: entry.value)
      }
      if entry.key == "scale" { scale(entry.value) }
      if entry.key == "legend" { keys(of: entry.value, "legend") }
    }
  }

  private func scale(_ value: SpecValue) {
    keys(of: value, "scale") { entry in
      if entry.key == "scheme" { keys(of: entry.value, "scheme") }
    }
  }

  /// A predicate and what it joins.
  func predicate(_ value: SpecValue) {
    keys(of: value, "predicate", extra: ["and", "or", "not", "param", "empty"]) { entry in
      if ["and", "or", "not"].contains(entry.key) { items(entry.value) { predicate($0) } }
    }
  }

  private func transform(_ value: SpecValue) {
    keys(of: value, "transform", extra: ["description"]) { entry in
      switch entry.key {
      case "filter": predicate(entry.value)
      case "aggregate", "joinaggregate", "window":
        items(entry.value) { keys(of: $0, "aggregated") }
      case "from":
        keys(of: entry.value, "lookup") { inner in if inner.key == "data" { data(inner.value) } }
      case "bin": keys(of: entry.value, "binparams")
      case "timeUnit": keys(of: entry.value, "timeunitparams")
      case "sort": items(entry.value) { keys(of: $0, "", extra: ["field", "order"]) }
      default: break
      }
    }
    guard value.map != nil, !TransformRunner.kinds.contains(where: { value[$0] != nil }),
      value["sample"] == nil
    else { return }
    context.report(
      ChartProblems.notAmong(value.map?.keys.first ?? "", choices: TransformRunner.kinds), at: value
    )
  }

  /// The unknown keys of one map, for the configuration.
  func plain(_ value: SpecValue?, _ place: String, extra: [String] = []) {
    keys(of: value, place, extra: extra)
  }
}

/// Checks the configuration.
struct ConfigChecker {
  let checker: SpecChecker

  func check(_ config: SpecValue) {
    checker.plain(config, "config")
    for entry in config.map?.entries ?? [] {
      if entry.key.hasPrefix("axis") {
        checker.plain(entry.value, "axisconfig")
      } else if entry.key.hasPrefix("header") {
        checker.plain(entry.value, "headerconfig")
      } else if entry.key == "legend" {
        checker.plain(entry.value, "legendconfig")
      } else if entry.key == "scale" {
        checker.plain(entry.value, "scaleconfig")
      } else if entry.key == "view" {
        checker.plain(entry.value, "viewconfig")
      } else if entry.key == "title" {
        checker.plain(entry.value, "titleconfig")
      } else if entry.key == "range" {
        checker.plain(entry.value, "rangeconfig")
      } else if MarkKind(rawValue: entry.key) != nil || entry.key == "mark" {
        checker.plain(entry.value, "markconfig", extra: KnownKeys.table["mark"] ?? [])
      }
    }
  }
}
