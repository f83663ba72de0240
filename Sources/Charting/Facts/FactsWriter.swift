/// Writes what a scene shows in the format of the conformance suite: geometry, paint, words.
struct FactsWriter {
  let scene: Scene
  let name: String

  /// Longest list of items; longer ones are thinned evenly.
  private static let cap = 240

  /// The facts as JSON.
  func json() -> String {
    var facts: SpecValue = ["facts": 1, "spec": SpecValue(name), "made": "banxin"]
    facts["size"] = [
      "w": number(scene.width), "h": number(scene.height), "ox": number(scene.originX),
      "oy": number(scene.originY),
    ]
    facts["scales"] = SpecValue(scene.scales.map(scale))
    facts["view"] = view(scene.root)
    return SpecWriter.json(facts) + "\n"
  }

  private func number(_ value: Double) -> SpecValue {
    value.isFinite ? SpecValue((value * 10).rounded() / 10) : nil
  }

  private func list(_ values: [Double]) -> SpecValue { SpecValue(values.map(number)) }

  private func words(_ text: SceneText) -> SpecValue {
    SpecValue(text.lines.joined(separator: "\n"))
  }

  // MARK: Scales

  private func scale(_ entry: SceneScale) -> SpecValue {
    let scale = entry.scale
    var fact: SpecValue = ["name": SpecValue(entry.name), "type": SpecValue(scale.type.rawValue)]
    let isNumeric =
      scale.type.isContinuous || scale.type.isDiscretizing || scale.type == .binOrdinal
    fact["domain"] = SpecValue(
      scale.domain.map { value in
        isNumeric
          ? SpecValue(value.number) : SpecValue(domainWord(value, isCutTime: entry.isCutTime))
      })
    return fact
  }

  private func domainWord(_ value: DataValue, isCutTime: Bool) -> String {
    switch value {
    case .date(let time) where isCutTime:
      TimeFormat(pattern: "%a %b %d %Y %H:%M:%S GMT+0000 (Coordinated Universal Time)").text(time)
    case .date(let time): NumberText.plain(time)
    case .null: ""
    default: value.words
    }
  }

  // MARK: Views

  private func view(_ view: SceneView) -> SpecValue {
    var fact: SpecValue = ["w": number(view.width), "h": number(view.height)]
    if let title = view.title { fact["title"] = self.title(title) }
    if !view.axes.isEmpty {
      let axes = view.axes.filter { $0.isMain || !$0.grid.isEmpty }.map(axis)
      if !axes.isEmpty { fact["axes"] = SpecValue(axes) }
    }
    let marks = view.marks.filter { !$0.isPath || !$0.series.isEmpty }
    if !marks.isEmpty { fact["marks"] = SpecValue(marks.map(MarkFacts(cap: Self.cap).fact)) }
    if !view.legends.isEmpty { fact["legends"] = SpecValue(view.legends.map(legend)) }
    if !view.headers.isEmpty { fact["headers"] = SpecValue(view.headers.map(header)) }
    if !view.views.isEmpty {
      fact["views"] = SpecValue(
        view.views.map { inner in
          var own: SpecValue = [
            "name": SpecValue(inner.name), "at": [number(inner.x), number(inner.y)],
          ]
          own = own.merging(self.view(inner))
          return own
        })
    }
    return fact
  }

  private func title(_ title: SceneTitle) -> SpecValue {
    var fact: SpecValue = ["text": words(title.text)]
    if let subtitle = title.subtitle { fact["subtitle"] = words(subtitle) }
    fact["anchor"] = SpecValue(title.text.align)
    fact["orient"] = SpecValue(title.orient)
    return fact
  }

  private func axis(_ axis: SceneAxis) -> SpecValue {
    var fact: SpecValue = ["orient": SpecValue(axis.orient)]
    if !axis.grid.isEmpty { fact["grid"] = list(axis.grid) }
    guard axis.isMain else { return fact }
    if !axis.ticks.isEmpty { fact["ticks"] = list(axis.ticks) }
    if !axis.labels.isEmpty {
      fact["labels"] = SpecValue(
        zip(axis.labelPlaces, axis.labels).map { SpecValue([number($0), words($1)]) })
      let hidden = axis.labels.indices.filter { axis.labels[$0].isHidden }
      if !hidden.isEmpty { fact["hidden"] = list(hidden.map(Double.init)) }
      if axis.labelAngle != 0 { fact["angle"] = number(axis.labelAngle) }
    }
    if let domain = axis.domain { fact["domain"] = list([domain.0, domain.1]) }
    if let title = axis.title { fact["title"] = words(title) }
    return fact
  }

  private func legend(_ legend: SceneLegend) -> SpecValue {
    var fact: SpecValue = ["orient": SpecValue(legend.orient)]
    if let title = legend.title { fact["title"] = words(title) }
    guard legend.gradient.isEmpty else {
      fact["type"] = "gradient"
      fact["labels"] = SpecValue(legend.labels.map(words))
      guard !legend.isBanded else { return fact }
      let ends = [legend.gradient.first, legend.gradient.last].compactMap { $0 }
      fact["ends"] = SpecValue(ends.map { SpecValue(FactColour.word($0.colour)) })
      return fact
    }
    fact["type"] = "symbol"
    fact["entries"] = SpecValue(
      legend.entries.map { entry in
        SpecValue([
          words(entry.label), SpecValue(entry.shape.count < 25 ? entry.shape : "path"),
          entry.colour.map { SpecValue(FactColour.word($0)) } ?? nil, number(entry.size),
        ])
      })
    return fact
  }

  private func header(_ header: SceneHeader) -> SpecValue {
    var fact: SpecValue = [
      "role": SpecValue(header.role), "at": [number(header.x), number(header.y)],
    ]
    if !header.axes.isEmpty { fact["axes"] = SpecValue(header.axes.map(axis)) }
    if let text = header.text { fact["text"] = words(text) }
    return fact
  }
}

/// How colours are spelt in facts.
enum FactColour {
  /// The names that the suite's own writer turns into digits; others stay names.
  private static let known: Set<String> = [
    "black", "white", "red", "green", "blue", "gray", "grey", "orange", "yellow", "purple", "brown",
    "pink", "teal", "navy", "firebrick", "steelblue", "goldenrod", "lightgray", "lightgrey",
    "darkgray", "silver", "crimson", "darkorange", "salmon", "lightblue", "skyblue", "maroon",
    "tomato", "coral", "darkgreen", "darkred", "lightgreen", "magenta", "cyan", "khaki", "seagreen",
    "indigo", "violet", "olive",
  ]

  static func word(_ colour: RGB) -> String {
    if let name = colour.name, !known.contains(name) { return name }
    return colour.hex
  }
}
