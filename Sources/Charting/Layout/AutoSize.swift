/// The size of the whole picture, from which the plot takes what axes and titles leave: Vega's
/// `autosize` of type `fit`, and Vega-Lite's sizes `container`.
struct AutoSize {
  private let given: [(key: String, length: Double)]
  private let containsPadding: Bool

  /// Reads a specification; nil where its plot has the size that is written. Compositions have no
  /// one plot that could give way.
  init?(_ root: SpecValue, _ context: ChartContext) {
    guard root["mark"] != nil || root["layer"] != nil else { return nil }
    let spec = (context.config["autosize"].map(Self.normal) ?? [:])
      .merging(root["autosize"].map(Self.normal))
    let view = context.config["view"]
    var given: [(key: String, length: Double)] = []
    var hasContainer = false
    for (key, axis, config) in [
      ("width", "fit-x", "continuousWidth"), ("height", "fit-y", "continuousHeight"),
    ] {
      let isContainer = root[key]?.text == "container"
      hasContainer = hasContainer || isContainer
      let fits = spec["type"]?.text == "fit" || spec["type"]?.text == axis
      guard isContainer || fits, root[key]?["step"] == nil else { continue }
      let usual = view?[config]?.number ?? 300
      given.append((key, root[key]?.number ?? usual))
    }
    guard !given.isEmpty else { return nil }
    self.given = given
    containsPadding = (spec["contains"]?.text ?? (hasContainer ? "padding" : "")) == "padding"
  }

  private static func normal(_ spec: SpecValue) -> SpecValue {
    spec.map == nil ? ["type": spec] : spec
  }

  /// The specification with the lengths of the whole as those of the plot, to measure what is
  /// around it.
  func started(_ root: SpecValue) -> SpecValue {
    var root = root
    for (key, length) in given { root[key] = SpecValue(length) }
    return root
  }

  /// The specification with a plot that leaves room for what a scene showed around it.
  func fitted(_ root: SpecValue, _ scene: Scene) -> SpecValue {
    var root = root
    for (key, length) in given {
      let whole = key == "width" ? scene.width : scene.height
      let plot = key == "width" ? scene.root.width : scene.root.height
      let around = whole - plot - (containsPadding ? 0 : 2 * scene.padding)
      root[key] = SpecValue(max(0, length - around))
    }
    return root
  }
}
