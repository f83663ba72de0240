import Charting
import Diagnostics
import ReportReading

/// Makes the chart of a table: by the preset that is named, or by the one that fits best.
struct DataChart {
  let choice: DataChoice
  private(set) var shape: DataShape

  /// The presets that fit, the best first.
  let fits: [DataFits.Fit]

  init(_ table: ChartTable, _ choice: DataChoice) throws(Rejection) {
    self.choice = choice
    var shape = try DataShape(table, choice)
    if shape.measures.isEmpty, choice.preset.map({ Self.counting.contains($0) }) ?? true,
      DataFits(shape: shape).all.isEmpty, let counts = table.counts(by: choice.x)
    {
      // Lists of cases are counted.
      var plain = choice
      plain.group = nil
      shape = try DataShape(counts, plain)
    }
    self.shape = shape
    fits = DataFits(shape: shape).all
  }

  /// Presets that may show how many rows there are of each name.
  private static let counting: Set<String> = [
    "ranking", "donut", "waffle", "pictogram", "podium", "funnel",
  ]

  /// What is shown of whom, without the finding: 各镇街投资.
  func caption(of preset: String) -> String {
    let spec = DataPreset.named(preset)?.build(shape)
    let unit = spec?["unit"]?.text.map { "（\($0)）" } ?? ""
    return (spec?["title"]?.text ?? shape.table.title) + unit
  }

  /// The specification, which names its preset.
  ///
  /// - Parameter wanted: a preset in place of the one that is chosen.
  func spec(_ wanted: String? = nil, into problems: inout Problems) throws(Rejection) -> SpecValue {
    let name = wanted ?? choice.preset ?? fits.first?.preset
    if let name, Preset.named(name) == nil { throw Rejection(DataProblems.unknownPreset(name)) }
    if let repeated = shape.repeated, !["org-tree", "gantt"].contains(name) {
      throw Rejection(DataProblems.repeated(repeated, shape))
    }
    try checkUnits(name)
    guard let name, let preset = Preset.named(name), let data = DataPreset.named(name) else {
      throw Rejection(DataProblems.nothing(shape.table))
    }
    guard var built = data.build(shape) else {
      throw Rejection(DataProblems.unfit(preset, needs: data.needs, shape.table))
    }
    report(built, name, into: &problems)
    let neutral = shape.table.title.isEmpty ? built["title"]?.text : shape.table.title
    if let finding = DataFinding(shape: shape, preset: name, spec: built).words {
      built["subtitle"] = neutral.map { SpecValue($0) }
      built["title"] = SpecValue(finding)
    } else if let neutral, built["title"] != nil {
      built["title"] = SpecValue(neutral)
    }
    for (key, word) in shape.words.sorted(by: { $0.key < $1.key }) {
      built[key] =
        Preset.numberKeys.contains(key)
        ? Double(word).map { SpecValue($0) } ?? SpecValue(word) : SpecValue(word)
    }
    var spec: SpecValue = ["preset": SpecValue(name)]
    for entry in built.map?.entries ?? [] where !entry.value.isNull {
      spec[entry.key] = entry.value
    }
    return spec
  }

  private func checkUnits(_ preset: String?) throws(Rejection) {
    guard shape.namesMeasures, shape.measures.count > 1,
      !["amount-growth", "kpi-row", "kpi", "tile-map"].contains(preset),
      shape.comparable.count < shape.measures.count
    else { return }
    let units = shape.measures.map { shape.table.columns[$0].head }
    throw Rejection(DataProblems.mixedUnits(units, shape.table))
  }

  /// Says which rows and columns are not drawn.
  private func report(_ built: SpecValue, _ preset: String, into problems: inout Problems) {
    let keys = Preset.columnKeys.compactMap { built[$0]?.text }
    for column in shape.measures where keys.contains(shape.name(column)) {
      let blank = shape.table.rows.filter { shape.table.columns[column].values[$0] == nil }
      guard !blank.isEmpty else { continue }
      let names = blank.map { row in
        shape.xColumn?.cells[row] ?? "\(shape.table.lines[row])"
      }
      problems.report(
        DataProblems.blanks(
          blank.count, column: shape.table.columns[column].head, names: names, shape.table))
    }
    let drawn = shape.measures.filter { keys.contains(shape.name($0)) }
    let others = shape.measures.filter { !drawn.contains($0) }
    if built["series"] == nil, built["cards"] == nil, let first = drawn.first, !others.isEmpty,
      !shape.namesMeasures
    {
      problems.report(
        DataProblems.otherUnits(
          shape.table.columns[first].head, others: others.map { shape.table.columns[$0].head },
          shape.table))
    }
  }

  /// The presets that fit, for those who named none: which is drawn, which others there are, why.
  func proposals(file: String) -> String {
    var lines: [String] = []
    for (number, fit) in fits.enumerated() {
      let title = Preset.named(fit.preset)?.title ?? ""
      let drawn = number == 0 ? "（已画 drawn）" : ""
      lines.append(
        "\(number + 1). \(fit.preset) \(title)\(drawn)　\(fit.reason.chinese)  \(fit.reason.english)"
      )
    }
    guard fits.count > 1 else { return lines.joined(separator: "\n") }
    lines.append(
      "换一种 another one: banxin chart \(file) --preset \(fits.dropFirst().first?.preset ?? "ranking")"
    )
    return lines.joined(separator: "\n")
  }
}

extension ChartTable {
  /// How many rows there are of each name of a column: the one that is named, or the first whose
  /// names repeat.
  func counts(by name: String?) -> ChartTable? {
    let wanted = name.flatMap { self.column(named: $0) }
    let place =
      wanted
      ?? columns.firstIndex { column in
        let count = column.distinct.count
        return column.kind == .name && (2...20).contains(count) && count * 2 <= rows.count
      }
    guard let place else { return nil }
    let column: ChartColumn = columns[place]
    let names = column.distinct
    let counts = names.map { name in column.cells.count { $0 == name } }
    var table = self
    let amounts = ChartColumn(head: "条数", cells: counts.map(String.init))
    table.columns = [ChartColumn(head: column.head, cells: names), amounts]
    table.columns[0].name = column.name
    table.lines = Array(lines.prefix(names.count))
    return table
  }
}
