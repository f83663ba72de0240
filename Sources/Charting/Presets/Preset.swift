import Diagnostics

/// A named chart of government indicators: data and a few words become a full specification.
public struct Preset: Sendable {
  /// The name, as `preset:` takes it.
  public var name: String
  /// What it is called in Chinese.
  public var title: String
  /// The keys that must be given besides `preset` and `data`.
  public var required: [String]
  /// The keys that may be given.
  public var optional: [String]
  let build: @Sendable (PresetInput) -> SpecValue

  /// All presets.
  public static let all: [Preset] =
    Preset.cards + Preset.trends + Preset.comparisons + Preset.shares + Preset.tables
    + Preset.organisations

  /// The preset of a name.
  public static func named(_ name: String) -> Preset? { all.first { $0.name == name } }

  /// Keys that every preset takes.
  static let shared = [
    "preset", "data", "title", "subtitle", "width", "height", "usermeta", "note", "source", "unit",
    "$schema", "description", "config",
  ]

  init(
    _ name: String, _ title: String, needs required: [String] = [], takes optional: [String] = [],
    _ build: @escaping @Sendable (PresetInput) -> SpecValue
  ) {
    self.name = name
    self.title = title
    self.required = required
    self.optional = optional
    self.build = build
  }
}

/// What a preset is given.
struct PresetInput {
  let spec: SpecValue
  /// The width that the figure should have, in points, where one is asked for.
  var figureWidth: Double?

  /// A column's name.
  func field(_ key: String) -> SpecValue { spec[key] ?? "" }
  /// A text, empty where it is not given.
  func text(_ key: String) -> String { spec[key]?.text ?? "" }
  /// A number.
  func number(_ key: String, _ fallback: Double) -> Double { spec[key]?.number ?? fallback }
  /// A reference to a column in an expression.
  func datum(_ key: String) -> String { "datum['\(text(key))']" }
  /// The title of a measure's axis: its unit.
  var unitTitle: SpecValue { spec["unit"] ?? nil }
}

extension ChartSpec {
  /// The specification with a preset exchanged for the Vega-Lite that it stands for; the same one
  /// where there is no preset.
  func ejected(_ context: ChartContext) -> SpecValue {
    guard let name = root["preset"] else { return root }
    guard let preset = name.text.flatMap(Preset.named) else {
      context.report(
        ChartProblems.notAmong(name.text ?? "", choices: Preset.all.map(\.name)), at: name)
      return root
    }
    let known = Preset.shared + preset.required + preset.optional
    for entry in root.map?.entries ?? [] where !known.contains(entry.key) {
      context.report(
        ChartProblems.unknownKey(entry.key, known: known, elsewhere: nil), place: entry.place)
    }
    for key in preset.required where root[key] == nil {
      context.report(ChartProblems.missingKey(key), at: name)
    }
    guard !context.problems.hasErrors else { return root }
    var spec = preset.build(
      PresetInput(spec: root, figureWidth: context.figureWidth))
    for key in ["data", "width", "height", "config", "description"] where spec[key] == nil {
      if let value = root[key] { spec[key] = value }
    }
    // A plain plot takes the size that is asked for in place of the preset's own.
    if ["hconcat", "concat", "facet", "repeat"].allSatisfy({ spec[$0] == nil }) {
      for key in ["width", "height"] where root[key] != nil { spec[key] = root[key] }
    }
    if spec["title"] == nil, let title = root["title"] {
      spec["title"] = ["text": title]
      if let subtitle = root["subtitle"] { spec["title"]?["subtitle"] = subtitle }
    }
    var meta: SpecValue = root["usermeta"] ?? [:]
    for key in ["note", "source"] {
      if let value = root[key] {
        meta["banxin"] = (meta["banxin"] ?? [:]).merging(
          SpecValue(.map(SpecMap([.init(key: key, value: value)]))))
      }
    }
    if meta.map?.entries.isEmpty == false { spec["usermeta"] = meta }
    spec["$schema"] = "https://vega.github.io/schema/vega-lite/v6.json"
    return spec
  }
}
