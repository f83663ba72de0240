/// The mark of a unit with everything that is said about it, and the configuration under it.
struct MarkDef {
  let kind: MarkKind
  let spec: SpecValue
  let orient: MarkOrient?
  /// Layers of configuration from the nearest: the mark's styles, its kind, all marks.
  private let layers: [SpecValue]

  init(_ kind: MarkKind, _ spec: SpecValue, orient: MarkOrient?, config: SpecValue) {
    self.kind = kind
    self.spec = spec
    self.orient = orient
    var layers: [SpecValue] = []
    let styles = spec["style"]?.list?.compactMap(\.text) ?? [spec["style"]?.text].compactMap { $0 }
    for style in styles.reversed() {
      if let layer = config["style"]?[style] { layers.append(layer) }
    }
    if let layer = config[kind.rawValue] { layers.append(layer) }
    if let layer = config["mark"] { layers.append(layer) }
    self.layers = layers
  }

  /// A property of the mark or its configuration.
  func property(_ name: String) -> SpecValue? {
    if let own = spec[name] { return own }
    return configured(name)
  }

  /// A property of the configuration only.
  func configured(_ name: String) -> SpecValue? { layers.lazy.compactMap { $0[name] }.first }

  /// A property of the mark's own configuration, not of all marks.
  func number(_ name: String) -> Double? { property(name)?.number }

  /// Whether areas are filled, not only outlined.
  var isFilled: Bool {
    property("filled")?.flag ?? (kind != .point && kind != .line && kind != .rule)
  }
}
