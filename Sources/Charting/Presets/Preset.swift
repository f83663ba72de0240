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
  /// The key of the measure whose unit stands under the title.
  let measure: String?
  let build: @Sendable (PresetInput) -> SpecValue

  /// All presets.
  public static let all: [Preset] =
    Preset.cards + Preset.trends + Preset.comparisons + Preset.contrasts + Preset.shares
    + Preset.progress + Preset.tables + Preset.pictures + Preset.organisations

  /// The preset of a name.
  public static func named(_ name: String) -> Preset? { all.first { $0.name == name } }

  /// Keys whose values are names of columns.
  public static let columnKeys: Set<String> = [
    "x", "y", "series", "amount", "growth", "rank", "done", "target", "total", "indicator", "phase",
    "direction", "parent", "value", "threshold", "start", "end", "actual", "row", "column",
  ]
  /// Keys whose values are numbers.
  public static let numberKeys: Set<String> = ["width", "height", "columns", "progress", "per"]

  /// Keys that every preset takes.
  static let shared = [
    "preset", "data", "title", "subtitle", "width", "height", "usermeta", "note", "source", "unit",
    "$schema", "description", "config",
  ]

  init(
    _ name: String, _ title: String, needs required: [String] = [], takes optional: [String] = [],
    measure: String? = nil, _ build: @escaping @Sendable (PresetInput) -> SpecValue
  ) {
    self.name = name
    self.title = title
    self.required = required
    self.optional = optional
    self.measure = measure
    self.build = build
  }
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
    let input = PresetInput(
      spec: root, table: root["data"].map { DataLoader(context: context).load($0) } ?? DataTable(),
      figureWidth: context.figureWidth, context: context)
    guard !context.problems.hasErrors else { return root }
    var spec = preset.build(input)
    if let own = root["description"] {
      spec["description"] = own
    } else if let said = spec["description"]?.text, let title = root["title"]?.text {
      spec["description"] = SpecValue("\(title)。\(said)")
    }
    for key in ["data", "width", "height", "config"] where spec[key] == nil {
      if let value = root[key] { spec[key] = value }
    }
    // A plain plot takes the size that is asked for in place of the preset's own.
    if ["hconcat", "concat", "facet", "repeat"].allSatisfy({ spec[$0] == nil }) {
      for key in ["width", "height"] where root[key] != nil { spec[key] = root[key] }
    }
    setWords(&spec, preset, input)
    spec["$schema"] = "https://vega.github.io/schema/vega-lite/v6.json"
    return spec
  }

  /// Sets what stands over and under the chart: its finding, measure and unit, note, source.
  private func setWords(_ spec: inout SpecValue, _ preset: Preset, _ input: PresetInput) {
    if spec["title"] == nil, let title = root["title"] {
      spec["title"] = ["text": title]
      let unit = preset.measure.map { input.measure($0).unit } ?? ""
      // Measure and unit stand once over the chart.
      let lead = root["subtitle"]?.text ?? ""
      let says = !unit.isEmpty && !input.titleNamesUnit && !lead.contains(unit)
      let words = [lead, says ? "单位：\(unit)" : ""].filter { !$0.isEmpty }
      if !words.isEmpty {
        spec["title"]?["subtitle"] = SpecValue(words.joined(separator: "　"))
      }
    }
    var meta = (spec["usermeta"] ?? [:]).merging(root["usermeta"])
    for key in ["note", "source"] {
      if let value = root[key] {
        meta["banxin"] = (meta["banxin"] ?? [:]).merging(
          SpecValue(.map(SpecMap([.init(key: key, value: value)]))))
      }
    }
    if meta.map?.entries.isEmpty == false { spec["usermeta"] = meta }
  }
}
